import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AgencyGroupId, AgencyId, AssignmentId, TaskId } from '#shared/domain/identifier.ts'
import type { Assignment } from '#shared/domain/progress.ts'
import { countReassignment, planReassignment, type Reorganisation, type TaskToReassign } from '#shared/domain/reassignment.ts'
import { offersFor } from '#shared/domain/reassignment-offers.ts'
import { anAgency, id } from '../../helpers/records.ts'

const A = (number: number): AgencyId => id<AgencyId>(0x100 + number)
const TASK = id<TaskId>(0x41)
const OLD_GROUP = id<AgencyGroupId>(0xb1)
const NEW_GROUP = id<AgencyGroupId>(0xb2)
const HOLDER = A(9)

const share = (number: number, patch: Partial<Assignment> = {}): Assignment => ({
  id: id<AssignmentId>(0x700 + number),
  taskId: TASK,
  role: 'lead',
  agencyId: A(number),
  throughGroupId: null,
  asOf: '2025-01-05',
  ordinal: number,
  waiting: false,
  endedOn: null,
  endedBecause: null,
  successorId: null,
  version: 1,
  ...patch,
})
const task = (shares: readonly Assignment[], patch: Partial<TaskToReassign> = {}): TaskToReassign => ({
  taskId: TASK,
  shares,
  openIds: new Set(shares.map((one) => one.id)),
  overdueIds: new Set(),
  goesOn: true,
  ...patch,
})

/** Bodies 0 to 3 may end, 4 to 6 are there to take over; each has at most one share in the task, some done. */
const situations = fc
  .record({
    own: fc.uniqueArray(
      fc.record({
        agency: fc.integer({ min: 0, max: 6 }),
        role: fc.constantFrom('lead' as const, 'coordinating' as const),
        grouped: fc.boolean(),
        done: fc.boolean(),
        late: fc.boolean(),
      }),
      { selector: ({ agency }) => agency, maxLength: 7 },
    ),
    from: fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 }),
    into: fc.uniqueArray(fc.integer({ min: 4, max: 6 }), { maxLength: 3 }),
    paired: fc.boolean(),
    goesOn: fc.boolean(),
  })
  .map(({ own, from, into, paired, goesOn }) => {
    const shares = own.map(({ agency, role, grouped }) => share(agency, { role, throughGroupId: grouped ? OLD_GROUP : null }))
    const of = (wanted: (one: (typeof own)[number]) => boolean): ReadonlySet<AssignmentId> =>
      new Set(shares.flatMap((one, place) => (own[place] !== undefined && wanted(own[place]) ? [one.id] : [])))
    const change: Reorganisation = {
      fromIds: from.map(A),
      intoIds: into.map(A),
      holderId: HOLDER,
      pairs: paired ? [{ fromId: OLD_GROUP, toId: NEW_GROUP, members: [A(7), A(8), A(6)] }] : [],
    }
    return {
      tasks: [task(shares, { openIds: of(({ done }) => !done), overdueIds: of(({ done, late }) => !done && late), goesOn })],
      change,
    }
  })

