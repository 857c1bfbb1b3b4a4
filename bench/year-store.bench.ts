// Twenty years of followed work in one store (10,000 tasks, some 49,000 shares, 100,000 answers): a page of 200 rows, a year's register and a
// search letter by letter, each against better-sqlite3 asked by hand for the same rows in the same round.
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { PlanId, TaskId } from '#shared/domain/identifier.ts'
import { createContext } from '#main/services/context.ts'
import { readRegister } from '#main/services/register.ts'
import { searchEverything } from '#main/services/search.ts'
import { listAssignments, listProgress } from '#main/store/repositories/progress.ts'
import { listTasks } from '#main/store/repositories/task.ts'
import { openWorkspaceToRead } from '#main/store/workspace.ts'
import { largeStore } from './large-store.ts'
import { median, ninetyFifth, reportRatio } from './measure.ts'

const ROUNDS = 15
const PAGE = 200
/** Milliseconds: what a screen may take to open, of which the store's part is measured here. */
const SCREEN = 150
/** Milliseconds: a frame, in which the answer to a letter should be there. */
const FRAME = 16

/** Words as people type them: accents or none, names, numbers of papers, the beginning of a word. */
const typed = [
  'kế hoạch cchc',
  'so noi vu',
  'sở tài nguyên và môi trường',
  'đất đai',
  'huyen van lang',
  'bao cao ket qua',
  'một cửa',
  'thu tuc hanh chinh',
  'thiếu biên chế',
  'BC-STP',
  'kinh phí',
  'gia han',
]

/** Milliseconds of the processor that some work takes: what else the machine does is left out. */
async function timed<T>(work: () => Promise<T> | T): Promise<{ readonly took: number; readonly value: T }> {
  const begin = process.cpuUsage()
  const value = await work()
  const { user, system } = process.cpuUsage(begin)
  return { took: (user + system) / 1000, value }
}

function nothing(): never {
  throw new Error('a benchmark writes nothing')
}

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ')

/** Asks both in turn, so that what else the machine does burdens them alike. Gives the medians. */
async function beside(ours: () => Promise<readonly unknown[]>, raw: () => readonly unknown[]): Promise<readonly [number, number]> {
  const [mine, theirs]: [number[], number[]] = [[], []]
  for (let round = 0; round <= ROUNDS; round += 1) {
    const one = await timed(ours)
    const other = await timed(raw)
    if (one.value.length !== other.value.length) throw new Error(`${one.value.length} rows against ${other.value.length}`)
    if (round === 0) continue
    mine.push(one.took)
    theirs.push(other.took)
  }
  return [median(mine), median(theirs)]
}

