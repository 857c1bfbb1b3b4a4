import { followTask, sharesOf, type FollowedShare, type FollowedShareDue } from '#shared/domain/following.ts'
import type { AssignmentId, Day } from '#shared/domain/identifier.ts'
import { isOpen, type LightThresholds } from '#shared/domain/light.ts'
import type { Plan } from '#shared/domain/plan.ts'
import type { Assignment } from '#shared/domain/progress.ts'
import type { Task } from '#shared/domain/task.ts'
import { orderTasks } from '#shared/domain/task-order.ts'
import type { InputToSend, Output } from '#shared/ipc/contract.ts'
import type { RegisterDue, RegisterShare, RegisterTask } from '#shared/domain/register.ts'
import { explainLight, namePeriod } from '#shared/text/vi/light.ts'
import { readAgencyRegistry } from '#main/store/repositories/agency.ts'
import { listAppendices } from '#main/store/repositories/appendix.ts'
import { listClosures } from '#main/store/repositories/carry-over.ts'
import { listFields } from '#main/store/repositories/field.ts'
import { listPlans } from '#main/store/repositories/plan.ts'
import { listAssignments, listExtensions, listProgress, readDoneRules } from '#main/store/repositories/progress.ts'
import { listTasks } from '#main/store/repositories/task.ts'
import { listTaskEvents } from '#main/store/repositories/task-event.ts'
import type { ServiceContext } from './context.ts'

/** Until an office sets its own: two weeks' notice, a month without a word. */
const usualThresholds: LightThresholds = { dueSoonDays: 15, staleDays: 30 }

/**
 * The tasks of a year as they stand today or on a day asked for, in the plans' order. Of a plan and the one that replaced it within the year only the newer
 * counts; a draft stands in for a year that has nothing issued, with the shares it would give.
 */
export async function readRegister(
  { db, now }: ServiceContext,
  { year, asOf }: InputToSend<'register.list'>,
): Promise<Output<'register.list'>> {
  const today = asOf ?? now().toISOString().slice(0, 10)
  const plans = followedPlans(await listPlans(db), year)
  const registry = await readAgencyRegistry(db)
  const fields = await listFields(db)
  const rows: RegisterTask[] = []
  for (const plan of plans) {
    const tasks = await listTasks(db, plan.id)
    const ids = tasks.map(({ taskId }) => taskId)
    const assignments = Map.groupBy(await listAssignments(db, ids), ({ taskId }) => taskId)
    const taskOf = new Map([...assignments].flatMap(([taskId, own]) => own.map(({ id }) => [id, taskId] as const)))
    const progress = Map.groupBy(await listProgress(db, ids), ({ assignmentId }) => taskOf.get(assignmentId))
    const extensions = Map.groupBy(await listExtensions(db, ids), ({ taskId }) => taskId)
    const events = Map.groupBy(await listTaskEvents(db, ids), ({ taskId }) => taskId)
    const rules = await readDoneRules(db, ids)
    const closedOn = new Map((await listClosures(db, plan.id)).map((closure) => [closure.taskId, closure.closedOn]))
    // STT restarts in each appendix, as it is printed.
    const numberedBy = (await listAppendices(db, plan.id)).flatMap(({ id }) =>
      orderTasks(
        tasks.filter(({ appendixId }) => appendixId === id),
        fields,
      ),
    )
    for (const { tasks: numbered } of numberedBy) {
      for (const { task, stt } of numbered) {
        const given = assignments.get(task.taskId)
        const doneRule = rules.get(task.taskId) ?? { kind: 'all' }
        const said = progress.get(task.taskId) ?? []
        const followed = followTask(
          {
            deadline: task.deadline,
            assignments: given ?? imagined(task, plan, sharesOf(task, registry, plan.agenciesAsOf)),
            progress: said,
            extensions: extensions.get(task.taskId) ?? [],
            events: events.get(task.taskId) ?? [],
            doneRule,
          },
          year,
          today,
          usualThresholds,
        )
        const { light, done, overdue, stale, total } = followed.standing
        rows.push({
          taskId: task.taskId,
          wordingId: task.id,
          planId: plan.id,
          source: task.source,
          sourceDocument: null,
          fieldId: task.fieldId,
          stt,
          content: task.content,
          product: task.product,
          phrase: task.deadline.phrase,
          closedOn: closedOn.get(task.taskId) ?? null,
          doneRule,
          light,
          nextDue: nextDueOf(followed.shares),
          updatedOn: said.findLast(({ happenedOn }) => happenedOn <= today)?.happenedOn ?? null,
          done,
          overdue,
          stale,
          total,
          shares: followed.shares.map((share) => toShare(share, given !== undefined)),
        })
      }
    }
  }
  return { today, tasks: rows, totals: { tasks: rows.length, shares: rows.reduce((sum, { shares }) => sum + shares.length, 0) } }
}

/** The most urgent day among what leads still owe. */
function nextDueOf(shares: readonly FollowedShare[]): Day | null {
  const open = shares
    .filter(({ assignment }) => assignment.role === 'lead')
    .flatMap(({ dues }) => dues.flatMap(({ judged }) => (isOpen(judged) && judged.facts.due !== null ? [judged.facts.due] : [])))
  return open.toSorted()[0] ?? null
}

function followedPlans(plans: readonly Plan[], year: number): readonly Plan[] {
  const ofYear = plans.filter((plan) => plan.year === year)
  const issued = ofYear.filter(({ status }) => status === 'issued' || status === 'closed')
  return issued.length > 0 ? issued : ofYear.filter(({ status }) => status !== 'superseded')
}

/** Shares of a plan that is not issued: what they would be, with no record behind them. */
function imagined(task: Task, plan: Plan, shares: ReturnType<typeof sharesOf>): readonly Assignment[] {
  return shares.map((share, ordinal) => ({
    // A share without a record has no id; none is shown, and no progress can name it.
    id: `${task.id}:${ordinal}` as AssignmentId,
    taskId: task.taskId,
    ...share,
    asOf: plan.agenciesAsOf,
    ordinal,
    waiting: false,
    endedOn: null,
    endedBecause: null,
    successorId: null,
    version: 1,
  }))
}

function toShare({ assignment, dues, judged }: FollowedShare, recorded: boolean): RegisterShare {
  return {
    assignmentId: recorded ? assignment.id : null,
    role: assignment.role,
    agencyId: assignment.agencyId,
    throughGroupId: assignment.throughGroupId,
    waiting: assignment.waiting,
    light: judged.light,
    explanation: explainLight(judged, usualThresholds),
    stale: dues.some((due) => due.judged.stale),
    dues: dues.map(toDue),
  }
}

function toDue({ due, judged, last }: FollowedShareDue): RegisterDue {
  return {
    key: due.key,
    label: due.label,
    period: due.period === null ? null : namePeriod(due.period),
    firstDue: judged.facts.firstDue,
    due: judged.facts.due,
    light: judged.light,
    explanation: explainLight(judged, usualThresholds),
    daysLate: judged.daysLate,
    keptFirstDue: judged.keptFirstDue,
    stale: judged.stale,
    state: judged.facts.state,
    percent: last?.percent ?? null,
    updatedOn: last?.happenedOn ?? null,
  }
}
