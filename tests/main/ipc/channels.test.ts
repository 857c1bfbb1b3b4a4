import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import type { AppendixFileDraft, PlanDraft } from '#shared/domain/draft.ts'
import type { Agency } from '#shared/domain/agency.ts'
import type { DocumentRecord } from '#shared/domain/document-record.ts'
import type { Plan } from '#shared/domain/plan.ts'
import type { Appendix, Task } from '#shared/domain/task.ts'
import { contract, type Channel, type Output } from '#shared/ipc/contract.ts'
import type { DraftRound, FoundPlace, PlanDetail, PlanSummary } from '#shared/ipc/plan-contract.ts'
import { createPageService } from '#main/documents/page-service.ts'
import { closeWorkerPool } from '#main/documents/worker-pool.ts'
import { allHandlers } from '#main/ipc/all-handlers.ts'
import { answer } from '#main/ipc/answer.ts'
import type { Desk } from '#main/ipc/desk.ts'
import { createJobs } from '#main/services/jobs.ts'
import { readOrganisationSeed } from '#main/services/organisation-seed.ts'
import { openSampleWorkspace } from '../../helpers/sample-workspace.ts'
import { temporaryFolder } from '../../helpers/workspace.ts'

const pages = createPageService()
afterAll(async () => {
  await pages.close()
  await closeWorkerPool()
})

const fixture = (name: string): string => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url))
const jobId = '018f0000-0000-7000-8000-00000000ab01'

