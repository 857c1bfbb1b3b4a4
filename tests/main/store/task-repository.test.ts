import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Party } from '#shared/domain/agency.ts'
import type { AgencyGroupId, AgencyId, AppendixId, FieldId, PlanId, ProvisionId, TaskId, TaskWordingId } from '#shared/domain/identifier.ts'
import { Task } from '#shared/domain/task.ts'
import { runCommand } from '#main/services/command.ts'
import { insertAgency, insertAgencyGroup } from '#main/store/repositories/agency.ts'
import { insertAppendix } from '#main/store/repositories/appendix.ts'
import { listChanges } from '#main/store/repositories/change.ts'
import { insertField } from '#main/store/repositories/field.ts'
import { insertPlan } from '#main/store/repositories/plan.ts'
import { insertProvision } from '#main/store/repositories/provision.ts'
import { getTask, insertTask, listTasks, removeTask, updateTask } from '#main/store/repositories/task.ts'
import { aField, aGroup, anAgency, anAppendix, aPlan, aProvision, aTask, id } from '../../helpers/records.ts'
import { anActor, openTestWorkspace } from '../../helpers/workspace.ts'

const PLAN = id<PlanId>(0x1000)
const NEXT_PLAN = id<PlanId>(0x1001)
const APPENDIX = id<AppendixId>(0x2000)
const WORDING = id<TaskWordingId>(0x7001)
const TASK = id<TaskId>(0x7002)
const FIELD = id<FieldId>(0xc1)
const agencies = [1, 2, 3].map((number) => id<AgencyId>(0xa0 + number))
const groups = [1, 2].map((number) => id<AgencyGroupId>(0xb0 + number))
const provisions = [1, 2, 3].map((number) => id<ProvisionId>(0x500 + number))
const actor = anActor()
const start = aTask({ id: WORDING, taskId: TASK, planId: PLAN, appendixId: APPENDIX })

async function openAppendix() {
  const { context } = await openTestWorkspace()
  const write = <T>(work: Parameters<typeof runCommand<T>>[3]) =>
    runCommand(context, actor, { command: 'task.update', undoable: true }, work)
  await write(async (trace) => {
    await insertPlan(trace, aPlan({ id: PLAN }))
    await insertPlan(trace, aPlan({ id: NEXT_PLAN, year: 2024 }))
    await insertAppendix(trace, anAppendix({ id: APPENDIX, planId: PLAN }))
    await insertField(trace, aField({ id: FIELD, name: 'Cải cách thể chế' }))
    for (const agencyId of agencies) await insertAgency(trace, anAgency({ id: agencyId, name: `Sở ${agencyId.slice(-1)} (mẫu)` }))
    for (const groupId of groups) await insertAgencyGroup(trace, aGroup({ id: groupId, name: `Nhóm ${groupId.slice(-1)} (mẫu)` }))
    for (const [index, provisionId] of provisions.entries())
      await insertProvision(trace, { ...aProvision(0, 'bullet', 'Câu'), id: provisionId, planId: PLAN, position: `a${index}` })
    await insertTask(trace, start)
  })
  return { context, write }
}

const words = fc.string({ unit: fc.constantFrom('Sở', ' ', 'ậ', '"', '\n', '|', '%', '—', '😀'), minLength: 1, maxLength: 12 })
const aParty: fc.Arbitrary<Party> = fc.oneof(
  fc.record(
    { kind: fc.constant('agency' as const), agencyId: fc.constantFrom(...agencies), qualifier: words },
    { requiredKeys: ['kind', 'agencyId'] },
  ),
  fc.record(
    { kind: fc.constant('group' as const), groupId: fc.constantFrom(...groups), qualifier: words, written: words },
    { requiredKeys: ['kind', 'groupId'] },
  ),
  fc.record({ kind: fc.constant('words' as const), words }),
)
const anyTask: fc.Arbitrary<Task> = fc
  .record({
    content: fc.oneof(fc.constant(''), words),
    product: fc.oneof(fc.constant(''), words),
    subgroup: fc.option(words),
    fieldId: fc.option(fc.constant(FIELD)),
    position: fc.constantFrom('a0', 'Zz', 'a1V'),
    leads: fc.array(aParty, { maxLength: 4 }),
    coordinating: fc.array(aParty, { maxLength: 4 }),
    provisionIds: fc.shuffledSubarray(provisions),
    deadline: fc.record({ phrase: words, milestones: fc.constant([]) }),
    extra: fc.dictionary(fc.constantFrom('extra:a', 'extra:Kinh phí'), words),
  })
  .map((patch) => Task.parse({ ...start, ...patch }))

