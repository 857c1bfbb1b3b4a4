import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AgencyGroupId, AgencyId, AssignmentId, FieldId, MemberId, TaskId } from '#shared/domain/identifier.ts'
import { Light } from '#shared/domain/light.ts'
import type { RegisterDue, RegisterShare, RegisterTask } from '#shared/domain/register.ts'
import { applyView, daysLateOf, type RegisterLookup } from '#shared/domain/register-rows.ts'
import { RegisterGroup, RegisterSort, RegisterView } from '#shared/domain/register-view.ts'
import { id } from '../../helpers/records.ts'
import { aDue } from '../../helpers/register-records.ts'

const field = (number: number): FieldId => id<FieldId>(number)
const agency = (number: number): AgencyId => id<AgencyId>(0x100 + number)
const member = (number: number): MemberId => id<MemberId>(0x200 + number)
const departments = id<AgencyGroupId>(0x300)

const lookup: RegisterLookup = {
  year: 2023,
  fields: [
    { id: field(1), name: 'Cải cách thể chế', position: 1 },
    { id: field(2), name: 'Chuyển đổi số', position: 0 },
  ],
  agencies: ['Sở Nội vụ', 'Sở Tư pháp', 'Sở Y tế', 'UBND huyện Đắk Glong'].map((name, at) => ({
    id: agency(at),
    name,
    shortName: null,
    aliases: [],
    position: at,
  })),
  groups: [{ id: departments, name: 'Các sở, ban, ngành', position: 0 }],
  members: [
    { id: member(1), name: 'Thành viên A', position: 1, fieldIds: [field(1)], followedAgencyIds: [] },
    { id: member(2), name: 'Thành viên B', position: 0, fieldIds: [], followedAgencyIds: [agency(0), agency(3)] },
  ],
}

function share(agencyId: AgencyId, patch: Partial<RegisterShare> = {}): RegisterShare {
  return {
    assignmentId: id<AssignmentId>(0x400),
    role: 'lead',
    agencyId,
    throughGroupId: null,
    waiting: false,
    light: 'not-due',
    explanation: '',
    stale: false,
    dues: [aDue()],
    ...patch,
  }
}

function task(number: number, patch: Partial<RegisterTask> = {}): RegisterTask {
  const shares = patch.shares ?? [share(agency(0))]
  return {
    taskId: id<TaskId>(0x500 + number),
    wordingId: null,
    planId: null,
    paperYear: 2023,
    source: 'plan',
    sourceDocument: null,
    fieldId: field(1),
    stt: number,
    content: `Nhiệm vụ ${number}`,
    product: '',
    phrase: '',
    closedOn: null,
    doneRule: { kind: 'all' },
    light: 'not-due',
    nextDue: null,
    updatedOn: null,
    done: 0,
    overdue: 0,
    stale: 0,
    total: shares.filter(({ role }) => role === 'lead').length,
    shares,
    ...patch,
  }
}

const view = (change: Partial<RegisterView> = {}): RegisterView => ({ ...RegisterView.parse({}), group: 'none', ...change })
const keysOf = (tasks: readonly RegisterTask[], change: Partial<RegisterView>): readonly string[] =>
  applyView({ tasks }, view(change), lookup).groups.flatMap(({ rows }) => rows.map((row) => row.key))
const numbersOf = (tasks: readonly RegisterTask[], change: Partial<RegisterView>): readonly number[] =>
  applyView({ tasks }, view(change), lookup).groups.flatMap(({ rows }) => rows.map((row) => row.task.stt))

