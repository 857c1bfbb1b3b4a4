import { decree } from '#shared/decree/decree.ts'
import { within, type Range, type Rule } from '#shared/decree/rule.ts'
import { fromRoman } from '#shared/language/roman.ts'
import { checkBody, textLines } from './check-docx-body.ts'
import { decreeFinding, type DocxFinding } from './check-docx-finding.ts'
import { checkFoot } from './check-docx-foot.ts'
import { checkHead, findHead, isAttachmentLine } from './check-docx-head.ts'
import { readPaper, type Line, type PaperSection } from './check-docx-look.ts'
import { checkStructure } from './check-docx-structure.ts'
import { checkTypography } from './check-docx-typography.ts'
import { openPackage } from './open-package.ts'

const MILLIMETRE = 1440 / 25.4

/** Half a point: what the dialogs of Word round away. */
const PAGE_TOLERANCE = 0.2

export interface CheckOptions {
  /** Name of the file as shown to a person. */
  readonly file: string
  /** Of an electronic original the places of the attachment line must be blank (decree I.III.1.c); null: not known. */
  readonly copy: 'paper' | 'electronic' | null
}

/**
 * Judges a Word file by the decree and by the file format. Papers are known by their national name and appendices by their number; other sections
 * (working papers) are judged by the format alone. Throws what `openPackage` throws.
 */
export function checkDocx(bytes: Uint8Array, { file, copy }: CheckOptions): readonly DocxFinding[] {
  const book = openPackage(bytes, file, 'docx')
  return told([...checkStructure(book), ...checkDecree(readPaper(book), copy)])
}

/** One fault made in every paragraph is told once, with the first place. */
function told(findings: readonly DocxFinding[]): readonly DocxFinding[] {
  const groups = Map.groupBy(findings, ({ rule, found, expected }) => JSON.stringify([rule, found, expected]))
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [others.length === 0 ? first : { ...first, where: `${first.where} and ${others.length} more` }],
  )
}

function checkDecree(sections: readonly PaperSection[], copy: CheckOptions['copy']): readonly DocxFinding[] {
  const papers = sections.flatMap((section) => {
    const head = findHead(section.lines)
    return head === null ? [] : [{ section, head }]
  })
  const appendices = sections.filter(({ lines }) => findHead(lines) === null && appendixNumber(firstLine(lines)) !== null)
  const pointed = papers.some(({ section, head }) =>
    textLines(section.lines, head).some(({ text }) => decree.appendix.referenceInText.value.test(text)),
  )
  return [
    ...papers.flatMap(({ section, head }) => [
      ...checkPage(section),
      ...(section.landscape ? [decreeFinding(decree.page.bodyOrientation, section.where, 'landscape', 'portrait')] : []),
      ...checkHead(section.lines, head, section.where),
      ...checkBody(section.lines, head, section.where),
      ...(head.attached ? [] : checkFoot(section.lines, section.where)),
    ]),
    ...(papers.length > 0 && appendices.length > 0 && !pointed
      ? [decreeFinding(decree.appendix.referenceInText, papers[0]?.section.where ?? '', 'no mention', 'the text points to its appendices')]
      : []),
    ...appendices.flatMap((section, index) => [...checkPage(section), ...checkAppendix(section, index + 1, appendices.length, copy)]),
  ]
}

function firstLine(lines: readonly Line[]): Line | undefined {
  return lines.find(({ text }) => text.trim() !== '')
}

/** The number on an appendix's first line: "" for "Phụ lục", "II" for "Phụ lục II"; null where it is no such line. */
function appendixNumber(line: Line | undefined): string | null {
  return /^phụ lục\s*([^\s]*)$/iu.exec(line?.text.normalize('NFC').trim() ?? '')?.[1] ?? null
}

function checkPage(section: PaperSection): readonly DocxFinding[] {
  const rules = decree.page
  const { page, landscape, where } = section
  const [short, long] = [Math.min(page.width, page.height), Math.max(page.width, page.height)].map((side) => side / MILLIMETRE)
  const a4 = Math.abs((short ?? 0) - rules.paper.value.width) < 0.5 && Math.abs((long ?? 0) - rules.paper.value.height) < 0.5
  const margin = (rule: Rule<Range>, twips: number): readonly DocxFinding[] => {
    // The decree speaks of the upright page: on its side the same edges are practice only.
    const severity = landscape ? rules.landscapeMargins.severity : rule.severity
    const found = twips / MILLIMETRE
    return within(found, rule.value, PAGE_TOLERANCE)
      ? []
      : [decreeFinding({ ...rule, severity }, where, `${found.toFixed(1)} mm`, `${rule.value.min}–${rule.value.max} mm`)]
  }
  return [
    ...(a4 ? [] : [decreeFinding(rules.paper, where, `${page.width} × ${page.height} twips`, 'A4')]),
    ...margin(rules.marginTop, page.top),
    ...margin(rules.marginBottom, page.bottom),
    ...margin(rules.marginLeft, page.left),
    ...margin(rules.marginRight, page.right),
    ...checkFont(section),
    ...checkPageNumbers(section),
  ]
}

