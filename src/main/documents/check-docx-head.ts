import { decree } from '#shared/decree/decree.ts'
import { documentTypeAbbreviations } from '#shared/decree/document-type.ts'
import { parseOfficialDate } from '#shared/decree/official-words.ts'
import { decreeFinding, type DocxFinding } from './check-docx-finding.ts'
import { checkLetter, findLetter, type LetterHead } from './check-docx-letter.ts'
import type { Line } from './check-docx-look.ts'
import { checkRule, checkTypography } from './check-docx-typography.ts'

const rules = decree.head
const types = new Set(Object.keys(documentTypeAbbreviations).map((name) => name.toLocaleUpperCase('vi')))

/** Where the parts of a head stand among the lines of its section; -1 where one is not there. */
export interface Head {
  readonly type: number
  /** The first line of the text. */
  readonly bodyStart: number
  /** A paper issued by a decision carries "(Kèm theo Quyết định …)" and no number or date of its own (form 1.3). */
  readonly attached: boolean
  /** A công văn has "V/v …" under its number and addressees in the place of type and title (form 1.5). */
  readonly letter: LetterHead | null
}

/** Finds the head of a paper in the lines of a section, or null where the section has none (an appendix, a working paper). */
export function findHead(lines: readonly Line[]): Head | null {
  if (!lines.some(({ text }) => isNationalName(text))) return null
  const type = lines.findIndex(({ text, cell }) => cell === null && types.has(text.trim()))
  const letter = type < 0 ? findLetter(lines) : null
  if (letter !== null) return { type, bodyStart: letter.bodyStart, attached: false, letter }
  const rule = lines.findIndex(({ ruledBelow, cell }, index) => index > type && cell === null && ruledBelow)
  const attached = lines.slice(type + 1, rule < 0 ? type + 6 : rule).some(({ text }) => isAttachmentLine(text))
  return { type, bodyStart: rule < 0 ? type + 2 : rule + 1, attached, letter }
}

/** The decree's own table prints HOÀ: both spellings are the national name. */
export function isNationalName(text: string): boolean {
  return text.normalize('NFC').replace('HOÀ', 'HÒA').trim() === rules.nationalName.value.text
}

