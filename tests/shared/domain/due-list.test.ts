import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueKindOf, dueList, DueKind } from '#shared/domain/due-list.ts'
import type { AgencyId, AssignmentId, FieldId, TaskId } from '#shared/domain/identifier.ts'
import { Light } from '#shared/domain/light.ts'
import type { RegisterDue, RegisterShare, RegisterTask } from '#shared/domain/register.ts'
import { id } from '../../helpers/records.ts'
import { aDue } from '../../helpers/register-records.ts'

const today = '2023-07-10'

const due = (patch: Partial<RegisterDue> = {}): RegisterDue => aDue({ state: 'in-progress', ...patch })
const late = (daysLate: number, patch: Partial<RegisterDue> = {}): RegisterDue => due({ light: 'overdue', daysLate, ...patch })

let shares = 0
function share(dues: readonly RegisterDue[], patch: Partial<RegisterShare> = {}): RegisterShare {
  shares += 1
  return {
    assignmentId: id<AssignmentId>(0x400 + shares),
    role: 'lead',
    agencyId: id<AgencyId>(0x100),
    throughGroupId: null,
    waiting: false,
    light: 'not-due',
    explanation: '',
    stale: false,
    dues,
    ...patch,
  }
}

function task(stt: number, own: readonly RegisterShare[], closedOn: string | null = null): RegisterTask {
  return {
    taskId: id<TaskId>(0x500 + stt),
    wordingId: null,
    planId: null,
    paperYear: 2023,
    source: 'plan',
    sourceDocument: null,
    fieldId: id<FieldId>(1),
    stt,
    content: `Nhiệm vụ ${stt}`,
    product: '',
    phrase: '',
    closedOn,
    doneRule: { kind: 'all' },
    light: 'not-due',
    nextDue: null,
    updatedOn: null,
    done: 0,
    overdue: 0,
    stale: 0,
    total: own.length,
    shares: own,
  }
}

const said = (tasks: readonly RegisterTask[], kinds: readonly DueKind[], role: 'lead' | null = null): readonly string[] =>
  dueList({ today, tasks }, { kinds, role }).map((row) => `${row.task.stt} ${row.share.role} ${row.due.key}`)

describe('what must be spoken of', () => {
  it('stands with the longest overdue first, then what falls due next, then who was silent for longest, leads before helpers', () => {
    const tasks = [
      task(1, [
        share([late(10)], { role: 'coordinating' }),
        share([late(10)]),
        share([due({ light: 'due-soon', due: '2023-07-20' })], { role: 'coordinating' }),
      ]),
      task(2, [share([late(100, { key: 'm2:2023-Q1', due: '2023-03-31', stale: true }), late(10, { key: 'm2:2023-Q2' })])]),
      task(3, [share([due({ light: 'due-soon', due: '2023-07-15' })])]),
      task(4, [share([due({ stale: true, due: null, light: 'continuous', updatedOn: '2023-02-01' })])]),
      task(5, [share([due({ stale: true, due: null, light: 'continuous' })])]),
      task(6, [share([due({ light: 'done-late', daysLate: 200 }), due({ light: 'not-doing', stale: true }), due()])]),
    ]
    expect({
      all: said(tasks, DueKind.options),
      leads: said(tasks, ['overdue'], 'lead'),
      soon: said(tasks, ['due-soon']),
      silent: said(tasks, ['silent']),
    }).toEqual({
      all: [
        '2 lead m2:2023-Q1',
        '1 lead m1',
        '2 lead m2:2023-Q2',
        '1 coordinating m1',
        '3 lead m1',
        '1 coordinating m1',
        '5 lead m1',
        '4 lead m1',
      ],
      leads: ['2 lead m2:2023-Q1', '1 lead m1', '2 lead m2:2023-Q2'],
      soon: ['3 lead m1', '1 coordinating m1'],
      silent: ['2 lead m2:2023-Q1', '5 lead m1', '4 lead m1'],
    })
  })

  it('leaves out a task that was closed, and a plan that is not issued: nobody owes it', () => {
    const tasks = [
      task(1, [share([late(1)])], '2023-07-10'),
      task(2, [share([late(2)])], '2023-07-11'),
      task(3, [share([late(3)], { assignmentId: null })]),
    ]
    expect(said(tasks, ['overdue'])).toEqual(['2 lead m1'])
  })

  it('has each thing owed once, whatever is asked for, and exactly the lists of each kind together', () => {
    const someDue = fc
      .record({ light: fc.constantFrom(...Light.options), stale: fc.boolean(), daysLate: fc.nat(300) })
      .map((patch) => due(patch))
    const someTasks = fc.array(fc.array(fc.array(someDue, { minLength: 1, maxLength: 3 }), { maxLength: 3 }), { maxLength: 4 })
    fc.assert(
      fc.property(someTasks, fc.subarray(DueKind.options), (made, kinds) => {
        const tasks = made.map((own, at) =>
          task(
            at + 1,
            own.map((dues) => share(dues.map((one, place) => ({ ...one, key: `m${place + 1}` })))),
          ),
        )
        const keys = dueList({ today, tasks }, { kinds, role: null }).map(({ key }) => key)
        const ofEach = kinds.flatMap((kind) => dueList({ today, tasks }, { kinds: [kind], role: null }).map(({ key }) => key))
        expect(keys.toSorted()).toEqual([...new Set(ofEach)].toSorted())
        expect(new Set(keys).size).toBe(keys.length)
        expect(dueList({ today, tasks }, { kinds, role: null }).every((row) => dueKindOf(row.due, kinds) !== null)).toBe(true)
      }),
    )
  })
})
