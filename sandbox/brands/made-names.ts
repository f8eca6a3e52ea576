/** Numbers that are always the same ones, below `limit` each. */
export function createNumbers(seed: number): (limit: number) => number {
  let state = seed >>> 0
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}

const starts = 'Al Bar Ber Bran Cal Cor Dal El Fair Glen Har Hol Ken Lar Mil Nor Oak Pem Ros Win'
const middles = 'a den er i mar o ring son ver wick'
const ends = 'bridge bury dale field ford gate ham haven land mont port stead ton view wood'
const saints = 'Agnes Brendan Cecilia Élodie François Hildegard José Ítala Søren Zoë'
const families =
  'Abel Bjørk Castaño Dvořák Egan Fuchs Göbel Hsu Ionescu Jansen Kaya Łaski Mbeki Núñez'
const kinds =
  'Hospital|Medical Center|Health System|Clinic|Family Practice|Children’s Hospital|Cancer Center|Pediatrics|Urgent Care|Dialysis'
const states = 'AK AZ CA CO FL GA IL MA MN NC NY OH OR PA TX VA WA WI'

const list = (text: string, by = ' ') => text.split(by)

/** Makes names that nobody has: towns, saints, families. */
export function createNames(pick: (limit: number) => number) {
  const one = (text: string, by?: string) => {
    const all = list(text, by)
    return all[pick(all.length)] ?? ''
  }
  const town = () => `${one(starts)}${one(middles)}${one(ends)}`
  const firsts = [
    town,
    () => `St. ${one(saints)}`,
    () => `Drs. ${one(families)} & ${one(families)}`,
  ]
  return {
    town,
    state: () => one(states),
    kind: () => one(kinds, '|'),
    postalCode: () => String(10_000 + pick(89_999)),
    first: () => firsts[pick(10) < 6 ? 0 : 1 + pick(2)]?.() ?? '',
  }
}
