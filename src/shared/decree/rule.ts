import type { Day } from '../domain/identifier.ts'

/** Closed interval of values that conform. */
export interface Range {
  readonly min: number
  readonly max: number
}

/** `error`: the decree says so. `warning`: the wording is open to another reading. `advice`: practice, where the decree is silent. */
export type Severity = 'error' | 'warning' | 'advice'

/** How a part of the paper is set: the columns "Loại chữ", "Cỡ chữ", "Kiểu chữ" of table V, and where it stands. Sizes in points. */
export interface Typography {
  readonly letters: 'upper' | 'sentence'
  readonly size: Range
  readonly bold: boolean
  readonly italic: boolean
  readonly align: 'center' | 'left' | 'both'
}

/** One rule of the decree with its value: read by the builders, which obey it, and by the checker, which judges by it. */
export interface Rule<Value> {
  readonly id: string
  /** "I.II.5.b" is Phụ lục I, Phần I, Mục II, khoản 5, điểm b; "M1.4" is form 1.4 of Phụ lục III. */
  readonly clause: string
  readonly severity: Severity
  /** Days on which it is law; null = still in force. */
  readonly effectiveFrom: Day
  readonly effectiveTo: Day | null
  readonly value: Value
}

/** The day Nghị định 30/2020/NĐ-CP took effect (Điều 37). No amendment is known. */
export const DECREE_EFFECTIVE_FROM: Day = '2020-03-05'

/** Makes a rule of Nghị định 30/2020/NĐ-CP. */
export function rule<Value>(id: string, clause: string, severity: Severity, value: Value): Rule<Value> {
  return { id, clause, severity, effectiveFrom: DECREE_EFFECTIVE_FROM, effectiveTo: null, value }
}

/** Whether a value lies in a range, with a tolerance in the same unit. */
export function within(value: number, range: Range, tolerance = 0): boolean {
  return value >= range.min - tolerance && value <= range.max + tolerance
}
