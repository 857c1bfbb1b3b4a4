import { z } from 'zod'
import { ProvisionKind } from './provision.ts'
import { Piece } from './text-difference.ts'

/** Which part of a plan's papers an item of a comparison stands in. */
export const ComparedPart = z.enum(['form', 'text', 'appendix'])
export type ComparedPart = z.infer<typeof ComparedPart>

export const ComparedNoun = z.enum(['form', 'sentence', 'footnote', 'appendix', 'columns', 'field', 'row'])
export type ComparedNoun = z.infer<typeof ComparedNoun>

/** The places of the paper's form, in the order of the paper. */
export const FormPlace = z.enum([
  'year',
  'legal-form',
  'superior',
  'issuer',
  'number',
  'place',
  'issued-on',
  'subject',
  'recipients',
  'signature-authority',
  'signature-title',
  'signature-name',
])
export type FormPlace = z.infer<typeof FormPlace>

/** `typing`: the same words on paper, typed otherwise (composed letters, the place of a tone mark, spaces). */
export const ComparedChange = z.enum(['same', 'typing', 'edited', 'added', 'removed'])
export type ComparedChange = z.infer<typeof ComparedChange>

/** Where an item stands on one side. */
export const ComparedPlace = z.object({
  /** Of the record; empty for the form. */
  id: z.string(),
  /** As printed before it: "II.", "-", the STT of a row. */
  label: z.string(),
  /** "II.3.6" of a sentence; the number of the field ("II") of a row or a field. */
  address: z.string(),
  /** Of a sentence. */
  kind: ProvisionKind.nullable(),
})
export type ComparedPlace = Readonly<z.infer<typeof ComparedPlace>>

export const ComparedCell = z.object({
  /** Key of the column, or `subgroup`. */
  column: z.string(),
  /** As printed over it. */
  title: z.string(),
  change: ComparedChange,
  pieces: z.array(Piece).readonly(),
})
export type ComparedCell = Readonly<z.infer<typeof ComparedCell>>

export const ComparedItem = z.object({
  /** Unique in the comparison. */
  key: z.string(),
  part: ComparedPart,
  noun: ComparedNoun,
  form: FormPlace.nullable(),
  before: ComparedPlace.nullable(),
  after: ComparedPlace.nullable(),
  change: ComparedChange,
  /** Against the others that stand beside it, or under another heading, field or sentence. */
  moved: z.enum(['up', 'down', 'elsewhere']).nullable(),
  /** A sentence that became another kind of block: a bullet made a heading. */
  relevelled: z.boolean(),
  /** Set on what only marks the old place of an item that moved: it is counted and shown with its words elsewhere. */
  leftBehind: z.boolean(),
  /** Depth in the tree of the side it is shown by, from 0. */
  depth: z.number().int(),
  pieces: z.array(Piece).readonly(),
  /** Of a row. */
  cells: z.array(ComparedCell).readonly(),
})
export type ComparedItem = Readonly<z.infer<typeof ComparedItem>>

const counts = z.object({
  edited: z.number(),
  added: z.number(),
  removed: z.number(),
  moved: z.number(),
  relevelled: z.number(),
  typing: z.number(),
})
export type ComparisonCounts = Readonly<z.infer<typeof counts>>

/** Two states of a plan, or two plans, item by item in the order of the newer one; what was removed follows what stood before it. */
export const PlanComparison = z.object({
  items: z.array(ComparedItem).readonly(),
  counts: z.object({ all: counts, form: counts, text: counts, appendix: counts }),
})
export type PlanComparison = Readonly<z.infer<typeof PlanComparison>>

/** Whether an item is to be looked at: it says, stands or counts otherwise than before. */
export function isChanged({ change, moved, relevelled }: Pick<ComparedItem, 'change' | 'moved' | 'relevelled'>): boolean {
  return change !== 'same' || moved !== null || relevelled
}
