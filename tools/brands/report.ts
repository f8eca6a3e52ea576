import { toOneLine } from '../../src/fhir/text.ts'
import { firstFew } from './first-few.ts'
import type { Listing } from './list-organizations.ts'
import type { BundleReading } from './read-bundle.ts'

const mostEndpoints = 20
const longestAddress = 200

/** A line as a terminal may show it: what comes from a bundle could hold controls that it obeys. */
export const toPrintable = (line: string) => line.replace(/[\p{C}\u2028\u2029]/gu, '')

/** Says what a bundle holds and what of it can't be used. */
export function describeReading(
  name: string,
  { brands, endpoints, timestamp, leftOut }: BundleReading,
  isKept: boolean,
): string[] {
  const of = timestamp === undefined ? '' : `, of ${timestamp}`
  const kept = isKept ? ', unchanged since it was kept' : ''
  return [
    `${name}: ${brands.length} organizations, ${endpoints.length} endpoints${of}${kept}`,
    ...leftOut.lines().map((line) => `  left out: ${line}`),
  ]
}

/** Says which organizations a directory lacks, and which servers of the configuration no bundle speaks of. */
export function describeListing(
  { unreachable, missing, unnamed }: Listing,
  configFile: string,
): string[] {
  const lines: string[] = []
  if (unreachable > 0)
    lines.push(`${unreachable} organizations left out: none of their servers is in ${configFile}.`)
  if (missing.length > 0)
    lines.push(
      `${missing.length} endpoints without a server in ${configFile}:`,
      ...missing
        .slice(0, mostEndpoints)
        .map(
          ({ endpoint, name }) =>
            `  ${toOneLine(endpoint.address, longestAddress) ?? ''} (${name}${endpoint.isR4 ? '' : '; not R4'})`,
        ),
    )
  if (missing.length > mostEndpoints) lines.push(`  and ${missing.length - mostEndpoints} more`)
  if (unnamed.length > 0)
    lines.push(
      `${unnamed.length} servers that no bundle speaks of stand by their own names: ${firstFew(unnamed)}`,
    )
  return lines
}
