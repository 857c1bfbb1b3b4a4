import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { AppError } from '#shared/app-error.ts'
import { readDeadline } from '#shared/domain/deadline-phrase.ts'
import type { AgencyId } from '#shared/domain/identifier.ts'
import type { Plan, PlanStatus } from '#shared/domain/plan.ts'
import { paragraphsOf, paragraphText } from '#shared/document/words.ts'
import type { Input } from '#shared/ipc/contract.ts'
import type { DocumentRequest } from '#shared/ipc/exchange-contract.ts'
import { closeWorkerPool } from '#main/documents/worker-pool.ts'
import { amendPlan } from '#main/services/amendment.ts'
import { createAppendix } from '#main/services/appendix.ts'
import { runCommand } from '#main/services/command.ts'
import { attachSignedFile, openDocumentFile, readDocuments } from '#main/services/document-record.ts'
import { readPaper } from '#main/services/document-source.ts'
import { undo } from '#main/services/history.ts'
import { checkIssue, issuePlan } from '#main/services/issue.ts'
import { changePlan, createPlan, describePlan, movePlan } from '#main/services/plan.ts'
import { savePlanText } from '#main/services/plan-text.ts'
import { changeTask, createTask, readTasks } from '#main/services/task.ts'
import { getAgency, updateAgency } from '#main/store/repositories/agency.ts'
import { departments, finance, institutions, investment, justice, openPlanWorkspace, planId } from '../../helpers/plan-workspace.ts'
import type { ServiceContext } from '#main/services/context.ts'
import { aProvision } from '../../helpers/records.ts'
import { anActor, temporaryFolder } from '../../helpers/workspace.ts'

const actor = anActor()
const received = { number: '05', issuedOn: '2023-01-05', signerName: 'Trần Thị Mẫu', acceptDuplicate: false } as const
const failure = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no failure',
    (error: unknown) => (error instanceof AppError ? [error.code, error.details] : error),
  )

afterAll(closeWorkerPool)

/** Walks a plan to the desk of the records office. */
async function toSigned(context: ServiceContext, plan: Plan): Promise<Plan> {
  let now = plan
  for (const status of ['submitted', 'signed-awaiting-number'] satisfies PlanStatus[])
    now = await movePlan(context, actor, { planId: plan.id, version: now.version, status, reason: '' })
  return now
}

async function ready(): Promise<{ readonly context: ServiceContext; readonly plan: Plan }> {
  const { context, plan } = await openPlanWorkspace()
  await savePlanText(context, actor, {
    planId,
    provisions: [
      aProvision(1, 'section', 'NHIỆM VỤ'),
      aProvision(2, 'bullet', 'Sở Tư pháp rà soát văn bản'),
      aProvision(3, 'appendix-reference', '(Có phụ lục kèm theo).'),
    ],
  })
  const appendix = await createAppendix(context, actor, { planId, title: 'Nhiệm vụ' })
  await createTask(context, actor, {
    appendixId: appendix.id,
    afterId: null,
    task: {
      content: 'Rà soát văn bản',
      fieldId: institutions.id,
      product: 'Báo cáo',
      leads: [{ kind: 'agency', agencyId: justice.id }],
      coordinating: [{ kind: 'group', groupId: departments.id }],
      deadline: {
        phrase: '15 ngày kể từ ngày Kế hoạch được ban hành',
        milestones: readDeadline('15 ngày kể từ ngày Kế hoạch được ban hành', { planYear: 2023 }).milestones,
      },
    },
  })
  return { context, plan: await toSigned(context, plan) }
}

const issueInput = (plan: Plan, patch: Partial<Input<'plan.issue'>> = {}): Input<'plan.issue'> => ({
  planId: plan.id,
  version: plan.version,
  ...received,
  ...patch,
})
const request: DocumentRequest = { planId, what: 'plan', agencyId: null, memberId: null, copy: 'paper', draftRoundId: null, unsaved: null }
const wordsOf = async (context: ServiceContext, asked: DocumentRequest): Promise<string> =>
  (await readPaper(context, asked)).document.sections.flatMap(({ blocks }) => paragraphsOf(blocks).map(paragraphText)).join('\n')

