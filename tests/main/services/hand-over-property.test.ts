import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { ProvisionId } from '#shared/domain/identifier.ts'
import type { ProvisionContent } from '#shared/domain/provision.ts'
import { closeWorkerPool } from '#main/documents/worker-pool.ts'
import { saveDraftRound } from '#main/services/draft-round.ts'
import { hashOfScope } from '#main/services/hand-over-content.ts'
import { redo, undo } from '#main/services/history.ts'
import { changePlan } from '#main/services/plan.ts'
import { savePlanText } from '#main/services/plan-text.ts'
import { changeTask, createTask, duplicateTask, linkProvision, moveTasks, removeTasks } from '#main/services/task.ts'
import { findBrokenLink } from '#main/store/repositories/change.ts'
import { getPlan } from '#main/store/repositories/plan.ts'
import { listProvisions } from '#main/store/repositories/provision.ts'
import { listTasks } from '#main/store/repositories/task.ts'
import { accept, APPENDIX, back, give, openGiver, openReceiver, workingOn, type Side } from '../../helpers/hand-over.ts'
import { finance, homeAffairs, justice, planId } from '../../helpers/plan-workspace.ts'
import { aProvision } from '../../helpers/records.ts'

afterAll(closeWorkerPool)

interface Act {
  readonly act: number
  readonly pick: number
  readonly other: number
  readonly words: string
}

const thePlan = { scope: 'plan', planIds: [planId] } as const
const choose = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(list.length, 1)]

/** One thing a person does to the plan; what it meets depends on the plan alone, so that two copies go the same way. */
async function perform({ context, actor }: Side, step: number, { act, pick, other, words }: Act): Promise<void> {
  const provisions = await listProvisions(context.db, planId)
  const tasks = await listTasks(context.db, planId)
  const sentence = choose(provisions, pick)
  const task = choose(tasks, other)
  const save = (wanted: readonly ProvisionContent[], joins: { from: ProvisionId; into: ProvisionId }[] = []): Promise<unknown> =>
    savePlanText(context, actor, { planId, provisions: [...wanted], joins })
  switch (act) {
    case 0:
      return void (await save([
        ...provisions.slice(0, pick % (provisions.length + 1)),
        aProvision(0x10000 + step, 'bullet', words),
        ...provisions.slice(pick % (provisions.length + 1)),
      ]))
    case 1:
      return void (
        sentence !== undefined &&
        (await save(
          provisions.map((one) => (one.id === sentence.id ? { ...one, content: [{ kind: 'text', text: `${words} ${step}` }] } : one)),
        ))
      )
    case 2: {
      // Goes into another one, with its tasks.
      const heir = choose(provisions, other)
      if (sentence === undefined || heir === undefined || heir.id === sentence.id) return
      return void (await save(
        provisions.filter(({ id }) => id !== sentence.id),
        [{ from: sentence.id, into: heir.id }],
      ))
    }
    case 3:
      return void (await save([
        ...provisions.slice(pick % Math.max(1, provisions.length)),
        ...provisions.slice(0, pick % Math.max(1, provisions.length)),
      ]))
    case 4:
      return void (await createTask(context, actor, {
        appendixId: APPENDIX,
        afterId: task?.id ?? null,
        task: { content: `${words} ${step}`, leads: [{ kind: 'agency', agencyId: [finance, justice, homeAffairs][pick % 3]!.id }] },
      }))
    case 5:
      return void (
        task !== undefined &&
        (await changeTask(context, actor, {
          id: task.id,
          version: task.version,
          patch: { product: `${words} ${step}`, coordinating: [{ kind: 'words', words }] },
        }))
      )
    case 6:
      return void (task !== undefined && (await removeTasks(context, actor, { ids: [task.id] })))
    case 7:
      return void (task !== undefined && (await duplicateTask(context, actor, { id: task.id })))
    case 8:
      return void (
        task !== undefined &&
        sentence !== undefined &&
        (await linkProvision(context, actor, { id: task.id, provisionId: sentence.id, linked: pick % 2 === 0 }))
      )
    case 9:
      return void (task !== undefined && (await moveTasks(context, actor, { ids: [task.id], fieldId: null, afterId: null })))
    case 10:
      return void (await saveDraftRound(context, actor, { planId, name: null }))
    case 11:
      return void (await changePlan(context, actor, {
        planId,
        version: (await getPlan(context.db, planId)).version,
        patch: { subject: `${words} ${step}`, recipients: [words] },
      }))
    case 12:
      return void (await redo(context, actor).catch(() => undefined))
    default:
      return void (await undo(context, actor).catch(() => undefined))
  }
}

const rowsOf = async ({ context }: Side): Promise<unknown> => (await listTasks(context.db, planId)).map((task) => ({ ...task, version: 0 }))

test('whatever is done to a plan while it is with a colleague, it comes back as if it had been done in place', async () => {
  const anAct = fc.record({
    act: fc.nat(14),
    pick: fc.nat(30),
    other: fc.nat(30),
    words: fc.constantFrom('Rà soát', 'Đôn đốc', '“Một cửa”', 'ký số; e\u0301'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(anAct, { minLength: 1, maxLength: 25 }), async (acts) => {
      const [giver, receiver, inPlace] = [await openGiver(), await openReceiver(), await openGiver()]
      const received = await accept(receiver, (await give(giver)).file)
      const [there, here] = [workingOn(receiver, receiver.actor), workingOn(inPlace, receiver.actor)]
      for (const [step, act] of acts.entries()) {
        await perform(there, step, act)
        await perform(here, step, act)
      }
      await accept(giver, (await back(receiver, received.id)).file)
      const wanted = await hashOfScope(inPlace.context.db, thePlan)
      expect([await hashOfScope(giver.context.db, thePlan), await hashOfScope(receiver.context.db, thePlan)]).toEqual([wanted, wanted])
      expect(await findBrokenLink(giver.context.db)).toBe(null)
      expect(await rowsOf(giver)).toEqual(await rowsOf(inPlace))
    }),
    { numRuns: 12 },
  )
}, 300_000)