export function isAttachmentLine(text: string): boolean {
  return /^\(\s*(?:Ban hành )?[Kk]èm theo /u.test(text.trim())
}

/** Judges the head: national name, motto, issuer, number, place and date, type and subject, with their rules. */
export function checkHead(lines: readonly Line[], head: Head, where: string): readonly DocxFinding[] {
  const nationalAt = lines.findIndex(({ text }) => isNationalName(text))
  const national = lines[nationalAt]
  if (national === undefined) return []
  const mottoAt = lines.findIndex(({ text }) => text.trim() === rules.motto.value.text)
  const motto = lines[mottoAt]
  const numberAt = lines.findIndex(({ text }) => /^Số\s*:/u.test(text.trim()))
  const number = lines[numberAt]
  const date = lines.find(({ text }) => /, ngày\s.*tháng\s.*năm/u.test(text))
  return [
    ...checkTypography(national, rules.nationalName),
    ...(motto === undefined
      ? [decreeFinding(rules.motto, where, 'none', rules.motto.value.text)]
      : [...checkTypography(motto, rules.motto), ...checkRule(motto, lines[mottoAt + 1], rules.mottoRule)]),
    ...checkIssuer(lines, national, where),
    ...(head.attached ? [] : [...checkNumber(number, where), ...checkPlaceDate(date, where)]),
    ...(motto !== undefined && (date !== undefined || head.attached) ? checkSizesTogether(national, motto, date) : []),
    ...(head.letter === null ? checkTitle(lines, head, where) : checkLetter(lines, head.letter, number)),
  ]
}

/** The cell level with the national name: superiors in plain capitals, then the issuer in bold ones, then its rule. */
function checkIssuer(lines: readonly Line[], national: Line, where: string): readonly DocxFinding[] {
  const own = lines.filter(({ cell }) => cell?.table === national.cell?.table && cell?.row === national.cell?.row && cell?.column === 0)
  const named = own.filter(({ text }) => text.trim() !== '' && !/^Số\s*:/u.test(text.trim()))
  const bold = named.filter(({ runs }) => runs.every((run) => run.bold))
  const last = bold.at(-1)
  if (last === undefined) return [decreeFinding(rules.issuer, where, 'no issuer in bold', 'the issuer in bold capitals')]
  return [
    ...named.filter((line) => !bold.includes(line)).flatMap((line) => checkTypography(line, rules.superior)),
    ...bold.flatMap((line) => checkTypography(line, rules.issuer)),
    ...checkRule(last, own[own.indexOf(last) + 1], rules.issuerRule),
  ]
}

function checkNumber(line: Line | undefined, where: string): readonly DocxFinding[] {
  if (line === undefined) return [decreeFinding(rules.number, where, 'no number line', 'Số: …')]
  const text = line.text.replace(/\s+/gu, ' ').trim()
  // Room left for the records office: "Số:      /KH-UBND".
  const blank = /^Số: \/[A-ZĐa-zđ&.-]+$/u.test(text)
  return [
    ...checkTypography(line, rules.number),
    ...(blank || rules.numberPattern.value.test(text) ? [] : [decreeFinding(rules.numberPattern, line.where, text, 'Số: 05/KH-UBND')]),
  ]
}

function checkPlaceDate(line: Line | undefined, where: string): readonly DocxFinding[] {
  if (line === undefined) return [decreeFinding(rules.placeDate, where, 'no place and date', '…, ngày … tháng … năm …')]
  const words = line.text.replace(/^[^,]*,\s*/u, '')
  const blank = /^ngày\s+tháng\s+(?:\d{1,2}\s+)?năm(?:\s+\d{4})?\s*$/u.test(words)
  const day = parseOfficialDate(words)
  const [, date = '', month = ''] = /^ngày (\d+) tháng (\d+)/u.exec(words) ?? []
  const zeros = date.length === 2 && (Number(month) <= 2 ? month.length === 2 : !month.startsWith('0'))
  return [
    ...checkTypography(line, rules.placeDate),
    ...(blank || (day !== null && zeros) ? [] : [decreeFinding(rules.placeDate, line.where, words, 'ngày 05 tháng 01 năm 2023')]),
  ]
}

function sizeOf(line: Line | undefined): number | undefined {
  return line?.runs[0]?.size
}

function checkSizesTogether(national: Line, motto: Line, date: Line | undefined): readonly DocxFinding[] {
  const fits = rules.sizesTogether.value.some(
    (set) => set.nationalName === sizeOf(national) && set.motto === sizeOf(motto) && (date === undefined || set.placeDate === sizeOf(date)),
  )
  const found = [sizeOf(national), sizeOf(motto), sizeOf(date)].filter((one) => one !== undefined).join('/')
  return fits ? [] : [decreeFinding(rules.sizesTogether, national.where, found, '12/13/13 or 13/14/14')]
}

function checkTitle(lines: readonly Line[], head: Head, where: string): readonly DocxFinding[] {
  const type = lines[head.type]
  if (type === undefined) return [decreeFinding(rules.documentType, where, 'no type of document', 'KẾ HOẠCH, QUYẾT ĐỊNH, …')]
  const between = lines.slice(head.type + 1, head.bodyStart)
  const ruled = between.findIndex(({ ruledBelow }) => ruledBelow)
  const titles = between.slice(0, ruled < 0 ? between.length : ruled).filter(({ text }) => text.trim() !== '')
  const subject = titles.filter(({ text }) => !isAttachmentLine(text))
  const attachment = titles.filter(({ text }) => isAttachmentLine(text))
  const above = titles.at(-1)
  return [
    ...checkTypography(type, rules.documentType),
    ...(subject.length === 0
      ? [decreeFinding(rules.subject, where, 'no subject', 'the subject under the type')]
      : subject.flatMap((line) => checkTypography(line, rules.subject))),
    ...attachment.flatMap((line) => checkTypography(line, decree.appendix.attachmentLine)),
    ...(above === undefined ? [] : checkRule(brokenLine(above), between[ruled], rules.subjectRule)),
  ]
}

/** Of a line that was broken by hand only the last piece carries the rule. */
function brokenLine(line: Line): Line {
  const breakAt = line.runs.findLastIndex(({ text }) => text.trim() === '' && text !== '')
  const runs = line.runs.slice(breakAt + 1)
  return breakAt < 0 ? line : { ...line, runs, text: runs.map(({ text }) => text).join('') }
}
