import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { AppError } from '#shared/app-error.ts'
import type { AppendixDraft, AppendixFileDraft, DraftRow, PlanDraft } from '#shared/domain/draft.ts'
import { plainText } from '#shared/domain/inline.ts'
import { closeWorkerPool } from '#main/documents/worker-pool.ts'
import { undo } from '#main/services/history.ts'
import { acceptAppendix, acceptPlan, readAppendixPasteDraft, readPlanFileDraft } from '#main/services/import.ts'
import { createJobs } from '#main/services/jobs.ts'
import { describePlan, movePlan, summarisePlans } from '#main/services/plan.ts'
import { readTasks } from '#main/services/task.ts'
import { listFields } from '#main/store/repositories/field.ts'
import { homeAffairs, institutions, openPlanWorkspace, planId, procedures } from '../../helpers/plan-workspace.ts'
import { anActor } from '../../helpers/workspace.ts'

afterAll(closeWorkerPool)

const actor = anActor()
const control = { signal: new AbortController().signal, tell: (): void => undefined }
const fixture = (name: string): string => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url))

const aRow = (fieldTitle: string | null, content: string): DraftRow => ({
  fieldTitle,
  subgroup: null,
  stt: '',
  content,
  product: '',
  leads: [],
  coordinating: [],
  deadline: { phrase: '', milestones: [] },
  extra: {},
  cells: {},
  sourceRow: null,
})
const anAppendix = (title: string, ...rows: readonly DraftRow[]): AppendixDraft => ({
  title,
  orientation: 'landscape',
  columns: [{ key: 'task', title: 'Nhiệm vụ', weight: 1, guessed: false }],
  rows,
})
const aFile = (...appendices: readonly AppendixDraft[]): AppendixFileDraft => ({
  source: { name: '', format: 'docx', lines: [] },
  appendices,
  warnings: [],
})
const aPlanDraft = (patch: Partial<PlanDraft>): PlanDraft => ({
  source: { name: 'a.docx', format: 'docx', lines: [] },
  legalForm: 'plan',
  year: null,
  letterhead: null,
  number: '5',
  symbol: null,
  issuedOn: '2022-12-30',
  subject: null,
  blocks: [],
  recipients: [],
  signature: null,
  appendices: [],
  warnings: [],
  ...patch,
})

describe('a plan that is taken in', () => {
  test('is a draft with the file’s own words, the office’s where the file had none, and marks over the bodies it names', async () => {
    const { context } = await openPlanWorkspace()
    const draft = aPlanDraft({
      blocks: [
        { area: 'body', kind: 'section', content: [{ kind: 'text', text: 'NHIỆM VỤ' }], lines: null },
        {
          area: 'body',
          kind: 'bullet',
          content: [
            { kind: 'text', text: 'Sở Nội vụ theo dõi'.normalize('NFD') },
            { kind: 'footnote', content: [{ kind: 'text', text: 'Ghi chú' }] },
          ],
          lines: null,
        },
      ],
    })
    const plan = await acceptPlan(context, actor, { draft, year: 2024, createFields: false })
    expect([plan.status, plan.number, plan.issuedOn, plan.subject, plan.agenciesAsOf, plan.recipients]).toEqual([
      'drafting',
      null,
      null,
      'Cải cách hành chính tỉnh Mẫu năm 2024',
      '2024-01-01',
      ['Bộ Nội vụ', 'Lưu: VT, NC'],
    ])
    const { provisions } = await describePlan(context, { planId: plan.id })
    expect(provisions[1]?.content).toEqual([
      { kind: 'text', text: 'Sở Nội vụ', party: { kind: 'agency', agencyId: homeAffairs.id } },
      { kind: 'text', text: ' theo dõi' },
      { kind: 'footnote', id: expect.any(String) as string, content: [{ kind: 'text', text: 'Ghi chú' }] },
    ])
  })

  test('may be the second of its year, is one command, and goes whole when it is taken back', async () => {
    const { context } = await openPlanWorkspace()
    const draft = await readPlanFileDraft(context, fixture('ke-hoach-cchc-2023.docx'), 2023, control)
    const plan = await acceptPlan(context, actor, { draft, year: 2023, createFields: true })
    expect((await summarisePlans(context)).map(({ provisionCount, taskCount }) => [provisionCount, taskCount])).toEqual([
      [0, 0],
      [70, 44],
    ])
    // Two of the seven headings are fields of this province; the other five were made.
    expect((await listFields(context.db)).map(({ name }) => name)).toHaveLength(7)
    expect((await readTasks(context, { planId: plan.id })).filter(({ fieldId }) => fieldId === null)).toEqual([])
    await undo(context, actor)
    expect([(await summarisePlans(context)).length, (await listFields(context.db)).length]).toEqual([1, 2])
  })

  test('every sentence of the file is in the store, word for word, in order', async () => {
    const { context } = await openPlanWorkspace()
    const draft = await readPlanFileDraft(context, fixture('ke-hoach-cchc-2023.txt'), 2023, control)
    const plan = await acceptPlan(context, actor, { draft, year: 2023, createFields: false })
    const { provisions } = await describePlan(context, { planId: plan.id })
    expect(provisions.map(({ content }) => plainText(content))).toEqual(
      draft.blocks.map(({ content }) =>
        content.map((inline) => (inline.kind === 'text' ? inline.text : inline.kind === 'line-break' ? ' ' : '')).join(''),
      ),
    )
  })
})

