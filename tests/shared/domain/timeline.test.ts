import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDeadline } from '#shared/domain/deadline-phrase.ts'
import type { AgencyId, PlanId, TaskId } from '#shared/domain/identifier.ts'
import type { RegisterDue, RegisterShare, RegisterTask } from '#shared/domain/register.ts'
import { placeInYear, stretchInYear, timelineOf } from '#shared/domain/timeline.ts'
import { id } from '../../helpers/records.ts'
import { aDue } from '../../helpers/register-records.ts'

const planId = id<PlanId>(1)
const due = (patch: Partial<RegisterDue>): RegisterDue => aDue({ state: 'in-progress', ...patch })
const share = (at: number, dues: readonly RegisterDue[], role: 'lead' | 'coordinating' = 'lead'): RegisterShare => ({
  assignmentId: null,
  role,
  agencyId: id<AgencyId>(0x100 + at),
  throughGroupId: null,
  waiting: false,
  light: 'not-due',
  explanation: '',
  stale: false,
  dues,
})
const task = (shares: readonly RegisterShare[], patch: Partial<RegisterTask> = {}): RegisterTask => ({
  taskId: id<TaskId>(0x500),
  wordingId: null,
  planId,
  paperYear: 2023,
  source: 'plan',
  sourceDocument: null,
  fieldId: null,
  stt: 1,
  content: '',
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
  total: shares.length,
  shares,
  ...patch,
})
const drawn = (one: RegisterTask, phrase = '') =>
  timelineOf(
    { tasks: [one] },
    { issuedOn: new Map([[planId, '2023-01-05']]), tasks: [{ taskId: one.taskId, deadline: readDeadline(phrase, { planYear: 2023 }) }] },
  )[0]?.dues

const periods = (lights: readonly ('done-on-time' | 'overdue')[]): readonly RegisterDue[] =>
  lights.map((light, at) => due({ key: `m1:2023-Q${at + 1}`, period: `Quý ${at + 1}`, light, daysLate: light === 'overdue' ? 5 : 0 }))

describe('the timeline of a year', () => {
  it('draws what is due once from the issue to the day first given, with the latest extension as its tail', () => {
    expect(
      drawn(
        task([
          share(0, [due({ light: 'done-on-time', state: 'done' })]),
          share(1, [due({ due: '2023-08-31', light: 'not-due' })]),
          share(2, [due({ due: '2023-12-31', light: 'overdue', daysLate: 400 })], 'coordinating'),
        ]),
      ),
    ).toEqual([
      {
        key: 'm1',
        label: null,
        period: null,
        from: '2023-01-05',
        firstDue: '2023-06-30',
        due: '2023-08-31',
        light: 'not-due',
        daysLate: 0,
        done: 1,
        total: 2,
      },
    ])
  })

  it('begins a bar where the deadline says that the work begins, and with the document that gave the task', () => {
    const other = task([share(0, [due({})])], {
      planId: null,
      sourceDocument: { symbol: '12/TB-UBND', issuedOn: '2023-04-03', issuer: '', title: '' },
    })
    expect([drawn(task([share(0, [due({})])]), 'Quý II/2023')?.[0]?.from, drawn(other)?.[0]?.from]).toEqual(['2023-04-01', '2023-04-03'])
  })

  it('gives a recurring duty one mark a period, judged by the rule of the task', () => {
    const marks = drawn(
      task([share(0, periods(['done-on-time', 'overdue'])), share(1, periods(['done-on-time', 'done-on-time']))], {
        doneRule: { kind: 'some', atLeast: 1 },
      }),
    )
    expect(marks?.map(({ period, from, light, done, total }) => ({ period, from, light, done, total }))).toEqual([
      { period: 'Quý 1', from: null, light: 'done-on-time', done: 2, total: 2 },
      { period: 'Quý 2', from: null, light: 'done-on-time', done: 1, total: 2 },
    ])
  })

  it('places every day of a year inside it, later days further right, and cuts what reaches out', () => {
    const anyDay = fc
      .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true })
      .map((moment) => moment.toISOString().slice(0, 10))
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        const [from, to] = one <= other ? [one, other] : [other, one]
        const stretch = stretchInYear(from, to, 2024)
        expect(placeInYear(from, 2024)).toBeLessThanOrEqual(placeInYear(to, 2024))
        const { left, width } = stretch ?? { left: 0, width: 1 }
        expect({
          inside: left >= 0 && width > 0 && left + width <= 100.000001,
          drawn: stretch !== null,
        }).toEqual({ inside: true, drawn: to >= '2024-01-01' && from <= '2024-12-31' })
      }),
    )
    expect([stretchInYear('2023-01-01', '2023-12-31', 2023), stretchInYear('2023-05-01', '2023-04-01', 2023)]).toEqual([
      { left: 0, width: 100 },
      null,
    ])
  })
})
