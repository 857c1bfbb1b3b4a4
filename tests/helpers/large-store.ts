import { addDays } from '#shared/domain/deadline-meaning.ts'
import { readDeadline } from '#shared/domain/deadline-phrase.ts'
import { duesOf } from '#shared/domain/followed-due.ts'
import { sharesOf } from '#shared/domain/following.ts'
import { expandGroup, type AgencyRegistry, type Party } from '#shared/domain/agency.ts'
import type {
  AppendixId,
  AssignmentId,
  ChangeId,
  Day,
  EvidenceId,
  ExtensionId,
  PlanId,
  ProgressId,
  ProvisionId,
  TaskId,
  TaskWordingId,
} from '#shared/domain/identifier.ts'
import type { Plan } from '#shared/domain/plan.ts'
import type { Assignment } from '#shared/domain/progress.ts'
import type { Appendix, Task } from '#shared/domain/task.ts'
import type { ServiceContext } from '#main/services/context.ts'
import { positionsBetween } from '#main/services/order.ts'
import { readAgencyRegistry } from '#main/store/repositories/agency.ts'
import { insertAppendix, listAppendices } from '#main/store/repositories/appendix.ts'
import { appendChange, takeHead } from '#main/store/repositories/change.ts'
import { getPlan, insertPlan } from '#main/store/repositories/plan.ts'
import { insertAssignment, insertEvidence, insertExtension, insertProgress, listAssignments } from '#main/store/repositories/progress.ts'
import { insertProvision } from '#main/store/repositories/provision.ts'
import { insertTask, listTasks } from '#main/store/repositories/task.ts'
import type { Writable } from '#main/store/schema.ts'
import type { TracedItem } from '#main/store/trace.ts'
import { createBulkTrace, type BulkTrace } from './bulk-trace.ts'
import { actsOfYear, type Act, type Answer, type Moved, type Owed } from './followed-year-acts.ts'
import { answerWords, explanationWords, extensionReason, officeLetters } from './followed-year-words.ts'
import type { IssuedYear } from './followed-year.ts'
import { createRandom, type SeededRandom } from './seeded-random.ts'

/** How large a large store is. */
export interface LargeStoreSize {
  readonly seed: number
  /** The last is 2023. */
  readonly years: number
  readonly tasks: number
  readonly updates: number
  /** Only these years of it, the same as they stand in the whole; all when left out. */
  readonly only?: readonly number[]
}

const usualSize: LargeStoreSize = { seed: 20, years: 20, tasks: 10_000, updates: 100_000 }
const LAST_YEAR = 2023

/**
 * Fills a workspace that holds the sample's issued plan with twenty years of work: each year the rows of the sample and many more, given out and
 * answered like the sample's own year. Written by the repositories in one transaction a year, many rows a statement, with search entries and a
 * log whose chain holds.
 *
 * Left out: the frozen papers and document records of past plans, files of evidence, and one line of the log an answer (there is
 * one a month). Tasks of past years are closed at the end of their year.
 */
export async function fillLargeStore(base: IssuedYear, size: Partial<LargeStoreSize> = {}): Promise<void> {
  const { seed, years, tasks, updates, only } = { ...usualSize, ...size }
  const { context } = base
  const sample = await readSample(base)
  const all = Array.from({ length: years }, (_, index) => LAST_YEAR - years + 1 + index)
  for (const year of all.filter((one) => only?.includes(one) ?? true)) {
    // A seed a year: a year is the same whichever others are made.
    const random = createRandom(seed * 10_000 + year)
    await context.db.transaction().execute(async (trx) => {
      const filler = createFiller(base, trx, random, sample)
      await filler.giveOut(year, tasks / years)
      await filler.follow(year, updates / years)
    })
  }
}

interface Sample {
  readonly plan: Plan
  readonly appendix: Appendix
  readonly tasks: readonly Task[]
  readonly assignments: readonly Assignment[]
  readonly registry: AgencyRegistry
}

async function readSample({ context: { db }, planId }: IssuedYear): Promise<Sample> {
  const [appendix] = await listAppendices(db, planId)
  if (appendix === undefined) throw new Error('the sample has no appendix')
  const tasks = await listTasks(db, planId)
  const ids = tasks.map(({ taskId }) => taskId)
  return {
    plan: await getPlan(db, planId),
    appendix,
    tasks,
    assignments: await listAssignments(db, ids),
    registry: await readAgencyRegistry(db),
  }
}

const phrases =
  `Quý I/#; Quý II/#; Quý II/#; Quý III/#; Quý III/#; Quý IV/#; Quý IV/#; Tháng 3/#; Tháng 6/#; Tháng 12/#; Trước ngày 30/9/#; Trước ngày 15/11/#;
Trước ngày 30/11/#; Cả năm; Thường xuyên; Hằng quý; 6 tháng/lần; Quý II và Quý IV/#; Theo kế hoạch của Bộ Nội vụ`.split(/;\s/)

