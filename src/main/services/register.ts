import { followTask, sharesOf, type FollowedShare, type FollowedShareDue } from '#shared/domain/following.ts'
import type { AssignmentId, Day, TaskId, TaskWordingId } from '#shared/domain/identifier.ts'
import { isOpen, type LightThresholds } from '#shared/domain/light.ts'
import type { Plan } from '#shared/domain/plan.ts'
import type { Assignment, Extension, ProgressFacts } from '#shared/domain/progress.ts'
import type { RegisterDue, RegisterShare, RegisterTask } from '#shared/domain/register.ts'
import type { DoneRule } from '#shared/domain/task-state.ts'
import type { TaskEvent } from '#shared/domain/task-event.ts'
import { speakingOf, wasDoneBefore } from '#shared/domain/years-of-task.ts'
import type { InputToSend, Output } from '#shared/ipc/contract.ts'
import { explainLight, namePeriod } from '#shared/text/vi/light.ts'
import { localDay } from '#shared/language/day.ts'
import { readAgencyRegistry } from '#main/store/repositories/agency.ts'
import { listFields } from '#main/store/repositories/field.ts'
import { readThresholds } from '#main/store/repositories/light-threshold.ts'
import { listPlans } from '#main/store/repositories/plan.ts'
import { listAssignments, listExtensions, listLastWords, listProgressFacts, readDoneRules } from '#main/store/repositories/progress.ts'
import { listTaskEvents } from '#main/store/repositories/task-event.ts'
import { listTasksOfRows } from '#main/store/repositories/task.ts'
import type { Readable } from '#main/store/schema.ts'
import type { ServiceContext } from './context.ts'
import { readSources, type FollowedSource } from './register-sources.ts'

/**
 * The tasks of a year as they stand today or on a day asked for, each once: of the year's plans in their order, then those that go on from older years,
 * then those that other documents gave. Of a plan and the one that replaced it within the year only the newer counts; a draft stands in for a year that
 * has nothing issued, with the shares it would give.
 *
 * "On a day" means: what happened by then. Left out are words of a later `happenedOn`, days moved and decisions made later, documents that gave
 * tasks later, and closings of a later day. It does not mean what was known then: a word that happened before and was recorded after counts, and so does a
 * correction; the year's plan counts before its issue too, with the agencies that it was given to first; the thresholds are today's.
 */
export async function readRegister(
  { db, now }: ServiceContext,
  { year, asOf }: InputToSend<'register.list'>,
): Promise<Output<'register.list'>> {
  const today = asOf ?? localDay(now())
  const { version: _, ...thresholds } = await readThresholds(db)
  const plans = followedPlans(await listPlans(db), year)
  const sources = await readSources(db, { year, plans, fields: await listFields(db), today })
  const said = await readSaid(db, { sources, plans, today })
  const rows: RegisterTask[] = []
  let shareCount = 0
  for (const source of sources) {
    const task = judge(source, said, { year, today, thresholds })
    if (task === null) continue
    rows.push(task)
    shareCount += task.shares.length
  }
  return { today, tasks: rows, thresholds, totals: { tasks: rows.length, shares: shareCount } }
}

/** All that the tasks of a year are judged by, by task. */
interface Said {
  readonly given: ReadonlyMap<TaskId, readonly Assignment[]>
  /** Shares of tasks that were never given out: what they would be. */
  readonly imagined: ReadonlyMap<TaskId, readonly Assignment[]>
  readonly progress: ReadonlyMap<TaskId, readonly ProgressFacts[]>
  readonly extensions: ReadonlyMap<TaskId, readonly Extension[]>
  readonly events: ReadonlyMap<TaskId, readonly TaskEvent[]>
  readonly rules: ReadonlyMap<TaskId, DoneRule>
}

/** One query a kind of record for all tasks together. */
async function readSaid(
  db: Readable,
  { sources, plans, today }: { readonly sources: readonly FollowedSource[]; readonly plans: readonly Plan[]; readonly today: Day },
): Promise<Said> {
  const ids = sources.map(({ taskId }) => taskId)
  const given = new Map<TaskId, Assignment[]>()
  const taskOf = new Map<AssignmentId, TaskId>()
  for (const share of await listAssignments(db, ids)) {
    taskOf.set(share.id, share.taskId)
    gather(given, share.taskId, share)
  }
  const progress = new Map<TaskId, ProgressFacts[]>()
  // Of a task that several papers word, each word is held against the paper of its day; of the others only the last counts.
  const worded = Map.groupBy(sources, ({ papers }) => papers.length > 1)
  const idsOf = (many: boolean): readonly TaskId[] => (worded.get(many) ?? []).map(({ taskId }) => taskId)
  for (const word of [...(await listLastWords(db, idsOf(false), today)), ...(await listProgressFacts(db, idsOf(true)))]) {
    const taskId = taskOf.get(word.assignmentId)
    if (taskId !== undefined) gather(progress, taskId, word)
  }
  return {
    given,
    imagined: await imagineShares(
      db,
      sources.filter(({ taskId }) => !given.has(taskId)),
      plans,
    ),
    progress,
    extensions: Map.groupBy(await listExtensions(db, ids), ({ taskId }) => taskId),
    events: Map.groupBy(await listTaskEvents(db, ids), ({ taskId }) => taskId),
    rules: await readDoneRules(db, ids),
  }
}

function gather<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [value])
  else known.push(value)
}

