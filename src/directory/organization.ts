import { wordsOf, wordsOfCode } from './words.ts'

/** Where an organization is; what isn't said is empty. */
export type Place = { readonly city: string; readonly state: string; readonly postalCode: string }

/** An organization that people know, and the configured server by which they sign in to it. */
export type Organization = {
  readonly name: string
  /** The organization it belongs to, where that has another name. */
  readonly partOf: string | undefined
  /** Former and further names. */
  readonly aliases: readonly string[]
  readonly places: readonly Place[]
  /** Places that are found but not named here. */
  readonly furtherPlaces: number
  /** Of a server in `config.json`. */
  readonly serverId: string
  /** What the portal is called that people sign in to. */
  readonly portal: string | undefined
}

/** An organization as it stands in a shard, without the names of its members. */
export type OrganizationRow = readonly [
  name: string,
  partOf: string,
  aliases: readonly string[],
  places: readonly (readonly [city: string, state: string, postalCode: string])[],
  furtherPlaces: number,
  serverId: string,
  portal: string,
]

/** Gives an organization as it stands in a shard. */
export function toRow(organization: Organization): OrganizationRow {
  const { name, partOf = '', aliases, places, furtherPlaces, serverId, portal = '' } = organization
  const rows = places.map(({ city, state, postalCode }) => [city, state, postalCode] as const)
  return [name, partOf, aliases, rows, furtherPlaces, serverId, portal]
}

/** A text that two organizations share only where they are shown alike. */
export const keyOf = (organization: Organization) => JSON.stringify(toRow(organization))

/** Reads a row of a shard or of a store; undefined where it is none. */
export function readRow(json: unknown): Organization | undefined {
  if (!Array.isArray(json)) return undefined
  const [name, partOf, aliases, places, furtherPlaces, serverId, portal] = json as unknown[]
  const texts = [name, partOf, serverId, portal]
  if (!isTexts(texts) || !isTexts(aliases) || !Array.isArray(places)) return undefined
  if (typeof furtherPlaces !== 'number' || !places.every((place) => isTexts(place)))
    return undefined
  return {
    name: texts[0] ?? '',
    partOf: texts[1] || undefined,
    aliases,
    places: places.map(([city = '', state = '', postalCode = '']) => ({ city, state, postalCode })),
    furtherPlaces,
    serverId: texts[2] ?? '',
    portal: texts[3] || undefined,
  }
}

const isTexts = (json: unknown): json is readonly string[] =>
  Array.isArray(json) && json.every((one) => typeof one === 'string')

/** Words by which a place is found. */
export const wordsOfPlace = ({ city, state, postalCode }: Place) => [
  ...wordsOf(`${city} ${state}`),
  ...wordsOfCode(postalCode),
]

/** Words of what an organization is called. Who is found by these alone stands before who is found by others. */
export const nameWords = ({ name, aliases }: Organization) => wordsOf([name, ...aliases].join(' '))

/** Words by which an organization is found: of its names, of what it belongs to, and of where it is. */
export function searchWords(organization: Organization): string[] {
  const { partOf = '', places } = organization
  const others = [...wordsOf(partOf), ...places.flatMap(wordsOfPlace)]
  return [...new Set([...nameWords(organization), ...others])]
}

/** Whether each word that is looked for begins one that the organization has. */
export function isMatch(having: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((start) => having.some((one) => one.startsWith(start)))
}
