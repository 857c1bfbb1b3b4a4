import { describe, expect, test } from 'vitest'
import type { ListedLeftover } from '#shared/domain/carry-over.ts'
import type { PlanId } from '#shared/domain/identifier.ts'
import { plainText } from '#shared/domain/inline.ts'
import type { Plan } from '#shared/domain/plan.ts'
import { amendPlan } from '#main/services/amendment.ts'
import { bringBackTasks, markCarriedSeen, readCarryOver, renewTasks } from '#main/services/carry-over.ts'
import type { ServiceContext } from '#main/services/context.ts'
import { undo } from '#main/services/history.ts'
import { checkIssue, issuePlan } from '#main/services/issue.ts'
import { settleLeftovers } from '#main/services/leftover-settle.ts'
import { keepLeftovers, readLeftovers, reopenLeftovers } from '#main/services/leftover.ts'
import { clonePlan } from '#main/services/new-year.ts'
import { describePlan, movePlan, removePlan, summarisePlans } from '#main/services/plan.ts'
import { savePlanText } from '#main/services/plan-text.ts'
import { closeTasks, reopenTasks } from '#main/services/task-closure.ts'
import { readTasks, removeTasks } from '#main/services/task.ts'
import { listChanges } from '#main/store/repositories/change.ts'
import { openSampleWorkspace } from '../../helpers/sample-workspace.ts'
import { snapshot } from '../../helpers/snapshot.ts'

type Sample = Awaited<ReturnType<typeof openSampleWorkspace>>

async function samplePlanOf({ context }: Sample): Promise<Plan> {
  const [summary] = await summarisePlans(context)
  if (summary === undefined) throw new Error('no sample')
  return summary.plan
}

async function clonedTo(toYear: number): Promise<Sample & { readonly old: Plan; readonly plan: Plan }> {
  const workspace = await openSampleWorkspace()
  const old = await samplePlanOf(workspace)
  const plan = await clonePlan(workspace.context, workspace.actor, { fromPlanId: old.id, toYear })
  return { ...workspace, old, plan }
}

const itemsOf = async (context: ServiceContext, planId: PlanId): Promise<readonly ListedLeftover[]> =>
  (await readLeftovers(context, { planId })).items

function countOf(items: readonly ListedLeftover[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { leftover, state } of items) counts[`${leftover.kind} ${state}`] = (counts[`${leftover.kind} ${state}`] ?? 0) + 1
  return counts
}

function verdictsOf(list: readonly { readonly verdict: string }[]): unknown {
  return Object.fromEntries([...Map.groupBy(list, ({ verdict }) => verdict)].map(([verdict, own]) => [verdict, own.length]))
}

