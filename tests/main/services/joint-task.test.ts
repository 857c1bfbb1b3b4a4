import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dueList } from '#shared/domain/due-list.ts'
import type { AgencyId, Day } from '#shared/domain/identifier.ts'
import type { RegisterTask } from '#shared/domain/register.ts'
import { applyView, type RegisterLookup } from '#shared/domain/register-rows.ts'
import { tallyGroups, tallyView } from '#shared/domain/register-totals.ts'
import { RegisterView } from '#shared/domain/register-view.ts'
import type { UrgingRequest } from '#shared/ipc/urging-contract.ts'
import { buildUrgingLetter } from '#shared/document/urging-letter.ts'
import { paragraphText } from '#shared/document/words.ts'
import { closeWorkerPool } from '#main/documents/worker-pool.ts'
import { makeAgencyChange } from '#main/services/agency-change.ts'
import { addExtension, addProgress } from '#main/services/progress.ts'
import { readRegister } from '#main/services/register.ts'
import { papersOf, startUrging } from '#main/services/urging.ts'
import { readAgencyRegistry } from '#main/store/repositories/agency.ts'
import { listFields } from '#main/store/repositories/field.ts'
import { listMembers } from '#main/store/repositories/member.ts'
import { makeIssuedYear, type IssuedYear } from '../../helpers/followed-year.ts'

// "Rà soát, chuyển đổi vị trí công tác" is led by every sở, ban, ngành and all eleven districts, and was due by 31 March.
const DUE: Day = '2023-03-31'
const BEFORE_THE_MERGER: Day = '2023-04-09'
const MERGED_ON: Day = '2023-04-10'
const JUDGED_ON: Day = '2023-04-20'

const folder = mkdtempSync(join(tmpdir(), 'cchc-joint-'))
let year: IssuedYear
afterAll(async () => {
  await year.close()
  await closeWorkerPool()
  rmSync(folder, { recursive: true, force: true })
})

async function jointTask(asOf: Day): Promise<RegisterTask> {
  const { tasks } = await readRegister(year.context, { year: 2023, asOf })
  const joint = tasks.find(({ content }) => content === 'Rà soát, chuyển đổi vị trí công tác')
  if (joint === undefined) throw new Error('the sample has lost its joint task')
  return joint
}

const agenciesOf = (shares: readonly { readonly agencyId: AgencyId }[]): readonly AgencyId[] =>
  shares.map(({ agencyId }) => agencyId).toSorted()

const paper = (symbol: string, on: Day, issuer = 'Cơ quan (mẫu)') => ({ symbol, issuedOn: on, issuer, title: 'Văn bản (mẫu)' })

let answered: readonly AgencyId[]
let extended: AgencyId
let silent: readonly AgencyId[]
let merged: readonly AgencyId[]

/** Of 31, 24 answer in time, one late; one gets another day; two of the five that are silent become one. */
beforeAll(async () => {
  year = await makeIssuedYear(folder)
  const { context, actor } = year
  const { shares, taskId } = await jointTask('2023-01-05')
  const kinds = new Map((await readAgencyRegistry(context.db)).agencies.map(({ id, kind }) => [id, kind]))
  const districts = shares.filter(({ agencyId }) => kinds.get(agencyId) === 'district-committee')
  const others = shares.filter((share) => !districts.includes(share))
  merged = districts.slice(0, 2).map(({ agencyId }) => agencyId)
  const quiet = [...districts.slice(2, 3), ...others.slice(0, 2)]
  silent = agenciesOf(quiet)
  const later = others[2]!
  extended = later.agencyId
  const answering = shares.filter((share) => ![...quiet, later].includes(share) && !merged.includes(share.agencyId))
  answered = agenciesOf(answering)
  year.turnTo('2023-04-08T02:00:00.000Z')
  for (const [index, { assignmentId }] of answering.entries()) {
    const on: Day = index === 0 ? '2023-04-05' : `2023-03-${10 + (index % 22)}`
    await addProgress(context, actor, {
      assignmentId: assignmentId!,
      due: 'm1',
      happenedOn: on,
      state: 'done',
      percent: 100,
      result: 'Đã chuyển đổi',
      product: 'Báo cáo',
      difficulty: '',
      proposal: '',
      explanation: '',
      evidence: [{ ...paper(`${index + 1}/BC`, on), file: null }],
      channel: 'letter',
      basis: null,
      correctsId: null,
    })
  }
  await addExtension(context, actor, {
    taskId,
    assignmentId: later.assignmentId,
    due: 'm1',
    newDue: '2023-06-30',
    decidedOn: '2023-03-25',
    reason: 'Chờ đề án vị trí việc làm',
    basis: paper('77/UBND-NC', '2023-03-25'),
    file: null,
  })
  year.turnTo(`${JUDGED_ON}T02:00:00.000Z`)
  await makeAgencyChange(context, actor, {
    kind: 'merge',
    effectiveOn: MERGED_ON,
    basis: paper('12/NQ-UBTVQH', '2023-04-01'),
    fromIds: merged,
    toIds: [],
    founded: [{ name: 'UBND huyện Hợp nhất (mẫu)', shortName: null, kind: 'district-committee' }],
    groupPairs: null,
  })
})

async function lookupOf(): Promise<RegisterLookup> {
  const { db } = year.context
  return { year: 2023, ...(await readAgencyRegistry(db)), fields: await listFields(db), members: await listMembers(db) }
}

