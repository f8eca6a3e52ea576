/** Why no test carries a requirement's id. */
export type WhyNot = {
  readonly kind:
    /** The server's duty; what the pretend hospital does stands beside it. */
    | 'server'
    /** Nothing in the app that it could be about. */
    | 'not-applicable'
    /** Asserted during every end-to-end test rather than in one of them. */
    | 'watched'
    /** Missing, or there but unproven; the reason says which. */
    | 'not-yet'
  readonly reason: string
}

/** One requirement on a browser-only SMART client. */
export type Requirement = {
  readonly id: string
  /** What must hold, in one sentence. */
  readonly holds: string
  /** Only where no test carries the id. */
  readonly whyNot?: WhyNot
  /** What the proof leaves open, or where the app knowingly does less or otherwise. */
  readonly limit?: string
}

/** Requirements that belong together; `letter` is their section's number, such as `A1`. */
export type RequirementSection = {
  readonly letter: string
  readonly title: string
  readonly requirements: readonly Requirement[]
}

/** About something that the app doesn't have. */
export const notApplicable = (reason: string): WhyNot => ({ kind: 'not-applicable', reason })

/** Asserted in every end-to-end test. */
export const watched = (reason: string): WhyNot => ({ kind: 'watched', reason })
