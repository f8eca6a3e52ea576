import { useCallback, useEffect, useState } from 'react'
import { createLimiter } from '../fhir/limiter.ts'
import { t } from '../language/t.ts'
import { unknown, type Finding } from '../smart/check/finding.ts'
import type { CheckPart } from '../views/check/check-part.ts'

/**
 * Something to be checked, and how; `signal` ends it when nobody looks any more. With `sendsRefused` a check may send
 * what it is refused for.
 */
export type Check = {
  readonly key: string
  readonly title: string
  readonly run: (signal: AbortSignal, sendsRefused: boolean) => AsyncIterable<Finding>
}

type Found = Readonly<Record<string, { findings: readonly Finding[]; isDone: boolean }>>

const nothing = { findings: [], isDone: false }

/** Of hundreds of servers, no more are asked at once, so that a slow one among them is not taken for one that fails. */
const atOnce = 4

/**
 * Runs checks, some side by side, and gives what they found so far; `again` runs them anew. At first nothing is sent
 * that is to be refused: whoever opens a page needn't mean it. `checks` must stay the same.
 */
export function useChecks(checks: readonly Check[]): {
  readonly parts: readonly CheckPart[]
  readonly again: (sendsRefused: boolean) => void
} {
  const [found, setFound] = useState<Found>({})
  const [round, setRound] = useState({ sendsRefused: false })

  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    const add = (key: string, findings: readonly Finding[], isDone: boolean) => {
      if (signal.aborted) return
      setFound((all) => {
        const before = all[key] ?? nothing
        return { ...all, [key]: { findings: [...before.findings, ...findings], isDone } }
      })
    }
    const limit = createLimiter(atOnce)
    for (const { key, run } of checks)
      void limit(async () => {
        if (!signal.aborted)
          await collect(run(signal, round.sendsRefused), (finding) => add(key, [finding], false))
      }).then(
        () => add(key, [], true),
        () =>
          add(key, [unknown('discovery', t('This check stopped by a fault of the app.'))], true),
      )
    return () => stop.abort()
  }, [checks, round])

  const again = useCallback((sendsRefused: boolean) => {
    setFound({})
    setRound({ sendsRefused })
  }, [])
  const parts = checks.map(({ key, title }) => ({ key, title, ...(found[key] ?? nothing) }))
  return { parts, again }
}

async function collect(
  findings: AsyncIterable<Finding>,
  onFinding: (finding: Finding) => void,
): Promise<void> {
  for await (const finding of findings) onFinding(finding)
}
