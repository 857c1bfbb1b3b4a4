import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AgencyId, AppendixId, FieldId, PlanId, ProvisionId, TaskId, TaskWordingId } from '#shared/domain/identifier.ts'
import type { Party } from '#shared/domain/agency.ts'
import { runCommand } from '#main/services/command.ts'
import { redo, undo } from '#main/services/history.ts'
import { positionsBetween, positionsFor } from '#main/services/order.ts'
import { openFile, type FileConnection } from '#main/store/connection.ts'
import { migrate } from '#main/store/migrations/register.ts'
import { insertAgency, listAgencies, updateAgency } from '#main/store/repositories/agency.ts'
import { insertAppendix } from '#main/store/repositories/appendix.ts'
import { findBrokenLink } from '#main/store/repositories/change.ts'
import { insertField, listFields } from '#main/store/repositories/field.ts'
import { insertPlan } from '#main/store/repositories/plan.ts'
import { insertProvision, listProvisions, updateProvision } from '#main/store/repositories/provision.ts'
import { insertTask, listTasks, removeTask, updateTask } from '#main/store/repositories/task.ts'
import type { Trace } from '#main/store/trace.ts'
import { aField, anAgency, anAppendix, aPlan, aProvision, aTask, id } from '../../helpers/records.ts'
import { snapshot } from '../../helpers/snapshot.ts'
import { anActor, contextOn, temporaryFolder } from '../../helpers/workspace.ts'

const PLAN = id<PlanId>(0x1000)
const APPENDIX = id<AppendixId>(0x2000)
/** One act of a person: what it does is chosen by `act`, on which records by `pick` and `other`. */
interface Act {
  readonly act: number
  readonly pick: number
  readonly other: number
  readonly words: string
}

const choose = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(list.length, 1)]

/** The acts: each writes one noun or several, as the services do. A step that finds nothing to do adds a sentence instead. */
async function perform(trace: Trace, step: number, { act, pick, other, words }: Act): Promise<void> {
  const agencies = await listAgencies(trace.trx)
  const provisions = await listProvisions(trace.trx, PLAN)
  const tasks = await listTasks(trace.trx, PLAN)
  const provision = choose(provisions, pick)
  const task = choose(tasks, pick)
  const agency = choose(agencies, other)
  const parties: Party[] = agencies.slice(0, other % 4).map(({ id: agencyId }) => ({ kind: 'agency', agencyId }))
  const addProvision = async (): Promise<void> => {
    const [position = 'a0'] = positionsBetween(
      provision?.position ?? null,
      provisions[provisions.findIndex((one) => one === provision) + 1]?.position ?? null,
      1,
    )
    await insertProvision(trace, { ...aProvision(0x10000 + step, 'bullet', `${words} ${step}`), planId: PLAN, position })
  }
  switch (act) {
    case 0:
      await insertAgency(trace, anAgency({ id: id<AgencyId>(0x20000 + step), name: `${words} ${step}` }))
      return
    case 1:
      if (agency !== undefined) await updateAgency(trace, { ...agency, name: `${words} ${step}`, aliases: [agency.name] })
      return
    case 2:
      if (provision !== undefined) await updateProvision(trace, { ...provision, content: [{ kind: 'text', text: `${words} ${step}` }] })
      else await addProvision()
      return
    case 3: {
      // A drag: the whole list in another order, few keys written.
      const wanted = provisions.map((one) => one.id)
      const [moved] = wanted.splice(pick % Math.max(wanted.length, 1), 1)
      if (moved !== undefined) wanted.splice(other % (wanted.length + 1), 0, moved)
      for (const [changedId, position] of positionsFor(provisions, wanted)) {
        const one = provisions.find((candidate) => candidate.id === changedId)
        if (one !== undefined) await updateProvision(trace, { ...one, position })
      }
      return
    }
    case 4: {
      const [position = 'a0'] = positionsBetween(tasks.at(-1)?.position ?? null, null, 1)
      const links: ProvisionId[] = provision === undefined ? [] : [provision.id]
      await insertTask(
        trace,
        aTask({
          id: id<TaskWordingId>(0x30000 + step),
          taskId: id<TaskId>(0x40000 + step),
          planId: PLAN,
          appendixId: APPENDIX,
          content: words,
          position,
          leads: parties,
          provisionIds: links,
          fieldId: choose(await listFields(trace.trx), other)?.id ?? null,
        }),
      )
      return
    }
    case 5:
      if (task !== undefined)
        await updateTask(trace, { ...task, product: `${words} ${step}`, leads: parties.toReversed(), coordinating: parties })
      return
    case 6:
      for (const one of tasks.slice(0, 1 + (pick % 3))) await removeTask(trace, one)
      return
    case 7:
      // A sentence goes with the links of its tasks.
      if (provision === undefined) return
      for (const one of tasks.filter((candidate) => candidate.provisionIds.includes(provision.id)))
        await updateTask(trace, { ...one, provisionIds: one.provisionIds.filter((linked) => linked !== provision.id) })
      await trace.remove('provision', provision.id, provision.version)
      return
    default:
      // Written, changed and taken away again within one command.
      await addProvision()
      for (const one of await listProvisions(trace.trx, PLAN))
        await trace.update('provision', one.id, { kind: act % 2 === 0 ? 'point' : 'bullet' })
  }
}

