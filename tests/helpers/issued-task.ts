import type { Party } from '#shared/domain/agency.ts'
import type { Plan } from '#shared/domain/plan.ts'
import { readDeadline } from '#shared/domain/deadline-phrase.ts'
import type { AssignmentId, Day } from '#shared/domain/identifier.ts'
import type { RegisterTask } from '#shared/domain/register.ts'
import type { ProgressInput } from '#shared/ipc/progress-contract.ts'
import { createAppendix } from '#main/services/appendix.ts'
import type { ServiceContext } from '#main/services/context.ts'
import { issuePlan } from '#main/services/issue.ts'
import { movePlan } from '#main/services/plan.ts'
import { savePlanText } from '#main/services/plan-text.ts'
import { readRegister } from '#main/services/register.ts'
import { createTask } from '#main/services/task.ts'
import { departments, institutions, type justice, openPlanWorkspace, planId } from './plan-workspace.ts'
import { aProvision } from './records.ts'
import { anActor } from './workspace.ts'

const actor = anActor()

/** The group of all departments as a party. */
export const group: Party = { kind: 'group', groupId: departments.id }
/** An agency as a party. */
export const one = (agency: typeof justice): Party => ({ kind: 'agency', agencyId: agency.id })

/** Issues a drafted plan as number 05 of 05/01/2023. */
export async function issueInJanuary(context: ServiceContext, plan: Plan): Promise<void> {
  let now = plan
  for (const status of ['submitted', 'signed-awaiting-number'] as const)
    now = await movePlan(context, actor, { planId: plan.id, version: now.version, status, reason: '' })
  await issuePlan(context, actor, {
    planId: plan.id,
    version: now.version,
    number: '05',
    issuedOn: '2023-01-05',
    signerName: 'Trần Thị Mẫu',
    acceptDuplicate: false,
  })
}

/** A plan of 2023 with one row, issued on 05/01/2023; the machine's day is `today`. */
export async function issued(phrase: string, leads: readonly Party[], coordinating: readonly Party[] = []): Promise<ServiceContext> {
  const { context, plan } = await openPlanWorkspace()
  await savePlanText(context, actor, { planId, provisions: [aProvision(1, 'section', 'NHIỆM VỤ'), aProvision(2, 'bullet', 'Rà soát')] })
  const appendix = await createAppendix(context, actor, { planId, title: 'Nhiệm vụ' })
  await createTask(context, actor, {
    appendixId: appendix.id,
    afterId: null,
    task: {
      content: 'Rà soát',
      fieldId: institutions.id,
      product: 'Báo cáo',
      leads,
      coordinating,
      deadline: readDeadline(phrase, { planYear: 2023 }),
    },
  })
  await issueInJanuary(context, plan)
  return context
}
/** The same office on another day. */
export const on = (context: ServiceContext, day: Day): ServiceContext => ({
  ...context,
  db: context.db,
  now: () => new Date(`${day}T03:00:00Z`),
})
/** The only task as it stands on a day. */
export const row = async (context: ServiceContext, day: Day): Promise<RegisterTask> => {
  const [task] = (await readRegister(on(context, day), { year: 2023 })).tasks
  if (task === undefined) throw new Error('no task')
  return task
}
/** The share of an agency in a task. */
export const shareOf = (task: RegisterTask, agency: typeof justice): AssignmentId => {
  const id = task.shares.find(({ agencyId }) => agencyId === agency.id)?.assignmentId
  if (id === undefined || id === null) throw new Error(`no share of ${agency.name}`)
  return id
}
/** A report of a share: done on 20/06/2023 with a document. */
export const report = (assignmentId: AssignmentId, patch: Partial<ProgressInput> = {}): ProgressInput => ({
  assignmentId,
  due: null,
  happenedOn: '2023-06-20',
  state: 'done',
  percent: null,
  result: 'Đã rà soát',
  product: 'Báo cáo',
  difficulty: '',
  proposal: '',
  explanation: '',
  evidence: [{ symbol: '12/BC-STP', issuedOn: '2023-06-20', issuer: 'Sở Tư pháp', title: 'Báo cáo', file: null }],
  channel: 'agency',
  basis: null,
  correctsId: null,
  ...patch,
})