describe('when bodies end', () => {
  test('each of their shares has exactly one fate, none is lost, and the figures explain how many there are afterwards', () => {
    fc.assert(
      fc.property(situations, ({ tasks, change }) => {
        const plan = planReassignment(tasks, change)
        const shares = tasks.flatMap((one) => one.shares)
        const gone = shares.filter(({ agencyId }) => change.fromIds.includes(agencyId))
        const fates = [...plan.ended.map((one) => one.share), ...plan.staying].filter(({ agencyId }) => change.fromIds.includes(agencyId))
        expect(fates.map((one) => one.id).toSorted()).toEqual(gone.map((one) => one.id).toSorted())
        const { joined, covered, fresh } = countReassignment(plan)
        const after = shares.length - plan.ended.length + plan.created.length
        expect(after).toBe(shares.length - joined - covered + fresh)
      }),
    )
  })

  test('a body has one open share in a task afterwards, a lead does not become a helper, and only what has no single heir waits', () => {
    fc.assert(
      fc.property(situations, ({ tasks, change }) => {
        const plan = planReassignment(tasks, change)
        const endedIds = new Set(plan.ended.map((one) => one.share.id))
        const living = [
          ...tasks.flatMap((one) => one.shares).filter((one) => !endedIds.has(one.id) && !plan.staying.includes(one)),
          ...plan.created.filter(({ waiting }) => !waiting),
        ]
        expect(new Set(living.map(({ agencyId }) => agencyId)).size).toBe(living.length)
        expect(living.some(({ agencyId }) => change.fromIds.includes(agencyId))).toBe(false)
        const steps = plan.ended.map(({ share: old, into, outcome }) => ({
          old,
          outcome,
          next:
            into === null
              ? null
              : typeof into === 'number'
                ? plan.created[into]
                : tasks.flatMap((one) => one.shares).find((one) => one.id === into),
        }))
        const becomesHelper = steps.filter(({ old, next }) => next !== null && old.role === 'lead' && next?.role !== 'lead')
        const coveredOnly = steps.every(({ next, outcome }) => (next === null) === (outcome === 'covered'))
        const waiting = steps.filter(({ outcome }) => outcome === 'waits')
        expect([becomesHelper, coveredOnly]).toEqual([[], true])
        expect(waiting.every(({ next }) => next?.agencyId === HOLDER && change.intoIds.length !== 1)).toBe(true)
      }),
    )
  })

  test('a group that took over brings its members for what is to come; what was overdue waits and keeps the old group as its sign', () => {
    const districts = [0, 1].map((number) => share(number, { throughGroupId: OLD_GROUP }))
    const change: Reorganisation = {
      fromIds: [A(0), A(1)],
      intoIds: [],
      holderId: HOLDER,
      pairs: [{ fromId: OLD_GROUP, toId: NEW_GROUP, members: [A(7), A(8)] }],
    }
    const late = new Set([id<AssignmentId>(0x701)])
    const plan = planReassignment([task(districts, { overdueIds: late })], change)
    expect([
      plan.ended.map(({ outcome }) => outcome),
      plan.created.map(({ agencyId, waiting, throughGroupId }) => [agencyId, waiting, throughGroupId]),
      planReassignment([task(districts, { goesOn: false })], change).created.map(({ waiting, throughGroupId }) => [
        waiting,
        throughGroupId,
      ]),
    ]).toEqual([
      ['covered', 'waits'],
      [
        [HOLDER, true, OLD_GROUP],
        [A(7), false, NEW_GROUP],
        [A(8), false, NEW_GROUP],
      ],
      [
        [true, null],
        [true, null],
      ],
    ])
  })

  test('what waits stays waiting when its holder changes, and without a holder the change cannot be made', () => {
    const waiting = share(0, { waiting: true, agencyId: A(0) })
    const merge: Reorganisation = { fromIds: [A(0)], intoIds: [A(4)], holderId: A(4), pairs: [] }
    expect([
      planReassignment([task([waiting])], merge).created.map((one) => [one.agencyId, one.waiting]),
      planReassignment([task([share(0)])], { ...merge, intoIds: [], holderId: null }).unheld.length,
    ]).toEqual([[[A(4), true]], 1])
  })
})

test('who may go on is offered: heirs in the task, other heirs, who usually leads, who leads it; gone bodies through their heirs, each once', () => {
  const agency = (number: number, patch: Parameters<typeof anAgency>[0] | object = {}) =>
    anAgency({ id: A(number), name: `Sở ${number} (mẫu)`, ...patch })
  const registry = {
    agencies: [
      agency(0, { activeTo: '2025-02-28', successorIds: [A(1), A(2)] }),
      agency(1),
      agency(2),
      agency(3, { activeTo: '2025-02-28', successorIds: [A(4)] }),
      agency(4),
      agency(5),
    ],
    groups: [],
  }
  const shares = [share(2, { role: 'coordinating' }), share(5)]
  expect(offersFor(A(0), { shares, usualLeadIds: [A(3), A(1)] }, registry, '2025-06-01')).toEqual([
    { agencyId: A(2), because: 'in-task' },
    { agencyId: A(1), because: 'successor' },
    { agencyId: A(4), because: 'usual-lead' },
    { agencyId: A(5), because: 'in-task' },
  ])
})
