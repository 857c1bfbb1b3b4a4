import { AppError } from '#shared/app-error.ts'
import type { ComparedRecords } from '#shared/domain/comparison-pairs.ts'
import type { PlanId } from '#shared/domain/identifier.ts'
import type { Plan } from '#shared/domain/plan.ts'
import { officialNumber } from '#shared/decree/official-words.ts'
import type { PlanRecords } from '#shared/document/plan-document.ts'
import type { CompareChoice, CompareSide } from '#shared/ipc/compare-contract.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import { runDocumentJob } from '#main/documents/worker-pool.ts'
import { findPreviousPlanId, listCarriedFrom } from '#main/store/repositories/carry-over.ts'
import { findFrozenDocument, getDraftRound, listDraftRounds } from '#main/store/repositories/frozen.ts'
import { getPlan, listPlans } from '#main/store/repositories/plan.ts'
import type { Readable } from '#main/store/schema.ts'
import type { ServiceContext } from './context.ts'
import { readPaperRecords, type PaperRecords } from './document-source.ts'

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

/** Every plan and round that a plan may be laid beside. Throws `record-not-found`. */
export async function readCompareChoices({ db }: ServiceContext, { planId }: Input<'compare.choices'>): Promise<readonly CompareChoice[]> {
  const own = await getPlan(db, planId)
  const plans = await listPlans(db)
  const versions = versionsOf(own, plans)
  const others = plans
    .filter(({ id }) => id !== own.id)
    .toSorted((one, other) => Number(versions.has(other.id)) - Number(versions.has(one.id)) || other.year - one.year)
  const choices: CompareChoice[] = []
  for (const plan of [own, ...others]) {
    const relation = plan.id === own.id ? 'own' : versions.has(plan.id) ? 'version' : 'other'
    const choice: CompareChoice = {
      planId: plan.id,
      draftRoundId: null,
      year: plan.year,
      subject: plan.subject,
      status: plan.status,
      number: plan.number === null ? null : officialNumber(plan.number, plan.symbol),
      issuedOn: plan.issuedOn,
      round: null,
      relation,
    }
    const rounds = (await listDraftRounds(db, plan.id)).toReversed()
    choices.push(
      choice,
      ...rounds.map(({ id, ordinal, name, savedAt }) => ({ ...choice, draftRoundId: id, round: { ordinal, name, savedAt } })),
    )
  }
  return choices
}

/** The plans that amend each other, one after the other. */
function versionsOf(own: Plan, plans: readonly Plan[]): ReadonlySet<PlanId> {
  const versions = new Set<PlanId>([own.id])
  for (let grown = true; grown;) {
    const size = versions.size
    for (const { id, replacesPlanId } of plans) {
      if (replacesPlanId !== null && (versions.has(id) || versions.has(replacesPlanId))) versions.add(id).add(replacesPlanId)
    }
    grown = versions.size > size
  }
  return versions
}

/** What differs between two sides, found in a worker. Throws `record-not-found`. */
export async function comparePlanSides({ db }: ServiceContext, { left, right }: Input<'compare.run'>): Promise<Output<'compare.run'>> {
  const sides = await readSides(db, left, right)
  return runDocumentJob('compare-plans', {
    before: comparedRecords(sides.left.records),
    after: comparedRecords(sides.right.records),
    cameFrom: sides.cameFrom,
  })
}

function comparedRecords({ plan, provisions, appendices, tasks, fields, registry }: PlanRecords): ComparedRecords {
  return { plan, provisions, appendices, tasks, fields, registry }
}

/** The records of two sides: of a round those it froze, of an issued plan those frozen at issue, of a draft those that stand. */
export async function readSides(db: Readable, left: CompareSide, right: CompareSide): Promise<ReadSides> {
  return {
    left: await readSide(db, left),
    right: await readSide(db, right),
    cameFrom: left.planId === right.planId ? [] : await readOrigins(db, left.planId, right.planId),
  }
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
