/** Addresses of pages, in chains: each begins at a page of its own and goes on through next links. */
export type PageChains = {
  /**
   * Finds a place for a page that `from` leads to, or that begins a chain where no chain does: the chain that it is read
   * in; `joined` where it is read already, as another chain's first; `loop` where the links lead back.
   */
  place(address: string, from: number | undefined): number | 'joined' | 'loop'
}

/**
 * Keeps apart what looks alike: a chain that reaches another's first page (a page that failed, and the one after it,
 * are both gone on with) and links in a circle (F-R11).
 */
export function createChains(): PageChains {
  const seen = new Map<string, number>()
  const starts: string[] = []
  const joinedTo = new Map<number, number>()

  /** Where a chain ends up, through all that it has joined. */
  function endOf(chain: number): number {
    const next = joinedTo.get(chain)
    return next === undefined ? chain : endOf(next)
  }

  return {
    place(address, from) {
      const known = seen.get(address)
      if (known === undefined) {
        const chain = from ?? starts.push(address) - 1
        seen.set(address, chain)
        return chain
      }
      if (from === undefined) return 'joined'
      if (starts[known] !== address || endOf(known) === from) return 'loop'
      joinedTo.set(from, known)
      return 'joined'
    },
  }
}
