import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { localEhrConfig } from './sandbox/config-plugin.ts'
import { localEhr } from './sandbox/plugin.ts'
import { fhirclientAliases, withoutFhirclientClient } from './tools/fhirclient-parts.ts'
import { pages } from './tools/pages.ts'

function portFrom(name: string, fallback: number): number {
  const port = Number(process.env[name] ?? fallback)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`${name} must be a port number, 1 to 65535.`)
  return port
}

const ehr = { port: portFrom('EHR_PORT', 5181) }

type ChunkGroup = { readonly name: string; readonly priority?: number; readonly test: RegExp }

const root = fileURLToPath(new URL('.', import.meta.url))

/** Groups go by where a file is in the project, whatever the folders are called that the project lies in. */
const withinProject = (groups: readonly ChunkGroup[]) =>
  groups.map(({ test, ...group }) => ({
    ...group,
    test: (id: string) => test.test(id.replace(root, '/')),
  }))

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

export default defineConfig({
  define: { __APP_VERSION__: JSON.stringify(version) },
  base: './',
  plugins: [react(), withoutFhirclientClient(), pages(), localEhr(ehr), localEhrConfig(ehr)],
  resolve: { alias: fhirclientAliases },
  server: { host: '127.0.0.1', port: portFrom('APP_PORT', 5180), strictPort: true },
  // Found late, a dependency makes the development server reload, on the callback page in the midst of a sign-in.
  optimizeDeps: {
    include: [
      '@tanstack/react-virtual',
      'fhirclient/lib/smart.js',
      'jose',
      'react',
      'react-dom/client',
      'react-router-dom',
      'recharts',
    ],
  },
  build: {
    target: 'es2023',
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Few files: each costs a round trip where it is found late, browsers ask a host without HTTP/2 for six at a time,
        // and alone they compress worse.
        codeSplitting: {
          groups: withinProject([
            {
              name: 'react',
              priority: 3,
              test: /node_modules\/(?:react|react-dom|react-router|react-router-dom|scheduler)\//,
            },
            {
              name: 'sign-in',
              priority: 1,
              test: /fhirclient|src\/(?:app\/open-launch|smart\/(?:begin-sign-in|discovery|launch-parameters|start-launch|transaction))/,
            },
            {
              name: 'token',
              priority: 1,
              test: /src\/smart\/(?:token-|error-uri)/,
            },
            {
              name: 'base',
              priority: 2,
              test: /preload-helper|src\/(?:main\.tsx|config\/|language\/(?:language|load-language)|app\/(?:open-page|page\.ts|page-language|paths|plain-message|preferences|forget-recent)|fhir\/(?:base-url|fhir-id|json)|smart\/(?:connect-ahead|form-request|frame|issuer|query|random|return-route|sign-in-report|session-lock|sign-in-warnings|smart-error|strict-fetch|tab-storage))/,
            },
            {
              // What every page that draws something needs.
              name: 'app',
              priority: 2,
              test: /src\/(?:views\/home\/.*\.css|ui\/(?:definition-list|copy-text)\.css|language\/(?!catalogues|pseudo)|views\/settings\/settings-dialog|app\/(?:app(?:-error)?\.tsx?|open-app|page-ahead|check-path|local-id|error-boundary|language-notice|lazy-pages|page-tools|settings-button)|smart\/connect-to-session|ui\/(?:code-from|loading|message|part-from|page-heading|page-title|format-moment|tx)|fhir\/limiter)/,
            },
            {
              // What a sign-in and the record after it both know: without a chunk of its own, the code would be exchanged
              // only once the record's own code and React were there.
              name: 'session',
              priority: 2,
              test: /src\/(?:smart\/(?:claim|connection|fhir-context|scopes|session-store|signed-in-as|style-url|web-messaging)|fhir\/(?:local-reference|subject))\.ts/,
            },
            {
              // Of pages that are opened, never of a first screen.
              name: 'definitions',
              priority: 2,
              test: /src\/ui\/(?:definition-list|copy-text)/,
            },
            {
              // Of use to the check of an installation too, which shares it so.
              name: 'id-token',
              test: /src\/smart\/(?:id-token|identify-user|openid-configuration|signing-algorithms)/,
            },
            {
              name: 'record',
              priority: 1,
              test: /src\/(?:(?:fhir|observations)\/(?!plain-names\/|visit|build-series|decode-samples|list-trends|series-point|series-range|series-drafts|sentences|unit-converter|flowsheet|search-results|sort-results|group-results|code-systems|observation-history|read-more|export\/|read-again|member-text|write-collection|vital-signs|glance|latest-|counted|decimal-difference|out-of-range|newest-of-each|recently-reported)|patient\/(?:age|patient-state|replaces|tell-apart|use-and-period)|app\/(?:address-query|hospital-style|use-register|launch-store|load-patient|pointed-result|observation-|open-sessions|record-(?!facts)|session-|take-away-)|views\/(?:record|shared\/(?!take-away\/(?:take-away-|use-|print-|file-))|(?:overview|results)\/.*\.css)|ui\/(?:long-text|(?:data-table|sparkline)\.css))/,
            },
            {
              name: 'table',
              priority: 1,
              test: /@tanstack|src\/ui\/(?:data-table|filter-fields|table-r|windowed-rows)/,
            },
            {
              // Its own table is only one way to look at a record, and not the first.
              name: 'results',
              priority: 1,
              test: /src\/(?:app\/results-page|views\/results\/(?!drawn-samples|detail-(?!layout)|raw-resource|sampled-|use-on-demand|why-not)|observations\/(?:sort-results|group-results))/,
            },
            {
              // What the first screen has beside all others.
              name: 'overview',
              test: /src\/(?:app\/overview-page|views\/overview\/|ui\/(?:sparkline|chart-strokes)|observations\/(?:vital-signs|glance|latest-|counted|decimal-difference|out-of-range|newest-of-each|recently-reported))/,
            },
            {
              // Comes while the server says who the patient is.
              name: 'patient',
              test: /src\/patient\/(?!age|patient-state|replaces|tell-apart|use-and-period|visit)/,
            },
            {
              // Of a row that is opened.
              name: 'detail',
              test: /src\/(?:views\/results\/(?:detail-(?!layout)|raw-resource|sampled-|use-on-demand|why-not)|observations\/(?:code-systems|sentences))/,
            },
          ]),
        },
      },
    },
  },
  test: {
    allowOnly: false,
    // How long something takes is the machine's affair, which is slow while others work on it too.
    testTimeout: 60_000,
    // West of Greenwich, where a date read as midnight UTC shows as the day before.
    env: { TZ: 'America/Los_Angeles' },
    // A context and a module graph for each file costs five times what the tests do; no test leans on having its own.
    isolate: false,
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: [
            'src/*.test.ts',
            'src/{config,directory,fhir,language,local-record,observations,patient}/**/*.test.ts',
            '{bench,sandbox,tools}/**/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          include: ['src/{app,smart,ui,views}/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          setupFiles: 'src/test-setup.ts',
          // Bundled, so that its parts are replaced as in the build.
          deps: { optimizer: { client: { enabled: true, include: ['fhirclient/lib/smart.js'] } } },
        },
      },
    ],
  },
})
