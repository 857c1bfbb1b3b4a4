import { AppError } from '#shared/app-error.ts'
import type { ComparedRecords } from '#shared/domain/comparison-pairs.ts'
import type { DraftRoundId, PlanId } from '#shared/domain/identifier.ts'
import { createNameFinder } from '#shared/domain/name-marks.ts'
import { fieldOfTitle } from '#shared/domain/provision-tree.ts'
import type { PlanRecords } from '#shared/document/plan-document.ts'
import type { CompareSide } from '#shared/ipc/compare-contract.ts'
import { readAgencyRegistry } from '#main/store/repositories/agency.ts'
import { findPreviousPlanId, listCarriedFrom } from '#main/store/repositories/carry-over.ts'
import { listFields } from '#main/store/repositories/field.ts'
import { findFrozenDocument, getDraftRound } from '#main/store/repositories/frozen.ts'
import { listPlans } from '#main/store/repositories/plan.ts'
import type { Readable } from '#main/store/schema.ts'
import type { ServiceContext } from './context.ts'
import { readPaperRecords, type PaperRecords } from './document-source.ts'
import { fieldOfHeading, fieldsOfDraft, planOfDraft, provisionsOfDraft, recordsOfAppendix } from './draft-records.ts'
import { readPlanFileDraft } from './import.ts'
import type { JobControl } from './jobs.ts'
import { positionsBetween } from './order.ts'
import { requireOffice } from './office.ts'
import { findPlan } from './plan.ts'

/** What may be laid beside another: a plan, a round of it, or a Word file that is in no workspace. */
export type WantedSide = CompareSide | { readonly file: string }

/** One side with its records, and the number of the round it is of, or null. */
export interface ReadSide {
  readonly records: PlanRecords
  readonly round: number | null
}

/** Two sides and which records of the right one came from which of the left one. */
export interface ReadSides {
  readonly left: ReadSide
  readonly right: ReadSide
  readonly cameFrom: readonly (readonly [string, string])[]
}

/**
 * The records of two sides: of a round those it froze, of an issued plan those frozen at issue, of a draft those that stand, of a file what the
 * reader makes of it. Throws `record-not-found`, and what the readers throw.
 */
export async function readSides(context: ServiceContext, left: WantedSide, right: WantedSide, control: JobControl): Promise<ReadSides> {
  const side = (wanted: WantedSide): Promise<ReadSide> =>
    'file' in wanted ? readFileSide(context, wanted.file, control) : readSide(context.db, wanted)
  const read = { left: await side(left), right: await side(right) }
  const [one, other] = [read.left.records.plan.id, read.right.records.plan.id]
  return { ...read, cameFrom: one === other ? [] : await readOrigins(context.db, one, other) }
}

/** The side that a script names: a year, or the id of a plan or of a draft round. Throws `record-not-found`, `plan-not-found-for-year`, `year-fits-several-plans`. */
export async function findNamedSide(db: Readable, name: string): Promise<CompareSide> {
  if (/^\d{4}$/.test(name)) return { planId: (await findPlan(db, { planId: null, year: Number(name) })).id, draftRoundId: null }
  const plan = (await listPlans(db)).find(({ id }) => id === name)
  if (plan !== undefined) return { planId: plan.id, draftRoundId: null }
  const { round } = await getDraftRound(db, name as DraftRoundId)
  return { planId: round.planId, draftRoundId: round.id }
}

/** What the comparison of records looks at. */
export function comparedRecords({ plan, provisions, appendices, tasks, fields, registry }: PlanRecords): ComparedRecords {
  return { plan, provisions, appendices, tasks, fields, registry }
}

async function readSide(db: Readable, { planId, draftRoundId }: CompareSide): Promise<ReadSide> {
  if (draftRoundId !== null) {
    const { round, content } = await getDraftRound<PaperRecords>(db, draftRoundId)
    if (round.planId !== planId) throw new AppError('record-not-found', { noun: 'draft-round', id: draftRoundId })
    return { records: content.records, round: round.ordinal }
  }
  const frozen = await findFrozenDocument<PaperRecords>(db, planId, 'electronic')
  return { records: (frozen?.content ?? (await readPaperRecords(db, planId))).records, round: null }
}

/** A Word file as the records it would become, with number, signer and recipients as the file has them; nothing is written. */
async function readFileSide(context: ServiceContext, file: string, control: JobControl): Promise<ReadSide> {
  const { db, newId } = context
  const draft = await readPlanFileDraft(context, file, null, control)
  const office = await requireOffice(db)
  const registry = await readAgencyRegistry(db)
  const plan = {
    ...planOfDraft(draft, draft.year ?? context.now().getUTCFullYear(), office, newId),
    number: draft.number,
    issuedOn: draft.issuedOn,
    recipients: draft.recipients,
    signature: draft.signature ?? { authority: [], title: '', name: '' },
  }
  const provisions = provisionsOfDraft(draft, plan.id, createNameFinder(registry, plan.agenciesAsOf), newId)
  const known = (await listFields(db)).filter((field) => field.inPlan)
  const { fieldOf, unknown } = fieldsOfDraft(provisions, draft.appendices, known)
  const fields = [...known, ...unknown.map((title, index) => ({ ...fieldOfHeading(title, known.length + index, newId), version: 1 }))]
  const positions = positionsBetween(null, null, draft.appendices.length)
  const read = draft.appendices.map((appendix, index) =>
    recordsOfAppendix(
      appendix,
      plan.id,
      positions[index] ?? '',
      (title) => fieldOf(title) ?? (title === null ? null : fieldOfTitle(title, fields)),
      newId,
    ),
  )
  return {
    records: {
      plan,
      provisions,
      appendices: read.map(({ appendix }) => appendix),
      tasks: read.flatMap(({ tasks }) => tasks),
      fields,
      registry,
      office,
    },
    round: null,
  }
}

/**
 * Records of `right` with those of `left` that they came from, through as many plans as lie between; where the right one is the older, the
 * other way round.
 */
async function readOrigins(db: Readable, left: PlanId, right: PlanId): Promise<readonly (readonly [string, string])[]> {
  const forward = await originsThrough(db, right, left)
  if (forward !== null) return forward
  const backward = await originsThrough(db, left, right)
  return (backward ?? []).map(([one, other]) => [other, one] as const)
}

async function originsThrough(db: Readable, from: PlanId, to: PlanId): Promise<readonly (readonly [string, string])[] | null> {
  /** Records of `from` → the records of the plan reached so far. */
  let reached: ReadonlyMap<string, string> = new Map()
  const passed = new Set<PlanId>()
  for (let plan: PlanId | null = from; plan !== null && !passed.has(plan); plan = await findPreviousPlanId(db, plan)) {
    if (plan === to) return [...reached]
    const step = new Map((await listCarriedFrom(db, plan)).map(({ recordId, fromId }) => [recordId, fromId]))
    reached =
      plan === from
        ? step
        : new Map([...reached].flatMap(([one, other]) => (step.has(other) ? [[one, step.get(other) ?? ''] as const] : [])))
    passed.add(plan)
  }
  return null
}
