import type { Coding } from '../../fhir/coding.ts'
import { t } from '../../language/t.ts'
import { Theirs } from '../../ui/theirs.tsx'
import { usePlainTest } from './register.ts'
import './test-name.css'

type Props = {
  /** What its laboratory calls it. */
  readonly name: string
  readonly codings: readonly Coding[]
  /** What stands where there is no plain name; the laboratory's name when left out. */
  readonly otherwise?: string | undefined
  /** The language of its resource, where that is known. */
  readonly language?: string | undefined
}

/**
 * What a test is called. To a patient its plain name comes first, where it has one, and the laboratory's own always
 * stands beside it; everybody else gets the laboratory's alone.
 */
export function TestName({ name, codings, otherwise = name, language }: Props) {
  const plain = usePlainTest(codings)
  // Another word than the laboratory's is the app's own.
  if (plain === undefined && otherwise !== name) return <bdi>{otherwise}</bdi>
  if (plain === undefined) return <Theirs lang={language}>{name}</Theirs>
  const words = t(plain.name)
  if (isSame(words, name)) return <Theirs lang={language}>{name}</Theirs>
  return (
    <>
      <span className="plain-name">{words}</span>{' '}
      <span className="own-name">
        <Theirs lang={language}>{name}</Theirs>
      </span>
    </>
  )
}

/** The same in one line of text, for where no elements can be. */
export function useTestWords({ name, codings }: Props): string {
  const plain = usePlainTest(codings)
  const words = plain && t(plain.name)
  return words === undefined || isSame(words, name)
    ? name
    : t('{plain} ({name})', { plain: words, name })
}

function isSame(words: string, name: string): boolean {
  return words.toLocaleLowerCase() === name.trim().toLocaleLowerCase()
}
