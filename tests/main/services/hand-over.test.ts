import { afterAll, describe, expect, test } from 'vitest'
import { closeWorkerPool } from '#main/documents/worker-pool.ts'
import { hashOfScope } from '#main/services/hand-over-content.ts'
import { readHandOverLog } from '#main/services/hand-over.ts'
import { changePlan } from '#main/services/plan.ts'
import { findBrokenLink } from '#main/store/repositories/change.ts'
import { getPlan } from '#main/store/repositories/plan.ts'
import { planId } from '../../helpers/plan-workspace.ts'
import { accept, back, editPlan, give, openGiver, openReceiver, type Side } from '../../helpers/hand-over.ts'

afterAll(closeWorkerPool)

const thePlan = { scope: 'plan', planIds: [planId] } as const
const hashOf = ({ context }: Side) => hashOfScope(context.db, thePlan)

describe('a plan that goes to a colleague and comes back', () => {
  test('says what it would say had the same work been done in place, and the log says who did it', async () => {
    const [giver, receiver, inPlace] = [await openGiver(), await openReceiver(), await openGiver()]
    const before = await hashOf(giver)
    const given = await give(giver)
    const received = await accept(receiver, given.file)
    expect([received.state, await hashOf(receiver)]).toEqual(['received', before])

    await editPlan(receiver)
    const returned = await back(receiver, received.id)
    const taken = await accept(giver, returned.file)
    // The same person at the giver's own machine.
    await editPlan({ ...inPlace, actor: receiver.actor })

    expect([taken.state, await hashOf(giver), await hashOf(receiver)]).toEqual(['returned', await hashOf(inPlace), await hashOf(inPlace)])
    expect(await hashOf(giver)).not.toBe(before)
    expect((await readHandOverLog(giver.context, { id: taken.id })).map(({ name, command }) => [name, command])).toEqual([
      ['Người nhận (mẫu)', 'draft-round.save'],
      ['Người nhận (mẫu)', 'task.create'],
      ['Người nhận (mẫu)', 'task.update'],
      ['Người nhận (mẫu)', 'plan.save-text'],
    ])
    expect([await findBrokenLink(giver.context.db), await findBrokenLink(receiver.context.db)]).toEqual([null, null])
    // Work goes on where it came back.
    await editPlanSubject(giver)
  })
})

async function editPlanSubject({ context, actor }: Side): Promise<void> {
  const { version } = await getPlan(context.db, planId)
  await changePlan(context, actor, { planId, version, patch: { subject: 'Cải cách hành chính tỉnh Mẫu' } })
}
