import { useEffect, useRef, useState } from 'react'
import { isMatch, searchWords } from '../directory/organization.ts'
import { wordsOf } from '../directory/words.ts'
import type { DirectoryAnswer, LoadingReason } from '../views/home/directory-answer.ts'
import type { DirectorySource } from './directory-source.ts'

/** So many are shown at first, and so many more each time. */
const step = 10

type Search = { readonly query: string; readonly limit: number; readonly answer: DirectoryAnswer }

/**
 * Searches as one types. What is in memory answers within the keystroke; else the answer follows what is fetched, unless
 * something else has been typed by then.
 */
export function useDirectory(source: DirectorySource) {
  const [search, setSearch] = useState<Search>(() => ({
    query: '',
    limit: step,
    answer: answerNothing(source, step),
  }))
  const turn = useRef(0)

  useEffect(() => {
    // Ahead of the first letter; where it fails, typing tries again and says so.
    source.prepare().catch(() => {})
  }, [source])

  function run(query: string, limit: number, after: LoadingReason): void {
    const mine = ++turn.current
    const show = (answer: DirectoryAnswer) => {
      if (mine === turn.current) setSearch({ query, limit, answer })
    }
    const words = wordsOf(query)
    if (words.length === 0) return show(answerNothing(source, limit))
    const { answer } = search
    const before = answer.kind === 'idle' ? [] : answer.organizations
    const kept =
      after === 'typing' ? before.filter((one) => isMatch(searchWords(one), words)) : before
    const fail = () => show({ kind: 'failed', organizations: kept })
    try {
      const first = source.search(words, limit)
      if (first.kind === 'found') return show(first)
      show({ kind: 'loading', after, organizations: kept })
      void loadAndSearch(source, words, limit, first.shards, () => mine === turn.current).then(
        (found) => found && show(found),
        fail,
      )
    } catch {
      fail()
    }
  }

  return {
    ...search,
    type: (query: string) => run(query, step, 'typing'),
    showMore: () => run(search.query, search.limit + step, 'more'),
    retry: () => run(search.query, search.limit, 'retry'),
  }
}

/** Undefined where the answer is awaited no more. */
async function loadAndSearch(
  source: DirectorySource,
  words: readonly string[],
  limit: number,
  shards: readonly string[],
  isAwaited: () => boolean,
): Promise<DirectoryAnswer | undefined> {
  let lacking = shards
  while (isAwaited()) {
    await source.load(lacking)
    if (!isAwaited()) return undefined
    const answer = source.search(words, limit)
    if (answer.kind === 'found') return answer
    lacking = answer.shards
  }
  return undefined
}

function answerNothing({ all }: DirectorySource, limit: number): DirectoryAnswer {
  return all
    ? { kind: 'found', total: all.length, organizations: all.slice(0, limit) }
    : { kind: 'idle' }
}