/** Gives the row of the register, or null for a task of an older year that was done before this one. */
function judge(
  source: FollowedSource,
  said: Said,
  { year, today, thresholds }: { readonly year: number; readonly today: Day; readonly thresholds: LightThresholds },
): RegisterTask | null {
  const { taskId, paper, papers } = source
  const assignments = said.given.get(taskId)
  const doneRule = said.rules.get(taskId) ?? { kind: 'all' }
  const progress = speakingOf(said.progress.get(taskId) ?? [], paper, papers, year)
  const followed = followTask(
    {
      deadline: paper.deadline,
      assignments: assignments === undefined ? (said.imagined.get(taskId) ?? []) : givenAnew(assignments, source),
      progress,
      extensions: speakingOf(said.extensions.get(taskId) ?? [], paper, papers, year),
      events: said.events.get(taskId) ?? [],
      doneRule,
    },
    year,
    today,
    thresholds,
  )
  if (source.fromBefore && wasDoneBefore(followed, year)) return null
  const { light, done, overdue, stale, total } = followed.standing
  return {
    taskId,
    wordingId: source.wordingId,
    planId: source.planId,
    paperYear: paper.year,
    source: source.source,
    sourceDocument: source.sourceDocument,
    fieldId: source.fieldId,
    stt: source.stt,
    content: source.content,
    product: source.product,
    phrase: paper.deadline.phrase,
    closedOn: source.closedOn !== null && source.closedOn <= today ? source.closedOn : null,
    doneRule,
    light,
    nextDue: nextDueOf(followed.shares),
    updatedOn: progress.findLast(({ happenedOn }) => happenedOn <= today)?.happenedOn ?? null,
    done,
    overdue,
    stale,
    total,
    shares: followed.shares.map((share) => toShare(share, assignments !== undefined, thresholds)),
  }
}

/** A task carried over was given again by the newer paper: silence is counted from that day, not from that of the first plan. */
function givenAnew(assignments: readonly Assignment[], { paper, papers }: FollowedSource): readonly Assignment[] {
  if (papers[0] === undefined || papers[0].since >= paper.since) return assignments
  return assignments.map((share) => (share.asOf < paper.since ? { ...share, asOf: paper.since } : share))
}

/** The most urgent day among what leads still owe. */
function nextDueOf(shares: readonly FollowedShare[]): Day | null {
  let next: Day | null = null
  for (const { assignment, dues } of shares)
    if (assignment.role === 'lead')
      for (const { judged } of dues) {
        const { due } = judged.facts
        if (due !== null && (next === null || due < next) && isOpen(judged)) next = due
      }
  return next
}

function followedPlans(plans: readonly Plan[], year: number): readonly Plan[] {
  const ofYear = plans.filter((plan) => plan.year === year)
  const issued = ofYear.filter(({ status }) => status === 'issued' || status === 'closed')
  return issued.length > 0 ? issued : ofYear.filter(({ status }) => status !== 'superseded')
}

/** Shares of rows that nobody was given yet: what they would be, with no record behind them. */
async function imagineShares(
  db: Readable,
  sources: readonly FollowedSource[],
  plans: readonly Plan[],
): Promise<ReadonlyMap<TaskId, readonly Assignment[]>> {
  const rows = sources.flatMap(({ wordingId }): readonly TaskWordingId[] => (wordingId === null ? [] : [wordingId]))
  if (rows.length === 0) return new Map()
  const registry = await readAgencyRegistry(db)
  const dayOf = new Map(plans.map(({ id, agenciesAsOf }) => [id, agenciesAsOf]))
  const tasks = await listTasksOfRows(db, rows)
  return new Map(
    tasks.map((task) => {
      const asOf = dayOf.get(task.planId) ?? sources.find(({ wordingId }) => wordingId === task.id)?.paper.since ?? '0001-01-01'
      const shares = sharesOf(task, registry, asOf).map((share, ordinal): Assignment => ({
        // A share without a record has no id; none is shown, and no progress can name it.
        id: `${task.id}:${ordinal}` as AssignmentId,
        taskId: task.taskId,
        ...share,
        asOf,
        ordinal,
        waiting: false,
        endedOn: null,
        endedBecause: null,
        successorId: null,
        version: 1,
      }))
      return [task.taskId, shares]
    }),
  )
}

function toShare({ assignment, dues: followed, judged }: FollowedShare, recorded: boolean, thresholds: LightThresholds): RegisterShare {
  const dues = followed.map((due) => toDue(due, thresholds))
  const standing = dues[followed.findIndex((due) => due.judged === judged)]
  if (standing === undefined) throw new Error('a share stands by one of its dues')
  return {
    assignmentId: recorded ? assignment.id : null,
    role: assignment.role,
    agencyId: assignment.agencyId,
    throughGroupId: assignment.throughGroupId,
    waiting: assignment.waiting,
    light: standing.light,
    explanation: standing.explanation,
    stale: dues.some(({ stale }) => stale),
    dues,
  }
}

function toDue({ due, judged, last }: FollowedShareDue, thresholds: LightThresholds): RegisterDue {
  return {
    key: due.key,
    label: due.label,
    period: due.period === null ? null : namePeriod(due.period),
    firstDue: judged.facts.firstDue,
    due: judged.facts.due,
    light: judged.light,
    explanation: explainLight(judged, thresholds),
    daysLate: judged.daysLate,
    keptFirstDue: judged.keptFirstDue,
    stale: judged.stale,
    state: judged.facts.state,
    percent: last?.percent ?? null,
    updatedOn: last?.happenedOn ?? null,
  }
}
