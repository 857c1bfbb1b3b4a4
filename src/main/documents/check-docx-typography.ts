import { within, type Rule, type Typography } from '#shared/decree/rule.ts'
import { textWidth, wrapText } from '#shared/document/text-width.ts'
import { decreeFinding, type DocxFinding } from './check-docx-finding.ts'
import type { Line } from './check-docx-look.ts'

/** A rule may be off by this share of its text: indents are whole twips, and frames round. */
const RULE_TOLERANCE = 0.03

/** Judges how a line is set. Marks that only some of its letters have (an emphasis) are judged only where `everyRun` asks for it. */
export function checkTypography(line: Line, rule: Rule<Typography>, everyRun = true): readonly DocxFinding[] {
  const { letters, size, bold, italic, align } = rule.value
  const runs = line.runs.filter(({ text }) => text.trim() !== '')
  const judged = everyRun ? runs : runs.slice(0, 1)
  const found = (what: string, expected: string): DocxFinding => decreeFinding(rule, line.where, what, expected)
  const odd = runs.find((run) => !within(run.size, size))
  return [
    ...(odd === undefined
      ? []
      : [found(`size ${odd.size}: ${odd.text}`, size.min === size.max ? `${size.min}` : `${size.min}–${size.max}`)]),
    ...(letters === 'upper' && line.text !== line.text.toLocaleUpperCase('vi') ? [found(line.text, 'capital letters')] : []),
    ...(judged.some((run) => run.bold !== bold) ? [found(`${bold ? 'not ' : ''}bold: ${line.text}`, bold ? 'bold' : 'not bold')] : []),
    ...(judged.some((run) => run.italic !== italic)
      ? [found(`${italic ? 'upright' : 'italic'}: ${line.text}`, italic ? 'italic' : 'upright')]
      : []),
    ...(line.align === align || (align === 'left' && line.align === 'start') ? [] : [found(`${line.align}: ${line.text}`, align)]),
  ]
}

/** Judges the rule under a line of text: there, centred, and as long as the share asks. */
export function checkRule(
  text: Line,
  below: Line | undefined,
  rule: Rule<{ readonly min: number; readonly max: number }>,
): readonly DocxFinding[] {
  const expected = `a rule of ${rule.value.min.toFixed(2)}–${rule.value.max.toFixed(2)} of the line`
  if (below?.ruledBelow !== true) return [decreeFinding(rule, text.where, 'no rule', expected)]
  const first = text.runs[0]
  if (first === undefined) return []
  const style = first.bold ? (first.italic ? 'boldItalic' : 'bold') : first.italic ? 'italic' : 'regular'
  const lastLine = wrapText(text.text, first.size, style, text.width).at(-1) ?? ''
  const share = (below.width - below.leftIndent - below.rightIndent) / textWidth(lastLine, first.size, style)
  return [
    ...(within(share, rule.value, RULE_TOLERANCE) ? [] : [decreeFinding(rule, below.where, share.toFixed(2), expected)]),
    ...(Math.abs(below.leftIndent - below.rightIndent) > 1 ? [decreeFinding(rule, below.where, 'not in the middle', expected)] : []),
  ]
}