describe('a view of the year’s tasks', () => {
  it('finds a task without accents by its words, its product, its agencies, wherever a word begins with them', () => {
    const tasks = [
      task(1, { content: 'Rà soát văn bản quy phạm pháp luật', shares: [share(agency(1))] }),
      task(2, { product: 'Báo cáo đánh giá', shares: [share(agency(3))] }),
      task(3, { content: 'Tuyên truyền', shares: [share(agency(0)), share(agency(3), { role: 'coordinating' })] }),
    ]
    expect({
      words: numbersOf(tasks, { text: 'ra soat PHAP' }),
      product: numbersOf(tasks, { text: 'danh gia' }),
      agency: numbersOf(tasks, { text: 'dak glong' }),
      withinAWord: numbersOf(tasks, { text: 'oat' }),
      sharesOfTheAgency: keysOf(tasks, { level: 'share', text: 'đắk glong' }).length,
    }).toEqual({ words: [1], product: [2], agency: [2, 3], withinAWord: [], sharesOfTheAgency: 2 })
  })

  it('judges a task by its leads, and by the agency asked for where one is asked for', () => {
    const open = aDue({ due: '2023-09-15' })
    const tasks = [
      task(1, { shares: [share(agency(0)), share(agency(1), { role: 'coordinating', dues: [open] })] }),
      task(2, { shares: [share(agency(1), { dues: [open] })] }),
    ]
    expect({
      september: numbersOf(tasks, { month: 9 }),
      septemberOfTheHelper: numbersOf(tasks, { month: 9, agencyId: agency(1) }),
      leads: numbersOf(tasks, { agencyId: agency(1), role: 'lead' }),
      helps: numbersOf(tasks, { agencyId: agency(1), role: 'coordinating' }),
      sharesInSeptember: keysOf(tasks, { level: 'share', month: 9 }).length,
    }).toEqual({ september: [2], septemberOfTheHelper: [1, 2], leads: [2], helps: [1], sharesInSeptember: 2 })
  })

  it('finds what missed the day first given, though an extension keeps it from being overdue', () => {
    const moved = aDue({ due: '2023-09-30', light: 'not-due', keptFirstDue: false })
    const tasks = [
      task(1, { shares: [share(agency(0), { dues: [moved] })] }),
      task(2, { shares: [share(agency(0)), share(agency(1), { role: 'coordinating', dues: [moved] })] }),
      task(3, { shares: [share(agency(0), { dues: [aDue({ light: 'done-on-time', keptFirstDue: true })] })] }),
    ]
    expect({
      tasks: numbersOf(tasks, { missedFirst: true }),
      shares: numbersOf(tasks, { missedFirst: true, level: 'share' }),
    }).toEqual({ tasks: [1], shares: [1, 2] })
  })

  it('shows no month for what is done, whenever it was due', () => {
    expect(
      numbersOf([task(1, { shares: [share(agency(0), { dues: [aDue({ light: 'done-on-time', state: 'done' })] })] })], { month: 6 }),
    ).toEqual([])
  })

  it('finds a member’s own by field and by agency followed, helpers left out of whole tasks', () => {
    const tasks = [
      task(1, { fieldId: field(1), shares: [share(agency(2))] }),
      task(2, { fieldId: field(2), shares: [share(agency(3))] }),
      task(3, { fieldId: field(2), shares: [share(agency(2)), share(agency(3), { role: 'coordinating' })] }),
    ]
    expect({
      byField: numbersOf(tasks, { memberId: member(1) }),
      byAgency: numbersOf(tasks, { memberId: member(2) }),
      shares: numbersOf(tasks, { memberId: member(2), level: 'share' }),
      gone: numbersOf(tasks, { memberId: member(9) }),
    }).toEqual({ byField: [1], byAgency: [2], shares: [2, 3], gone: [] })
  })

  it('puts a task led through a group under the group’s name, a share under its own agency, and each once', () => {
    const led = task(1, {
      shares: [0, 1, 2].map((at) => share(agency(at), { throughGroupId: departments })),
    })
    const titles = (level: 'task' | 'share'): readonly object[] =>
      applyView({ tasks: [led, task(2, { shares: [] })] }, view({ level, group: 'lead' }), lookup).groups.map(({ subject, rows }) => ({
        ...subject,
        rows: rows.length,
      }))
    expect({ task: titles('task'), share: titles('share') }).toEqual({
      task: [
        { kind: 'agency-group', groupId: departments, rows: 1 },
        { kind: 'no-lead', rows: 1 },
      ],
      share: [0, 1, 2].map((at) => ({ kind: 'agency', agencyId: agency(at), rows: 1 })),
    })
  })

  it('counts what waits for nobody: neither under the agency that holds it nor among its own, each share once', () => {
    const held = (at: number): RegisterShare => share(agency(0), { waiting: true, assignmentId: id<AssignmentId>(0x500 + at) })
    const tasks = [
      task(1, { shares: [held(1), held(2), share(agency(1))] }),
      task(2, { shares: [held(3)] }),
      task(3, { shares: [share(agency(0))] }),
    ]
    const titles = (level: 'task' | 'share'): readonly object[] =>
      applyView({ tasks }, view({ level, group: 'lead' }), lookup).groups.map(({ subject, rows }) => ({ ...subject, rows: rows.length }))
    const keys = applyView({ tasks }, view({ level: 'share' }), lookup).groups.flatMap(({ rows }) => rows.map(({ key }) => key))
    expect({
      task: titles('task'),
      share: titles('share'),
      own: numbersOf(tasks, { agencyId: agency(0) }),
      keys: new Set(keys).size,
    }).toEqual({
      task: [
        { kind: 'agency', agencyId: agency(0), rows: 1 },
        { kind: 'agency', agencyId: agency(1), rows: 1 },
        { kind: 'waiting', rows: 1 },
      ],
      share: [
        { kind: 'agency', agencyId: agency(0), rows: 1 },
        { kind: 'agency', agencyId: agency(1), rows: 1 },
        { kind: 'waiting', rows: 3 },
      ],
      own: [3],
      keys: 5,
    })
  })

  it('puts a row under the member who has least beside it, so that a head of all fields does not hold the whole year', () => {
    const head = { id: member(3), name: 'Trưởng ban', position: 0, fieldIds: [field(1), field(2)], followedAgencyIds: [] }
    const tasks = [task(1, { fieldId: field(1), shares: [share(agency(3))] }), task(2, { fieldId: field(2), shares: [share(agency(2))] })]
    const members = (level: 'task' | 'share'): readonly object[] =>
      applyView({ tasks }, view({ level, group: 'member' }), { ...lookup, members: [head, ...lookup.members] }).groups.map(
        ({ subject, rows }) => ({ ...subject, rows: rows.map((row) => row.task.stt) }),
      )
    expect({ task: members('task'), share: members('share') }).toEqual({
      task: [
        { kind: 'member', memberId: member(3), rows: [2] },
        { kind: 'member', memberId: member(1), rows: [1] },
      ],
      share: [
        { kind: 'member', memberId: member(3), rows: [2] },
        { kind: 'member', memberId: member(2), rows: [1] },
      ],
    })
  })

  it('puts groups in the office’s order, lights by urgency, months in time, and what has none last', () => {
    const tasks = [
      task(1, { fieldId: null, light: 'done-on-time', shares: [] }),
      task(2, { fieldId: field(1), light: 'overdue', shares: [share(agency(0), { dues: [aDue({ due: '2023-12-31' })] })] }),
      task(3, { fieldId: field(2), light: 'due-soon', shares: [share(agency(0), { dues: [aDue({ due: '2023-03-31' })] })] }),
    ]
    const order = (group: RegisterGroup): readonly number[] => numbersOf(tasks, { group })
    expect({ field: order('field'), light: order('light'), month: order('month') }).toEqual({
      field: [3, 2, 1],
      light: [2, 3, 1],
      month: [3, 2, 1],
    })
  })

  it('orders by the days overdue, those that are not overdue last in both directions', () => {
    const late = (number: number, daysLate: number): RegisterTask =>
      task(number, { shares: [share(agency(0), { dues: [aDue({ light: 'overdue', daysLate })] })] })
    const tasks = [late(1, 3), task(2), late(3, 40)]
    expect({ most: numbersOf(tasks, { sort: 'late', descending: true }), least: numbersOf(tasks, { sort: 'late' }) }).toEqual({
      most: [3, 1, 2],
      least: [1, 3, 2],
    })
  })
})

