import { parseJson, toObject } from '../fhir/json.ts'
import { readSmartStyle } from './read-smart-style.ts'
import { strictFetch } from './strict-fetch.ts'
import { toStyleTokens, type StyleTokens } from './style-tokens.ts'

/** What became of the hospital's style; the counts are of its properties. */
export type StyleState =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading' }
  /** No answer in time, or nothing that can be read. */
  | { readonly kind: 'failed' }
  | (StyleTokens & { readonly kind: 'loaded'; readonly refused: number })

const timeoutMs = 3_000
const mostBytes = 16_384

/**
 * Loads the style at a checked address (SMART App Launch 2.2 "Styling", CTX-05): without token or cookie, without
 * following a redirect, in three seconds and sixteen thousand bytes at most. Never rejects.
 */
export async function loadSmartStyle(url: string, signal: AbortSignal): Promise<StyleState> {
  try {
    const response = await strictFetch(
      url,
      { headers: { accept: 'application/json' }, signal },
      timeoutMs,
    )
    const text = response.ok ? await readShort(response) : undefined
    const json = text === undefined ? undefined : toObject(parseJson(text))
    if (!json) return { kind: 'failed' }
    const { style, refused } = readSmartStyle(json)
    return { kind: 'loaded', refused, ...toStyleTokens(style) }
  } catch {
    return { kind: 'failed' }
  }
}

/** The text of a short answer; of a longer one no more is read than shows that it is. */
async function readShort(response: Response): Promise<string | undefined> {
  const reader = response.body?.getReader()
  if (!reader) return undefined
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    bytes += value?.byteLength ?? 0
    if (bytes > mostBytes) {
      void reader.cancel().catch(() => {})
      return undefined
    }
    text += decoder.decode(value, { stream: !done })
    if (done) return text
  }
}

/** The style in words, for diagnostics. */
export function describeStyle(state: StyleState): string {
  switch (state.kind) {
    case 'none':
      return 'none given, or not to be used'
    case 'loading':
      return 'loading'
    case 'failed':
      return 'could not be read'
    case 'loaded':
      return `${state.tokens.length} values used, ${state.unused} without use here, ${state.unreadable} refused for want of contrast, ${state.refused} refused as malformed`
  }
}
