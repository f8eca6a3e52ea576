import { checkServer } from '../src/smart/check/check-server.ts'
import { summarize } from '../src/smart/check/count-findings.ts'
import type { Finding } from '../src/smart/check/finding.ts'
import { writeFinding } from '../src/smart/check/write-report.ts'
import { askAsPage } from './check-server/ask-as-page.ts'
import { readArguments, usage } from './check-server/read-arguments.ts'

/**
 * `npm run check-server -- <iss>`: the checks of the page `#/check`, from a terminal. Writes each finding as it comes.
 * Whoever calls it means it, so it sends at once what the page sends only when asked.
 *
 * @param write takes one line
 * @returns 0 where the app can work with the server, 1 with any fault, 2 where the arguments make no sense
 */
export async function main(
  args: readonly string[],
  write: (line: string) => void = (line) => void process.stdout.write(`${line}\n`),
): Promise<number> {
  const request = readArguments(args)
  if (request.kind === 'unusable') {
    write(request.reason)
    write(`Usage: ${usage}`)
    return 2
  }
  const { server, root, isClientNamed } = request
  write(`${server.iss}, as a page of ${root.origin} would see it`)
  write(`Launch address to register: ${new URL('launch/', root).href}`)
  write(`Redirect address to register: ${server.redirectUri}`)
  write('')
  const findings: Finding[] = []
  const options = { ask: askAsPage(root.origin), sendsRefused: true, isClientNamed }
  for await (const finding of checkServer(server, root, options)) {
    findings.push(finding)
    for (const line of writeFinding(finding)) write(line)
  }
  write('')
  write(`Done: ${summarize(findings)}.`)
  return findings.some(({ verdict }) => verdict === 'fault') ? 1 : 0
}
