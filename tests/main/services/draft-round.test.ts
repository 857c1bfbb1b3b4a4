import { expect, test } from 'vitest'
import { createAppendix } from '#main/services/appendix.ts'
import { readPaper } from '#main/services/document-source.ts'
import { readDraftRounds, restoreDraftRound, saveDraftRound } from '#main/services/draft-round.ts'
import { undo } from '#main/services/history.ts'
import { changePlan, describePlan } from '#main/services/plan.ts'
import { savePlanText } from '#main/services/plan-text.ts'
import { changeTask, createTask, pasteTasks, readTasks, removeTasks } from '#main/services/task.ts'
import { paragraphsOf, paragraphText } from '#shared/document/words.ts'
import type { ProvisionId } from '#shared/domain/identifier.ts'
import type { DocumentRequest } from '#shared/ipc/exchange-contract.ts'
import { homeAffairs, institutions, justice, openPlanWorkspace, planId, type PlanWorkspace } from '../../helpers/plan-workspace.ts'
import { aProvision, id } from '../../helpers/records.ts'
import { anActor } from '../../helpers/workspace.ts'

const actor = anActor()
const request: DocumentRequest = {
  planId,
  what: 'plan',
  agencyId: null,
  memberId: null,
  copy: 'electronic',
  draftRoundId: null,
  unsaved: null,
}

async function withFirstRound(): Promise<PlanWorkspace & { readonly roundId: Awaited<ReturnType<typeof saveDraftRound>>['id'] }> {
  const workspace = await openPlanWorkspace()
  const { context } = workspace
  await savePlanText(context, actor, {
    planId,
    provisions: [aProvision(1, 'section', 'NHIỆM VỤ'), aProvision(2, 'bullet', 'Rà soát văn bản'), aProvision(3, 'bullet', 'Sẽ bỏ')],
  })
  const appendix = await createAppendix(context, actor, { planId, title: 'Phụ lục' })
  await pasteTasks(context, actor, {
    appendixId: appendix.id,
    updates: [],
    afterId: null,
    tasks: [
      {
        content: 'Rà soát',
        fieldId: institutions.id,
        leads: [{ kind: 'agency', agencyId: justice.id }],
        provisionIds: [id<ProvisionId>(2)],
      },
      { content: 'Sẽ bỏ', fieldId: institutions.id, provisionIds: [id<ProvisionId>(3)] },
    ],
  })
  const round = await saveDraftRound(context, actor, { planId, name: null })
  return { ...workspace, roundId: round.id }
}

/** Edits everything a round keeps. */
async function editEverything({ context, plan }: PlanWorkspace): Promise<void> {
  await changePlan(context, actor, { planId, version: plan.version, patch: { subject: 'Khác' } })
  await savePlanText(context, actor, {
    planId,
    provisions: [aProvision(1, 'section', 'NHIỆM VỤ'), aProvision(4, 'bullet', 'Mới'), aProvision(2, 'bullet', 'Rà soát hồ sơ')],
  })
  const [first, second] = await readTasks(context, { planId })
  if (first === undefined || second === undefined) throw new Error('two tasks')
  await changeTask(context, actor, {
    id: first.id,
    version: first.version,
    patch: { leads: [{ kind: 'agency', agencyId: homeAffairs.id }] },
  })
  await removeTasks(context, actor, { ids: [second.id] })
  const other = await createAppendix(context, actor, { planId, title: 'Phụ lục hai' })
  await createTask(context, actor, { appendixId: other.id, afterId: null, task: { content: 'thêm' } })
}

const state = async ({ context }: PlanWorkspace): Promise<string> => {
  const { plan, provisions, appendices } = await describePlan(context, { planId })
  return JSON.stringify(
    [[plan], provisions, appendices, await readTasks(context, { planId })].map((list) => list.map((record) => ({ ...record, version: 0 }))),
  )
}

test('a round is numbered, named, and its paper carries the mark and never changes', async () => {
  const workspace = await withFirstRound()
  await editEverything(workspace)
  const second = await saveDraftRound(workspace.context, actor, { planId, name: 'Sau góp ý' })
  expect((await readDraftRounds(workspace.context, { planId })).map(({ ordinal, name, savedBy }) => [ordinal, name, savedBy])).toEqual([
    [1, 'Dự thảo lần 1', actor.name],
    [2, 'Sau góp ý', actor.name],
  ])
  const words = async (draftRoundId: DocumentRequest['draftRoundId']): Promise<string> =>
    (await readPaper(workspace.context, { ...request, draftRoundId })).document.sections
      .flatMap(({ blocks }) => paragraphsOf(blocks).map(paragraphText))
      .join('\n')
  const first = await words(workspace.roundId)
  expect([
    first.includes('DỰ THẢO LẦN 1'),
    first.includes('Rà soát văn bản'),
    (await words(second.id)).includes('Rà soát hồ sơ'),
    (await words(null)).includes('DỰ THẢO'),
  ]).toEqual([true, true, true, false])
})

test('restoring makes everything what it was, as one command that undo takes back whole', async () => {
  const workspace = await withFirstRound()
  const then = await state(workspace)
  await editEverything(workspace)
  const edited = await state(workspace)
  await restoreDraftRound(workspace.context, actor, { id: workspace.roundId })
  expect(await state(workspace)).toBe(then)
  await undo(workspace.context, actor)
  expect(await state(workspace)).toBe(edited)
})
