import { parseSync } from 'vite'
import type { Requirement, RequirementSection, WhyNot } from './requirements/requirement.ts'

/** A test: the file it is in, and its name, or the first text of its row in a table. */
type NamedTest = { readonly file: string; readonly name: string }

/** Test files by their path from the project's root, such as `src/smart/discovery.test.ts`. */
type TestSources = Readonly<Record<string, string>>

/** A requirement's id: a family and two digits. Ids of faults (`F-A1`) are of another form. */
const idPattern = /\b[A-Z]{2,6}-\d{2}\b/g

/**
 * Lists the tests of the files, in their order: names of `it`, `test` and `describe`, and for tables (`.each`, or
 * rows that a loop makes into tests) the text that a row starts with, as far as it names a requirement or a fault.
 *
 * Skipped tests are left out, with all that is in them. An expression within a name is read as `…`.
 *
 * @throws {Error} naming a file that can't be parsed
 */
export function listTests(sources: TestSources): NamedTest[] {
  return Object.entries(sources).flatMap(([file, source]) => {
    const { program, errors } = parseSync(file, source)
    if (errors.length > 0) throw new Error(`${file} can't be parsed`)
    return namesIn(program).map((name) => ({ file, name }))
  })
}

/** Finds, for every requirement id that a test's name carries, the tests that carry it. */
export function findTests(sources: TestSources): Map<string, NamedTest[]> {
  const found = new Map<string, NamedTest[]>()
  for (const test of listTests(sources))
    for (const id of new Set(test.name.match(idPattern)))
      found.set(id, [...(found.get(id) ?? []), test])
  return found
}

/** Whether a test is about the app; those in `sandbox` are about the pretend hospital, and prove nothing of it. */
export const isAboutApp = ({ file }: NamedTest) => !file.startsWith('sandbox/')

type Node = Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** Names of tests in a syntax tree, in the order of the source. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn)
  if (!isNode(value)) return []
  const within = () => Object.values(value).flatMap(namesIn)
  switch (value['type']) {
    case 'ArrayExpression':
      return [...rowName(value), ...within()]
    case 'CallExpression': {
      const words = wordsOf(value['callee'])
      if (!isTestCall(words)) return within()
      if (words.some((word) => skipping.has(word))) return []
      const [first, ...rest] = listOf(value['arguments'])
      const isTable = words.at(-1) === 'each' || words.at(-1) === 'for'
      return isTable
        ? [...listedNames(first), ...namesIn(first), ...namesIn(rest)]
        : [...textOf(first), ...namesIn(value['callee']), ...namesIn(rest)]
    }
    default:
      return within()
  }
}

const roots = new Set(['it', 'test', 'describe'])
const skipping = new Set(['skip', 'todo', 'fixme', 'fails', 'fail'])
const kinds = new Set([...skipping, 'each', 'for', 'only', 'concurrent', 'sequential', 'describe'])

/** `test.describe(…)` is a test, `test.beforeEach(…)` and `test.extend(…)` aren't. */
function isTestCall([root = '', ...rest]: readonly string[]): boolean {
  return roots.has(root) && rest.every((word) => kinds.has(word))
}

/** The words of a callee: `it.skip.each(rows)` gives it, skip, each; nothing for what isn't made of names. */
function wordsOf(callee: unknown): string[] {
  if (!isNode(callee)) return []
  switch (callee['type']) {
    case 'Identifier':
      return [String(callee['name'])]
    case 'MemberExpression':
      return [...wordsOf(callee['object']), ...wordsOf(callee['property'])]
    case 'CallExpression':
      // The call that takes the name, `it.each(rows)(name)`, has the words of the one that takes the rows, and one more.
      return [...wordsOf(callee['callee']), 'only']
    default:
      return []
  }
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : [])

/** A text, read through `as const` and the like. */
function textOf(node: unknown): string[] {
  if (!isNode(node)) return []
  if (node['type'] === 'Literal' && typeof node['value'] === 'string') return [node['value']]
  if (node['type'] === 'TemplateLiteral')
    return [
      listOf(node['quasis'])
        .map((part) =>
          isNode(part) && isNode(part['value']) ? String(part['value']['cooked']) : '',
        )
        .join('…'),
    ]
  return textOf(node['expression'])
}

/** Whether a text names a requirement or a fault; a row that names neither is not told from other lists. */
const hasId = (text: string) => /\b(?:[A-Z]{2,6}-\d{2}|F-[A-Z]\d+)\b/.test(text)

function rowName(array: Node): string[] {
  return textOf(listOf(array['elements'])[0]).filter(hasId)
}