async function correctName(context: ServiceContext, id: AgencyId, name: string): Promise<void> {
  await runCommand(context, actor, { command: 'agency.correct-name', undoable: true }, async (trace) =>
    updateAgency(trace, { ...(await getAgency(trace.trx, id)), name }),
  )
}

describe('an issued plan', () => {
  test('has the number, day and signer received, counts its agencies on that day, and stands in the list of documents', async () => {
    const { context, plan } = await ready()
    const { plan: issued, record } = await issuePlan(context, actor, issueInput(plan))
    expect([issued.status, issued.number, issued.issuedOn, issued.signature.name, issued.agenciesAsOf, issued.documentRecordId]).toEqual([
      'issued',
      '5',
      '2023-01-05',
      'Trần Thị Mẫu',
      '2023-01-05',
      record.id,
    ])
    expect(
      (await readDocuments(context)).map(({ type, number, symbol, issuedOn, signer, ourFile }) => [
        type,
        number,
        symbol,
        issuedOn,
        signer,
        ourFile?.name,
      ]),
    ).toEqual([['Kế hoạch', '5', 'KH-UBND', '2023-01-05', 'Trần Thị Mẫu', 'Kế hoạch CCHC năm 2023 - số 05-KH-UBND - 05.01.2023.docx']])
  })

  test('gives its days to the deadlines that count from its issue', async () => {
    const { context, plan } = await ready()
    await issuePlan(context, actor, issueInput(plan))
    expect((await readTasks(context, { planId })).map((task) => task.deadline.milestones.map(({ due }) => due))).toEqual([['2023-01-20']])
  })

  test('takes no edit, and issuing is never undone', async () => {
    const { context, plan } = await ready()
    const { plan: issued } = await issuePlan(context, actor, issueInput(plan))
    expect(await failure(changePlan(context, actor, { planId, version: issued.version, patch: { subject: 'x' } }))).toEqual([
      'plan-not-editable',
      { status: 'issued' },
    ])
    expect(await failure(savePlanText(context, actor, { planId, provisions: [] }))).toEqual(['plan-not-editable', { status: 'issued' }])
    expect(await failure(undo(context, actor))).toEqual(['undo-barrier', { command: 'plan.issue' }])
  })

  test('does not change by a byte when a name is corrected; the draft beside it does', async () => {
    const { context, plan } = await ready()
    const { record } = await issuePlan(context, actor, issueInput(plan))
    const before = [
      await wordsOf(context, request),
      await wordsOf(context, { ...request, what: 'appendix' }),
      await wordsOf(context, { ...request, what: 'agency-list', agencyId: justice.id }),
    ]
    const frozen = await readPaper(context, request)
    const draft = await amendPlan(context, actor, { planId })
    await correctName(context, justice.id, 'Sở Tư pháp và Pháp chế')
    const after = [
      await wordsOf(context, request),
      await wordsOf(context, { ...request, what: 'appendix' }),
      await wordsOf(context, { ...request, what: 'agency-list', agencyId: justice.id }),
    ]
    expect(after).toEqual(before)
    expect((await readPaper(context, request)).document).toEqual(frozen.document)
    const bytes = await context.files.read(record.ourFile?.hash ?? (frozen.frozenDocx as never))
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(record.ourFile?.hash)
    expect([
      (await wordsOf(context, { ...request, planId: draft.id, what: 'appendix' })).includes('Sở Tư pháp và Pháp chế'),
      (await wordsOf(context, { ...request, planId: draft.id, what: 'agency-list', agencyId: justice.id })).includes(
        'Sở Tư pháp và Pháp chế',
      ),
    ]).toEqual([true, true])
  })

  test('fills the line of its appendix on paper and leaves it blank on the electronic original', async () => {
    const { context, plan } = await ready()
    await issuePlan(context, actor, issueInput(plan))
    const line = async (copy: 'paper' | 'electronic'): Promise<string | undefined> =>
      (await wordsOf(context, { ...request, copy })).split('\n').find((words) => words.startsWith('(Kèm theo'))
    expect([await line('paper'), (await line('electronic'))?.includes('05/KH-UBND')]).toEqual([
      '(Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 01 năm 2023 của UBND tỉnh Mẫu)',
      false,
    ])
  })

  test('keeps the signed file beside our own, and opens only copies of both', async () => {
    const { context, plan } = await ready()
    const { record } = await issuePlan(context, actor, issueInput(plan))
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'open'))
    writeFileSync(join(folder, 'ký.pdf'), '%PDF-1.7 đã ký')
    writeFileSync(join(folder, 'ảnh.pdf'), 'no pdf')
    expect(
      await failure(attachSignedFile(context, actor, { id: record.id, version: record.version }, async () => join(folder, 'ảnh.pdf'))),
    ).toEqual(['file-not-what-it-says', { file: 'ảnh.pdf', expected: 'Tệp PDF' }])
    expect(await attachSignedFile(context, actor, { id: record.id, version: record.version }, async () => null)).toBeNull()
    const attached = await attachSignedFile(context, actor, { id: record.id, version: record.version }, async () => join(folder, 'ký.pdf'))
    const opened: string[] = []
    await openDocumentFile(context, { id: record.id, which: 'signed' }, join(folder, 'open'), async (file) => void opened.push(file))
    expect([attached?.signedFile?.name, opened, readFileSync(opened[0] ?? '', 'utf8')]).toEqual([
      'ký.pdf',
      [join(folder, 'open', 'ký.pdf')],
      '%PDF-1.7 đã ký',
    ])
  })
})

