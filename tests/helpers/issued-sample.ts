import type { RegisterTask } from '#shared/domain/register.ts'
import { firstPlan } from './appendix-screen.ts'
import type { Office } from './office.ts'

/** Issues the sample's plan of 2023, as an office does on 5 January: its tasks are given out. */
export async function issueSample(office: Office): Promise<void> {
  const planId = await firstPlan(office)
  await office.window.evaluate(async (id) => {
    const plan = async () => {
      const answer = await window.bridge.call('plan.get', { planId: id })
      if (!answer.ok) throw new Error(answer.code)
      return answer.value.plan
    }
    for (const status of ['submitted', 'signed-awaiting-number'] as const) {
      const moved = await window.bridge.call('plan.set-status', { planId: id, version: (await plan()).version, status, reason: '' })
      if (!moved.ok) throw new Error(moved.code)
    }
    const issued = await window.bridge.call('plan.issue', {
      planId: id,
      version: (await plan()).version,
      number: '05',
      issuedOn: '2023-01-05',
      signerName: 'Người ký (mẫu)',
      acceptDuplicate: false,
    })
    if (!issued.ok) throw new Error(issued.code)
  }, planId)
}

/** The tasks of 2023 as they stand on a day. */
export async function tasksOn({ window: page }: Office, asOf: string): Promise<readonly RegisterTask[]> {
  return page.evaluate(async (on) => {
    const answer = await window.bridge.call('register.list', { year: 2023, asOf: on })
    if (!answer.ok) throw new Error(answer.code)
    return answer.value.tasks
  }, asOf)
}
