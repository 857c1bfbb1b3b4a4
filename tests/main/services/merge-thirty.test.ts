import { expect, test } from 'vitest'
import type { PlanId } from '#shared/domain/identifier.ts'
import { plainText } from '#shared/domain/inline.ts'
import { numberProvisions } from '#shared/domain/numbering.ts'
import type { ServiceContext } from '#main/services/context.ts'
import { mergeWord, type MergeReadings } from '#main/services/merge-word.ts'
import { undo } from '#main/services/history.ts'
import { summarisePlans } from '#main/services/plan.ts'
import { listProvisions } from '#main/store/repositories/provision.ts'
import { listTasks } from '#main/store/repositories/task.ts'
import { editParts, readBack, sendOut, told } from '../../helpers/returned-files.ts'
import { openSampleWorkspace } from '../../helpers/sample-workspace.ts'
import { makeThirtyChanges } from '../../helpers/thirty-changes.ts'

const withoutMarks = (xml: string): string => xml.replace(/<w:bookmark(?:Start|End)[^>]*\/>/g, '')

/** What a plan says and what its tasks point to, in words. */
async function wordsOf(context: ServiceContext, planId: PlanId) {
  const provisions = await listProvisions(context.db, planId)
  const numbers = numberProvisions(provisions)
  const tasks = await listTasks(context.db, planId)
  return {
    ids: provisions.map(({ id }) => id),
    text: provisions.map(({ content }, index) => `${numbers[index]?.label ?? ''} ${plainText(content)}`),
    notes: provisions.flatMap(({ content }) =>
      content.flatMap((inline) => (inline.kind === 'footnote' ? [[inline.id, plainText(inline.content)] as const] : [])),
    ),
    links: new Map(tasks.map(({ id, provisionIds }) => [id, provisionIds])),
    tasks: new Map(tasks.map((task) => [task.id, { ...task, version: 0, position: '' }])),
    rows: tasks.map(({ content }) => content),
  }
}

test('thirty changes made in LibreOffice come back as thirty differences and none else: plain, tracked, and with the marks stripped', async () => {
  const { context, actor, folder } = await openSampleWorkspace()
  const [summary] = await summarisePlans(context)
  if (summary === undefined) throw new Error('the sample has no plan')
  const planId = summary.plan.id
  const readings: MergeReadings = new Map()
  const sent = await sendOut(context, planId, folder)
  const stripped = editParts(sent, 'stripped.docx', { 'word/document.xml': withoutMarks, 'word/footnotes.xml': withoutMarks })
  const files = [
    { from: sent, to: `${folder}/back-plain.docx`, tracked: false },
    { from: sent, to: `${folder}/back-tracked.docx`, tracked: true },
    { from: stripped, to: `${folder}/back-stripped.docx`, tracked: false },
  ]
  await makeThirtyChanges(files)
  const before = await wordsOf(context, planId)
  for (const { to } of files) {
    const read = await readBack(context, readings, planId, to)
    expect([read.differences.length, read.remarks, read.base.kind]).toEqual([30, [], 'sent'])
    await expect(`${told(read).join('\n')}\n`).toMatchFileSnapshot('merge-thirty.txt')
    await mergeWord(context, actor, readings, { planId, readingId: read.id, differences: read.differences.map(({ id }) => id) })
    const after = await wordsOf(context, planId)
    await expect(`${[...after.text, ...after.rows].join('\n')}\n`).toMatchFileSnapshot('merge-thirty-merged.txt')
    // Every task points to the sentences it pointed to; where two were joined, to the one that has both: no link lost, none to a wrong one.
    const joined = read.differences.find(({ kind }) => kind === 'joined')?.place.provisionId
    const standing = new Set(after.ids)
    expect(before.ids.filter((id) => !standing.has(id)).length).toBe(2)
    for (const [id, sentences] of before.links)
      expect(after.links.get(id)).toEqual([...new Set(sentences.map((one) => (standing.has(one) ? one : joined)))])
    expect(after.notes.map(([id]) => id)).toEqual(before.notes.map(([id]) => id))
    expect([...after.tasks.keys()].toSorted()).toEqual([...before.tasks.keys()].toSorted())
    expect(told(await readBack(context, readings, planId, to))).toEqual([])
    await undo(context, actor)
    expect(await wordsOf(context, planId)).toEqual(before)
  }
})
