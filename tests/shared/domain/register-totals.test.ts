import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AgencyId, FieldId, MemberId } from '#shared/domain/identifier.ts'
import { Light } from '#shared/domain/light.ts'
import type { RegisterDue, RegisterShare, RegisterTask } from '#shared/domain/register.ts'
import { applyView, type RegisterLookup } from '#shared/domain/register-rows.ts'
import { percentKept, tallyGroups, tallyView, worstFirst, type GroupTally } from '#shared/domain/register-totals.ts'
import { RegisterGroup, RegisterView } from '#shared/domain/register-view.ts'
import { id } from '../../helpers/records.ts'

const agencies = [0, 1, 2, 3].map((at) => id<AgencyId>(0x100 + at))
const fields = [0, 1].map((at) => id<FieldId>(at + 1))
const lookup: RegisterLookup = {
  year: 2023,
  fields: fields.map((fieldId, position) => ({ id: fieldId, name: `Lĩnh vực ${position}`, position })),
  agencies: agencies.map((agencyId, position) => ({ id: agencyId, name: `Sở ${position}`, shortName: null, aliases: [], position })),
  groups: [],
  members: [0, 1].map((at) => ({
    id: id<MemberId>(0x200 + at),
    name: `Thành viên ${at}`,
    position: at,
    fieldIds: fields.filter((_, index) => index === at),
    followedAgencyIds: agencies.filter((_, index) => index % 2 === at),
  })),
}

const closed: ReadonlySet<Light> = new Set(['done-on-time', 'done-late', 'not-doing'])

function due(light: Light, keptFirstDue: boolean | null, month: number, stale: boolean): RegisterDue {
  return {
    key: 'm1',
    label: null,
    period: null,
    firstDue: '2023-01-31',
    due: `2023-${String(month).padStart(2, '0')}-15`,
    light,
    explanation: '',
    daysLate: light === 'overdue' ? month : 0,
    keptFirstDue,
    stale: stale && !closed.has(light),
    state: light.startsWith('done') ? 'done' : 'in-progress',
    percent: null,
    updatedOn: null,
  }
}

function share(agencyId: AgencyId, role: 'lead' | 'coordinating', only: RegisterDue): RegisterShare {
  return {
    assignmentId: null,
    role,
    agencyId,
    throughGroupId: null,
    waiting: false,
    light: only.light,
    explanation: '',
    stale: only.stale,
    dues: [only],
  }
}

function task(at: number, fieldId: FieldId | null, light: Light, shares: readonly RegisterShare[]): RegisterTask {
  const leads = shares.filter(({ role }) => role === 'lead')
  return {
    taskId: id(0x500 + at),
    wordingId: null,
    planId: null,
    paperYear: 2023,
    source: 'plan',
    sourceDocument: null,
    fieldId,
    stt: at,
    content: `Nhiệm vụ ${at}`,
    product: '',
    phrase: '',
    closedOn: null,
    doneRule: { kind: 'all' },
    light,
    nextDue: null,
    updatedOn: null,
    done: 0,
    overdue: 0,
    stale: leads.filter(({ stale }) => stale).length,
    total: leads.length,
    shares,
  }
}

const anyShares = fc
  .uniqueArray(
    fc.record({
      at: fc.nat(3),
      leads: fc.boolean(),
      light: fc.constantFrom(...Light.options),
      keptFirst: fc.constantFrom(true, false, null),
      month: fc.integer({ min: 1, max: 12 }),
      stale: fc.boolean(),
    }),
    { selector: ({ at }) => at, maxLength: 4 },
  )
  .map((drawn) =>
    drawn.map(({ at, leads, light, keptFirst, month, stale }) =>
      share(agencies[at]!, leads ? 'lead' : 'coordinating', due(light, keptFirst, month, stale)),
    ),
  )
const anyTasks: fc.Arbitrary<readonly RegisterTask[]> = fc
  .array(fc.tuple(fc.constantFrom(null, ...fields), fc.constantFrom(...Light.options), anyShares), { maxLength: 15 })
  .map((drawn) => drawn.map(([fieldId, light, shares], at) => task(at + 1, fieldId, light, shares)))

const led = (light: Light, at: number): RegisterShare => share(agencies[at]!, 'lead', due(light, null, 3, false))