const { folder, drop } = await largeStore()
const machine = { now: () => new Date() }
const workspace = await openWorkspaceToRead(folder, machine)
const raw = new Database(join(folder, 'workspace.sqlite'), { readonly: true })
try {
  const { db } = workspace.connection
  const context = createContext({ dialect: 'sqlite', files: workspace.files, now: machine.now, newId: nothing, emit: () => undefined }, db)
  const idsOf = (query: string): readonly string[] => raw.prepare<[], string>(query).pluck().all()

  /** Tasks that have together about a page of answers. */
  const pageOf = (table: 'progress' | 'assignment'): readonly TaskId[] => {
    const answersToo = table === 'progress' ? 'join progress p on p.assignment_id = a.id' : ''
    const rows = raw
      .prepare<[], { id: string; n: number }>(
        `select a.task_id as id, count(*) as n from assignment a ${answersToo} join task_wording w on w.task_id = a.task_id
         join plan on plan.id = w.plan_id where plan.year = 2016 group by 1 order by w.position`,
      )
      .all()
    let sum = 0
    return rows.filter(({ n }) => (sum += n) <= PAGE).map(({ id }) => id as TaskId)
  }
  const [answered, shared] = [pageOf('progress'), pageOf('assignment')]
  const rawAnswers = raw.prepare(
    `select progress.* from progress join assignment on assignment.id = progress.assignment_id
     where assignment.task_id in (${marks(answered)}) order by progress.happened_on, progress.recorded_at, progress.id`,
  )
  const answers = await beside(
    async () => listProgress(db, answered),
    () => rawAnswers.all(...answered),
  )
  reportRatio(`a page of ${PAGE} answers, against the rows alone`, ...answers, 4)

  const rawShares = raw.prepare(`select * from assignment where task_id in (${marks(shared)}) order by role desc, ordinal, id`)
  const shares = await beside(
    async () => listAssignments(db, shared),
    () => rawShares.all(...shared),
  )
  reportRatio(`a page of ${PAGE} shares, against the rows alone`, ...shares, 4)

  const [plan] = idsOf(`select id from plan where year = 2016`)
  if (plan === undefined) throw new Error('the store has no 2016')
  const ofPlan = (table: string, order: string) =>
    raw.prepare(`select t.* from ${table} t join task_wording w on w.id = t.wording_id where w.plan_id = ? order by t.${order}`)
  const rawRows = [
    raw.prepare(
      'select w.*, task.source from task_wording w join task on task.id = w.task_id where w.plan_id = ? order by w.position, w.id',
    ),
    ofPlan('task_party', 'ordinal'),
    ofPlan('task_provision', 'ordinal'),
  ]
  const rows = await beside(
    async () => listTasks(db, plan as PlanId),
    () => rawRows.map((query) => query.all(plan))[0] ?? [],
  )
  reportRatio('the 500 rows of an appendix with their parties and sentences, against the rows alone', ...rows, 4)

  const yearRows = (year: number) => {
    const ids = idsOf(`select w.task_id from task_wording w join plan on plan.id = w.plan_id where plan.year = ${year}`)
    return {
      ids,
      tables: ['assignment', 'extension'].map((table) => raw.prepare(`select * from ${table} where task_id in (${marks(ids)})`)),
    }
  }
  const { ids, tables } = yearRows(2023)
  const rawYear = (): readonly unknown[] => {
    for (const table of tables) table.all(...ids)
    raw.prepare(`select p.* from progress p join assignment a on a.id = p.assignment_id where a.task_id in (${marks(ids)})`).all(...ids)
    for (const id of idsOf('select id from plan where year = 2023')) for (const query of rawRows) query.all(id)
    return ids
  }
  const year = await beside(async () => (await readRegister(context, { year: 2023, asOf: '2023-09-30' })).tasks, rawYear)
  const register = await readRegister(context, { year: 2023, asOf: '2023-09-30' })
  reportRatio(
    `the register of ${register.totals.tasks} tasks and ${register.totals.shares} shares, against what a screen may take`,
    year[0],
    SCREEN,
    1,
  )
  reportRatio('the same, against its rows alone', ...year, 4)
  console.log(`its answer to the window: ${(JSON.stringify(register).length / 1e6).toFixed(1)} MB as JSON`)

  const [ours, alone]: [number[], number[]] = [[], []]
  for (const phrase of typed) {
    for (let length = 2; length <= phrase.length; length += 1) {
      const text = phrase.slice(0, length)
      const { took, value } = await timed(async () => searchEverything(context, { text, limit: 30 }))
      ours.push(took)
      const byId = raw.prepare(`select * from search_entry where record_id in (${marks(value)})`)
      alone.push((await timed(() => byId.all(...value.map(({ id }) => id)))).took)
    }
  }
  console.log(`${ours.length} searches, the longest ${Math.max(...ours).toFixed(1)} ms, the middle one ${median(ours).toFixed(1)} ms`)
  reportRatio('a search as typed, 95 in 100, against a frame', ninetyFifth(ours), FRAME, 1)
  console.log(`the same rows by their keys: ${ninetyFifth(alone).toFixed(2)} ms, 95 in 100`)
} finally {
  raw.close()
  await workspace.close()
  drop()
}
