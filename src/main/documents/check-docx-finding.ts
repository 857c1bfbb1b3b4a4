import type { Rule, Severity } from '#shared/decree/rule.ts'

/** One fault of a Word file: against the decree (its rule's id and clause) or against the file format (`T…`, ECMA-376). */
export interface DocxFinding {
  readonly rule: string
  readonly clause: string
  readonly severity: Severity
  /** "word/document.xml, section 2, paragraph 3": counted from 1. */
  readonly where: string
  readonly found: string
  readonly expected: string
}

/** Faults of the format, by id. */
export const formatRules = {
  T1: 'every part has a content type, and every type declared for a part has its part',
  T2: 'every relationship leads to a part, and every id used has its relationship',
  T3: 'ids and names are unique, and what opens is closed',
  T4: 'every cell ends in a paragraph',
  T5: 'the cells of a row fill the grid, and widths agree',
  T6: 'elements stand in the order of the schema',
  T7: 'every footnote is anchored once, and every anchor has its footnote',
  T8: 'no attribute is empty, no value is missing',
  T9: 'every style used is defined',
  T10: 'a cell that continues another stands under it',
  T11: 'spaces at the ends of a text are kept',
  T12: 'repeated header rows are the first rows of their table',
  T13: 'a tracked change has an author, a moment and a number of its own, and words that went stand as such',
} as const
export type FormatRule = keyof typeof formatRules

export function formatFinding(rule: FormatRule, where: string, found: string): DocxFinding {
  return { rule, clause: 'ECMA-376', severity: 'error', where, found, expected: formatRules[rule] }
}

export function decreeFinding(
  rule: Pick<Rule<unknown>, 'id' | 'clause' | 'severity'>,
  where: string,
  found: string,
  expected: string,
): DocxFinding {
  return { rule: rule.id, clause: rule.clause, severity: rule.severity, where, found, expected }
}