const view = (change: Partial<RegisterView>): RegisterView => ({ ...RegisterView.parse({}), ...change })
const rowsIn = (groups: readonly GroupTally[]): number => groups.reduce((sum, { tally }) => sum + tally.rows, 0)

describe('figures of a year', () => {
  it('add up by field, status and month to the tasks, and by agency and member to the assignments', () => {
    fc.assert(
      fc.property(anyTasks, (tasks) => {
        const sum = (change: Partial<RegisterView>): number => rowsIn(tallyGroups({ tasks }, view(change), lookup))
        const shares = tasks.reduce((total, one) => total + one.shares.length, 0)
        expect({
          field: sum({ group: 'field' }),
          status: sum({ group: 'light' }),
          month: sum({ group: 'month' }),
          agency: sum({ level: 'share', group: 'lead' }),
          member: sum({ level: 'share', group: 'member' }),
        }).toEqual({ field: tasks.length, status: tasks.length, month: tasks.length, agency: shares, member: shares })
      }),
    )
  })

  it('count, in each group and for each light, exactly the rows that the figure opens', () => {
    fc.assert(
      fc.property(anyTasks, fc.constantFrom('task', 'share'), fc.constantFrom(...RegisterGroup.options), (tasks, level, group) => {
        for (const { view: opened, tally } of tallyGroups({ tasks }, view({ level, group }), lookup)) {
          if (opened === null) continue
          const count = (change: Partial<RegisterView>): number => applyView({ tasks }, { ...opened, ...change }, lookup).counts.rows
          const ofOther = opened.light === null ? Light.options : [opened.light]
          expect({
            rows: count({}),
            stale: count({ stale: true }),
            missedFirst: count({ missedFirst: true }),
            lights: Object.fromEntries(ofOther.map((light) => [light, count({ light })])),
          }).toEqual({
            rows: tally.rows,
            stale: tally.stale,
            missedFirst: tally.missedFirst,
            lights: Object.fromEntries(ofOther.map((light) => [light, tally.lights[light]])),
          })
        }
      }),
    )
  })

  it('give in all lights together every row once, and no more kept than was judged', () => {
    fc.assert(
      fc.property(anyTasks, fc.constantFrom('task', 'share'), (tasks, level) => {
        const { lights, rows, onTime, onTimeFirst } = tallyView({ tasks }, view({ level }), lookup)
        expect(Object.values(lights).reduce((total, count) => total + count, 0)).toBe(rows)
        expect([onTime.kept <= onTime.judged, onTimeFirst.kept <= onTimeFirst.judged, onTime.judged <= rows]).toEqual([true, true, true])
      }),
    )
  })

  it('tell on time against the day first given from on time after an extension', () => {
    const shares = [
      share(agencies[0]!, 'lead', due('done-on-time', true, 1, false)),
      share(agencies[1]!, 'lead', due('done-on-time', false, 6, false)),
      share(agencies[2]!, 'lead', due('overdue', false, 3, false)),
      share(agencies[3]!, 'lead', due('not-due', false, 12, false)),
    ]
    const { onTime, onTimeFirst, missedFirst, daysLate } = tallyView(
      { tasks: [task(1, null, 'overdue', shares)] },
      view({ level: 'share' }),
      lookup,
    )
    expect({ onTime, onTimeFirst, missedFirst, daysLate, percent: [percentKept(onTime), percentKept(onTimeFirst)] }).toEqual({
      onTime: { kept: 2, judged: 3 },
      onTimeFirst: { kept: 1, judged: 4 },
      missedFirst: 3,
      daysLate: 3,
      percent: [67, 25],
    })
    expect(percentKept({ kept: 0, judged: 0 })).toBeNull()
  })

  it('put the agency with the most overdue first, and one that owes nothing yet last', () => {
    const tasks = [
      task(1, null, 'not-due', [led('not-due', 0), led('overdue', 1), led('done-late', 2), led('done-on-time', 3)]),
      task(2, null, 'not-due', [led('done-on-time', 2), led('overdue', 1)]),
    ]
    expect(
      worstFirst(tallyGroups({ tasks }, view({ level: 'share', group: 'lead' }), lookup)).map(({ subject }) =>
        subject.kind === 'agency' ? agencies.indexOf(subject.agencyId) : null,
      ),
    ).toEqual([1, 2, 3, 0])
  })
})