/** What many tasks of one kind differ by. */
const matters =
  `đất đai; hộ tịch; đầu tư; xây dựng; giáo dục; y tế; lao động; người có công; giao thông; môi trường; khoáng sản; nông nghiệp; lâm nghiệp;
thương mại; xuất nhập khẩu; du lịch; văn hóa; thể thao; khoa học; ngoại vụ; dân tộc; thanh tra`.split(/;\s/)

/** Writes one year in its transaction. */
function createFiller({ context, actor }: IssuedYear, trx: Writable, random: SeededRandom, sample: Sample) {
  const { newId } = context
  const owed: Owed[] = []
  const { registry } = sample
  const nameOf = new Map(registry.agencies.map(({ id, name }) => [id, name]))

  const log = async (command: string, at: string, items: readonly TracedItem[]): Promise<void> => {
    if (items.length === 0) return
    const line = { id: newId<ChangeId>(), at, actor, command, kind: 'command', undoing: 'barrier', undoes: null } as const
    await appendChange(trx, await takeHead(trx), line, items, () => newId())
  }

  const oweTask = (task: Task, assignments: readonly Assignment[], year: number): void => {
    const dues = duesOf(task.deadline, year)
    for (const { id, agencyId, role } of assignments) {
      const share = { taskId: task.taskId, product: task.product, assignmentId: id, agencyId, role, times: dues.length }
      owed.push(...dues.map(({ key, due }) => ({ ...share, key, due })))
    }
  }

  const giveOut = async (year: number, count: number): Promise<void> => {
    const on: Day = `${year}-01-05`
    const ours = year === LAST_YEAR
    const bulk = createBulkTrace(trx)
    const trace = { ...bulk.trace, insert: closing(bulk.trace.insert, ours ? null : `${year}-12-31`) }
    const planId = newId<PlanId>()
    const appendixId = newId<AppendixId>()
    await insertPlan(trace, {
      ...sample.plan,
      id: planId,
      year,
      subject: ofYear(sample.plan.subject, year) + (ours ? ' (bổ sung)' : ''),
      status: ours ? 'issued' : 'closed',
      number: ours ? '06' : '05',
      issuedOn: on,
      agenciesAsOf: on,
      documentRecordId: null,
    })
    await insertAppendix(trace, { ...sample.appendix, id: appendixId, planId })
    // The year of the sample has the sample's plan; only what is more stands in a second one.
    const drafts = [
      ...(ours ? [] : sample.tasks.map((task) => repeated(task, year))),
      ...moreTasks(random, sample, count - sample.tasks.length, year),
    ]
    const positions = positionsBetween(null, null, drafts.length)
    if (ours)
      for (const task of sample.tasks)
        oweTask(
          task,
          sample.assignments.filter(({ taskId }) => taskId === task.taskId),
          year,
        )
    for (const [index, draft] of drafts.entries()) {
      const position = positions[index] ?? ''
      const provisionId = newId<ProvisionId>()
      await insertProvision(trace, {
        id: provisionId,
        planId,
        position,
        area: 'body',
        kind: 'bullet',
        content: [{ kind: 'text', text: draft.content }],
      })
      const ids = { id: newId<TaskWordingId>(), taskId: newId<TaskId>(), planId, appendixId, position, provisionIds: [provisionId] }
      const task = await insertTask(trace, { ...draft, ...ids })
      const assignments: Assignment[] = []
      for (const [ordinal, share] of sharesOf(task, registry, on).entries()) {
        const given = { id: newId<AssignmentId>(), taskId: task.taskId, ...share, asOf: on, ordinal }
        const open = { waiting: false, endedOn: null, endedBecause: null, successorId: null } as const
        assignments.push(await insertAssignment(trace, { ...given, ...open }))
      }
      oweTask(task, assignments, year)
    }
    await log('plan.issue', `${on}T02:00:00.000Z`, await bulk.flush())
  }

  const follow = async (year: number, updates: number): Promise<void> => {
    const acts = actsOfYear(random, owed, { year, updates, extensions: Math.round(updates / 15) })
    const writer = createWriter(context, actor.name, createBulkTrace(trx), random, nameOf)
    for (const [month, ofMonth] of Map.groupBy(acts, ({ on }) => on.slice(0, 7))) {
      for (const act of ofMonth) await writer.write(act)
      await log('progress.add', `${month}-28T02:00:00.000Z`, await writer.flush())
    }
  }

  return { giveOut, follow }
}

/** Closes tasks as they are made: the whole of their year is past. */
function closing(insert: BulkTrace['trace']['insert'], closedOn: Day | null): BulkTrace['trace']['insert'] {
  return (table, row) => insert(table, table === 'task' && closedOn !== null ? { ...row, closed_on: closedOn, closed_note: '' } : row)
}

const ofYear = (text: string, year: number): string =>
  text.replaceAll(String(LAST_YEAR), String(year)).replaceAll(String(LAST_YEAR - 1), String(year - 1))

