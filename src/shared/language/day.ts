/** A day as people write it: `2023-06-30` → "30/06/2023". */
export function writeDay(day: string): string {
  return day.split('-').toReversed().join('/')
}
