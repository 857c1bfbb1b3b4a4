export { readDay } from '#shared/language/day.ts'

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** A day as an office writes it: `2023-02-14` → `14/02/2023`. */
export function showDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${date}/${month}/${year}`
}

/** A moment in the machine's own time: `14/02/2023 10:32`. */
export function showMoment(moment: string): string {
  const at = new Date(moment)
  return `${twoDigits(at.getDate())}/${twoDigits(at.getMonth() + 1)}/${at.getFullYear()} ${showClock(moment)}`
}

/** The clock of a moment: `10:32`. */
export function showClock(moment: string): string {
  const at = new Date(moment)
  return `${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`
}

/** Today on the machine's clock: for a date a person is about to confirm. */
export function today(): string {
  const now = new Date()
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`
}
