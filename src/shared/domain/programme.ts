import { z } from 'zod'
import { FieldId, GoalId, OrderKey, PlanId, ProgrammeId, ProvisionId, TaskId, Version } from './identifier.ts'

/** Years as a plan may have. */
const Year = z.number().int().min(1990).max(2200)

/** Programme (chương trình, kế hoạch giai đoạn): what several yearly plans work towards. */
export const Programme = z.object({
  id: ProgrammeId,
  /** "Kế hoạch cải cách hành chính tỉnh giai đoạn 2021 - 2025" */
  name: z.string().min(1),
  /** The document that lays it down, as cited: "Kế hoạch số 249/KH-UBND ngày 29/12/2021"; empty when not known. */
  document: z.string(),
  periodFrom: Year,
  periodTo: Year,
  /** Documents above it, each as cited: "Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ". */
  parents: z.array(z.string().min(1)).readonly(),
  version: Version,
})
export type Programme = z.infer<typeof Programme>

export const ProgrammePatch = Programme.omit({ id: true, version: true })
export type ProgrammePatch = z.infer<typeof ProgrammePatch>

/** What a year should reach, word for word ("≥ 95", "Nhóm khá"), with its number in hundredths where the words say exactly one. */
export const GoalTarget = z.object({ words: z.string().min(1), hundredths: z.number().int().nullable() })
export type GoalTarget = z.infer<typeof GoalTarget>

/** Targets by year, the year as its four digits. */
export const GoalTargets = z.record(z.string().regex(/^\d{4}$/), GoalTarget)
export type GoalTargets = z.infer<typeof GoalTargets>

/** Goal (mục tiêu, chỉ tiêu) of a programme. */
export const Goal = z.object({
  id: GoalId,
  programmeId: ProgrammeId,
  position: OrderKey,
  content: z.string(),
  /** "%", "điểm"; empty for what is not counted. */
  unit: z.string(),
  /** Where it stood at the beginning, as written. */
  baseline: z.string(),
  targets: GoalTargets,
  fieldId: FieldId.nullable(),
  note: z.string(),
  version: Version,
})
export type Goal = z.infer<typeof Goal>

/** What the grid or a paste may set on a goal. `targets` replaces all of them. */
export const GoalPatch = Goal.pick({ content: true, unit: true, baseline: true, targets: true, fieldId: true, note: true }).partial()
export type GoalPatch = z.infer<typeof GoalPatch>

/**
 * That a plan serves a goal, and through what. Sentences and tasks are named, never owned: one that was removed is passed over, and is there again
 * when an undo or an older round brings it back. Tasks are named by the identity that lives on across versions and years.
 */
export const ServedGoal = z.object({
  planId: PlanId,
  goalId: GoalId,
  provisionIds: z.array(ProvisionId).readonly(),
  taskIds: z.array(TaskId).readonly(),
  version: Version,
})
export type ServedGoal = z.infer<typeof ServedGoal>

/** The years of a programme, in order. */
export function yearsOf({ periodFrom, periodTo }: Pick<Programme, 'periodFrom' | 'periodTo'>): readonly number[] {
  return Array.from({ length: Math.max(0, periodTo - periodFrom + 1) }, (_, index) => periodFrom + index)
}

/** "1.234,5" and "94,5" as the office writes numbers; a point that cannot part thousands is a decimal one, as calculators write it. */
const numberPattern = /(?<![\p{L}\p{N}.,])(?:(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?|(\d+)(?:[.,](\d+))?)(?![\p{L}\p{N}])/gu

/**
 * Reads the words of a target cell; null for an empty one. The number is taken only where the words say exactly one with at most two decimals
 * ("≥ 95 %" → 9500, "trên 1.200 hồ sơ" → 120000): "15/63", "Nhóm khá" and "2 - 3" stay words.
 */
export function readTarget(text: string): GoalTarget | null {
  const words = text.normalize('NFC').replace(/\s+/gu, ' ').trim()
  if (words === '') return null
  const found = [...words.matchAll(numberPattern)]
  const [match] = found
  const digits = words.match(/\p{N}+/gu)?.join('') ?? ''
  if (match === undefined || found.length !== 1 || digits !== match[0].replace(/[.,]/g, '')) return { words, hundredths: null }
  const [, thousands, thousandsRest, plain, plainRest] = match
  const whole = (thousands?.replaceAll('.', '') ?? plain ?? '').replace(/^0+(?=\d)/, '')
  const rest = thousandsRest ?? plainRest ?? ''
  if (rest.length > 2 || whole.length > 12) return { words, hundredths: null }
  return { words, hundredths: Number(whole) * 100 + Number(rest.padEnd(2, '0')) }
}
