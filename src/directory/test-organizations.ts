import fc from 'fast-check'
import type { ListedOrganization } from './build-shards.ts'
import type { Organization } from './organization.ts'
import { wordsOf } from './words.ts'

/** An organization of a test; what isn't given is nothing. */
export const organization = (part: Partial<Organization> = {}): Organization => ({
  name: 'City Hospital',
  partOf: undefined,
  aliases: [],
  places: [],
  furtherPlaces: 0,
  serverId: 'ehr',
  portal: undefined,
  ...part,
})

const few = [
  'Mercy',
  'mercer',
  'Me',
  'Ébène',
  'ebony',
  'St.',
  'Hôpital',
  'hospital',
  '02111',
  '021',
  '021111234',
  'Straße',
]
const text = fc
  .array(fc.oneof(fc.constantFrom(...few), fc.string({ unit: 'grapheme', maxLength: 6 })), {
    maxLength: 4,
  })
  .map((words) => words.join(' '))

/** An organization that is found by nothing but what it shows. */
export const listed = (part: Partial<Organization> = {}): ListedOrganization => ({
  organization: organization(part),
  furtherNames: [],
  furtherWords: [],
})

/** Any organizations, many of whose words are alike. */
export const anyOrganizations: fc.Arbitrary<ListedOrganization[]> = fc.array(
  fc.record({
    organization: fc
      .record({
        name: text,
        partOf: fc.option(
          text.filter((one) => one !== ''),
          { nil: undefined },
        ),
        aliases: fc.array(text, { maxLength: 2 }),
        places: fc.array(fc.record({ city: text, state: text, postalCode: text }), {
          maxLength: 2,
        }),
        serverId: fc.constantFrom('a', 'b'),
      })
      .map(organization),
    furtherNames: fc.array(text, { maxLength: 1 }).map((names) => wordsOf(names.join(' '))),
    furtherWords: fc.array(fc.constantFrom('mercury', 'boston', '02139'), { maxLength: 1 }),
  }),
  { maxLength: 60 },
)

/** Anything that may be typed. */
export const anyQuery: fc.Arbitrary<string> = fc.oneof(
  text,
  fc.constantFrom('m', 'me', 'mer', 'e', 'h', 'ho', '0', '02', 'b', 'me h', 'x'),
)
