import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Day } from '#shared/domain/identifier.ts'
import { Light } from '#shared/domain/light.ts'
import type { Register } from '#shared/domain/register.ts'
import type { GroupSubject, RegisterLookup } from '#shared/domain/register-rows.ts'
import { tallyGroups, tallyView } from '#shared/domain/register-totals.ts'
import { RegisterView, type RegisterGroup } from '#shared/domain/register-view.ts'
import { closeWorkerPool } from '#main/documents/worker-pool.ts'
import { readRegister } from '#main/services/register.ts'
import { openFile, type FileConnection } from '#main/store/connection.ts'
import { readAgencyRegistry } from '#main/store/repositories/agency.ts'
import { findBrokenLink } from '#main/store/repositories/change.ts'
import { listFields } from '#main/store/repositories/field.ts'
import { listMembers } from '#main/store/repositories/member.ts'
import { makeFollowedYear, makeIssuedYear, type IssuedYear } from '../../helpers/followed-year.ts'
import { fillLargeStore } from '../../helpers/large-store.ts'
import { claimOfSentence, judgeSentence } from '../../helpers/light-of-sentence.ts'
import { countsInSql, membersInSql, sharesInSql, tasksInSql } from '../../helpers/register-in-sql.ts'

const folder = mkdtempSync(join(tmpdir(), 'cchc-proof-'))
afterAll(async () => {
  await closeWorkerPool()
  rmSync(folder, { recursive: true, force: true })
})

/** Every sentence of a register from which another judge comes to something else than the register says. */
function quarrels({ tasks }: Register): readonly unknown[] {
  return tasks.flatMap(({ shares }) =>
    shares.flatMap(({ light, explanation, stale, dues }) => {
      const sentences = dues.map(({ explanation: sentence, ...due }) => ({
        sentence,
        says: claimOfSentence(sentence),
        judged: judgeSentence(sentence),
        shown: { light: due.light, daysLate: due.daysLate, stale: due.stale },
      }))
      const stands = sentences.find(({ sentence }) => sentence === explanation)
      const wrong = sentences.filter(({ says, judged, shown }) => {
        const { rule: _rule, ...seen } = judged
        return JSON.stringify([says, shown]) !== JSON.stringify([judged, seen])
      })
      const shareHolds = stands?.judged.light === light && stale === sentences.some(({ judged }) => judged.stale)
      return shareHolds ? wrong : [...wrong, { explanation, light, stale }]
    }),
  )
}

const sentencesIn = ({ tasks }: Register): number =>
  tasks.reduce((sum, { shares }) => sum + shares.reduce((own, { dues }) => own + dues.length, 0), 0)

/** The register of a day against the database's own: every share's light, silence and next day, every task's light, month and count. */
async function differences({ connection }: Opened, year: number, day: Day, { tasks }: Register): Promise<readonly unknown[]> {
  const shares = tasks.flatMap(({ taskId, fieldId, shares: own }) =>
    own.map(({ assignmentId, agencyId, role, light, stale, dues }) => {
      const owed = dues.filter((due) => !['done-on-time', 'done-late', 'not-doing'].includes(due.light)).flatMap(({ due }) => due ?? [])
      return {
        taskId,
        fieldId,
        assignmentId: assignmentId ?? '',
        agencyId,
        role,
        light,
        stale: Number(stale),
        nextDue: owed.toSorted()[0] ?? null,
      }
    }),
  )
  const whole = tasks.map(({ taskId, fieldId, light, nextDue, done, total }) => {
    return { taskId, fieldId, light, month: nextDue?.slice(0, 7) ?? null, done, total }
  })
  return [
    ...unequal(await sharesInSql(connection.db, year, day), shares, ({ assignmentId }) => assignmentId),
    ...unequal(await tasksInSql(connection.db, year, day), whole, ({ taskId }) => taskId),
  ]
}

function unequal<T extends object>(inSql: readonly T[], inProgram: readonly T[], keyOf: (one: T) => string): readonly unknown[] {
  const known = new Map(inProgram.map((one) => [keyOf(one), one]))
  const found = inSql.flatMap((one) =>
    JSON.stringify(one) === JSON.stringify(known.get(keyOf(one))) ? [] : [{ inSql: one, inProgram: known.get(keyOf(one)) }],
  )
  return inSql.length === inProgram.length ? found : [...found, { inSql: inSql.length, inProgram: inProgram.length }]
}

