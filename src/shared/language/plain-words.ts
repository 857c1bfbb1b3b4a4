import { repairText } from './repair-text.ts'

/** Controls, marks without width, accents apart from their letters, other spaces than the plain one, letters that are mended, spaces too many. */
const needsMending = /[\p{Cc}\p{Cf}\p{M}\uFFFD-\uFFFFÐð]|[^\S ]| {2}|^ | $/u

/** Words as they are compared: repaired, one space between them, none at the ends of a line, no empty lines. */
export function plainWords(text: string): string {
  // Nearly every text is plain already, and a plan has thousands.
  if (!needsMending.test(text)) return text
  return repairText(text)
    .text.split(/\n/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}

/** Whether two texts say the same in a reader's eyes: where a line is broken is no matter of words. */
export function saysSame(one: string, other: string): boolean {
  return one === other || one.replace(/\s+/g, ' ') === other.replace(/\s+/g, ' ')
}