describe('what stops issuing', () => {
  test('a plan that is not signed yet; data not received', async () => {
    const { context, plan } = await openPlanWorkspace()
    expect(await failure(issuePlan(context, actor, issueInput(plan)))).toEqual([
      'plan-move-not-allowed',
      { from: 'drafting', to: 'issued' },
    ])
    const signed = await toSigned(context, plan)
    expect(await failure(issuePlan(context, actor, issueInput(signed, { signerName: ' ' })))).toEqual([
      'issue-data-missing',
      { missing: ['họ tên người ký', 'nội dung kế hoạch'] },
    ])
  })

  test('a task nobody leads, and a body that is gone on the day of issue', async () => {
    const { context, plan } = await openPlanWorkspace({ agenciesAsOf: '2022-06-01' })
    await savePlanText(context, actor, { planId, provisions: [aProvision(1, 'section', 'NHIỆM VỤ')] })
    const appendix = await createAppendix(context, actor, { planId, title: '' })
    const task = await createTask(context, actor, { appendixId: appendix.id, afterId: null, task: { content: 'Rà soát' } })
    const signed = await toSigned(context, plan)
    expect(await failure(issuePlan(context, actor, issueInput(signed)))).toEqual(['task-without-lead', { count: 1 }])
    const returned = await movePlan(context, actor, { planId, version: signed.version, status: 'returned', reason: '' })
    await changeTask(context, actor, {
      id: task.id,
      version: task.version,
      patch: { leads: [{ kind: 'agency', agencyId: investment.id }] },
    })
    const again = await toSigned(context, returned)
    expect(await failure(issuePlan(context, actor, issueInput(again)))).toEqual([
      'agency-not-active',
      { name: investment.name, on: '05/01/2023', successor: finance.name },
    ])
    expect((await checkIssue(context, { planId })).problems.filter(({ blocking }) => blocking)).toEqual([])
  })

  test('a number that is in the list already, unless the records office says it is right', async () => {
    const { context, plan } = await ready()
    await issuePlan(context, actor, issueInput(plan))
    const other = await createPlan(context, actor, { year: 2023, subject: 'Khác', outline: 'empty' })
    await savePlanText(context, actor, { planId: other.id, provisions: [aProvision(50, 'section', 'NHIỆM VỤ')] })
    const signed = await toSigned(context, other)
    expect(await failure(issuePlan(context, actor, issueInput(signed, { number: '5' })))).toEqual([
      'document-number-taken',
      { symbol: 'KH-UBND', number: '5', year: 2023 },
    ])
    expect((await issuePlan(context, actor, issueInput(signed, { number: '5', acceptDuplicate: true }))).plan.status).toBe('issued')
  })

  test('is listed beforehand, in words, blocking problems first', async () => {
    const { context } = await openPlanWorkspace()
    await savePlanText(context, actor, {
      planId,
      provisions: [aProvision(1, 'section', 'NHIỆM VỤ'), aProvision(2, 'bullet', 'Rà soát'), aProvision(3, 'bullet', '')],
    })
    const appendix = await createAppendix(context, actor, { planId, title: '' })
    await createTask(context, actor, {
      appendixId: appendix.id,
      afterId: null,
      task: { content: 'Việc', coordinating: [{ kind: 'words', words: 'ai đó' }] },
    })
    expect((await checkIssue(context, { planId })).problems.map(({ code, blocking }) => `${code}${blocking ? ' !' : ''}`)).toEqual([
      'status !',
      'task-without-lead !',
      'party-not-recognised',
      'task-without-product',
      'task-without-deadline',
      'provision-empty',
      'provision-without-task',
      'provision-without-task',
      'appendix-not-referenced',
    ])
  })
})

