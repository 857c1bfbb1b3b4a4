const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** A day as people write it: `2023-06-30` → "30/06/2023". */
export function writeDay(day: string): string {
  // A year's register writes ten thousand; taking the day to pieces and turning them round was a tenth of its time.
  if (day.length === 10) return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
  return day.split('-').toReversed().join('/')
}

/** `14/2/2023`, `14-02-2023`, `14.2.23` → `2023-02-14`; null when it is no day of the calendar. */
export function readDay(text: string): string | null {
  const found = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})\s*$/.exec(text)
  if (found === null) return null
  const [, date = '', month = '', year = ''] = found
  const whole = year.length === 2 ? `20${year}` : year
  const day = `${whole}-${twoDigits(Number(month))}-${twoDigits(Number(date))}`
  const parsed = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== day ? null : day
}

/** A moment in the machine's own time: `14/02/2023 10:32`. */
export function writeMoment(moment: string): string {
  const at = new Date(moment)
  return `${twoDigits(at.getDate())}/${twoDigits(at.getMonth() + 1)}/${at.getFullYear()} ${writeClock(moment)}`
}

/** The clock of a moment: `10:32`. */
export function writeClock(moment: string): string {
  const at = new Date(moment)
  return `${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`
}

/** The day of a moment on the machine's own clock. */
export function localDay(at: Date): string {
  return `${at.getFullYear()}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`
}