interface Opened {
  readonly year: IssuedYear
  /** The same file through the connection's door, to read only. */
  readonly connection: FileConnection
  readonly lookup: RegisterLookup
}

async function open(year: IssuedYear): Promise<Opened> {
  const connection = openFile(join(year.folder, 'workspace.sqlite'), 'read')
  const lookup = {
    year: 2023,
    ...(await readAgencyRegistry(connection.db)),
    fields: await listFields(connection.db),
    members: await listMembers(connection.db),
  }
  return { year, connection, lookup }
}

async function close({ year, connection }: Opened): Promise<void> {
  await connection.close()
  await year.close()
}

const counted = <T>(values: readonly T[], keyOf: (one: T) => string): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(values, keyOf)].map(([key, own]) => [key, own.length]))

const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((all, one) => all + one, 0)

function subjectOf(subject: GroupSubject): string {
  switch (subject.kind) {
    case 'field':
      return subject.fieldId ?? ''
    case 'agency':
      return subject.agencyId
    case 'member':
      return subject.memberId ?? ''
    case 'light':
      return subject.light
    case 'month':
      return subject.month ?? ''
    case 'none':
    case 'no-lead':
    case 'waiting':
    case 'agency-group':
      return subject.kind
    default:
      return subject satisfies never
  }
}

/** What the dashboard and the list add up to under a group: so many rows a group. */
function totals(register: Register, lookup: RegisterLookup, level: 'task' | 'share', group: RegisterGroup): Record<string, number> {
  const view = RegisterView.parse({ level, group })
  return Object.fromEntries(tallyGroups(register, view, lookup).map(({ subject, tally }) => [subjectOf(subject), tally.rows]))
}

test('the second judge sees a light that its own sentence does not bear out', () => {
  const right = 'Quá hạn (quy tắc 8): trạng thái “Đang thực hiện”; hạn 30/06/2023, chậm 2 ngày; tính đến 02/07/2023.'
  const wrong = [
    right.replace('30/06/2023', '30/07/2023, báo trước 15 ngày'),
    right.replace('Quá hạn (quy tắc 8)', 'Sắp đến hạn (quy tắc 9)'),
    right.replace('chậm 2', 'chậm 3'),
    right.replace('“Đang thực hiện”', '“Hoàn thành” ngày 29/06/2023'),
    right.replace('2023.', '2023; chưa cập nhật từ 20/06/2023, quá 30 ngày.'),
  ]
  expect(
    [right, ...wrong].map((sentence) => JSON.stringify(claimOfSentence(sentence)) === JSON.stringify(judgeSentence(sentence))),
  ).toEqual([true, ...wrong.map(() => false)])
})

