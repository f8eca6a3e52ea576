import { t } from '../../language/t.ts'
import type { Ask } from '../strict-fetch.ts'
import { UnansweredError } from './explain-failure.ts'
import { fault, type Finding } from './finding.ts'

/** How long after a failed request the browser may take to say that the policy was why. */
const patienceMs = 200

/**
 * Sends requests as `ask` does, and tells those that this site's own policy kept from being sent: fetch alone fails as
 * it does for CORS, but the document hears of it (CSP 3 §5.3). `describe` gives a finding for each origin that was
 * blocked so far. Rejects as `ask` does, with an {@link UnansweredError} for these.
 */
export function watchPolicy(ask: Ask): { readonly ask: Ask; readonly describe: () => Finding[] } {
  const blocked = new Set<string>()
  return {
    ask: async (url, init, timeoutMs) => {
      const { origin } = new URL(url)
      const violation = awaitViolation(origin)
      try {
        return await ask(url, init, timeoutMs)
      } catch (error) {
        if (!(await violation.happened())) throw error
        blocked.add(origin)
        throw new UnansweredError('policy', toWords(origin), { cause: error })
      } finally {
        violation.stop()
      }
    },
    describe: () =>
      [...blocked].map((origin) =>
        fault(
          'policy',
          toWords(origin),
          t(
            'Make the headers anew (npm run headers), and let this site’s host send them with every page.',
          ),
        ),
      ),
  }
}

const toWords = (origin: string) =>
  t('This site’s own header (Content-Security-Policy) blocks {origin}.', { origin })

/** Listens for a connection to an origin being blocked; after a redirect the browser names the address asked for. */
function awaitViolation(origin: string) {
  const listening = new AbortController()
  const violation = new Promise<true>((resolve) => {
    const note = ({
      blockedURI,
      disposition,
      effectiveDirective,
    }: SecurityPolicyViolationEvent) => {
      const isOfOrigin = URL.canParse(blockedURI) && new URL(blockedURI).origin === origin
      if (disposition === 'enforce' && effectiveDirective === 'connect-src' && isOfOrigin)
        resolve(true)
    }
    document.addEventListener('securitypolicyviolation', note, { signal: listening.signal })
  })
  return {
    happened: () =>
      Promise.race([
        violation,
        new Promise<false>((resolve) => setTimeout(resolve, patienceMs, false)),
      ]),
    stop: () => listening.abort(),
  }
}