function checkFont({ lines }: PaperSection): readonly DocxFinding[] {
  const { font, blackText } = decree.page
  return lines.flatMap(({ runs, where }) => {
    const odd = runs.find(({ fonts }) => fonts.length === 0 || fonts.some((one) => one !== font.value))
    const coloured = runs.find(({ color }) => !blackText.value.includes(color.toLowerCase()))
    const decomposed = runs.find(({ text }) => text !== text.normalize('NFC'))
    return [
      ...(odd === undefined ? [] : [decreeFinding(font, where, odd.fonts.join(', ') || 'no font', font.value)]),
      ...(coloured === undefined ? [] : [decreeFinding(blackText, where, coloured.color, 'black')]),
      ...(decomposed === undefined ? [] : [decreeFinding(font, where, `decomposed letters: ${decomposed.text}`, 'Unicode, precomposed')]),
    ]
  })
}

function checkPageNumbers({ header, firstPageApart, where }: PaperSection): readonly DocxFinding[] {
  const { pageNumber, pageNumberHiddenOnFirstPage } = decree.page
  const { size, align } = pageNumber.value
  const line = header.other.find(({ showsPageNumber }) => showsPageNumber)
  const hidden = firstPageApart && header.first.every(({ showsPageNumber }) => !showsPageNumber)
  if (line === undefined) return [decreeFinding(pageNumber, where, 'no page number in the top margin', 'a page number, centred')]
  return [
    ...(line.align === align ? [] : [decreeFinding(pageNumber, where, line.align, 'centred')]),
    ...(line.run !== null && within(line.run.size, size) && !line.run.bold && !line.run.italic
      ? []
      : [decreeFinding(pageNumber, where, `size ${line.run?.size ?? '?'}`, `${size.min}–${size.max}, upright`)]),
    ...(hidden ? [] : [decreeFinding(pageNumberHiddenOnFirstPage, where, 'shown on the first page', 'hidden on the first page')]),
  ]
}

function checkAppendix(section: PaperSection, ordinal: number, count: number, copy: CheckOptions['copy']): readonly DocxFinding[] {
  const rules = decree.appendix
  const { lines, where, startsAt } = section
  const headLines = lines.filter(({ text, cell, ruledBelow }) => cell === null && (text.trim() !== '' || ruledBelow))
  const [number, ...rest] = headLines
  if (number === undefined) return []
  const found = appendixNumber(number) ?? ''
  const attachmentAt = rest.findIndex(({ text }) => isAttachmentLine(text))
  const attachment = rest[attachmentAt]
  const titles = attachmentAt < 0 ? rest.slice(0, 1) : rest.slice(0, attachmentAt)
  const numbered = count >= rules.romanWhenSeveral.value.from
  return [
    ...checkTypography(number, rules.number),
    ...(number.text.trim().startsWith(rules.number.value.word)
      ? []
      : [decreeFinding(rules.number, number.where, number.text, rules.number.value.word)]),
    ...((numbered ? fromRoman(found) === ordinal : found === '')
      ? []
      : [decreeFinding(rules.romanWhenSeveral, number.where, number.text, numbered ? 'a Roman number' : 'no number')]),
    ...titles.filter(({ ruledBelow }) => !ruledBelow).flatMap((line) => checkTypography(line, rules.title)),
    ...(attachment === undefined
      ? [decreeFinding(rules.attachmentLine, where, 'none', '(Kèm theo … số … ngày … của …)')]
      : [...checkTypography(attachment, rules.attachmentLine), ...checkAttachment(attachment, copy)]),
    ...(startsAt === decree.page.appendixNumbering.value.start
      ? []
      : [decreeFinding(decree.page.appendixNumbering, where, `starts at ${startsAt ?? 'the page before'}`, 'pages from 1')]),
  ]
}

function checkAttachment(line: Line, copy: CheckOptions['copy']): readonly DocxFinding[] {
  const { attachmentBlankWhenElectronic } = decree.appendix
  const numbered = /số\s+\d/u.test(line.text) || /ngày\s+\d/u.test(line.text)
  if (copy === 'electronic' && numbered)
    return [decreeFinding(attachmentBlankWhenElectronic, line.where, line.text, 'the places left blank')]
  return []
}
