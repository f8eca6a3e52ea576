import { useEffect, useState } from 'react'
import { t, tn } from '../../language/t.ts'
import { formatTimeOfDay } from '../../ui/format-moment.ts'

const lookEveryMs = 5_000

/**
 * Says quietly how long the session lasts (REF-09): whole minutes, not announced, in no one's way. Nothing while the
 * end is not known, as when the session renews itself.
 */
export function SessionCountdown({ endsAt }: { readonly endsAt: number | undefined }) {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), lookEveryMs)
    return () => clearInterval(timer)
  }, [])
  if (endsAt === undefined) return null
  return <p className="session-countdown quiet">{formatEnd(endsAt, now)}</p>
}

function formatEnd(endsAt: number, now: number): string {
  const time = formatTimeOfDay(endsAt)
  const minutes = Math.floor((endsAt - now) / 60_000)
  return minutes < 1
    ? t('Session ends in less than a minute ({time})', { time })
    : tn(minutes, 'Session ends in {n} minute ({time})', 'Session ends in {n} minutes ({time})', {
        time,
      })
}
