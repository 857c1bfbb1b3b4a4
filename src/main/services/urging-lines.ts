import { DueKind, dueKindOf, dueList, type DueRow } from '#shared/domain/due-list.ts'
import { lineOf } from '#shared/domain/following.ts'
import type { AgencyId, Day, PlanId, TaskId } from '#shared/domain/identifier.ts'
import type { Progress } from '#shared/domain/progress.ts'
import type { UrgingLine } from '#shared/domain/urging-letter.ts'
import { listAgencies } from '#main/store/repositories/agency.ts'
import { listAssignments, listProgress } from '#main/store/repositories/progress.ts'
import { listNamedInLetters } from '#main/store/repositories/urging-letter.ts'
import type { ServiceContext } from './context.ts'
import { readRegister } from './register.ts'

/** What is owed in a year and must be spoken of, with what letters say of it. */
export interface UrgingLines {
  readonly today: Day
  /** Under their agencies in the office's order; under each the worst first. */
  readonly lines: readonly UrgingLine[]
  /** Things owed by shares that wait for a new holder: there is nobody to write to. */
  readonly waiting: number
  /** Plans that the tasks stand in, in the register's order. */
  readonly planIds: readonly PlanId[]
}

/** Reads the due list of a year on a day as lines of letters: with the names of agencies, the reasons reported, and how often each was urged. */
export async function readUrgingLines(
  context: ServiceContext,
  { year, asOf }: { readonly year: number; readonly asOf: Day | null },
): Promise<UrgingLines> {
  const { db } = context
  const register = await readRegister(context, { year, asOf })
  const rows = dueList(register, { kinds: DueKind.options, role: null })
  const given = rows.filter(({ share }) => !share.waiting)
  const taskIds = [...new Set(given.map(({ task }) => task.taskId))]
  const agencies = await listAgencies(db)
  const names = new Map(agencies.map(({ id, name }) => [id, name]))
  const places = new Map(agencies.toSorted((one, other) => one.position - other.position).map(({ id }, place) => [id, place]))
  const reasons = await readReasons(context, taskIds)
  const urged = await readUrged(context, taskIds)
  const place = (agencyId: AgencyId): number => places.get(agencyId) ?? agencies.length
  return {
    today: register.today,
    waiting: rows.length - given.length,
    planIds: [...new Set(register.tasks.flatMap(({ planId }) => (planId === null ? [] : [planId])))],
    lines: given
      .toSorted((one, other) => place(one.share.agencyId) - place(other.share.agencyId))
      .map((row) => toLine(row, names.get(row.share.agencyId) ?? '', reasons(row), urged(row))),
  }
}

function toLine({ task, share, due }: DueRow, agencyName: string, difficulty: string, urgedBefore: number): UrgingLine {
  const kind = dueKindOf(due)
  if (share.assignmentId === null || kind === null) throw new Error('a row of the due list has a record and a kind')
  return {
    assignmentId: share.assignmentId,
    taskId: task.taskId,
    due: due.key,
    agencyId: share.agencyId,
    agencyName,
    role: share.role,
    content: task.content,
    product: task.product,
    givenBy: task.sourceDocument?.symbol ?? null,
    phrase: task.phrase,
    period: due.period,
    firstDue: due.firstDue,
    lastDay: due.due,
    kind,
    silent: due.stale,
    daysLate: due.daysLate,
    saidOn: due.updatedOn,
    percent: due.percent,
    difficulty,
    times: urgedBefore + 1,
  }
}

/** The difficulty reported with the last word that the register judged by; of a share that goes on with others it may be theirs. */
async function readReasons({ db }: ServiceContext, taskIds: readonly TaskId[]): Promise<(row: DueRow) => string> {
  const assignments = Map.groupBy(await listAssignments(db, taskIds), ({ taskId }) => taskId)
  const progress = await listProgress(db, taskIds)
  const corrected = new Set(progress.flatMap(({ correctsId }) => (correctsId === null ? [] : [correctsId])))
  const said = Map.groupBy(
    progress.filter(({ id, difficulty }) => !corrected.has(id) && difficulty.trim() !== ''),
    ({ happenedOn }) => happenedOn,
  )
  return ({ task, share, due }) => {
    if (due.updatedOn === null || share.assignmentId === null) return ''
    const words: readonly Progress[] = said.get(due.updatedOn) ?? []
    if (words.length === 0) return ''
    const line = lineOf(share.assignmentId, assignments.get(task.taskId) ?? [])
    return words.findLast((one) => line.has(one.assignmentId) && (one.due === null || one.due === due.key))?.difficulty.trim() ?? ''
  }
}

/** How many letters marked as sent named a share and due. A draft counts for nothing, and neither does a letter that was withdrawn. */
async function readUrged({ db }: ServiceContext, taskIds: readonly TaskId[]): Promise<(row: DueRow) => number> {
  const named = (await listNamedInLetters(db, taskIds)).filter(({ status }) => status === 'sent')
  const counts = Map.groupBy(named, ({ assignmentId, due }) => `${assignmentId} ${due}`)
  return ({ share, due }) => counts.get(`${share.assignmentId} ${due.key}`)?.length ?? 0
}
