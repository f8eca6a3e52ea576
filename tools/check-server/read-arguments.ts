import { parseArgs } from 'node:util'
import { readConfig } from '../../src/config/read-config.ts'
import type { ServerConfig } from '../../src/config/server-config.ts'

/** What the command was asked to do: a server to check, as a page at `root` would; or why it can't. */
export type CheckRequest =
  | {
      readonly kind: 'check'
      readonly server: ServerConfig
      readonly root: URL
      readonly isClientNamed: boolean
    }
  | { readonly kind: 'unusable'; readonly reason: string }

/** How the command is called. */
export const usage =
  'npm run check-server -- <iss> [--origin <address of the app>] [--client-id <id>] [--scope "<scopes>"]'

/** Where `npm start` serves the app. */
const usualRoot = 'http://localhost:5180/'

/** Reads the command's arguments as the server of a `config.json` and the app's own address. */
export function readArguments(args: readonly string[]): CheckRequest {
  let parsed
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        origin: { type: 'string' },
        'client-id': { type: 'string' },
        scope: { type: 'string' },
      },
    })
  } catch (error) {
    return unusable(error instanceof Error ? error.message : String(error))
  }
  const { values, positionals } = parsed
  const [iss, ...others] = positionals
  if (iss === undefined || others.length > 0) return unusable('Name one server: its FHIR base.')
  const address = `${(values.origin ?? usualRoot).replace(/\/$/, '')}/`
  if (!/^https?:\/\//.test(address) || !URL.canParse(address))
    return unusable(`--origin must be the app’s address, such as https://app.example.org.`)
  const root = new URL(address)
  const clientId = values['client-id']
  const reading = readConfig(
    {
      servers: [
        {
          id: 'server',
          name: 'Server',
          iss,
          clientId: clientId ?? 'chartside-check',
          ...(values.scope === undefined ? {} : { scope: values.scope }),
        },
      ],
    },
    root,
  )
  if (reading.kind === 'invalid')
    return unusable(
      reading.faults
        .map(({ field, message }) => `${field.split('.').at(-1) ?? field} ${message}`)
        .join('\n'),
    )
  const [server] = reading.config.servers
  return server
    ? { kind: 'check', server, root, isClientNamed: clientId !== undefined }
    : unusable('There is no server to check.')
}

const unusable = (reason: string): CheckRequest => ({ kind: 'unusable', reason })
