import { decree } from '#shared/decree/decree.ts'
import { within } from '#shared/decree/rule.ts'
import { decreeFinding, type DocxFinding } from './check-docx-finding.ts'
import type { Head } from './check-docx-head.ts'
import type { Line } from './check-docx-look.ts'
import { checkTypography } from './check-docx-typography.ts'

const rules = decree.body
const MILLIMETRE = 72 / 25.4

/** Half a millimetre: Word's own dialogs round so. */
const INDENT_TOLERANCE = 0.5

/** The running text of a paper: its own lines outside tables, titles in the middle of the page left out. */
export function textLines(lines: readonly Line[], head: Head): readonly Line[] {
  return lines.slice(head.bodyStart).filter(({ text, cell, align }) => cell === null && align !== 'center' && text.trim() !== '')
}

/** Judges the running text: size, alignment, indents and spaces, legal bases, titles by level, its end. */
export function checkBody(lines: readonly Line[], head: Head, where: string): readonly DocxFinding[] {
  const text = textLines(lines, head)
  const order = lines.findIndex(({ text: words }) => /^QUYẾT (?:ĐỊNH|NGHỊ)\s*:$/u.test(words.trim()))
  const bases = order < 0 ? [] : text.filter((line) => lines.indexOf(line) < order)
  const last = text.at(-1)
  return [
    ...text.flatMap((line, index) => [...checkParagraph(line, text[index - 1]), ...(bases.includes(line) ? [] : checkLevel(line))]),
    ...checkOneSize(text, where),
    ...bases.flatMap((line, index) => checkLegalBasis(line, index === bases.length - 1)),
    ...(last === undefined || last.text.trimEnd().endsWith(rules.ending.value)
      ? []
      : [decreeFinding(rules.ending, last.where, last.text.slice(-20), './.')]),
  ]
}

function checkParagraph(line: Line, before: Line | undefined): readonly DocxFinding[] {
  const indent = line.firstLineIndent / MILLIMETRE
  const space = before === undefined ? null : before.after + line.before
  return [
    ...(line.align === rules.justified.value ? [] : [decreeFinding(rules.justified, line.where, line.align, 'justified')]),
    ...(rules.firstLineIndent.value.some((one) => Math.abs(indent - one) <= INDENT_TOLERANCE)
      ? []
      : [decreeFinding(rules.firstLineIndent, line.where, `${indent.toFixed(1)} mm`, '10 or 12.7 mm')]),
    ...(space === null || space >= rules.paragraphSpace.value.min
      ? []
      : [decreeFinding(rules.paragraphSpace, line.where, `${space} pt`, '6 pt or more')]),
    ...(line.lines === null
      ? [decreeFinding({ ...rules.lineSpacing, severity: 'warning' }, line.where, 'an exact height', '1–1.5 lines')]
      : within(line.lines, rules.lineSpacing.value, 0.01)
        ? []
        : [decreeFinding(rules.lineSpacing, line.where, `${line.lines.toFixed(2)} lines`, '1–1.5 lines')]),
  ]
}

/** What a line's number says of how it must be set (table V, 6). */
function checkLevel(line: Line): readonly DocxFinding[] {
  const titled = !/[.;:,]\s*$/u.test(line.text)
  if (/^[IVXLC]+\.\s/u.test(line.text)) return checkTypography(line, rules.sectionTitle)
  if (/^\d+(?:\.\d+)*\.\s/u.test(line.text)) return titled ? checkTypography(line, rules.headingTitle) : checkTypography(line, rules.text)
  if (/^Điều \d+\./u.test(line.text)) return checkTypography(line, rules.article, false)
  // Within a sentence single words may be stressed; a whole paragraph in bold or italic is not running text, though a note in brackets
  // often is so by custom.
  const stressed = line.runs.some((run) => !run.bold && !run.italic)
  const plain = stressed ? { ...line, runs: line.runs.map((run) => ({ ...run, bold: false, italic: false })) } : line
  const isNote = /^\(.*\)[./]*$/u.test(line.text.trim())
  return checkTypography(plain, isNote ? { ...rules.text, severity: 'advice' } : rules.text)
}

function checkOneSize(text: readonly Line[], where: string): readonly DocxFinding[] {
  const sizes = new Set(text.flatMap(({ runs }) => runs.filter(({ text: words }) => /\p{L}/u.test(words)).map(({ size }) => size)))
  return sizes.size <= 1
    ? []
    : [decreeFinding({ ...rules.text, severity: 'advice' }, where, `sizes ${[...sizes].join(', ')}`, 'one size through the text')]
}

function checkLegalBasis(line: Line, last: boolean): readonly DocxFinding[] {
  const end = last ? rules.legalBasisEnds.value.last : rules.legalBasisEnds.value.each
  return [
    ...checkTypography(line, rules.legalBasis),
    ...(line.text.trimEnd().endsWith(end)
      ? []
      : [decreeFinding(rules.legalBasisEnds, line.where, line.text.slice(-10), `ends in “${end}”`)]),
  ]
}
