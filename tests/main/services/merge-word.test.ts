import { expect, test } from 'vitest'
import { plainText } from '#shared/domain/inline.ts'
import { mergeWord, type MergeReadings } from '#main/services/merge-word.ts'
import { summarisePlans } from '#main/services/plan.ts'
import { listProvisions } from '#main/store/repositories/provision.ts'
import { listTasks } from '#main/store/repositories/task.ts'
import { editParts, readBack, savedByLibreOffice, sendOut, told } from '../../helpers/returned-files.ts'
import { openSampleWorkspace } from '../../helpers/sample-workspace.ts'

async function openPlan() {
  const session = await openSampleWorkspace()
  const [summary] = await summarisePlans(session.context)
  if (summary === undefined) throw new Error('the sample has no plan')
  return { ...session, planId: summary.plan.id, readings: new Map() as MergeReadings }
}

test('a file that nobody edited differs in nothing, even when LibreOffice saved it', async () => {
  const { context, planId, readings, folder } = await openPlan()
  const sent = await sendOut(context, planId, folder)
  const read = await readBack(context, readings, planId, sent)
  expect([read.base.kind, told(read), read.remarks]).toEqual(['sent', [], []])
  const again = await readBack(context, readings, planId, savedByLibreOffice(sent))
  expect([again.base.kind, told(again), again.remarks]).toEqual(['sent', [], []])
})

test('a sentence edited in Word is one difference; taken in, it keeps its tasks and the file differs in nothing more', async () => {
  const { context, actor, planId, readings, folder } = await openPlan()
  const before = await listProvisions(context.db, planId)
  const tasks = await listTasks(context.db, planId)
  const sentence = before.find(({ content }) => plainText(content).includes('tiến hành động bộ'))
  const sent = await sendOut(context, planId, folder)
  const edited = editParts(sent, 'edited.docx', { 'word/document.xml': (xml) => xml.replace('tiến hành động bộ', 'tiến hành đồng bộ') })
  const read = await readBack(context, readings, planId, edited)
  expect(read.differences.map(({ id }) => id)).toEqual([`edited:${sentence?.id}`])
  await mergeWord(context, actor, readings, { planId, readingId: read.id, differences: read.differences.map(({ id }) => id) })
  const after = await listProvisions(context.db, planId)
  expect(after.map(({ id, content }) => [id, plainText(content)])).toEqual(
    before.map(({ id, content }) => [id, plainText(content).replace('tiến hành động bộ', 'tiến hành đồng bộ')]),
  )
  expect((await listTasks(context.db, planId)).map(({ id, provisionIds }) => [id, provisionIds])).toEqual(
    tasks.map(({ id, provisionIds }) => [id, provisionIds]),
  )
  expect(told(await readBack(context, readings, planId, edited))).toEqual([])
})
