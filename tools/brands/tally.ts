import { firstFew } from './first-few.ts'

/** Counts what was left out, by the reason, and names the first few of each. */
export class Tally {
  readonly #namesOf = new Map<string, string[]>()

  /** Notes one thing that was left out. */
  note(reason: string, name: string): void {
    const names = this.#namesOf.get(reason)
    if (names) names.push(name)
    else this.#namesOf.set(reason, [name])
  }

  /** One line for each reason: how many, and the first few of their names. */
  lines(): string[] {
    return [...this.#namesOf].map(
      ([reason, names]) => `${names.length} ${reason}: ${firstFew(names)}`,
    )
  }
}
