import { expect, test } from 'vitest'
import { judgeLight, type JudgedLight, type LightFacts } from '#shared/domain/light.ts'
import { standingOf, type DoneRule } from '#shared/domain/task-state.ts'

const lead = (change: Partial<LightFacts>): JudgedLight =>
  judgeLight(
    {
      today: '2023-07-15',
      firstDue: '2023-06-30',
      due: '2023-06-30',
      continuous: false,
      state: 'in-progress',
      doneOn: null,
      updatedOn: '2023-07-01',
      decision: null,
      ...change,
    },
    { dueSoonDays: 15, staleDays: 30 },
  )
const done = lead({ state: 'done', doneOn: '2023-06-20' })
const doneLate = lead({ state: 'done', doneOn: '2023-07-10' })
const late = lead({})
const extended = lead({ due: '2023-09-30' })
const dropped = lead({ state: 'not-doing' })

const rule = (kind: 'all' | 'first'): DoneRule => ({ kind })

test('thirty-one leads: 25 done, one late, one extended: the task is overdue, and every number is told', () => {
  const leads = [...Array.from({ length: 25 }, () => done), late, extended, ...Array.from({ length: 4 }, () => lead({ due: '2023-12-31' }))]
  expect(standingOf(leads, rule('all'))).toEqual({ light: 'overdue', done: 25, overdue: 1, total: 31, stale: 0 })
})

test.each([
  ['all are done', [done, done], rule('all'), 'done-on-time'],
  ['all are done, one late', [done, doneLate], rule('all'), 'done-late'],
  ['enough are done, though another is late', [done, done, late], { kind: 'some', atLeast: 2 }, 'done-on-time'],
  ['not enough are done', [done, extended, extended], { kind: 'some', atLeast: 2 }, 'not-due'],
  ['the first decides, whatever the others', [done, late], rule('first'), 'done-on-time'],
  ['the first decides, and is late', [late, done], rule('first'), 'overdue'],
  ['one does not do it by a decision', [done, dropped], rule('all'), 'done-on-time'],
  ['nobody does it', [dropped], rule('all'), 'not-doing'],
  ['there is no lead', [], rule('all'), 'no-deadline'],
] as const)('a task where %s', (_, leads, by, light) => {
  expect(standingOf(leads, by as DoneRule).light).toBe(light)
})