/** The texts of a table that is a plain list, but for the first, which `rowName` finds. */
function listedNames(table: unknown): string[] {
  if (!isNode(table)) return []
  if (table['type'] !== 'ArrayExpression') return listedNames(table['expression'])
  return listOf(table['elements']).slice(1).flatMap(textOf).filter(hasId)
}

const kindWords: Readonly<Record<WhyNot['kind'], string>> = {
  server: 'Server-side',
  'not-applicable': 'Not applicable',
  watched: 'Watched in every end-to-end test',
  'not-yet': '**Not yet**',
}

/** Writes the table of all requirements as Markdown; links are relative to `docs/`. */
export function toConformanceDocument(
  sections: readonly RequirementSection[],
  tests: ReadonlyMap<string, readonly NamedTest[]>,
): string {
  const all = sections.flatMap(({ requirements }) => requirements)
  return [
    introduction,
    ...toSummary(all, tests),
    ...sections.flatMap(({ letter, title, requirements }) => [
      `## ${letter} ${title}`,
      [
        // The formatter would pad every line to the longest.
        '<!-- prettier-ignore -->',
        '| id | what must hold | proven by, or why not |',
        '| --- | --- | --- |',
        ...requirements.map((one) => toRow(one, tests.get(one.id) ?? [])),
      ].join('\n'),
    ]),
  ]
    .join('\n\n')
    .concat('\n')
}

const introduction = `# Conformance

What a SMART client that runs in the browser alone must do, requirement by requirement, with the test that proves it. The requirements come from SMART App Launch 2.2, RFC 6749, RFC 9700, RFC 9207, RFC 10017, OpenID Connect Core, OWASP ASVS 5.0, and from what vendors' servers really do; their sentences are in \`tools/requirements/\`.

This file is generated from those sentences and from the names of the tests. \`tools/conformance.test.ts\` fails when it is out of date, when a requirement has neither a test that carries its id nor a reason, when something called missing has a test, and when a test carries an id that doesn't exist. To update it: \`npx vitest run tools/conformance.test.ts -u\`.

A test that carries an id proves what its name says, which may be a part of the sentence; what is knowingly left open stands after _Limit_. Tests of the pretend hospital (\`sandbox/\`) prove that it is strict, not that the app is right: they are named, but don't count.`

type Standing = WhyNot['kind'] | 'test'

function standingOf(one: Requirement, tests: readonly NamedTest[]): Standing | undefined {
  return tests.some(isAboutApp) ? 'test' : one.whyNot?.kind
}

function toSummary(
  all: readonly Requirement[],
  tests: ReadonlyMap<string, readonly NamedTest[]>,
): string[] {
  const withStanding = (standing: Standing) =>
    all.filter((one) => standingOf(one, tests.get(one.id) ?? []) === standing)
  const counts: [Standing, string][] = [
    ['test', 'proven by a test that carries the id'],
    ['watched', 'watched in every end-to-end test'],
    ['server', 'server-side'],
    ['not-applicable', 'not applicable'],
    ['not-yet', 'not yet: missing or unproven'],
  ]
  const missing = withStanding('not-yet').map(({ id }) => id)
  return [
    `Of ${all.length} requirements:`,
    counts.map(([standing, words]) => `- ${withStanding(standing).length} ${words}`).join('\n'),
    missing.length === 0 ? 'Nothing is missing.' : `Not yet: ${missing.join(', ')}.`,
  ]
}

function toRow({ id, holds, whyNot, limit }: Requirement, tests: readonly NamedTest[]): string {
  const proofs = tests.filter(isAboutApp)
  const parts = [
    ...(proofs.length > 0 ? [toProof(proofs)] : []),
    ...(whyNot ? [toReason(whyNot)] : []),
    ...(proofs.length === 0 && tests.length > 0 ? [`The hospital: ${toProof(tests)}`] : []),
    ...(limit === undefined ? [] : [`_Limit:_ ${limit}`]),
  ]
  return `| ${[id, holds, parts.join(' · ')].map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

function toReason({ kind, reason }: WhyNot): string {
  return `${kindWords[kind]}: ${reason}`
}

function toProof([first, ...more]: readonly NamedTest[]): string {
  if (!first) return ''
  const { file, name } = first
  const title = name.replaceAll(/[\\`*_<>[\]~&]/g, String.raw`\$&`).replaceAll(/\s+/g, ' ')
  const others = more.length > 0 ? `, and ${more.length} more` : ''
  return `[${file.split('/').at(-1) ?? file}](../${file}) “${title}”${others}`
}
