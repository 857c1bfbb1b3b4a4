import type { AppendixId, Day, TaskId, TaskWordingId, FieldId, PlanId } from '#shared/domain/identifier.ts'
import type { Field } from '#shared/domain/field.ts'
import type { Plan } from '#shared/domain/plan.ts'
import type { BasisDocument } from '#shared/domain/progress.ts'
import type { TaskSource } from '#shared/domain/task.ts'
import { orderTasks } from '#shared/domain/task-order.ts'
import { hasRunOut, standsIn, type YearWording } from '#shared/domain/years-of-task.ts'
import {
  listFollowedWordings,
  listReachingWordings,
  listWordedElsewhere,
  listYearWordings,
  type FollowedWording,
} from '#main/store/repositories/followed-wording.ts'
import { listGivenTasks } from '#main/store/repositories/given-task.ts'
import type { Readable } from '#main/store/schema.ts'

/** What a row of a year's register is made of before it is judged. */
export interface FollowedSource {
  readonly taskId: TaskId
  readonly wordingId: TaskWordingId | null
  readonly planId: PlanId | null
  readonly source: TaskSource
  readonly sourceDocument: BasisDocument | null
  readonly fieldId: FieldId | null
  readonly stt: number
  readonly content: string
  readonly product: string
  readonly closedOn: Day | null
  /** The paper that counts: its year, its day, its deadline. */
  readonly paper: YearWording
  /** The papers of all years that word the task, this one among them, in the order of their days. */
  readonly papers: readonly YearWording[]
  /** A row of an older year: it is left out when nothing of it is left. */
  readonly fromBefore: boolean
}

/**
 * The tasks of a year, each once: the rows of its plans in the plans' order, then rows of older plans that were written for later years and that no
 * newer plan words, then tasks that other documents gave by the day asked about. The newest paper before or in the year counts.
 */
export async function readSources(
  db: Readable,
  {
    year,
    plans,
    fields,
    today,
  }: { readonly year: number; readonly plans: readonly Plan[]; readonly fields: readonly Field[]; readonly today: Day },
): Promise<readonly FollowedSource[]> {
  const ofYear = await listFollowedWordings(
    db,
    plans.map(({ id }) => id),
  )
  const here = new Set(ofYear.map(({ taskId }) => taskId))
  const reaching = (await listReachingWordings(db, year)).filter(({ taskId }) => !here.has(taskId))
  const many = [...(await listWordedElsewhere(db, [...here], year)), ...reaching.map(({ taskId }) => taskId)]
  const papersOf = Map.groupBy(await listYearWordings(db, many), ({ taskId }) => taskId)
  const planOf = new Map(plans.map((plan) => [plan.id, plan]))
  // A task that two plans of the year word stands once, as the newer one words it.
  const sinceOf = ({ planId }: FollowedWording): Day => planOf.get(planId)?.issuedOn ?? `${year}-01-01`
  const newest = new Map<TaskId, FollowedWording>()
  for (const wording of ofYear) {
    const known = newest.get(wording.taskId)
    if (known === undefined || sinceOf(known) <= sinceOf(wording)) newest.set(wording.taskId, wording)
  }
  const rows = plans
    .flatMap((plan) =>
      numbered(
        ofYear.filter(({ planId }) => planId === plan.id),
        fields,
      ),
    )
    .filter(({ task }) => newest.get(task.taskId) === task)
  const sources = rows.map(({ task, stt }) => {
    const since = sinceOf(task)
    return fromWording(task, stt, { year, since, deadline: task.deadline }, papersOf.get(task.taskId) ?? [], false)
  })
  const older: FollowedSource[] = []
  for (const wording of reaching) {
    const papers = papersOf.get(wording.taskId) ?? []
    // What a newer plan words otherwise is no longer asked for as the old one words it.
    const paper = papers.findLast((one) => one.year < year)
    if (paper === undefined || paper.wordingId !== wording.id || !standsIn(wording.deadline, paper.year, year)) continue
    older.push(fromWording(wording, older.length + 1, paper, papers, true))
  }
  return [...sources, ...older, ...(await readGiven(db, year, today))]
}

/** STT restarts in each appendix and field, as it is printed. */
function numbered(
  wordings: readonly FollowedWording[],
  fields: readonly Field[],
): readonly { readonly task: FollowedWording; readonly stt: number }[] {
  const byAppendix: ReadonlyMap<AppendixId, readonly FollowedWording[]> = Map.groupBy(wordings, ({ appendixId }) => appendixId)
  return [...byAppendix.values()].flatMap((own) => orderTasks(own, fields).flatMap(({ tasks }) => tasks))
}

function fromWording(
  wording: FollowedWording,
  stt: number,
  paper: YearWording,
  papers: readonly YearWording[],
  fromBefore: boolean,
): FollowedSource {
  const { id, taskId, planId, source, fieldId, content, product, closedOn } = wording
  return {
    taskId,
    wordingId: id,
    planId,
    source,
    sourceDocument: null,
    fieldId,
    stt,
    content,
    product,
    closedOn,
    paper,
    // A draft is no paper in force yet, and is followed all the same.
    papers: papers.some((one) => one.year === paper.year) ? papers : inOrder([...papers, paper]),
    fromBefore,
  }
}

async function readGiven(db: Readable, year: number, today: Day): Promise<readonly FollowedSource[]> {
  const endOfYear: Day = `${year}-12-31`
  const firstDay: Day = `${year}-01-01`
  const given = (await listGivenTasks(db, today < endOfYear ? today : endOfYear)).filter(
    ({ given: { deadline }, closure }) => (closure === null || closure.closedOn >= firstDay) && !hasRunOut(deadline, year),
  )
  return given.map(({ given: { taskId, source, document, fieldId, content, product, deadline }, closure }, index) => {
    const paper = { year: yearOfDay(document.issuedOn), since: document.issuedOn, deadline }
    return {
      taskId,
      wordingId: null,
      planId: null,
      source,
      sourceDocument: document,
      fieldId,
      stt: index + 1,
      content,
      product,
      closedOn: closure?.closedOn ?? null,
      paper,
      papers: [paper],
      fromBefore: paper.year < year,
    }
  })
}

function yearOfDay(day: Day): number {
  return Number(day.slice(0, 4))
}

function inOrder(papers: readonly YearWording[]): readonly YearWording[] {
  return papers.toSorted((one, other) => (one.since < other.since ? -1 : 1))
}
