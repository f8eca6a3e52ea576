import { useEffect, useState } from 'react'
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
  return (
    <p className="session-countdown quiet">
      Session ends in {formatMinutes(endsAt - now)} ({formatTimeOfDay(endsAt)})
    </p>
  )
}

function formatMinutes(ms: number): string {
  const minutes = Math.floor(ms / 60_000)
  if (minutes < 1) return 'less than a minute'
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}