async function open(folder: string, first: number) {
  const connection: FileConnection = openFile(join(folder, 'workspace.sqlite'), 'write')
  await migrate(connection.db, connection.dialect)
  const { context } = contextOn(connection, folder)
  let count = first
  const newId = <Id extends string>(): Id => id<PlanId>((count += 1)) as string as Id
  return { connection, context: { ...context, db: connection.db, newId } }
}

test('two hundred mixed commands are taken back to the exact beginning and done again to the exact end, a restart between', async () => {
  const anAct = fc.record({
    act: fc.nat(9),
    pick: fc.nat(50),
    other: fc.nat(50),
    words: fc.constantFrom('Rà soát', 'Đôn đốc', 'Bồi dưỡng', '“Một cửa”'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(anAct, { minLength: 260, maxLength: 280 }), async (acts) => {
      const folder = temporaryFolder()
      const actor = anActor()
      const before = await open(folder, 0x1000000)
      await runCommand(before.context, actor, { command: 'import.accept-plan', undoable: false }, async (trace) => {
        await insertPlan(trace, aPlan({ id: PLAN }))
        await insertAppendix(trace, anAppendix({ id: APPENDIX, planId: PLAN }))
        await insertField(trace, aField({ id: id<FieldId>(0x3000), name: 'Cải cách thể chế' }))
        await insertAgency(trace, anAgency({ id: id<AgencyId>(0x5000), name: 'Sở Nội vụ' }))
      })
      const start = await snapshot(before.context)
      let written = 0
      for (const [step, act] of acts.entries()) {
        const sequence = await before.context.db.selectFrom('change_head').select('sequence').executeTakeFirstOrThrow()
        await runCommand(before.context, actor, { command: `act.${act.act}`, undoable: true }, (trace) => perform(trace, step, act))
        const now = await before.context.db.selectFrom('change_head').select('sequence').executeTakeFirstOrThrow()
        written += now.sequence - sequence.sequence
      }
      expect(written).toBeGreaterThanOrEqual(200)
      const end = await snapshot(before.context)
      await before.connection.close()

      const after = await open(folder, 0x2000000)
      for (let step = 0; step < written; step += 1) await undo(after.context, actor)
      expect(await snapshot(after.context)).toEqual(start)
      await expect(undo(after.context, actor)).rejects.toMatchObject({ code: 'undo-barrier' })
      for (let step = 0; step < written; step += 1) await redo(after.context, actor)
      expect(await snapshot(after.context)).toEqual(end)
      await expect(redo(after.context, actor)).rejects.toMatchObject({ code: 'nothing-to-redo' })
      expect(await findBrokenLink(after.context.db)).toBe(null)
      await after.connection.close()
    }),
    { numRuns: 3 },
  )
}, 300_000)