const anyDue: fc.Arbitrary<RegisterDue> = fc
  .record({
    light: fc.constantFrom(...Light.options),
    month: fc.integer({ min: 1, max: 12 }),
    none: fc.boolean(),
    stale: fc.boolean(),
    daysLate: fc.nat(90),
  })
  .map(({ light, month, none, stale, daysLate }) =>
    aDue({ light, stale, daysLate: light === 'overdue' ? daysLate : 0, due: none ? null : `2023-${String(month).padStart(2, '0')}-15` }),
  )
const anyShares = fc
  .uniqueArray(fc.tuple(fc.nat(3), fc.boolean(), fc.boolean(), fc.array(anyDue, { minLength: 1, maxLength: 3 })), {
    selector: ([at]) => at,
    maxLength: 4,
  })
  .map((drawn) =>
    drawn.map(([at, leads, through, dues]) =>
      share(agency(at), {
        role: leads ? 'lead' : 'coordinating',
        throughGroupId: through ? departments : null,
        dues,
        light: dues[0]?.light ?? 'not-due',
        stale: dues.some(({ stale }) => stale),
      }),
    ),
  )
const anyTasks: fc.Arbitrary<readonly RegisterTask[]> = fc
  .array(
    fc.tuple(
      fc.constantFrom(null, field(1), field(2)),
      fc.constantFrom(...Light.options),
      anyShares,
      fc.constantFrom('Rà soát', 'Báo cáo', 'Đánh giá'),
    ),
    { maxLength: 12 },
  )
  .map((drawn) => drawn.map(([fieldId, light, shares, content], at) => task(at + 1, { fieldId, light, shares, content })))
