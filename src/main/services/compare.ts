import type { PlanId } from '#shared/domain/identifier.ts'
import type { Plan } from '#shared/domain/plan.ts'
import { officialNumber } from '#shared/decree/official-words.ts'
import type { CompareChoice } from '#shared/ipc/compare-contract.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import { runDocumentJob } from '#main/documents/worker-pool.ts'
import { listDraftRounds } from '#main/store/repositories/frozen.ts'
import { getPlan, listPlans } from '#main/store/repositories/plan.ts'
import { comparedRecords, readSides, type WantedSide } from './comparison-sides.ts'
import type { ServiceContext } from './context.ts'
import type { JobControl } from './jobs.ts'

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
export async function comparePlanSides(
  context: ServiceContext,
  { left, right }: { readonly left: WantedSide; readonly right: WantedSide },
  control: JobControl = unwatched,
): Promise<Output<'compare.run'>> {
  const sides = await readSides(context, left, right, control)
  return runDocumentJob('compare-plans', {
    before: comparedRecords(sides.left.records),
    after: comparedRecords(sides.right.records),
    cameFrom: sides.cameFrom,
  })
}

/** Work that nobody watches and nobody stops. */
const unwatched: JobControl = { signal: new AbortController().signal, tell: () => undefined }