describe('a plan for 2024 from that of 2023', () => {
  test('is a draft with the words and the tasks of the old one, under the new year, and one undo takes it away whole', async () => {
    const workspace = await openSampleWorkspace()
    const { context, actor } = workspace
    const old = await samplePlanOf(workspace)
    const before = await snapshot(context)
    const plan = await clonePlan(context, actor, { fromPlanId: old.id, toYear: 2024 })
    expect(plan).toMatchObject({
      year: 2024,
      status: 'drafting',
      subject: 'Cải cách hành chính tỉnh Lạng Sơn năm 2024',
      agenciesAsOf: '2024-01-01',
      replacesPlanId: null,
    })
    const [was, is] = [await describePlan(context, { planId: old.id }), await describePlan(context, { planId: plan.id })]
    expect(is.provisions.map(({ kind, content }) => [kind, plainText(content)])).toEqual(
      was.provisions.map(({ kind, content }) => [kind, plainText(content)]),
    )
    expect(is.appendices.map(({ title }) => title)).toEqual(['CÁC NHIỆM VỤ TRỌNG TÂM VỀ CẢI CÁCH HÀNH CHÍNH NĂM 2024'])
    const ids = async (planId: PlanId): Promise<readonly string[]> => (await readTasks(context, { planId })).map(({ taskId }) => taskId)
    expect(await ids(plan.id)).toEqual(await ids(old.id))
    expect((await readTasks(context, { planId: plan.id })).every(({ provisionIds }) => provisionIds.length === 1)).toBe(true)
    await undo(context, actor)
    expect(await snapshot(context)).toEqual(before)
  })

  test('lists the 10 places of 2023 in its text and the 25 documents it cites', async () => {
    const { context, plan } = await clonedTo(2024)
    expect(countOf(await itemsOf(context, plan.id))).toEqual({
      'year open': 10,
      'task-year open': 8,
      'deadline open': 28,
      'citation open': 25,
      'signer open': 1,
    })
  })

  test('ticks a place by itself when its words are typed over, and shows words that are pasted in later', async () => {
    const { context, actor, plan } = await clonedTo(2024)
    const { provisions } = await describePlan(context, { planId: plan.id })
    await savePlanText(context, actor, {
      planId: plan.id,
      provisions: provisions.map(({ id, area, kind, content }, index) => ({
        id,
        area,
        kind,
        content: content.map((inline, at) =>
          inline.kind !== 'text'
            ? inline
            : {
                ...inline,
                text:
                  index === 3 && at === content.length - 1
                    ? `${inline.text} Tổng kết năm 2023.`
                    : inline.text.replace('trong năm 2023', 'trong năm 2024'),
              },
        ),
      })),
    })
    const items = await itemsOf(context, plan.id)
    expect(countOf(items)).toMatchObject({ 'year open': 10, 'year done': 1 })
    expect(items.filter(({ late }) => late).map(({ leftover }) => `${leftover.before}${leftover.match}`)).toEqual([
      expect.stringContaining('Tổng kết năm 2023'),
    ])
  })

  test('takes the offered words where they are sure, as one command that undo takes back', async () => {
    const { context, actor, plan } = await clonedTo(2024)
    const before = await snapshot(context)
    const sure = (await itemsOf(context, plan.id))
      .filter(({ leftover }) => leftover.sure)
      .map(({ leftover }) => ({ key: leftover.key, offer: 0 }))
    expect(await settleLeftovers(context, actor, { planId: plan.id, settle: sure })).toEqual({ settled: 8 + 7 + 27 })
    expect(countOf(await itemsOf(context, plan.id))).toMatchObject({
      'year done': 8,
      'year open': 2,
      'task-year done': 7,
      'deadline done': 27,
      'citation open': 25,
    })
    const [first] = await readTasks(context, { planId: plan.id })
    expect([first?.content, first?.deadline.phrase, first?.deadline.milestones[0]?.due]).toEqual([
      'Ban hành Kế hoạch CCHC năm 2024 của cơ quan, đơn vị, địa phương',
      'Trước ngày 15/01/2024',
      '2024-01-15',
    ])
    await undo(context, actor)
    expect(await snapshot(context)).toEqual(before)
  })

  test('keeps a red place only with a reason, which is kept and in the log, and can be looked at again', async () => {
    const { context, actor, plan } = await clonedTo(2024)
    const key = (await itemsOf(context, plan.id)).find(({ leftover }) => leftover.reason.why === 'cited-title')?.leftover.key ?? ''
    await expect(keepLeftovers(context, actor, { planId: plan.id, keys: [key], reason: ' ' })).rejects.toMatchObject({
      code: 'reason-missing',
    })
    await keepLeftovers(context, actor, { planId: plan.id, keys: [key], reason: 'Tên văn bản được viện dẫn' })
    const kept = (await itemsOf(context, plan.id)).find(({ leftover }) => leftover.key === key)
    expect([kept?.state, kept?.reason]).toEqual(['kept', 'Tên văn bản được viện dẫn'])
    expect((await listChanges(context.db, null, 1))[0]).toMatchObject({ command: 'leftover.keep', note: 'Tên văn bản được viện dẫn' })
    await reopenLeftovers(context, actor, { planId: plan.id, keys: [key] })
    expect((await itemsOf(context, plan.id)).find(({ leftover }) => leftover.key === key)?.state).toBe('open')
  })

  test('cannot be issued while red places stand, unless a reason is given, which the log keeps', async () => {
    const { context, actor, plan } = await clonedTo(2024)
    let version = plan.version
    for (const status of ['submitted', 'signed-awaiting-number'] as const)
      version = (await movePlan(context, actor, { planId: plan.id, version, status, reason: '' })).version
    const problems = (await checkIssue(context, { planId: plan.id })).problems.filter(({ code }) => code.startsWith('leftover-'))
    expect(problems.filter(({ blocking }) => blocking).length).toBe(44)
    const issue = { planId: plan.id, version, number: '12', issuedOn: '2023-12-28', signerName: 'Người ký (mẫu)', acceptDuplicate: false }
    await expect(issuePlan(context, actor, issue)).rejects.toMatchObject({ code: 'leftovers-open', details: { count: 44 } })
    const { plan: issued } = await issuePlan(context, actor, { ...issue, leftoverReason: 'Bản chạy thử' })
    expect(issued.status).toBe('issued')
    expect((await listChanges(context.db, null, 1))[0]).toMatchObject({ command: 'plan.issue', note: 'Bản chạy thử' })
  })

  test('must be later than the old one, which then cannot be removed', async () => {
    const { context, actor, old, plan } = await clonedTo(2024)
    await expect(clonePlan(context, actor, { fromPlanId: old.id, toYear: 2023 })).rejects.toMatchObject({ code: 'clone-year-not-later' })
    await expect(removePlan(context, actor, { planId: old.id, version: old.version })).rejects.toMatchObject({
      code: 'record-in-use',
      details: { usedBy: 'kế hoạch năm 2024' },
    })
    await removePlan(context, actor, { planId: plan.id, version: plan.version })
    await removePlan(context, actor, { planId: old.id, version: old.version })
    expect(await summarisePlans(context)).toEqual([])
  })
})

