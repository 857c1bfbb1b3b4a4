import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { plainText } from '#shared/domain/inline.ts'
import { undo } from '#main/services/history.ts'
import { readPhrases, removePhrases, savePhrases } from '#main/services/phrase.ts'
import { createPlan, describePlan } from '#main/services/plan.ts'
import { savePlanText } from '#main/services/plan-text.ts'
import {
  changePlanTemplate,
  createPlanTemplate,
  readPlanTemplates,
  removePlanTemplate,
  saveAsTemplate,
} from '#main/services/plan-template.ts'
import { createTasksFromPlan } from '#main/services/task-from-plan.ts'
import { readTasks } from '#main/services/task.ts'
import { exportTemplate, importTemplate } from '#main/services/template-file.ts'
import { homeAffairs, justice, openPlanWorkspace, planId } from '../../helpers/plan-workspace.ts'
import { aProvision } from '../../helpers/records.ts'
import { templateContent } from '../../helpers/shelf.ts'
import { snapshot } from '../../helpers/snapshot.ts'
import { anActor } from '../../helpers/workspace.ts'

const actor = anActor()
const text = [
  aProvision(1, 'opening', 'UBND tỉnh Mẫu ban hành Kế hoạch năm 2023 như sau:'),
  aProvision(2, 'section', 'Nhiệm vụ'),
  aProvision(3, 'heading', 'Cải cách thể chế'),
  aProvision(4, 'bullet', 'Sở Tư pháp rà soát văn bản, xong trong năm 2023.'),
  aProvision(5, 'closing', 'Yêu cầu các đơn vị thực hiện./.'),
]

async function openShelf() {
  const workspace = await openPlanWorkspace()
  await savePlanText(workspace.context, actor, { planId, provisions: text })
  await createTasksFromPlan(workspace.context, actor, { planId, provisionIds: null })
  return workspace
}

