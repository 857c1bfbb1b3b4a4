import { describe, expect, test } from 'vitest'
import { AppError } from '#shared/app-error.ts'
import { plainText } from '#shared/domain/inline.ts'
import {
  changePlan,
  createPlan,
  describePlan,
  dropUnsaved,
  keepUnsaved,
  movePlan,
  removePlan,
  summarisePlans,
} from '#main/services/plan.ts'
import { savePlanText } from '#main/services/plan-text.ts'
import { listHistory, undo } from '#main/services/history.ts'
import { createAppendix } from '#main/services/appendix.ts'
import { createTask } from '#main/services/task.ts'
import { openPlanWorkspace, planId } from '../../helpers/plan-workspace.ts'
import { aProvision } from '../../helpers/records.ts'
import { anActor, openTestWorkspace } from '../../helpers/workspace.ts'

const actor = anActor()
const failure = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no failure',
    (error: unknown) => (error instanceof AppError ? [error.code, error.details] : error),
  )

test('a new plan has the office’s head, signer and recipients, and the usual parts with the office’s fields', async () => {
  const { context } = await openPlanWorkspace()
  const plan = await createPlan(context, actor, { year: 2024, subject: null, outline: 'usual' })
  const { provisions } = await describePlan(context, { planId: plan.id })
  expect({
    subject: plan.subject,
    asOf: plan.agenciesAsOf,
    symbol: plan.symbol,
    recipients: plan.recipients,
    headings: provisions.filter(({ kind }) => kind === 'section' || kind === 'heading').map(({ content }) => plainText(content)),
  }).toEqual({
    subject: 'Cải cách hành chính tỉnh Mẫu năm 2024',
    asOf: '2024-01-01',
    symbol: 'KH-UBND',
    recipients: ['Bộ Nội vụ', 'Lưu: VT, NC'],
    headings: [
      'Mục đích, yêu cầu',
      'Mục đích',
      'Yêu cầu',
      'Nhiệm vụ, giải pháp',
      'Cải cách thể chế',
      'Cải cách thủ tục hành chính',
      'Tổ chức thực hiện',
      'Sở Nội vụ',
      'Các sở, ban, ngành, địa phương',
    ],
  })
})

test('an office that was never set up is told so', async () => {
  const { context } = await openTestWorkspace()
  expect(await failure(createPlan(context, actor, { year: 2024, subject: null, outline: 'empty' }))).toEqual(['workspace-not-set-up', {}])
})

describe('the form of a plan', () => {
  test('the day of the agencies follows the year until somebody sets it', async () => {
    const { context, plan } = await openPlanWorkspace()
    const moved = await changePlan(context, actor, { planId, version: plan.version, patch: { year: 2024 } })
    const set = await changePlan(context, actor, { planId, version: moved.version, patch: { agenciesAsOf: '2024-06-01' } })
    const again = await changePlan(context, actor, { planId, version: set.version, patch: { year: 2025 } })
    expect([moved.agenciesAsOf, set.agenciesAsOf, again.agenciesAsOf]).toEqual(['2024-01-01', '2024-06-01', '2024-06-01'])
  })

  test('a plan that becomes a decision gets its symbol and the three articles before the text, once', async () => {
    const { context, plan } = await openPlanWorkspace()
    await savePlanText(context, actor, { planId, provisions: [aProvision(1, 'section', 'Mục đích')] })
    const decision = await changePlan(context, actor, { planId, version: plan.version, patch: { legalForm: 'decision' } })
    const back = await changePlan(context, actor, { planId, version: decision.version, patch: { legalForm: 'plan' } })
    await changePlan(context, actor, { planId, version: back.version, patch: { legalForm: 'decision' } })
    const { provisions } = await describePlan(context, { planId })
    expect({ symbols: [decision.symbol, back.symbol], kinds: provisions.map(({ area, kind }) => `${area} ${kind}`) }).toEqual({
      symbols: ['QĐ-UBND', 'KH-UBND'],
      kinds: ['decision legal-basis', 'decision legal-basis', 'decision article', 'decision article', 'decision article', 'body section'],
    })
  })

  test('a form read before somebody else wrote it is refused', async () => {
    const { context, plan } = await openPlanWorkspace()
    await changePlan(context, actor, { planId, version: plan.version, patch: { subject: 'Mới' } })
    expect(await failure(changePlan(context, actor, { planId, version: plan.version, patch: { subject: 'Cũ' } }))).toEqual([
      'record-changed-meanwhile',
      { noun: 'plan', id: planId, by: actor.name },
    ])
  })
})