describe('what became of the old plan', () => {
  test('every sentence and task is kept, changed, dropped or new, with the years a task was worded in', async () => {
    const { context, actor, old, plan } = await clonedTo(2024)
    const { provisions } = await describePlan(context, { planId: plan.id })
    const bullets = provisions.filter(({ kind }) => kind === 'bullet')
    const contents = provisions.map(({ id, area, kind, content }) => ({ id, area, kind, content }))
    await savePlanText(context, actor, {
      planId: plan.id,
      provisions: [
        ...contents
          .filter(({ id }) => id !== bullets[1]?.id)
          .map((block) => (block.id === bullets[2]?.id ? { ...block, content: [{ kind: 'text' as const, text: 'Câu đã sửa.' }] } : block)),
        { ...contents[0]!, id: context.newId(), kind: 'bullet', content: [{ kind: 'text', text: 'Câu mới.' }] },
      ],
    })
    const [dropped] = await readTasks(context, { planId: plan.id })
    await removeTasks(context, actor, { ids: [dropped!.id] })
    const { sentences, tasks, previous } = await readCarryOver(context, { planId: plan.id })
    expect(previous?.year).toBe(2023)
    expect([verdictsOf(sentences), verdictsOf(tasks)]).toEqual([
      { kept: provisions.length - 2, changed: 1, dropped: 1, new: 1 },
      { kept: 43, dropped: 1 },
    ])
    expect(tasks[0]).toMatchObject({ verdict: 'dropped', wordingId: null, history: [{ planId: old.id, year: 2023 }] })
    await bringBackTasks(context, actor, { planId: plan.id, fromIds: [tasks[0]!.fromId!] })
    expect(verdictsOf((await readCarryOver(context, { planId: plan.id })).tasks)).toEqual({ kept: 44 })
  })

  test('what a task asks follows its deadline and whether it was closed', async () => {
    const { context, actor, old, plan } = await clonedTo(2024)
    const [first] = await readTasks(context, { planId: old.id })
    await closeTasks(context, actor, { ids: [first!.id], closedOn: '2023-01-20', note: 'Đã ban hành' })
    const asked = async (): Promise<Readonly<Record<string, number>>> => {
      const { tasks } = await readCarryOver(context, { planId: plan.id })
      return Object.fromEntries([...Map.groupBy(tasks, ({ question }) => question)].map(([question, own]) => [question, own.length]))
    }
    // "Năm 2023 và trước 30/01/2024" still runs in 2024; "Theo chương trình công tác năm 2023" names no day.
    expect(await asked()).toMatchObject({ closed: 1 })
    const leftover = (await itemsOf(context, plan.id)).find(({ leftover: one }) => one.kind === 'finished-task')
    expect([leftover?.leftover.match, leftover?.late]).toEqual([first?.content, true])
    // Done again this year from its beginning: the old task stays closed, the new row is another.
    const row = (await readTasks(context, { planId: plan.id })).find(({ taskId }) => taskId === first?.taskId)
    await renewTasks(context, actor, { ids: [row!.id] })
    expect((await itemsOf(context, plan.id)).some(({ leftover: one }) => one.kind === 'finished-task')).toBe(false)
    const renewed = (await readCarryOver(context, { planId: plan.id })).tasks.find(({ wordingId }) => wordingId === row?.id)
    expect(renewed).toMatchObject({ sameTask: false, verdict: 'kept', question: 'closed' })
    await reopenTasks(context, actor, { ids: [first!.taskId] })
    expect(await asked()).not.toHaveProperty('closed')
  })

  test('a person marks what was looked at', async () => {
    const { context, actor, plan } = await clonedTo(2024)
    const { provisions } = await describePlan(context, { planId: plan.id })
    await markCarriedSeen(context, actor, { planId: plan.id, recordIds: [provisions[0]!.id, provisions[1]!.id], seen: true })
    expect((await readCarryOver(context, { planId: plan.id })).sentences.filter(({ seen }) => seen).length).toBe(2)
  })
})

