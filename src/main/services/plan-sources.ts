import type { AgencyRegistry } from '#shared/domain/agency.ts'
import type { PlanId } from '#shared/domain/identifier.ts'
import { createNameFinder, type NameFinder } from '#shared/domain/name-marks.ts'
import type { Plan } from '#shared/domain/plan.ts'
import type { Provision } from '#shared/domain/provision.ts'
import type { Task } from '#shared/domain/task.ts'
import { readAgencyRegistry } from '#main/store/repositories/agency.ts'
import { getPlan } from '#main/store/repositories/plan.ts'
import { listProvisions } from '#main/store/repositories/provision.ts'
import { listTasks } from '#main/store/repositories/task.ts'
import type { Readable } from '#main/store/schema.ts'

/** A plan with its text, its tasks and the bodies they name: what most questions about a plan are answered from. */
export interface PlanSources {
  readonly plan: Plan
  readonly provisions: readonly Provision[]
  readonly tasks: readonly Task[]
  readonly registry: AgencyRegistry
  /** Finds the bodies named in running text, as of the plan's day. */
  readonly find: NameFinder
}

/** Throws `record-not-found`. */
export async function readPlanSources(db: Readable, planId: PlanId): Promise<PlanSources> {
  const plan = await getPlan(db, planId)
  const registry = await readAgencyRegistry(db)
  return {
    plan,
    provisions: await listProvisions(db, planId),
    tasks: await listTasks(db, planId),
    registry,
    find: createNameFinder(registry, plan.agenciesAsOf),
  }
}
