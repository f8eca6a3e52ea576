/** Days of the calendar in the viewer's zone, as text "2024-05-01": what an address and a date field hold. */
const day = /^(\d{4})-(\d\d)-(\d\d)$/

/** The moments a day begins and ends (epoch milliseconds, both in it); undefined for what is no day. */
export function dayBounds(
  text: string,
): { readonly from: number; readonly to: number } | undefined {
  const [, year, month, date] = (day.exec(text) ?? []).map(Number)
  if (year === undefined || month === undefined || date === undefined) return undefined
  const startOf = (offset: number) => {
    const start = new Date(2000, 0, 1)
    // A year before 100 would be taken for one of the twentieth century by the constructor.
    start.setFullYear(year, month - 1, date + offset)
    return start
  }
  const start = startOf(0)
  if (start.getMonth() !== month - 1 || start.getDate() !== date) return undefined
  return { from: start.getTime(), to: startOf(1).getTime() - 1 }
}

/** The moment so many months before another, by the calendar; a day that the month hasn't is its last. */
export function monthsBefore(at: number, months: number): number {
  const date = new Date(at)
  const wanted = date.getDate()
  date.setDate(1)
  date.setMonth(date.getMonth() - months)
  const last = new Date(date.getFullYear(), date.getMonth() + 1, 0).getDate()
  date.setDate(Math.min(wanted, last))
  return date.getTime()
}