describe('an appendix that is taken in', () => {
  test('adds its rows behind those of the same appendix, brings columns it lacks, and makes a new one for another title', async () => {
    const { context } = await openPlanWorkspace()
    await acceptAppendix(context, actor, { planId, mode: 'add', draft: aFile(anAppendix('NHIỆM VỤ', aRow('Cải cách thể chế', 'một'))) })
    const money = {
      ...anAppendix('Nhiệm vụ', aRow('Cải cách TTHC', 'hai')),
      columns: [{ key: 'extra:Kinh phí', title: 'Kinh phí', weight: 1, guessed: false }],
    }
    await acceptAppendix(context, actor, { planId, mode: 'add', draft: aFile(money, anAppendix('CHỈ TIÊU', aRow(null, 'ba'))) })
    const { appendices } = await describePlan(context, { planId })
    const tasks = await readTasks(context, { planId })
    expect(appendices.map(({ title, columns }) => [title, columns.map(({ key }) => key)])).toEqual([
      ['NHIỆM VỤ', ['task', 'extra:Kinh phí']],
      ['CHỈ TIÊU', ['task']],
    ])
    expect(
      tasks
        .map(({ content, fieldId, appendixId }) => [content, fieldId, appendices.findIndex(({ id }) => id === appendixId)])
        .toSorted(([one], [other]) => String(one).localeCompare(String(other))),
    ).toEqual([
      ['ba', null, 1],
      ['hai', procedures.id, 0],
      ['một', institutions.id, 0],
    ])
  })

  test('replaces all there was when asked, and undo brings it back', async () => {
    const { context } = await openPlanWorkspace()
    await acceptAppendix(context, actor, { planId, mode: 'add', draft: aFile(anAppendix('A', aRow(null, 'cũ'))) })
    await acceptAppendix(context, actor, { planId, mode: 'replace', draft: aFile(anAppendix('B', aRow(null, 'mới'))) })
    const contents = async (): Promise<readonly string[]> => (await readTasks(context, { planId })).map(({ content }) => content)
    expect(await contents()).toEqual(['mới'])
    await undo(context, actor)
    expect(await contents()).toEqual(['cũ'])
  })

  test('makes the fields it names when asked, one for all spellings of a title', async () => {
    const { context } = await openPlanWorkspace()
    const draft = aFile(anAppendix('A', aRow('Chuyển đổi số', 'một'), aRow('II. CHUYỂN ĐỔI SỐ', 'hai')))
    const tasks = await acceptAppendix(context, actor, { planId, mode: 'add', draft, createFields: true })
    expect([(await listFields(context.db)).map(({ name }) => name), new Set(tasks.map(({ fieldId }) => fieldId)).size]).toEqual([
      ['Cải cách thể chế', 'Cải cách thủ tục hành chính', 'Chuyển đổi số'],
      1,
    ])
  })

  test('is refused by a plan under signature', async () => {
    const { context, plan } = await openPlanWorkspace()
    await movePlan(context, actor, { planId, version: plan.version, status: 'submitted', reason: '' })
    await expect(acceptAppendix(context, actor, { planId, mode: 'add', draft: aFile(anAppendix('A', aRow(null, 'x'))) })).rejects.toThrow(
      AppError,
    )
  })

  test('pasted cells are read against the plan’s year', async () => {
    const { context } = await openPlanWorkspace()
    const text = 'STT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời hạn\n1\tRà soát văn bản\tBáo cáo\tSở Nội vụ\tQuý II'
    const draft = await readAppendixPasteDraft(context, { planId, text, html: null }, control)
    expect(draft.appendices[0]?.rows.map(({ content, leads, deadline }) => [content, leads, deadline.milestones[0]?.due])).toEqual([
      ['Rà soát văn bản', [{ kind: 'agency', agencyId: homeAffairs.id }], '2023-06-30'],
    ])
  })
})

test('reading that is stopped ends as stopped, and the store knows nothing of it', async () => {
  const { context, told } = await openPlanWorkspace()
  const jobs = createJobs(() => undefined)
  const lines = told.length
  const reading = jobs.run('job', (running) => readPlanFileDraft(context, fixture('ke-hoach-cchc-2023.docx'), 2023, running))
  jobs.cancel('job')
  jobs.cancel('another')
  await expect(reading).rejects.toMatchObject({ code: 'cancelled' })
  expect(told.length).toBe(lines)
})
