import { decree } from '#shared/decree/decree.ts'
import { decreeFinding, type DocxFinding } from './check-docx-finding.ts'
import type { Line } from './check-docx-look.ts'
import { checkTypography } from './check-docx-typography.ts'

/** Half a point: what the dialogs of Word round away. */
const TOLERANCE = 0.5

/** Where the parts of a công văn's head stand among the lines of its section. */
export interface LetterHead {
  /** "V/v …", in the left column. */
  readonly subject: number
  /** "Kính gửi: …"; -1 where there is none. */
  readonly greeting: number
  /** The lines of addressees below the greeting. */
  readonly addressees: readonly Line[]
  /** The first line of the text. */
  readonly bodyStart: number
}

/** Finds the head of a công văn: a subject "V/v …" in the left column (form 1.5). Null where the paper is of another form. */
export function findLetter(lines: readonly Line[]): LetterHead | null {
  const subject = lines.findIndex(({ text, cell }) => cell?.column === 0 && /^v\s*\/\s*v\b/iu.test(text.trim()))
  if (subject < 0) return null
  const greeting = lines.findIndex(({ text, cell }) => cell === null && /^kính gửi\b/iu.test(text.normalize('NFC').trim()))
  if (greeting < 0) {
    const body = lines.findIndex(({ cell, text }, index) => index > subject && cell === null && text.trim() !== '')
    return { subject, greeting, addressees: [], bodyStart: body < 0 ? lines.length : body }
  }
  const addressees: Line[] = []
  // Words behind the colon are the only addressee; the list below it has none there.
  if (afterGreeting(lines[greeting]) === '')
    for (const line of lines.slice(greeting + 1)) {
      if (line.cell !== null || !/^[-–]/u.test(line.text.trim())) break
      addressees.push(line)
    }
  return { subject, greeting, addressees, bodyStart: greeting + 1 + addressees.length }
}

function afterGreeting(line: Line | undefined): string {
  return (line?.text ?? '').replace(/^[^:]*:?/u, '').trim()
}

/** Judges what a công văn has in the place of type and title: its symbol without a type, "V/v" under the number, the addressees, "Như trên". */
export function checkLetter(lines: readonly Line[], letter: LetterHead, number: Line | undefined): readonly DocxFinding[] {
  return [...checkSymbol(number), ...checkSubject(lines[letter.subject]), ...checkAddressees(lines, letter), ...checkRecipients(lines)]
}

function checkSymbol(number: Line | undefined): readonly DocxFinding[] {
  const rule = decree.head.letterSymbolWithout
  const [, first] = /\/([^-]+)-/u.exec(number?.text ?? '') ?? []
  return number === undefined || first === undefined || !rule.value.includes(first)
    ? []
    : [decreeFinding(rule, number.where, number.text, 'the issuer first, no abbreviation of a type')]
}

function checkSubject(line: Line | undefined): readonly DocxFinding[] {
  if (line === undefined) return []
  const { letterSubject, letterSubjectSpace } = decree.head
  return [
    ...checkTypography(line, letterSubject),
    ...(line.text.startsWith(letterSubject.value.starts) ? [] : [decreeFinding(letterSubject, line.where, line.text, 'V/v …')]),
    ...(line.before >= letterSubjectSpace.value.min - TOLERANCE
      ? []
      : [decreeFinding(letterSubjectSpace, line.where, `${line.before} pt`, '6 pt below the number')]),
  ]
}

function checkAddressees(lines: readonly Line[], { greeting, addressees }: LetterHead): readonly DocxFinding[] {
  const { addressee, addresseeEnds } = decree.foot
  const { starts, each, last } = addresseeEnds.value
  const line = lines[greeting]
  if (line === undefined) return [decreeFinding(addressee, lines[0]?.where ?? '', 'no addressee', addressee.value.starts)]
  const only = afterGreeting(line)
  const dashes = new Set(addressees.map(({ leftIndent, firstLineIndent }) => Math.round(leftIndent + firstLineIndent)))
  return [
    // Where it stands across the page is open: the form has it to the right of the middle.
    ...[line, ...addressees].flatMap((one) => checkTypography({ ...one, align: addressee.value.align }, addressee)),
    ...(line.text.trim().startsWith(addressee.value.starts)
      ? []
      : [decreeFinding(addressee, line.where, line.text, `“${addressee.value.starts}”`)]),
    ...(only === '' && addressees.length < 2
      ? [decreeFinding(addresseeEnds, line.where, line.text, 'one addressee on the line of the greeting, several below it')]
      : []),
    ...addressees.flatMap((one, index) => {
      const end = index === addressees.length - 1 ? last : each
      return one.text.trim().startsWith(starts) && one.text.trimEnd().endsWith(end)
        ? []
        : [decreeFinding(addresseeEnds, one.where, one.text, `“- …${end}”`)]
    }),
    ...(dashes.size <= 1 ? [] : [decreeFinding(addresseeEnds, line.where, [...dashes].join(', '), 'dashes below each other')]),
  ]
}

/** "Nơi nhận" begins with those above. */
function checkRecipients(lines: readonly Line[]): readonly DocxFinding[] {
  const { addresseesAbove, recipientsHeading } = decree.foot
  const at = lines.findIndex(({ text }) => text.trim() === recipientsHeading.value.text)
  const first = lines[at + 1]
  if (at < 0 || first === undefined) return []
  return first.text.replace(/^[-–\s]*/u, '').startsWith(addresseesAbove.value)
    ? []
    : [decreeFinding(addresseesAbove, first.where, first.text, `- ${addresseesAbove.value};`)]
}
