import type { Faults } from './faults.ts'

/** The faults that are on in `faults`, one line each, such as `token: type-dpop`. */
export function describeFaults(faults: Faults): string[] {
  return Object.entries(faults).flatMap(([group, setting]) =>
    toList(setting).map(
      (one) => `${group}: ${typeof one === 'string' ? one : JSON.stringify(one)}`,
    ),
  )
}

/** Adds `more` to `faults`: lists grow, single settings are replaced. */
export function mergeFaults(faults: Faults, more: Faults): Faults {
  const merged: Record<string, unknown> = { ...faults }
  for (const [group, setting] of Object.entries(more)) {
    const before = merged[group]
    merged[group] =
      Array.isArray(before) && Array.isArray(setting)
        ? [...(before as unknown[]), ...(setting as unknown[])]
        : setting
  }
  return merged as Faults
}

/** Whether everything `wanted` switches on is on in `faults`. */
export function hasFaults(faults: Faults, wanted: Faults): boolean {
  const all: Readonly<Record<string, unknown>> = faults
  return Object.entries(wanted).every(([group, setting]) => {
    const on = toList(all[group]).map(toKey)
    return toList(setting).every((one) => on.includes(toKey(one)))
  })
}

/** Switches off in `faults` what `unwanted` switches on, and leaves the rest as it is. */
export function removeFaults(faults: Faults, unwanted: Faults): Faults {
  const rest: Record<string, unknown> = { ...faults }
  for (const [group, setting] of Object.entries(unwanted)) {
    const keys = toList(setting).map(toKey)
    const kept = toList(rest[group]).filter((one) => !keys.includes(toKey(one)))
    if (kept.length === 0) delete rest[group]
    else rest[group] = Array.isArray(setting) ? kept : kept[0]
  }
  return rest as Faults
}

const toKey = (setting: unknown) => JSON.stringify(setting)

function toList(setting: unknown): readonly unknown[] {
  if (setting === undefined) return []
  return Array.isArray(setting) ? (setting as readonly unknown[]) : [setting]
}