describe('after the reorganisation of 2025', () => {
  test('a plan for 2026 tells every body that is gone with its successor, and takes them all in one command', async () => {
    const { context, actor, plan } = await clonedTo(2026)
    const bodies = (await itemsOf(context, plan.id)).filter(({ leftover }) => leftover.kind === 'agency')
    const told = new Set(
      bodies.map(({ leftover }) => `${leftover.match} → ${leftover.offers.map((offer) => ('words' in offer ? offer.words : '')).join()}`),
    )
    expect(told).toEqual(
      new Set([
        'Sở Nội vụ → Sở Nội vụ',
        'Sở Tài chính → Sở Tài chính',
        'Sở Khoa học và Công nghệ → Sở Khoa học và Công nghệ',
        'Sở Thông tin và Truyền thông → Sở Khoa học và Công nghệ',
        'Sở Kế hoạch và Đầu tư → Sở Tài chính',
        'UBND các huyện, thành phố → UBND các xã, phường',
        'UBND cấp huyện → UBND cấp xã',
        'UBND các xã, phường, thị trấn → UBND các xã, phường',
      ]),
    )
    await settleLeftovers(context, actor, { planId: plan.id, settle: bodies.map(({ leftover }) => ({ key: leftover.key, offer: 0 })) })
    expect((await itemsOf(context, plan.id)).filter(({ leftover, state }) => leftover.kind === 'agency' && state === 'open')).toEqual([])
    // Two offices that became one are named once, and one that leads does not help itself.
    for (const task of await readTasks(context, { planId: plan.id })) {
      const named = [...task.leads, ...task.coordinating].map((party) => JSON.stringify(party))
      expect(new Set(named).size).toBe(named.length)
    }
  })

  test('a plan of 2025 replaced inside its year asks for the bodies of that day; the tasks live on', async () => {
    const workspace = await openSampleWorkspace()
    const { context, actor } = workspace
    const sample = await samplePlanOf(workspace)
    const draft = await clonePlan(context, actor, { fromPlanId: sample.id, toYear: 2025 })
    let version = draft.version
    for (const status of ['submitted', 'signed-awaiting-number'] as const)
      version = (await movePlan(context, actor, { planId: draft.id, version, status, reason: '' })).version
    const issue = { planId: draft.id, version, number: '9', issuedOn: '2025-01-10', signerName: 'Người ký (mẫu)', acceptDuplicate: false }
    await issuePlan(context, actor, { ...issue, leftoverReason: 'Bản chạy thử' })
    const inJuly: ServiceContext = { ...context, db: context.db, now: () => new Date('2025-07-14T02:00:00.000Z') }
    const replacing = await amendPlan(inJuly, actor, { planId: draft.id })
    expect([replacing.agenciesAsOf, replacing.replacesPlanId]).toEqual(['2025-07-14', draft.id])
    const items = await itemsOf(context, replacing.id)
    expect(new Set(items.map(({ leftover }) => leftover.kind))).toEqual(new Set(['agency', 'citation']))
    expect(items.filter(({ leftover }) => leftover.match === 'UBND các huyện, thành phố').length).toBeGreaterThan(20)
    const taskIds = async (planId: PlanId): Promise<readonly string[]> => (await readTasks(context, { planId })).map(({ taskId }) => taskId)
    expect(await taskIds(replacing.id)).toEqual(await taskIds(sample.id))
  })
})
