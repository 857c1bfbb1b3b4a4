import { localDay } from '#shared/language/day.ts'

export { readDay, writeClock as showClock, writeDay as showDay, writeMoment as showMoment } from '#shared/language/day.ts'

/** Today on the machine's clock: for a date a person is about to confirm. */
export function today(): string {
  return localDay(new Date())
}
