import { z } from 'zod'
import { Day, DocumentRecordId, PlanId, Version } from './identifier.ts'

/**
 * Plan status: soạn thảo → lấy ý kiến → trình ký → (trả lại) → đã ký, chờ số → ban hành → được thay thế / kết thúc.
 * From `issued` on the text, names and group expansions are frozen.
 */
export const PlanStatus = z.enum([
  'drafting',
  'opinion-round',
  'submitted',
  'returned',
  'signed-awaiting-number',
  'issued',
  'superseded',
  'closed',
])
export type PlanStatus = z.infer<typeof PlanStatus>

/** Moves a person may make; issuing has its own command because it needs number, date and signer. */
export const planStatusMoves: Readonly<Record<PlanStatus, readonly PlanStatus[]>> = {
  drafting: ['opinion-round', 'submitted'],
  'opinion-round': ['drafting', 'submitted'],
  submitted: ['returned', 'signed-awaiting-number'],
  returned: ['drafting', 'submitted'],
  'signed-awaiting-number': ['returned', 'issued'],
  issued: ['superseded', 'closed'],
  superseded: [],
  closed: [],
}

/** Whether the plan's words may still be edited. */
export function isEditable(status: PlanStatus): boolean {
  return status === 'drafting' || status === 'opinion-round' || status === 'returned'
}

/** Both legal forms: a plan signed by itself, or a decision that issues the plan as its attachment. */
export const LegalForm = z.enum(['plan', 'decision'])
export type LegalForm = z.infer<typeof LegalForm>

/** Signature block: authority lines in order ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), then the signer's title and name. */
export const Signature = z.object({ authority: z.array(z.string().min(1)).readonly(), title: z.string(), name: z.string() })
export type Signature = z.infer<typeof Signature>

/** Head of the paper. For a provincial committee `superior` is empty and `issuer` has two lines that are one name. */
export const Letterhead = z.object({
  superior: z.array(z.string().min(1)).readonly(),
  issuer: z.array(z.string().min(1)).min(1).readonly(),
  /** "Lạng Sơn", before the date. */
  place: z.string(),
})
export type Letterhead = z.infer<typeof Letterhead>

/** Font sizes that move together (decree, Phụ lục I, table V, footnote 1): 12/13/13 or 13/14/14. */
export const SizeSet = z.enum(['smaller', 'larger'])
export type SizeSet = z.infer<typeof SizeSet>

export const Plan = z.object({
  id: PlanId,
  year: z.number().int().min(1990).max(2200),
  /** Subject (trích yếu) under the word KẾ HOẠCH: "Cải cách hành chính tỉnh Lạng Sơn năm 2023". */
  subject: z.string(),
  legalForm: LegalForm,
  status: PlanStatus,
  letterhead: Letterhead,
  /** Symbol after the number: "KH-UBND". For a decision: "QĐ-UBND". */
  symbol: z.string(),
  /** As received from the office's document system; null before issue. */
  number: z.string().nullable(),
  issuedOn: Day.nullable(),
  recipients: z.array(z.string().min(1)).readonly(),
  signature: Signature,
  sizeSet: SizeSet,
  /** Day on which groups expand and names are taken: the issue date, else 1 January of the plan's year. */
  agenciesAsOf: Day,
  /** The version this one amends or replaces, or null. */
  replacesPlanId: PlanId.nullable(),
  documentRecordId: DocumentRecordId.nullable(),
  version: Version,
})
export type Plan = z.infer<typeof Plan>

/** The fields of a plan that a form may edit while it is a draft. */
export const PlanPatch = Plan.pick({
  year: true,
  subject: true,
  legalForm: true,
  letterhead: true,
  symbol: true,
  recipients: true,
  signature: true,
  sizeSet: true,
  agenciesAsOf: true,
}).partial()
export type PlanPatch = z.infer<typeof PlanPatch>
