import type { Plan } from '#shared/domain/plan.ts'
import type { Leftover } from '#shared/domain/leftover.ts'
import { knownStandings } from '#shared/domain/known-standing.ts'
import { findLeftovers } from '#shared/domain/leftover-rules.ts'
import { readAgencyRegistry } from '#main/store/repositories/agency.ts'
import { listAppendices } from '#main/store/repositories/appendix.ts'
import { findPreviousPlanId, listClosures } from '#main/store/repositories/carry-over.ts'
import { listCitedDocuments } from '#main/store/repositories/cited-document.ts'
import { listFields } from '#main/store/repositories/field.ts'
import { getPlan } from '#main/store/repositories/plan.ts'
import { listProvisions } from '#main/store/repositories/provision.ts'
import { listTasks } from '#main/store/repositories/task.ts'
import type { Readable } from '#main/store/schema.ts'

/** What is left now of the plan that a plan was made from; for one made otherwise only what its own day makes wrong. */
export async function findLeftoversOf(db: Readable, plan: Plan): Promise<readonly Leftover[]> {
  const previousId = await findPreviousPlanId(db, plan.id)
  return findLeftovers({
    plan,
    previous: previousId === null ? null : await getPlan(db, previousId),
    provisions: await listProvisions(db, plan.id),
    appendices: await listAppendices(db, plan.id),
    tasks: await listTasks(db, plan.id),
    fields: await listFields(db),
    registry: await readAgencyRegistry(db),
    closures: new Map((await listClosures(db, plan.id)).map((closure) => [closure.taskId, closure])),
    standingOf: knownStandings(await listCitedDocuments(db), plan.agenciesAsOf),
  })
}