describe('a template', () => {
  test('saved from a plan makes next year’s: words filled, names marked, fresh ids, no task; the old plan is untouched', async () => {
    const { context } = await openShelf()
    const old = await describePlan(context, { planId })
    const template = await saveAsTemplate(context, actor, { planId, name: 'Khung năm', keeps: 'sentences' })
    const made = await createPlan(context, actor, { year: 2027, subject: null, outline: { templateId: template.id } })
    const { plan, provisions, appendices } = await describePlan(context, { planId: made.id })
    expect([plan.subject, plan.status, plan.recipients, plan.signature]).toEqual([
      'Cải cách hành chính tỉnh Mẫu năm 2027',
      'drafting',
      old.plan.recipients,
      old.plan.signature,
    ])
    expect(provisions.map(({ content }) => plainText(content))).toEqual(
      text.map(({ content }) => plainText(content).replaceAll('2023', '2027')),
    )
    expect(provisions[3]?.content[0]).toEqual({ kind: 'text', text: 'Sở Tư pháp', party: { kind: 'agency', agencyId: justice.id } })
    expect(appendices.map(({ title, columns }) => [title, columns.length])).toEqual([
      ['Các nhiệm vụ trọng tâm về cải cách hành chính năm 2027', old.appendices[0]?.columns.length],
    ])
    expect(await readTasks(context, { planId: made.id })).toEqual([])
    const oldIds = new Set<string>([...old.provisions, ...old.appendices].map(({ id }) => id))
    expect([...provisions, ...appendices].filter(({ id }) => oldIds.has(id))).toEqual([])
    expect(await describePlan(context, { planId })).toEqual(old)
  })

  test('a subject that a person types stands before the template’s', async () => {
    const { context } = await openShelf()
    const template = await saveAsTemplate(context, actor, { planId, name: 'Khung', keeps: 'headings' })
    const made = await createPlan(context, actor, { year: 2027, subject: 'Riêng', outline: { templateId: template.id } })
    expect(made.subject).toBe('Riêng')
  })

  test('of the usual skeleton makes what the usual skeleton makes', async () => {
    const { context } = await openShelf()
    const template = await createPlanTemplate(context, actor, { name: 'Khung' })
    const words = async (outline: 'usual' | { templateId: typeof template.id }) => {
      const plan = await createPlan(context, actor, { year: 2030, subject: null, outline })
      const { provisions, appendices } = await describePlan(context, { planId: plan.id })
      return [
        { ...plan, id: '' },
        provisions.map(({ kind, area, content }) => [kind, area, plainText(content)]),
        appendices.map(({ title, columns, orientation }) => [title, columns, orientation]),
      ]
    }
    expect(await words({ templateId: template.id })).toEqual(await words('usual'))
  })

  test('is edited, removed, and all of it taken back', async () => {
    const { context } = await openShelf()
    const template = await createPlanTemplate(context, actor, { name: 'Khung' })
    const before = await snapshot(context)
    const { version } = await changePlanTemplate(context, actor, {
      id: template.id,
      version: template.version,
      patch: { note: 'Quyết định', blocks: templateContent.blocks },
    })
    await removePlanTemplate(context, actor, { id: template.id, version })
    expect(await readPlanTemplates(context)).toEqual([])
    await undo(context, actor)
    await undo(context, actor)
    expect(await snapshot(context)).toEqual(before)
  })

  test('travels as a file without anything of the workspace, and comes in under a name of its own', async () => {
    const { context, folder } = await openShelf()
    const template = await saveAsTemplate(context, actor, { planId, name: 'Khung: 1/2', keeps: 'sentences' })
    const exported = await exportTemplate(context, { id: template.id }, (suggestion) => Promise.resolve(join(folder, suggestion)))
    expect(exported?.file).toBe(join(folder, 'Khung 1 2.cchc-khung'))
    expect(readFileSync(exported?.file ?? '', 'utf8')).not.toMatch(/0190|018f/)
    const { id: _id, version: _version, ...content } = template
    const imported = await importTemplate(context, actor, () => Promise.resolve(exported?.file ?? null))
    expect({ ...imported, id: '' }).toEqual({ ...content, name: 'Khung: 1/2 (2)', id: '', version: 1 })
    expect([
      await exportTemplate(context, { id: template.id }, () => Promise.resolve(null)),
      await importTemplate(context, actor, () => Promise.resolve(null)),
    ]).toEqual([null, null])
  })

  test.each([
    ['cut short', '{"kind":"cchc-plan-te'],
    ['of something else', '{"kind":"other"}'],
    ['of a newer program', JSON.stringify({ kind: 'cchc-plan-template', format: 2, template: templateContent })],
    [
      'with a block of no kind',
      JSON.stringify({
        kind: 'cchc-plan-template',
        format: 1,
        template: { ...templateContent, blocks: [{ area: 'body', kind: 'x', content: [] }] },
      }),
    ],
  ])('from a file %s is refused in words, and nothing is written', async (_what, words) => {
    const { context, folder } = await openShelf()
    const file = join(folder, 'a.cchc-khung')
    writeFileSync(file, words)
    const before = await snapshot(context)
    await expect(importTemplate(context, actor, () => Promise.resolve(file))).rejects.toMatchObject({ code: 'file-not-what-it-says' })
    await expect(importTemplate(context, actor, () => Promise.resolve(join(folder, 'none')))).rejects.toMatchObject({
      code: 'file-not-found',
    })
    expect(await snapshot(context)).toEqual(before)
  })
})

const phrase = (key: string, group: string) =>
  ({
    id: null,
    version: null,
    key,
    group,
    content: [{ kind: 'text', text: 'Sở Nội vụ', bold: true, party: { kind: 'agency', agencyId: homeAffairs.id } }],
  }) as const

describe('phrases', () => {
  test('are kept with their look, by group and key, without marks of one text; a save can be taken back', async () => {
    const { context } = await openShelf()
    const before = await snapshot(context)
    await savePhrases(context, actor, { phrases: [phrase(' b ', ''), phrase('đ', 'Ă'), phrase('a', 'Ă')] })
    const listed = await readPhrases(context)
    expect(listed.map(({ key, group, content }) => [key, group, content])).toEqual([
      ['a', 'Ă', [{ kind: 'text', text: 'Sở Nội vụ', bold: true }]],
      ['đ', 'Ă', [{ kind: 'text', text: 'Sở Nội vụ', bold: true }]],
      ['b', '', [{ kind: 'text', text: 'Sở Nội vụ', bold: true }]],
    ])
    const [first] = listed
    await savePhrases(context, actor, { phrases: [{ ...first!, key: 'mới' }] })
    await expect(savePhrases(context, actor, { phrases: [{ ...first!, key: 'cũ' }] })).rejects.toMatchObject({
      code: 'record-changed-meanwhile',
    })
    await removePhrases(context, actor, { ids: [first!.id] })
    for (let step = 0; step < 3; step += 1) await undo(context, actor)
    expect(await snapshot(context)).toEqual(before)
  })
})
