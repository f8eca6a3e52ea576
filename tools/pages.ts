import { access, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { minify, type Plugin } from 'vite'
import { waitingWords } from '../src/app/waiting-words.ts'
import { discoveryAddresses, toParts, toPreloads, type PageKind } from './page-preloads.ts'

const project = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

type Page = {
  readonly kind: 'launch' | 'callback'
  readonly path: string
  readonly message: string
}

const launchPage: Page = {
  kind: 'launch',
  path: 'launch/',
  message: waitingWords.launch,
}

const callbackPage = (path: string): Page => ({
  kind: 'callback',
  path,
  message: waitingWords.callback,
})

/** The script that isn't a module, as `index.html` names it. */
const plainScript = 'src/early.js'

/** Address of the manifest that `.size-limit.js` reads; a host has no use for it. */
const manifestCopy = project('node_modules/.chartside/manifest.json')

/**
 * Real files for every address that a host must serve, made from `index.html`: `launch/`, `callback/` and
 * `callback/<server id>/` for each server of `public/config.json` (MIX-04). They differ from it in what the page is
 * for, in the way back to the root, and in the words that stand there until the app does. Files of one depth are
 * alike, so one may be copied for a server added later.
 *
 * The build adds the content security policy too (CSP-05), which the development server can't live with, and asks
 * beforehand for what each page will load (`toPreloads`).
 */
export function pages(): Plugin {
  let publicFolder = project('public')
  return {
    name: 'pages',
    enforce: 'post',
    configResolved({ publicDir }) {
      publicFolder = publicDir
    },
    async configureServer(server) {
      const known = await listPages(publicFolder)
      server.middlewares.use((request, response, next) => {
        const [path = '/', search = ''] = (request.url ?? '/').split('?')
        const wanted = path.replace(/index\.html$/, '').slice(1)
        // In development, servers are added that `public/config.json` doesn't know.
        const page = /^callback\/[\w-]+\/$/.test(wanted)
          ? callbackPage(wanted)
          : known.find((one) => one.path === wanted)
        if (!page) return next()
        void readFile(project('index.html'), 'utf8')
          .then((html) => server.transformIndexHtml('/index.html', toPage(html, page), search))
          .then((html) => {
            response.setHeader('content-type', 'text/html; charset=utf-8')
            response.end(html)
          }, next)
      })
    },
    async generateBundle(_options, bundle) {
      await requireDirectory(publicFolder)
      const index = bundle['index.html']
      if (index?.type !== 'asset') throw new Error('index.html is not in the build')
      const plain = await readFile(project(plainScript), 'utf8')
      const { code } = await minify(plainScript, plain)
      // Its name holds a hash, so that a host may let it be kept as it lets the other scripts.
      const script = this.emitFile({ type: 'asset', name: 'early.js', source: code })
      const html = String(index.source).replace(
        `src="/${plainScript}"`,
        `src="./${this.getFileName(script)}"`,
      )
      const discovery = discoveryAddresses(await readPublicConfig(publicFolder))
      const finish = (kind: PageKind) =>
        withPreloads(withPolicy(html, kind), toPreloads(bundle, kind, discovery))
      index.source = withParts(finish('app'), toParts(bundle))
      for (const page of await listPages(publicFolder)) {
        this.emitFile({
          type: 'asset',
          fileName: `${page.path}index.html`,
          source: toPage(finish(page.kind), page),
        })
      }
    },
    async writeBundle({ dir = 'dist' }) {
      // A release is measured by nobody, and may not replace the manifest of the build that is.
      if (!this.environment.config.build.manifest) return
      await mkdir(dirname(manifestCopy), { recursive: true })
      await rename(`${dir}/.vite/manifest.json`, manifestCopy)
      await rm(`${dir}/.vite`, { recursive: true })
    },
  }
}

/**
 * Refuses a build whose configuration says that there is a directory, without one: its home page would find nothing.
 *
 * @throws {Error} saying how the directory is made
 */
export async function requireDirectory(folder: string): Promise<void> {
  const config = JSON.parse(await readFile(`${folder}/config.json`, 'utf8')) as {
    directory?: unknown
  }
  if (config.directory !== true) return
  await access(`${folder}/brands/index.json`).catch((cause: unknown) => {
    throw new Error(
      'public/config.json says "directory": true, and public/brands/index.json isn’t there. Run npm run brands before the build (docs/directory.md).',
      { cause },
    )
  })
}

async function readPublicConfig(folder: string): Promise<{ servers: { id: string }[] }> {
  return JSON.parse(await readFile(`${folder}/config.json`, 'utf8')) as {
    servers: { id: string }[]
  }
}

async function listPages(folder: string): Promise<Page[]> {
  const { servers } = await readPublicConfig(folder)
  const ids = servers.map(({ id }) => id)
  return [
    launchPage,
    ...['', ...ids.map((id) => `${id}/`)].map((id) => callbackPage(`callback/${id}`)),
  ]
}

function toPage(html: string, { kind, path, message }: Page): string {
  const root = '../'.repeat(path.split('/').length - 1) || './'
  return (
    html
      .replace('data-page="app" data-root="./"', `data-page="${kind}" data-root="${root}"`)
      .replaceAll(/(href|src)="\.\//g, `$1="${root}`)
      // Seen for a moment only: no icon, and nothing for search engines.
      .replace(/href="data:image[^"]*"/, 'href="data:,"')
      .replace(/ *<meta\s+name="description"[^>]*>\n/, '')
      .replace(waitingWords.app, message)
  )
}

const anyServer = 'https: http://localhost:* http://127.0.0.1:*'

/**
 * Every address the app may reach is known only once `config.json` is read, so the page's own copy of the policy
 * allows any https server; the host's header narrows it (CSP-02).
 */
const policy = (kind: PageKind) => [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  `connect-src 'self' ${anyServer}`,
  "base-uri 'none'",
  // A launch may have to be posted (AUTHZ-08), and what follows on the form counts too: the answer comes back here.
  kind === 'launch' ? `form-action 'self' ${anyServer}` : "form-action 'none'",
  "require-trusted-types-for 'script'",
]

/** Adds the tags of files that the page doesn't name yet, at the end of its head. */
function withPreloads(html: string, tags: readonly string[]): string {
  const missing = tags.filter((tag) => !html.includes(/"([^"]+\.\w+)"/.exec(tag)?.[1] ?? tag))
  return html.replace('  </head>', `${missing.map((tag) => `    ${tag}\n`).join('')}  </head>`)
}

/** Tells the early script which files belong to which part of the app. */
function withParts(html: string, parts: ReturnType<typeof toParts>): string {
  const tag = '<script async fetchpriority="high"'
  if (!html.includes(tag)) throw new Error(`index.html has no ${tag}>`)
  return html.replace(tag, `$& data-parts='${JSON.stringify(parts)}'`)
}

function withPolicy(html: string, kind: PageKind): string {
  const content = policy(kind).join('; ')
  return html.replace(
    '<meta charset="utf-8" />',
    `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${content}" />`,
  )
}
