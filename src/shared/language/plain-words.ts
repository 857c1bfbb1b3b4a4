import { repairText } from './repair-text.ts'

// eslint-disable-next-line no-control-regex -- controls are among what has to be mended
const needsMending =
  /[\u0000-\u001F\u007F-\u00A0\u00AD\u00D0\u00F0\u1680\u2000-\u200F\u2028-\u202F\u205F-\u2064\u3000\uFEFF\uFFFD-\uFFFF]| {2}|^ | $/u

/** Words as they are compared: repaired, one space between them, none at the ends of a line, no empty lines. */
export function plainWords(text: string): string {
  // Nearly every text is plain already, and a plan has thousands.
  if (!needsMending.test(text)) return text.normalize('NFC')
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