describe('the followed year', () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await open(await makeFollowedYear(join(folder, 'year')))
  })
  afterAll(() => close(opened))

  test('has what a year has: 44 tasks, 31 owners of the joint ones, 600 answers, 40 moved days, 200 files that are what they were, and a log that holds', async () => {
    const { context } = opened.year
    const { tasks, totals: all } = await readRegister(context, { year: 2023, asOf: '2023-12-31' })
    const count = async (table: 'progress' | 'extension'): Promise<number> =>
      (await context.db.selectFrom(table).select('id').execute()).length
    const files = (await context.db.selectFrom('evidence').select('file').where('file', 'is not', null).execute()).map(
      ({ file }) => JSON.parse(file ?? '') as { readonly hash: Parameters<typeof context.files.verify>[0] },
    )
    const sound = (await Promise.all(files.map(({ hash }) => context.files.verify(hash)))).filter((state) => state === 'sound').length
    expect([
      all,
      Math.max(...tasks.map(({ total }) => total)),
      await count('progress'),
      await count('extension'),
      [files.length, sound],
      await findBrokenLink(context.db),
    ]).toEqual([{ tasks: 44, shares: 708 }, 31, 600, 40, [200, 200], null])
  })

  test.each(['2023-01-05', '2023-01-20', '2023-03-31', '2023-06-30', '2023-07-15', '2023-10-02', '2023-12-31', '2024-01-31'] as const)(
    'on %s whoever reads only the sentences comes to the same lights, and so does the database by itself',
    async (day) => {
      const register = await readRegister(opened.year.context, { year: 2023, asOf: day })
      expect([sentencesIn(register) > 708, quarrels(register), await differences(opened, 2023, day, register)]).toEqual([true, [], []])
    },
  )

  test('shows every light in its course, so that no rule goes untried', async () => {
    const seen = new Set<string>()
    for (const day of ['2023-03-31', '2023-06-30', '2023-12-31', '2024-01-31'] as const) {
      const { tasks } = await readRegister(opened.year.context, { year: 2023, asOf: day })
      for (const { light } of tasks.flatMap(({ shares }) => shares.flatMap(({ dues }) => dues))) seen.add(light)
    }
    expect([...seen].toSorted()).toEqual(Light.options.toSorted())
  })

  test('adds up: by field, status and month to the tasks, by agency and member to the shares, each as the file has it', async () => {
    const { connection, lookup, year } = opened
    const day = '2023-06-30'
    const register = await readRegister(year.context, { year: 2023, asOf: day })
    const tasks = await tasksInSql(connection.db, 2023, day)
    const shares = await sharesInSql(connection.db, 2023, day)
    const { fields, agencies } = await countsInSql(connection.db, 2023)
    const members = await membersInSql(connection.db, 2023)
    const byTask = (['field', 'light', 'month'] as const).map((group) => totals(register, lookup, 'task', group))
    const byShare = (['lead', 'member', 'light'] as const).map((group) => totals(register, lookup, 'share', group))
    expect([byTask, byShare]).toEqual([
      [Object.fromEntries(fields), counted(tasks, ({ light }) => light), counted(tasks, ({ month }) => month ?? '')],
      [Object.fromEntries(agencies), Object.fromEntries(members), counted(shares, ({ light }) => light)],
    ])
    expect([byTask.map(sum), byShare.map(sum), register.totals]).toEqual([[44, 44, 44], [708, 708, 708], { tasks: 44, shares: 708 }])
  })

  test('says the same of being on time as the file does, against the days as moved and against the days first given', async () => {
    const { connection, lookup, year } = opened
    const day = '2023-12-31'
    const register = await readRegister(year.context, { year: 2023, asOf: day })
    const { onTime } = tallyView(register, RegisterView.parse({ level: 'share' }), lookup)
    const lights = counted(await sharesInSql(connection.db, 2023, day), ({ light }) => light)
    const kept = lights['done-on-time'] ?? 0
    expect(onTime).toEqual({ kept, judged: kept + (lights['done-late'] ?? 0) + (lights['overdue'] ?? 0) })
  })
})

// Two of the twenty years, the same rows that the whole store has: making all of it takes longer than a test may.
describe('the large store', () => {
  const chosen = [2016, 2023]
  let opened: Opened
  beforeAll(async () => {
    const year = await makeIssuedYear(join(folder, 'large'))
    await fillLargeStore(year, { only: chosen })
    opened = await open(year)
  }, 60_000)
  afterAll(() => close(opened))

  test('has 500 tasks and 5,000 answers a year, and a log that holds', async () => {
    const { context } = opened.year
    const years = []
    for (const year of chosen) years.push((await readRegister(context, { year, asOf: `${year}-12-31` })).totals.tasks)
    const { length: answers } = await context.db.selectFrom('progress').select('id').execute()
    expect([years, answers, await findBrokenLink(context.db)]).toEqual([[500, 500], 10_000, null])
  })

  test.each(chosen)('in %i whoever reads only the sentences comes to the same lights, and so does the database by itself', async (year) => {
    for (const day of [`${year}-05-10`, `${year}-12-31`] as const) {
      const register = await readRegister(opened.year.context, { year, asOf: day })
      expect([sentencesIn(register) > 3_000, quarrels(register), await differences(opened, year, day, register)]).toEqual([true, [], []])
    }
  })

  test('adds up by field, status and month to the tasks, by agency and member to the shares, each as the file has it', async () => {
    const { connection, lookup, year } = opened
    const day = '2016-08-15'
    const register = await readRegister(year.context, { year: 2016, asOf: day })
    const of2016 = { ...lookup, year: 2016 }
    const tasks = await tasksInSql(connection.db, 2016, day)
    const { fields, agencies } = await countsInSql(connection.db, 2016)
    expect([
      ...(['field', 'light', 'month'] as const).map((group) => totals(register, of2016, 'task', group)),
      ...(['lead', 'member'] as const).map((group) => totals(register, of2016, 'share', group)),
    ]).toEqual([
      Object.fromEntries(fields),
      counted(tasks, ({ light }) => light),
      counted(tasks, ({ month }) => month ?? ''),
      Object.fromEntries(agencies),
      Object.fromEntries(await membersInSql(connection.db, 2016)),
    ])
  })
})