test('why a plan was returned is kept in the log', async () => {
  const { context, plan } = await openPlanWorkspace()
  const submitted = await movePlan(context, actor, { planId, version: plan.version, status: 'submitted', reason: '' })
  await movePlan(context, actor, { planId, version: submitted.version, status: 'returned', reason: ' Thiếu căn cứ ' })
  const [last, first] = await listHistory(context, { recordId: planId, limit: 2 })
  expect([last?.note, first?.note]).toEqual(['Thiếu căn cứ', null])
})

test('the way of a plan is walked step by step; what is not on it is refused, and issuing is no such step', async () => {
  const { context, plan } = await openPlanWorkspace()
  let version = plan.version
  for (const status of ['submitted', 'returned', 'drafting', 'opinion-round', 'submitted', 'signed-awaiting-number'] as const) {
    version = (await movePlan(context, actor, { planId, version, status, reason: '' })).version
  }
  expect(await failure(movePlan(context, actor, { planId, version, status: 'issued', reason: '' }))).toEqual([
    'plan-move-not-allowed',
    { from: 'signed-awaiting-number', to: 'issued' },
  ])
  expect(await failure(movePlan(context, actor, { planId, version, status: 'drafting', reason: '' }))).toEqual([
    'plan-move-not-allowed',
    { from: 'signed-awaiting-number', to: 'drafting' },
  ])
})

test('a plan under signature takes no edit: neither its form, its text, its tasks, nor what is being typed', async () => {
  const { context, plan } = await openPlanWorkspace()
  const appendix = await createAppendix(context, actor, { planId, title: '' })
  const moved = await movePlan(context, actor, { planId, version: plan.version, status: 'submitted', reason: '' })
  const refused = ['plan-not-editable', { status: 'submitted' }]
  expect([
    await failure(changePlan(context, actor, { planId, version: moved.version, patch: { subject: 'x' } })),
    await failure(savePlanText(context, actor, { planId, provisions: [] })),
    await failure(keepUnsaved(context, { planId, provisions: [] })),
    await failure(createTask(context, actor, { appendixId: appendix.id, afterId: null, task: {} })),
    await failure(createAppendix(context, actor, { planId, title: '' })),
    await failure(removePlan(context, actor, { planId, version: moved.version })),
  ]).toEqual([refused, refused, refused, refused, refused, refused])
})

test('what is being typed is kept without a line in the log, given back after a crash, and dropped when saved', async () => {
  const { context, told } = await openPlanWorkspace()
  const lines = told.length
  const typed = [aProvision(1, 'bullet', 'đang gõ')]
  const { savedAt } = await keepUnsaved(context, { planId, provisions: typed })
  expect([(await describePlan(context, { planId })).unsaved, told.length]).toEqual([{ savedAt, provisions: typed }, lines])
  await savePlanText(context, actor, { planId, provisions: typed })
  expect((await describePlan(context, { planId })).unsaved).toBeNull()
  await keepUnsaved(context, { planId, provisions: [] })
  await dropUnsaved(context, { planId })
  expect((await describePlan(context, { planId })).unsaved).toBeNull()
})

test('a save does not overwrite what something else changed since the window last heard of the text', async () => {
  const { context } = await openPlanWorkspace()
  const [first, second, third] = [aProvision(1, 'bullet', 'một'), aProvision(2, 'bullet', 'hai'), aProvision(3, 'bullet', 'ba')]
  const known = [first, second, third]
  await savePlanText(context, actor, { planId, provisions: known })
  const edited = [aProvision(1, 'bullet', 'một sửa'), second, third]
  await savePlanText(context, actor, { planId, provisions: edited, base: known })
  await undo(context, actor)
  // The window has not heard of the undo yet.
  const typed = [aProvision(1, 'bullet', 'một sửa'), second, aProvision(3, 'bullet', 'ba đang gõ')]
  const { provisions } = await savePlanText(context, actor, { planId, provisions: typed, base: edited })
  expect(provisions.map(({ content }) => content)).toEqual([first.content, second.content, typed[2]!.content])
})

test('a removed draft comes back whole: text, appendix, tasks and their sentences', async () => {
  const { context } = await openPlanWorkspace()
  await savePlanText(context, actor, { planId, provisions: [aProvision(1, 'section', 'NHIỆM VỤ'), aProvision(2, 'bullet', 'Rà soát')] })
  const appendix = await createAppendix(context, actor, { planId, title: 'Phụ lục' })
  await createTask(context, actor, {
    appendixId: appendix.id,
    afterId: null,
    task: { content: 'Rà soát', provisionIds: [aProvision(2, 'bullet', '').id] },
  })
  const before = await summarisePlans(context)
  await removePlan(context, actor, { planId, version: before[0]?.plan.version ?? 0 })
  expect(await summarisePlans(context)).toEqual([])
  await undo(context, actor)
  expect((await summarisePlans(context)).map(({ plan, provisionCount, taskCount }) => [plan.id, provisionCount, taskCount])).toEqual([
    [planId, 2, 1],
  ])
})
