import { lazy, useState, type ComponentType } from 'react'

/**
 * A part of a page, or a whole one, whose code comes when it is wanted, and what fetches that beforehand and never
 * rejects. What is there already is drawn at once: `lazy` alone would show first that it waits, and React keeps that for
 * a third of a second. Where the code can't be had, `otherwise` stands in its place; without that, the error is thrown.
 */
export function partFrom<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  otherwise?: ComponentType<Props>,
): readonly [part: ComponentType<Props>, preload: () => Promise<void>] {
  let there: ComponentType<Props> | undefined
  const fetchCode = async () => {
    there = await load()
    return { default: there }
  }
  const Awaited = lazy(async () => {
    try {
      return await fetchCode()
    } catch (error) {
      if (otherwise === undefined) throw error
      return { default: otherwise }
    }
  })
  function Part(props: Props) {
    // The same while the part stays: another component would lose what is in it.
    const [Shown] = useState<ComponentType<Props>>(() => there ?? Awaited)
    return <Shown {...props} />
  }
  const preload = () =>
    fetchCode().then(
      () => {},
      () => {}, // whoever draws it hears of that
    )
  return [Part, preload]
}
