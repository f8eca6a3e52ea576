import { parseArgs } from 'node:util'

/** What `npm run headers` was asked for. */
export type HeadersRequest = {
  readonly configPath: string
  readonly outFolder: string
  /** Address of the app, with a slash at its end. */
  readonly root: URL
  /** Ask no server: what it needs stands in `config.json`. */
  readonly isOffline: boolean
  /** Allow connections to any https server where the list is too long for a header. */
  readonly mayAllowAnyHttps: boolean
  /** Leave the window that opened the app its hold on it. */
  readonly keepsOpener: boolean
}

export const usage = `npm run headers -- --root https://app.example.org/some/app/ [options]
node make-headers.mjs --root https://app.example.org/some/app/ [options]   (in a release)

  --root <address>   where the app will be; required, since path and https go into the files
  --config <file>    the configuration (dist/config.json)
  --out <folder>     where the files go (headers)
  --offline          ask no server; what each needs besides its own origin stands in its "origins"
  --any-https        where the list of servers is too long for some host, allow any https server
  --keep-opener      the EHR opens the app in a popup and watches that window`

/**
 * Reads the arguments of `npm run headers`.
 *
 * @throws {Error} saying in one line what is wrong with them
 */
export function readArguments(args: readonly string[]): HeadersRequest {
  const { values } = parseArgs({
    args: [...args],
    options: {
      root: { type: 'string' },
      config: { type: 'string', default: 'dist/config.json' },
      out: { type: 'string', default: 'headers' },
      offline: { type: 'boolean', default: false },
      'any-https': { type: 'boolean', default: false },
      'keep-opener': { type: 'boolean', default: false },
    },
  })
  return {
    configPath: values.config,
    outFolder: values.out,
    root: readRoot(values.root),
    isOffline: values.offline,
    mayAllowAnyHttps: values['any-https'],
    keepsOpener: values['keep-opener'],
  }
}

function readRoot(text: string | undefined): URL {
  if (text === undefined)
    throw new Error('Say where the app will be: --root https://app.example.org/some/app/')
  const root = URL.canParse(text) ? new URL(text) : undefined
  // Goes into the files as it is, so it must hold nothing that has a meaning there.
  const isPlain = /^https?:\/\/[a-z0-9.-]+(?::\d+)?\/(?:[\w.-]+\/)*$/.test(root?.href ?? '')
  if (!root || !isPlain)
    throw new Error(
      '--root must be an http or https address that ends with a slash, its path of letters, digits, ".", "-" and "_".',
    )
  return root
}