test('whatever a row says is read back as it was written, and its version rises with every change of it or of its agencies', async () => {
  const { context, write } = await openAppendix()
  await fc.assert(
    fc.asyncProperty(anyTask, async (wanted) => {
      const before = await getTask(context.db, WORDING)
      const written = await write(async (trace) => updateTask(trace, { ...wanted, version: before.version }))
      const after = await getTask(context.db, WORDING)
      expect(Task.parse(after)).toEqual({ ...wanted, version: after.version })
      expect(written).toEqual(after)
      const same = JSON.stringify({ ...before, version: 0 }) === JSON.stringify({ ...wanted, version: 0 })
      expect(after.version > before.version).toBe(!same)
      // Written again as it is, it leaves no line in the log.
      const lines = await listChanges(context.db, null, 500)
      await write(async (trace) => updateTask(trace, after))
      expect((await listChanges(context.db, null, 500)).length).toBe(lines.length)
    }),
    { numRuns: 60 },
  )
})

const lead = (index: number): Party => ({ kind: 'agency', agencyId: agencies[index]! })

test('a row typed with letters and marks apart is the same row as one typed whole', async () => {
  const { context, write } = await openAppendix()
  const apart = 'Tiếp tục rà soát “một cửa”'.normalize('NFD')
  const wanted = Task.parse({ ...start, content: apart, leads: [{ kind: 'words', words: apart }], extra: { 'extra:Ghi chú': apart } })
  const written = await write(async (trace) => updateTask(trace, wanted))
  expect(JSON.stringify(written)).toBe(JSON.stringify(written).normalize('NFC'))
  expect(await getTask(context.db, WORDING)).toEqual(written)
  expect((await write(async (trace) => updateTask(trace, { ...wanted, version: written.version }))).version).toBe(written.version)
})

test('a changed lead is one changed row in the log, and the second of two who change it is told', async () => {
  const { context, write } = await openAppendix()
  const first = await write(async (trace) => updateTask(trace, { ...start, leads: [lead(0), lead(1)] }))
  const second = await write(async (trace) => updateTask(trace, { ...first, leads: [lead(2), lead(1)] }))
  const [change] = await listChanges(context.db, null, 1)
  expect(change?.items.map(({ noun, recordId }) => [noun, recordId])).toEqual([
    ['task_party', `${WORDING}:lead:0`],
    ['task_wording', WORDING],
  ])
  await expect(write(async (trace) => updateTask(trace, { ...first, leads: [] }))).rejects.toMatchObject({
    code: 'record-changed-meanwhile',
  })
  expect(await getTask(context.db, WORDING)).toEqual(second)
})

test('a task lives on in next year’s plan when this year’s row goes, and ends with its last row', async () => {
  const { context, write } = await openAppendix()
  const next = id<TaskWordingId>(0x7003)
  await write(async (trace) => {
    const appendix = await insertAppendix(trace, anAppendix({ id: id<AppendixId>(0x2001), planId: NEXT_PLAN }))
    await insertTask(trace, { ...start, id: next, planId: NEXT_PLAN, appendixId: appendix.id })
  })
  const identities = async () => (await context.db.selectFrom('task').select('id').execute()).map((row) => row.id)
  await write((trace) => removeTask(trace, start, 1))
  expect([await identities(), await listTasks(context.db, PLAN), (await listTasks(context.db, NEXT_PLAN)).map((task) => task.id)]).toEqual([
    [TASK],
    [],
    [next],
  ])
  await write(async (trace) => removeTask(trace, await getTask(trace.trx, next)))
  expect(await identities()).toEqual([])
})
