import type { Page } from '@playwright/test'

type Value = { readonly value?: unknown }
type Node = {
  readonly nodeId: string
  readonly ignored: boolean
  readonly role?: Value
  readonly name?: Value
  readonly value?: Value
  readonly description?: Value
  readonly properties?: readonly { readonly name: string; readonly value: Value }[]
  readonly childIds?: readonly string[]
}

/** Roles that a screen reader says nothing of: their content stands for itself. */
const silent =
  /^(?:RootWebArea|none|generic|InlineTextBox|paragraph|LineBreak|ListMarker|LabelText|strong|DescriptionList|term|definition|rowgroup|Legend|Figcaption|Abbr|code|SvgRoot)$/
/** Of those, what runs on in the same line. */
const inline = /^(?:none|generic|strong|Abbr|code)$/
/** What is said when it is opened, or gone into, is left out. */
const closed = /^(?:combobox|Date)$/
/** States that are said, in the order in which they are. */
const states = ['level', 'expanded', 'checked', 'pressed', 'disabled', 'focused', 'modal']
const textOf = (one: Value | undefined) =>
  typeof one?.value === 'string' ? one.value.replaceAll(/\s+/g, ' ').trim() : ''

/**
 * What Chromium gives to a screen reader, in reading order, a line for what is said in one go: `heading 1: Overview`. Text
 * that only repeats the name of what it is in is left out.
 */
export async function readTree(page: Page): Promise<readonly string[]> {
  const client = await page.context().newCDPSession(page)
  await client.send('Accessibility.enable')
  const { nodes } = (await client.send('Accessibility.getFullAXTree')) as { nodes: readonly Node[] }
  await client.detach()
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const lines: string[] = []
  // Whether the next text goes on in the line of the last one.
  let runsOn = false
  const visit = (id: string, depth: number, around: string): void => {
    const node = byId.get(id)
    if (node === undefined) return
    const role = textOf(node.role)
    const name = textOf(node.name)
    if (role === 'StaticText') {
      if (node.ignored || isWithin(name, around)) return
      const last = lines.at(-1)
      if (runsOn && last !== undefined)
        lines[lines.length - 1] = `${last}${/^[:,;.)]/.test(name) ? '' : ' '}${name}`
      else lines.push(`${'  '.repeat(depth)}${name}`)
      runsOn = true
      return
    }
    const isNamelessGroup = role === 'group' && name === ''
    const isSaid = !node.ignored && !silent.test(role) && !isNamelessGroup && role !== ''
    const isInline = !isSaid && (node.ignored || inline.test(role))
    if (isSaid) lines.push(`${'  '.repeat(depth)}${sayNode(node)}`)
    if (!isInline) runsOn = false
    const within = isSaid && name !== '' ? name : around
    if (!isSaid || !closed.test(role))
      for (const child of node.childIds ?? []) visit(child, depth + (isSaid ? 1 : 0), within)
    if (!isInline) runsOn = false
  }
  const root = nodes[0]
  if (root) visit(root.nodeId, 0, '')
  return lines
}

const isWithin = (text: string, name: string) => text === '' || name.includes(text)

function sayNode(node: Node): string {
  const role = textOf(node.role)
  const properties = new Map(node.properties?.map(({ name, value }) => [name, value.value]))
  const said = states.flatMap((state) => {
    const value = properties.get(state)
    if (state === 'level') return []
    if (state === 'expanded') return value === undefined ? [] : [value ? 'expanded' : 'collapsed']
    if (state === 'checked' || state === 'pressed')
      return value === undefined ? [] : [value === 'true' ? state : `not ${state}`]
    return value === true ? [state] : []
  })
  const value = textOf(node.value)
  const description = textOf(node.description)
  const level = properties.get('level')
  const head = role === 'heading' && typeof level === 'number' ? `heading ${level}` : role
  const name = textOf(node.name)
  return [
    `${head}${name === '' ? '' : `: ${name}`}`,
    ...(value === '' || value === name ? [] : [`= ${value}`]),
    ...(description === '' || name.includes(description) ? [] : [`(${description})`]),
    ...(said.length === 0 ? [] : [`[${said.join(', ')}]`]),
  ].join(' ')
}
