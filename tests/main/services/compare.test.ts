import { afterAll, expect, test } from 'vitest'
import { closeWorkerPool } from '#main/documents/worker-pool.ts'
import { amendPlan } from '#main/services/amendment.ts'
import { comparePlanSides, readCompareChoices } from '#main/services/compare.ts'
import { saveDraftRound } from '#main/services/draft-round.ts'
import { issuePlan } from '#main/services/issue.ts'
import { changePlan, movePlan, summarisePlans } from '#main/services/plan.ts'
import { savePlanText } from '#main/services/plan-text.ts'
import { changeTask, readTasks } from '#main/services/task.ts'
import type { ServiceContext } from '#main/services/context.ts'
import type { Plan } from '#shared/domain/plan.ts'
import type { PlanId } from '#shared/domain/identifier.ts'
import { isChanged } from '#shared/domain/comparison.ts'
import { compareText, nameItem } from '#shared/text/vi/compare.ts'
import { openPlanWorkspace, planId } from '../../helpers/plan-workspace.ts'
import { aProvision } from '../../helpers/records.ts'
import { openSampleWorkspace } from '../../helpers/sample-workspace.ts'
import { anActor } from '../../helpers/workspace.ts'

const actor = anActor()

afterAll(closeWorkerPool)

/** Issues the sample's plan as number 35. */
async function issueSample(context: ServiceContext): Promise<Plan> {
  let plan = (await summarisePlans(context))[0]?.plan
  if (plan === undefined) throw new Error('the sample has a plan')
  for (const status of ['submitted', 'signed-awaiting-number'] as const)
    plan = await movePlan(context, actor, { planId: plan.id, version: plan.version, status, reason: '' })
  const received = { number: '35', issuedOn: '2023-02-14', signerName: 'Người ký mẫu', acceptDuplicate: false }
  return (await issuePlan(context, actor, { planId: plan.id, version: plan.version, ...received })).plan
}

test('a round and the plan as it stands are compared word by word, whatever was frozen stays as it was', async () => {
  const { context, plan } = await openPlanWorkspace()
  await savePlanText(context, actor, {
    planId,
    provisions: [aProvision(1, 'section', 'NHIỆM VỤ'), aProvision(2, 'bullet', 'Rà soát văn bản')],
  })
  const round = await saveDraftRound(context, actor, { planId, name: null })
  await changePlan(context, actor, { planId, version: plan.version, patch: { subject: 'Khác' } })
  await savePlanText(context, actor, {
    planId,
    provisions: [aProvision(1, 'section', 'NHIỆM VỤ'), aProvision(2, 'bullet', 'Rà soát hồ sơ')],
  })
  const { items } = await comparePlanSides(context, { left: { planId, draftRoundId: round.id }, right: { planId, draftRoundId: null } })
  expect(items.filter(isChanged).map((item) => [nameItem(item), item.pieces.map(({ kind, text }) => `${kind}:${text}`).join('|')])).toEqual(
    [
      ['Trích yếu', 'removed:Cải cách hành chính tỉnh Mẫu năm 2023|added:Khác'],
      ['I.1', 'same:Rà soát |removed:văn bản|added:hồ sơ'],
    ],
  )
})

test('a round of another plan is no side of this one', async () => {
  const { context } = await openPlanWorkspace()
  const round = await saveDraftRound(context, actor, { planId, name: null })
  const other = '018f0000-0000-7000-8000-00000000ffff' as PlanId
  await expect(
    comparePlanSides(context, { left: { planId: other, draftRoundId: round.id }, right: { planId, draftRoundId: null } }),
  ).rejects.toMatchObject({ code: 'record-not-found' })
})

test('an issued plan is compared as it was issued with the version that amends it, record by record', async () => {
  const { context } = await openSampleWorkspace()
  const issued = await issueSample(context)
  const amended = await amendPlan(context, actor, { planId: issued.id })
  const [task] = await readTasks(context, { planId: amended.id })
  if (task === undefined) throw new Error('the sample has tasks')
  await changeTask(context, actor, { id: task.id, version: task.version, patch: { product: 'Sản phẩm khác hẳn' } })
  const { items, counts } = await comparePlanSides(context, {
    left: { planId: issued.id, draftRoundId: null },
    right: { planId: amended.id, draftRoundId: null },
  })
  expect(items.filter((item) => isChanged(item)).map(nameItem)).toEqual(['Số, ký hiệu', 'Ngày ban hành', 'Mục I, nhiệm vụ 1'])
  expect(counts.appendix).toEqual({ edited: 1, added: 0, removed: 0, moved: 0, relevelled: 0, typing: 0 })
  const choices = await readCompareChoices(context, { planId: amended.id })
  expect(choices.map((choice) => [choice.relation, compareText.nameOf(choice)])).toEqual([
    ['own', 'Bản hiện tại (soạn thảo)'],
    ['version', 'Bản ban hành số 35/KH-UBND ngày 14/02/2023'],
  ])
})