const anyView: fc.Arbitrary<RegisterView> = fc.record({
  level: fc.constantFrom('task', 'share'),
  group: fc.constantFrom(...RegisterGroup.options),
  sort: fc.constantFrom(...RegisterSort.options),
  descending: fc.boolean(),
  text: fc.constantFrom('', '', 'ra', 'bao cao', 'noi vu'),
  fieldId: fc.constantFrom(null, null, field(1)),
  agencyId: fc.constantFrom(null, null, agency(0), agency(3)),
  role: fc.constantFrom(null, null, 'lead', 'coordinating'),
  memberId: fc.constantFrom(null, null, member(1), member(2)),
  light: fc.constantFrom(null, null, 'overdue', 'not-due'),
  stale: fc.boolean(),
  missedFirst: fc.boolean(),
  month: fc.constantFrom(null, null, 3, 6),
})

describe('whatever the view', () => {
  it('gives in its groups together exactly the rows of the view without groups, each once', () => {
    fc.assert(
      fc.property(anyTasks, anyView, (tasks, drawn) => {
        const grouped = applyView({ tasks }, drawn, lookup)
        const plain = applyView({ tasks }, { ...drawn, group: 'none' }, lookup)
        const keys = grouped.groups.flatMap(({ rows }) => rows.map(({ key }) => key))
        expect(keys.toSorted()).toEqual(plain.groups.flatMap(({ rows }) => rows.map(({ key }) => key)).toSorted())
        expect({ counts: grouped.counts, unique: new Set(keys).size, empty: grouped.groups.some(({ rows }) => rows.length === 0) }).toEqual(
          {
            counts: plain.counts,
            unique: keys.length,
            empty: false,
          },
        )
      }),
    )
  })

  it('keeps the order within a group that the view without groups has', () => {
    fc.assert(
      fc.property(anyTasks, anyView, (tasks, drawn) => {
        const plain = applyView({ tasks }, { ...drawn, group: 'none' }, lookup).groups.flatMap(({ rows }) => rows.map(({ key }) => key))
        for (const { rows } of applyView({ tasks }, drawn, lookup).groups) {
          const keys = rows.map(({ key }) => key)
          expect(plain.filter((key) => keys.includes(key))).toEqual(keys)
        }
      }),
    )
  })

  it('counts shares where a row is a share, and the tasks that they are of', () => {
    fc.assert(
      fc.property(anyTasks, anyView, (tasks, drawn) => {
        const { groups, counts } = applyView({ tasks }, { ...drawn, level: 'share' }, lookup)
        const rows = groups.flatMap((group) => group.rows)
        expect(counts).toEqual({ rows: rows.length, shares: rows.length, tasks: new Set(rows.map((row) => row.task.taskId)).size })
      }),
    )
  })

  it('adds up over agencies to all shares, and over fields or lights to all tasks', () => {
    fc.assert(
      fc.property(anyTasks, (tasks) => {
        const sum = (views: readonly RegisterView[]): number =>
          views.reduce((total, one) => total + applyView({ tasks }, one, lookup).counts.rows, 0)
        expect({
          agencies: sum(lookup.agencies.map(({ id: agencyId }) => view({ level: 'share', agencyId }))),
          lights: sum(Light.options.map((light) => view({ light }))),
        }).toEqual({ agencies: tasks.reduce((total, { shares }) => total + shares.length, 0), lights: tasks.length })
      }),
    )
  })

  it('gives no row whose days late grow where the most overdue stand first', () => {
    fc.assert(
      fc.property(anyTasks, (tasks) => {
        const rows = applyView({ tasks }, view({ level: 'share', sort: 'late', descending: true }), lookup).groups.flatMap(
          (group) => group.rows,
        )
        const days = rows.map(({ shares }) => daysLateOf(shares))
        expect(days).toEqual(days.toSorted((one, other) => other - one))
      }),
    )
  })
})
