import { afterEach, describe, expect, it, vi } from 'vitest'
import { loadConfig } from './load-config.ts'

const root = new URL('https://app.example/')
const config = { servers: [{ id: 'a', name: 'A', iss: 'https://a.example/fhir', clientId: 'x' }] }

/** Answers as a host, or the browser's cache, does, so many minutes after the host sent it; gives how it was asked. */
function answerFrom(minutesAgo: number | undefined) {
  const asked: (RequestCache | undefined)[] = []
  const date = new Date(Date.now() - (minutesAgo ?? 0) * 60_000).toUTCString()
  vi.stubGlobal('fetch', async (_url: URL, { cache }: RequestInit) => {
    asked.push(cache)
    return Response.json(config, { headers: minutesAgo === undefined ? {} : { date } })
  })
  return asked
}

afterEach(() => vi.unstubAllGlobals())

describe('loadConfig', () => {
  it.each([[0], [9], [undefined]])(
    'takes what the page or the browser has, sent %s minutes ago',
    async (minutesAgo) => {
      const asked = answerFrom(minutesAgo)
      await expect(loadConfig(root)).resolves.toMatchObject({ servers: [{ id: 'a' }] })
      expect(asked).toEqual(['default'])
    },
  )

  it('asks anew where it was sent more than ten minutes ago, so that an edit takes effect', async () => {
    const asked = answerFrom(11)
    await loadConfig(root)
    expect(asked).toEqual(['default', 'no-cache'])
  })
})