test('an amendment is a draft with the same tasks, and its issue supersedes the plan it amends', async () => {
  const { context, plan } = await ready()
  await issuePlan(context, actor, issueInput(plan))
  const draft = await amendPlan(context, actor, { planId })
  const [old, amended] = [await readTasks(context, { planId }), await readTasks(context, { planId: draft.id })]
  expect([draft.status, draft.replacesPlanId, amended.map(({ taskId }) => taskId), amended[0]?.id === old[0]?.id]).toEqual([
    'drafting',
    planId,
    old.map(({ taskId }) => taskId),
    false,
  ])
  const { provisions } = await describePlan(context, { planId: draft.id })
  await savePlanText(context, actor, {
    planId: draft.id,
    provisions: provisions.slice(0, 2).map(({ id, area, kind, content }) => ({ id, area, kind, content })),
  })
  const signed = await toSigned(context, draft)
  await issuePlan(context, actor, issueInput(signed, { number: '99', issuedOn: '2023-07-01' }))
  expect((await describePlan(context, { planId })).plan.status).toBe('superseded')
})

test('words that still name last year are the first thing said before a plan is issued', async () => {
  const { context, plan } = await openPlanWorkspace()
  await changePlan(context, actor, {
    planId,
    version: plan.version,
    patch: { year: 2024, subject: 'Cải cách hành chính tỉnh Mẫu năm 2023' },
  })
  await savePlanText(context, actor, {
    planId,
    provisions: [
      aProvision(1, 'opening', 'Thực hiện Nghị quyết ngày 15 tháng 7 năm 2021, UBND tỉnh ban hành Kế hoạch năm 2023 như sau:'),
      aProvision(2, 'section', 'NHIỆM VỤ NĂM 2022'),
    ],
  })
  await createAppendix(context, actor, { planId, title: 'Nhiệm vụ cải cách hành chính năm 2023' })
  const { problems } = await checkIssue(context, { planId })
  expect(problems.slice(0, 4).map(({ code, blocking, text, provisionId }) => [code, blocking, text, provisionId !== null])).toEqual([
    ['year-in-subject', false, 'Trích yếu ghi năm 2023, kế hoạch của năm 2024.', false],
    ['year-in-appendix', false, 'Tên phụ lục ghi năm 2023, kế hoạch của năm 2024.', false],
    ['year-in-opening', false, 'Câu mở đầu ghi năm 2023, kế hoạch của năm 2024.', true],
    ['status', true, expect.any(String), false],
  ])
})
