import { afterAll, expect, test } from 'vitest'
import type { AgencyId } from '#shared/domain/identifier.ts'
import type { Plan } from '#shared/domain/plan.ts'
import { textOf } from '#shared/document/words.ts'
import type { DocumentRequest } from '#shared/ipc/exchange-contract.ts'
import { closeWorkerPool } from '#main/documents/worker-pool.ts'
import { amendPlan } from '#main/services/amendment.ts'
import type { ServiceContext } from '#main/services/context.ts'
import { correctAgencyName } from '#main/services/correct-name.ts'
import { readPaper } from '#main/services/document-source.ts'
import { issuePlan } from '#main/services/issue.ts'
import { readOrganisation } from '#main/services/organisation.ts'
import { changePlan, movePlan, summarisePlans } from '#main/services/plan.ts'
import { changeTask, readTasks } from '#main/services/task.ts'
import { openSampleWorkspace } from '../../helpers/sample-workspace.ts'

afterAll(closeWorkerPool)

/** One source of truth: a draft's grid, paper, appendix, agency list and member table are views of the same records; an issued paper is none. */

const papersOf = async (
  context: ServiceContext,
  plan: Plan,
  agencyId: AgencyId,
): Promise<Readonly<Record<'plan' | 'appendix' | 'agency-list' | 'member-table', string>>> => {
  const paper = async (what: DocumentRequest['what']): Promise<string> => {
    const { document } = await readPaper(context, {
      planId: plan.id,
      what,
      agencyId: what === 'agency-list' ? agencyId : null,
      memberId: null,
      copy: 'electronic',
      draftRoundId: null,
      unsaved: null,
    })
    return document.sections.map(({ blocks }) => textOf(blocks)).join('\n')
  }
  return {
    plan: await paper('plan'),
    appendix: await paper('appendix'),
    'agency-list': await paper('agency-list'),
    'member-table': await paper('member-table'),
  }
}

async function open(): Promise<{
  readonly context: ServiceContext
  readonly actor: Parameters<typeof movePlan>[1]
  readonly plan: Plan
  readonly agency: (name: string) => Promise<{ id: AgencyId; version: number }>
}> {
  const { context, actor } = await openSampleWorkspace()
  const [summary] = await summarisePlans(context)
  if (summary === undefined) throw new Error('no plan')
  const agency = async (name: string): Promise<{ id: AgencyId; version: number }> => {
    const found = (await readOrganisation(context)).agencies.find(
      (one) => one.name === name && (one.activeTo === null || one.activeTo > '2023-01-01'),
    )
    if (found === undefined) throw new Error(`no ${name}`)
    return found
  }
  return { context, actor, plan: summary.plan, agency }
}

test('correcting an agency’s name shows in the plan, the appendix, the agency’s list and the member table of a draft', async () => {
  const { context, actor, plan, agency } = await open()
  const finance = await agency('Sở Tài chính')
  const before = await papersOf(context, plan, finance.id)
  await correctAgencyName(context, actor, { id: finance.id, version: finance.version, name: 'Sở Tài chánh (mẫu)' })
  const after = await papersOf(context, plan, finance.id)
  for (const what of ['plan', 'appendix', 'agency-list', 'member-table'] as const) {
    expect([
      what,
      before[what].includes('Sở Tài chính'),
      after[what].includes('Sở Tài chính'),
      after[what].includes('Sở Tài chánh (mẫu)'),
    ]).toEqual([what, true, false, true])
  }
  // The heading of part III is marked text: it says the new name too.
  expect(after.plan.split('\n').filter((line) => line.startsWith('3. Sở'))).toEqual(['3. Sở Tài chánh (mẫu)'])
})

test('changing a lead once changes the grid, the appendix, both agencies’ lists and the member table', async () => {
  const { context, actor, plan, agency } = await open()
  const [justice, finance] = [await agency('Sở Tư pháp'), await agency('Sở Tài chính')]
  const task = (await readTasks(context, { planId: plan.id })).find(({ content }) =>
    content.startsWith('Theo dõi tình hình thi hành pháp luật'),
  )
  if (task === undefined) throw new Error('no task')
  const listed = async (id: AgencyId): Promise<boolean> =>
    (await papersOf(context, plan, id))['agency-list'].includes('I. Nhiệm vụ chủ trì') &&
    (await papersOf(context, plan, id))['agency-list'].split('II. Nhiệm vụ phối hợp')[0]?.includes(task.content) === true
  expect([await listed(justice.id), await listed(finance.id)]).toEqual([true, false])
  await changeTask(context, actor, { id: task.id, version: task.version, patch: { leads: [{ kind: 'agency', agencyId: finance.id }] } })
  expect([await listed(justice.id), await listed(finance.id)]).toEqual([false, true])
  const { appendix, 'member-table': members } = await papersOf(context, plan, finance.id)
  const rowOf = (text: string): string | undefined => text.split('\n').find((line) => line.includes(task.content))
  expect([rowOf(appendix)?.includes('Sở Tài chính'), rowOf(members)?.includes('Sở Tài chính')]).toEqual([true, true])
})

test('an issued plan says after any correction exactly what it said, in every paper and in its file', async () => {
  const { context, actor, plan, agency } = await open()
  const finance = await agency('Sở Tài chính')
  const dated = await changePlan(context, actor, { planId: plan.id, version: plan.version, patch: { recipients: [...plan.recipients] } })
  const submitted = await movePlan(context, actor, { planId: plan.id, version: dated.version, status: 'submitted', reason: '' })
  const signed = await movePlan(context, actor, {
    planId: plan.id,
    version: submitted.version,
    status: 'signed-awaiting-number',
    reason: '',
  })
  const { plan: issued, record } = await issuePlan(context, actor, {
    planId: plan.id,
    version: signed.version,
    number: '12',
    issuedOn: '2023-01-05',
    signerName: 'Người ký mẫu',
    acceptDuplicate: false,
  })
  const before = await papersOf(context, issued, finance.id)
  const draft = await amendPlan(context, actor, { planId: plan.id })
  await correctAgencyName(context, actor, { id: finance.id, version: finance.version, name: 'Sở Tài chánh (mẫu)' })
  const [task] = await readTasks(context, { planId: draft.id })
  if (task === undefined) throw new Error('no task')
  await changeTask(context, actor, { id: task.id, version: task.version, patch: { leads: [{ kind: 'agency', agencyId: finance.id }] } })
  expect(await papersOf(context, issued, finance.id)).toEqual(before)
  expect((await papersOf(context, draft, finance.id)).appendix).toContain('Sở Tài chánh (mẫu)')
  // Read through its hash: a single changed byte would throw.
  if (record.ourFile === null) throw new Error('no file')
  expect((await context.files.read(record.ourFile.hash)).byteLength).toBe(record.ourFile.bytes)
})
