/** One figure that the project holds itself to: a ratio within one run, or a number that no machine changes. */
export type Goal = {
  /** As the goals are numbered: G1 to G16. */
  readonly id: string
  readonly what: string
  readonly figure: number
  readonly limit: number
  /** Whether it may be at most the limit, or has to be at least it. */
  readonly bound: 'at most' | 'at least'
  /** `×` is a ratio, `count` a number of something. */
  readonly unit: '×' | 'ms' | 'count'
}

/** Whether the figure is as it should be. */
export const isReached = ({ figure, limit, bound }: Goal): boolean =>
  bound === 'at most' ? figure <= limit : figure >= limit

/** A figure in so many digits as it is good for, with its unit. */
export function formatFigure(figure: number, unit: Goal['unit']): string {
  switch (unit) {
    case '×':
      return `${figure.toFixed(2)} ×`
    case 'ms':
      return `${figure.toFixed(figure < 10 ? 1 : 0)} ms`
    case 'count':
      return figure.toFixed(0)
  }
}

type Make = (id: string, what: string, figure: number, limit: number) => Goal

const make =
  (unit: Goal['unit'], bound: Goal['bound']): Make =>
  (id, what, figure, limit) => ({ id, what, figure, limit, bound, unit })

/** A ratio that may be so large at most. */
export const ratio = make('×', 'at most')
/** A ratio that has to be so large at least: how far somebody else is behind. */
export const ahead = make('×', 'at least')
/** A number of something, so many at most. */
export const count = make('count', 'at most')
/** Milliseconds, so many at most. */
export const ms = make('ms', 'at most')