test('the channels of plans, tasks and papers answer what the contract promises, one story through all of them', async () => {
  const { workspaces } = await openSampleWorkspace()
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'tmp'))
  writeFileSync(join(folder, 'ký.pdf'), '%PDF-1.7')
  let chosen: string | null = null
  const desk: Desk = {
    dialogs: {
      chooseFolder: async () => null,
      chooseFile: async () => chosen,
      chooseFiles: async () => (chosen === null ? [] : [chosen]),
      chooseNewFile: async (name) => join(folder, name),
    },
    jobs: createJobs(() => undefined),
    pages,
    openFile: async () => undefined,
    reminding: {
      settings: async () => ({ notify: true, keepInTray: false, hasTray: false }),
      choose: async (settings) => ({ ...settings, hasTray: false }),
    },
    printScreen: async () => new Uint8Array(),
    leaveWindow: () => undefined,
    showInFolder: () => undefined,
    takeWaitingPack: () => null,
    writeClipboard: () => undefined,
    temporaryFolder: join(folder, 'tmp'),
  }
  const handlers = allHandlers(workspaces, desk, () =>
    readOrganisationSeed(fileURLToPath(new URL('../../../resources/defaults/organisation.json', import.meta.url))),
  )
  const asked = new Set<Channel>()
  /** Asks as the window does, and holds the answer to the contract. */
  const ask = async <T>(channel: Channel, input: unknown): Promise<T> => {
    asked.add(channel)
    const answered = await answer(handlers, channel, input, { emit: () => undefined }, (_reference, _channel, error) => {
      throw error
    })
    if (!answered.ok) throw new Error(`${channel}: ${answered.code} ${JSON.stringify(answered.details)}`)
    const parsed = contract[channel].output.safeParse(answered.value)
    expect([channel, parsed.success ? [] : parsed.error.issues]).toEqual([channel, []])
    return answered.value as T
  }

  const [sample] = await ask<readonly PlanSummary[]>('plan.list', {})
  if (sample === undefined) throw new Error('no sample')
  const planId = sample.plan.id
  const detail = await ask<PlanDetail>('plan.get', { planId })
  const contents = detail.provisions.map(({ id, area, kind, content }) => ({ id, area, kind, content }))
  await ask('plan.keep-unsaved', { planId, provisions: contents })
  await ask('plan.drop-unsaved', { planId })
  await ask('plan.save-text', { planId, provisions: contents.slice(0, -1) })
  const search = { planId, text: 'thu tuc', exactAccents: false, matchCase: false, wholeWords: false }
  const places = await ask<readonly FoundPlace[]>('plan.find', search)
  await ask('plan.replace', { ...search, replacement: 'thủ tục', places: places.slice(0, 1) })
  await ask('plan.update', { planId, version: sample.plan.version, patch: { subject: 'Cải cách hành chính' } })

  const tasks = await ask<readonly Task[]>('task.list', { planId })
  const [first, second] = tasks
  const [appendix] = detail.appendices
  const [provision] = detail.provisions
  if (first === undefined || second === undefined || appendix === undefined || provision === undefined) throw new Error('no rows')
  const added = await ask<Task>('task.create', { appendixId: appendix.id, afterId: first.id, task: { content: 'Thêm' } })
  await ask('task.paste', { appendixId: appendix.id, updates: [], afterId: null, tasks: [{ content: 'a' }, { content: 'b' }] })
  const edited = await ask<Task>('task.update', { id: added.id, version: added.version, patch: { product: 'Báo cáo' } })
  await ask('task.update-many', { updates: [{ id: edited.id, version: edited.version, patch: { content: 'Sửa' } }] })
  await ask('task.read-cells', { planId, columns: ['task', 'lead', 'deadline'], rows: [['x', 'Sở Nội vụ', 'Quý I/2023']] })
  const copy = await ask<Task>('task.duplicate', { id: second.id })
  await ask('task.move', { ids: [copy.id], fieldId: first.fieldId, afterId: first.id })
  await ask('task.remove-many', { ids: [copy.id] })
  await ask('task.link-provision', { id: added.id, provisionId: provision.id, linked: true })
  await ask('task.link-many', { links: [{ id: added.id, provisionId: provision.id }] })
  await ask('task.create-from-plan', { planId, provisionIds: null })
  await ask('task.coverage', { planId })
  await ask('task.suggest-leads', { planId })
  await ask('task.suggest-provisions', { planId })
  const { agencies } = await ask<{ agencies: readonly Agency[] }>('agency.list', {})
  await ask('task.given-to-agency', { planId, agencyId: agencies[1]?.id })
  const [member] = await ask<readonly { id: string }[]>('member.list', {})
  await ask('task.given-to-member', { planId, memberId: member?.id })
  await ask('deadline.read', { phrase: 'Quý II/2023', planYear: 2023 })
  await ask('party.read', { text: 'Sở Nội vụ; ai đó', planId })
  const another = await ask<Appendix>('appendix.create', { planId, title: 'Phụ lục hai' })
  const turned = await ask<Appendix>('appendix.update', { id: another.id, version: another.version, patch: { orientation: 'portrait' } })
  await ask('appendix.remove', { id: turned.id, version: turned.version })

  const round = await ask<DraftRound>('draft-round.save', { planId, name: null })
  await ask('draft-round.list', { planId })
  await ask('compare.choices', { planId })
  await ask('compare.run', { left: { planId, draftRoundId: round.id }, right: { planId, draftRoundId: null } })
  await ask('compare.save', { jobId, left: { planId, draftRoundId: round.id }, right: { planId, draftRoundId: null }, format: 'docx' })
  await ask('draft-round.restore', { id: round.id })
  const request = { planId, what: 'plan', agencyId: null, memberId: null, copy: 'paper', draftRoundId: null, unsaved: null }
  await ask('preview.render', { request, generation: 3, firstPage: 0, lastPage: 1 })
  const saved = await ask<{ file: string }>('export.save', { jobId, request, format: 'docx' })
  await ask('export.print', { jobId, request: { ...request, what: 'appendix' } })
  await ask('export.show-in-folder', { file: saved.file })
  expect(
    await answer(handlers, 'export.show-in-folder', { file: '\\\\server\\share\\x.docx' }, { emit: () => undefined }, () => undefined),
  ).toMatchObject({
    ok: false,
    code: 'file-not-found',
  })
  await ask('clipboard.copy', { planId, selection: { kind: 'tasks', ids: [first.id] } })

  expect(await ask('import.choose-plan', { jobId, year: 2024 })).toBeNull()
  expect(await ask('import.choose-appendix', { jobId, planId })).toBeNull()
  chosen = fixture('ke-hoach-cchc-2023.docx')
  await ask('import.choose-plan', { jobId, year: 2024 })
  const draft = await ask<PlanDraft>('import.read-plan-file', { jobId, path: fixture('ke-hoach-cchc-2023.txt'), year: 2024 })
  await ask('import.read-plan-text', {
    jobId,
    text: 'I. NHIỆM VỤ\n1. Cải cách thể chế\n- Rà soát văn bản.\n- Theo dõi thi hành pháp luật./.',
    html: null,
    year: 2024,
  })
  const taken = await ask<Plan>('import.accept-plan', { draft, year: 2024, createFields: true })
  chosen = fixture('phu-luc-2023.xlsx')
  const rows = await ask<AppendixFileDraft>('import.choose-appendix', { jobId, planId: taken.id })
  await ask('import.read-appendix-file', { jobId, planId: taken.id, path: fixture('phu-luc-2023.docx') })
  await ask('import.read-appendix-cells', {
    jobId,
    planId: taken.id,
    text: 'Nhiệm vụ\tCơ quan chủ trì\tThời hạn\nRà soát\tSở Nội vụ\tQuý I',
    html: null,
  })
  await ask('import.accept-appendix', { planId: taken.id, draft: rows, mode: 'add' })
  const empty = await ask<Plan>('plan.create', { year: 2025, subject: null, outline: 'usual' })
  await ask('plan.remove', { planId: empty.id, version: empty.version })

  await ask('plan.check-issue', { planId: taken.id })
  const submitted = await ask<Plan>('plan.set-status', { planId: taken.id, version: taken.version, status: 'submitted', reason: '' })
  const signed = await ask<Plan>('plan.set-status', {
    planId: taken.id,
    version: submitted.version,
    status: 'signed-awaiting-number',
    reason: '',
  })
  const { record } = await ask<{ record: DocumentRecord }>('plan.issue', {
    planId: taken.id,
    version: signed.version,
    number: '7',
    issuedOn: '2024-01-08',
    signerName: 'Người ký mẫu',
    acceptDuplicate: false,
  })
  chosen = join(folder, 'ký.pdf')
  await ask('document.list', {})
  await ask('document.attach-signed', { id: record.id, version: record.version })
  await ask('document.open-file', { id: record.id, which: 'signed' })
  await ask('plan.amend', { planId: taken.id })

  const next = await ask<Plan>('plan.clone', { fromPlanId: taken.id, toYear: 2025 })
  const inNext = { planId: next.id }
  const { items } = await ask<Output<'leftover.list'>>('leftover.list', inNext)
  const [year, citation] = [
    items.find(({ leftover }) => leftover.sure)?.leftover.key,
    items.find(({ leftover }) => leftover.kind === 'citation')?.leftover.key,
  ]
  await ask('leftover.keep', { ...inNext, keys: [citation], reason: '' })
  await ask('leftover.reopen', { ...inNext, keys: [citation] })
  expect(await ask('leftover.settle', { ...inNext, settle: [{ key: year, offer: 0 }] })).toEqual({ settled: 1 })
  const carried = await ask<Output<'carry-over.list'>>('carry-over.list', inNext)
  const row = carried.tasks[0]
  await ask('carry-over.mark-seen', { ...inNext, recordIds: [row?.wordingId], seen: true })
  await ask('task.close', { ids: [row?.fromId], closedOn: '2024-02-01', note: '' })
  await ask('task.closures', inNext)
  await ask('task.reopen', { ids: [row?.taskId] })
  await ask('carry-over.renew', { ids: [row?.wordingId] })
  await ask('task.remove-many', { ids: [row?.wordingId] })
  await ask('carry-over.bring-back', { ...inNext, fromIds: [row?.fromId] })

  const ours = (Object.keys(contract) as Channel[]).filter((channel) =>
    /^(?:plan|draft-round|document|task|leftover|carry-over|appendix|deadline|party|import|preview|export|clipboard)\./.test(channel),
  )
  await ask('window.leave', {})
  await ask('reminder.settings', {})
  await ask('reminder.choose', { notify: false, keepInTray: true })
  await ask('screen.print', { what: 'dashboard', year: 2023 })
  expect(ours.filter((channel) => !asked.has(channel))).toEqual([])
}, 300_000)