type TaskDraft = Omit<Task, 'id' | 'taskId' | 'planId' | 'appendixId' | 'position' | 'provisionIds' | 'version'>

function repeated({ source, fieldId, subgroup, content, product, leads, coordinating, deadline, extra }: Task, year: number): TaskDraft {
  return {
    source,
    fieldId,
    subgroup,
    content: ofYear(content, year),
    product,
    leads,
    coordinating,
    deadline: readDeadline(ofYear(deadline.phrase, year), { planYear: year }),
    extra,
  }
}

/** Most are led by one office and helped by none to three; one in thirty is everybody's. */
function moreTasks(random: SeededRandom, { tasks, registry }: Sample, count: number, year: number): readonly TaskDraft[] {
  const groups = registry.groups.filter(({ name }) => ['Các sở, ban, ngành', 'UBND các huyện, thành phố'].includes(name))
  const [departments] = groups
  if (groups.length !== 2 || departments === undefined) throw new Error('the sample has lost its two groups')
  const offices = expandGroup(departments, registry, `${year}-01-05`)
  const group = ({ id }: (typeof groups)[number]): Party => ({ kind: 'group', groupId: id })
  const some = (from: number, to: number): readonly Party[] =>
    random
      .shuffle(offices)
      .slice(0, random.whole(from, to))
      .map(({ id }) => ({ kind: 'agency', agencyId: id }))
  return Array.from({ length: count }, (_, index): TaskDraft => {
    const like = repeated(random.pick(tasks), year)
    const matter = `lĩnh vực ${random.pick(matters)}`
    const shape = random.fraction()
    return {
      ...like,
      content: `${like.content} – ${matter} (việc ${index + 1})`,
      product: `${like.product} ${matter}`.trim(),
      leads: shape < 0.02 ? groups.map(group) : shape < 0.05 ? [group(departments)] : some(1, shape < 0.12 ? 2 : 1),
      coordinating: random.chance(0.05) ? [group(random.pick(groups))] : random.chance(0.55) ? some(1, 3) : [],
      deadline: readDeadline(random.pick(phrases).replace('#', String(year)), { planYear: year }),
    }
  })
}

/** Writes acts as the services would have, without asking anew what the generator knows. */
function createWriter(
  { newId }: Pick<ServiceContext, 'newId'>,
  by: string,
  { trace, flush }: BulkTrace,
  random: SeededRandom,
  nameOf: ReadonlyMap<string, string>,
) {
  let letters = 100

  const answer = async ({ agencyId, on, state, percent, due, assignmentId, product, correctedAfter }: Answer): Promise<void> => {
    letters += 1
    const issuer = nameOf.get(agencyId) ?? ''
    const paper = { symbol: `${letters}/BC-${officeLetters(issuer)}`, issuedOn: on, issuer, title: `Báo cáo kết quả: ${product}` }
    const proven = state === 'done' && random.chance(0.7)
    const evidence = proven ? [await insertEvidence(trace, { id: newId<EvidenceId>(), ...paper, file: null })] : []
    const decided = state === 'paused' || state === 'not-doing'
    const verified = correctedAfter === null && random.chance(0.75)
    const said = {
      assignmentId,
      due,
      recordedBy: by,
      state,
      percent,
      ...answerWords(random, state),
      product: state === 'done' ? product : '',
      explanation: state === 'done' && !proven ? explanationWords(random) : '',
      evidenceIds: evidence.map(({ id }) => id),
      channel: decided ? ('letter' as const) : random.pick(['agency', 'agency', 'form', 'letter', 'call', 'meeting'] as const),
      basis: decided ? paper : null,
      verifiedAt: verified ? `${on}T09:00:00.000Z` : null,
      verifiedBy: verified ? by : null,
    }
    const id = newId<ProgressId>()
    await insertProgress(trace, { id, ...said, happenedOn: on, recordedAt: `${on}T02:30:00.000Z`, correctsId: null })
    if (correctedAfter === null) return
    const corrected = { ...said, id: newId<ProgressId>(), happenedOn: addDays(on, -1), correctsId: id }
    await insertProgress(trace, { ...corrected, recordedAt: `${addDays(on, correctedAfter)}T02:30:00.000Z` })
  }

  const move = async ({ taskId, assignmentId, due, on, oldDue, newDue }: Moved): Promise<void> => {
    letters += 1
    await insertExtension(trace, {
      id: newId<ExtensionId>(),
      taskId,
      assignmentId,
      due,
      oldDue,
      newDue,
      decidedOn: on,
      reason: extensionReason(random),
      basis: { symbol: `${letters}/UBND-KSTTHC`, issuedOn: on, issuer: 'UBND tỉnh', title: 'V/v gia hạn thực hiện nhiệm vụ' },
      file: null,
    })
  }

  return { flush, write: async (act: Act): Promise<void> => (act.kind === 'answer' ? answer(act) : move(act)) }
}