/** The joint letter about what leads of one task owe late, worded as is usual. */
async function lettersAnnex(
  task: RegisterTask,
): Promise<{ readonly agencies: readonly AgencyId[]; readonly rows: number; readonly headings: readonly string[] }> {
  const { context } = year
  const { lines, issuers, recipients, answerTo, answerBy } = await startUrging(context, { year: 2023, asOf: JUDGED_ON })
  const [issuer] = issuers
  const [signature] = issuer?.signatures ?? []
  if (issuer === undefined || signature === undefined) throw new Error('nobody signs')
  const { kind, letterhead, symbol, name: issuerName } = issuer
  const chosen = lines.filter((line) => line.taskId === task.taskId && line.kind === 'overdue' && line.role === 'lead')
  const words = {
    issuer: kind,
    letterhead,
    symbol,
    issuerName,
    signature,
    recipients,
    subject: '',
    opening: '',
    request: '',
    answerTo,
    answerBy,
  }
  const request: UrgingRequest = {
    year: 2023,
    asOf: JUDGED_ON,
    joint: true,
    chosen: chosen.map(({ assignmentId, due }) => ({ assignmentId, due })),
    words,
  }
  const [letter] = await papersOf(context, request)
  if (letter === undefined) throw new Error('no letter')
  const built = buildUrgingLetter(letter, { number: null, issuedOn: null, copy: 'paper', stamp: `${JUDGED_ON}T02:00:00.000Z` })
  const table = built.sections.flatMap(({ blocks }) => blocks).flatMap((block) => (block.kind === 'table' ? block.rows : []))
  return {
    agencies: agenciesOf(letter.lines),
    rows: table.filter(({ kind: row }) => row === 'task').length,
    headings: table.flatMap(({ kind: row, cells }) => (row === 'field' ? [paragraphText(cells[0]!.paragraphs[0]!)] : [])),
  }
}

test('25 of 31 have answered, one of them late, one has another day, and two of the silent ones are to become one', async () => {
  const { done, overdue, total, light, shares } = await jointTask(BEFORE_THE_MERGER)
  const lights = Map.groupBy(shares, (share) => share.light)
  expect([{ done, overdue, total, light }, Object.fromEntries([...lights].map(([key, own]) => [key, own.length]))]).toEqual([
    { done: 25, overdue: 5, total: 31, light: 'overdue' },
    { 'done-late': 1, 'done-on-time': 24, 'not-due': 1, 'overdue': 5 },
  ])
})

test('once they are one, register, list of what is late, dashboard, letter and its annex name the same four', async () => {
  const task = await jointTask(JUDGED_ON)
  const { agencies } = await readAgencyRegistry(year.context.db)
  const successor = agencies.find(({ name }) => name === 'UBND huyện Hợp nhất (mẫu)')!.id
  const late = [...silent, successor].toSorted()
  const lookup = await lookupOf()
  const alone = { tasks: [task] }
  const shares = RegisterView.parse({ level: 'share', role: 'lead', group: 'none' })
  const shown = applyView(alone, { ...shares, light: 'overdue' }, lookup).groups.flatMap(({ rows }) => rows.map(({ share }) => share!))
  const annex = await lettersAnnex(task)
  expect({
    register: [task.done, task.overdue, task.total, task.light],
    standing: agenciesOf(task.shares),
    lateInRegister: agenciesOf(task.shares.filter(({ light }) => light === 'overdue')),
    rowsOfTheFigure: agenciesOf(shown),
    dueList: agenciesOf(dueList({ today: JUDGED_ON, tasks: [task] }, { kinds: ['overdue'], role: 'lead' }).map(({ share }) => share)),
    dashboard: tallyView(alone, shares, lookup).lights,
    dashboardByAgency: tallyGroups(alone, { ...shares, group: 'lead' }, lookup).filter(({ tally }) => tally.lights.overdue === 1).length,
    letter: annex.agencies,
    annex: [annex.rows, annex.headings.length],
    annexNamesTheNewOne: annex.headings.filter((words) => words.includes('UBND huyện Hợp nhất (mẫu) (1)')).length,
  }).toEqual({
    register: [25, 4, 30, 'overdue'],
    standing: [...answered, ...late, extended].toSorted(),
    lateInRegister: late,
    rowsOfTheFigure: late,
    dueList: late,
    dashboard: expect.objectContaining({ 'done-on-time': 24, 'done-late': 1, overdue: 4, 'not-due': 1 }),
    dashboardByAgency: 4,
    letter: late,
    annex: [4, 4],
    annexNamesTheNewOne: 1,
  })
})

test('the task is one task in every total, and the day first given is kept beside the one that was moved', async () => {
  const { tasks, totals } = await readRegister(year.context, { year: 2023, asOf: JUDGED_ON })
  const task = await jointTask(JUDGED_ON)
  const share = task.shares.find(({ agencyId }) => agencyId === extended)
  const lookup = await lookupOf()
  const whole = RegisterView.parse({ level: 'task', group: 'light' })
  const counted = tallyGroups({ tasks }, whole, lookup).map(({ tally }) => tally.rows)
  expect([
    [totals.tasks, counted.reduce((sum, one) => sum + one, 0)],
    share?.dues.map(({ firstDue, due, light, keptFirstDue }) => ({ firstDue, due, light, keptFirstDue })),
  ]).toEqual([[44, 44], [{ firstDue: DUE, due: '2023-06-30', light: 'not-due', keptFirstDue: false }]])
})
