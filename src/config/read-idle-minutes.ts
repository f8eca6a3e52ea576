import { isMembers, type Report } from './config-faults.ts'

const mostMinutes = 240

/**
 * Reads `idleMinutes`, how long nobody may touch the page before the record is covered (END-06); 0 switches that off.
 * Undefined where it isn't said: the app then chooses by where it runs.
 */
export function readIdleMinutes(json: unknown, report: Report): number | undefined {
  const minutes = isMembers(json) ? json['idleMinutes'] : undefined
  if (minutes === undefined) return undefined
  if (typeof minutes === 'number' && (minutes === 0 || (minutes >= 2 && minutes <= mostMinutes)))
    return minutes
  return report(
    'idleMinutes',
    `must be a number of minutes, 2 to ${mostMinutes}, or 0 for no idle lock.`,
  )
}
