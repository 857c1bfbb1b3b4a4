import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { PlanId } from '#shared/domain/identifier.ts'
import { plainText } from '#shared/domain/inline.ts'
import { checkDocx } from '#main/documents/check-docx.ts'
import type { ServiceContext } from '#main/services/context.ts'
import { saveDraftRound } from '#main/services/draft-round.ts'
import { undo } from '#main/services/history.ts'
import { mergeWord, readReturnedFile, type MergeReadings } from '#main/services/merge-word.ts'
import { savePlanText } from '#main/services/plan-text.ts'
import { createPlan, summarisePlans } from '#main/services/plan.ts'
import { listAppendices } from '#main/store/repositories/appendix.ts'
import { listProvisions } from '#main/store/repositories/provision.ts'
import { listTasks } from '#main/store/repositories/task.ts'
import { editParts, readBack, savedByLibreOffice, sendOut, told, unattended } from '../../helpers/returned-files.ts'
import { openSampleWorkspace } from '../../helpers/sample-workspace.ts'

async function openPlan() {
  const session = await openSampleWorkspace()
  const [summary] = await summarisePlans(session.context)
  if (summary === undefined) throw new Error('the sample has no plan')
  return { ...session, planId: summary.plan.id, readings: new Map() as MergeReadings }
}

/** All that merging may touch, versions aside. */
async function everything(context: ServiceContext, planId: PlanId) {
  const provisions = await listProvisions(context.db, planId)
  return {
    provisions: provisions.map((one) => ({ ...one, version: 0 })),
    notes: provisions.flatMap(({ content }) =>
      content.flatMap((inline) => (inline.kind === 'footnote' ? [{ id: inline.id, text: plainText(inline.content) }] : [])),
    ),
    tasks: (await listTasks(context.db, planId)).map((one) => ({ ...one, version: 0 })),
    appendices: (await listAppendices(context.db, planId)).map((one) => ({ ...one, version: 0 })),
  }
}

test('a file that nobody edited differs in nothing, even when LibreOffice saved it', async () => {
  const { context, planId, readings, folder } = await openPlan()
  const sent = await sendOut(context, planId, folder)
  const read = await readBack(context, readings, planId, sent)
  expect([read.base.kind, told(read), read.remarks]).toEqual(['sent', [], []])
  const again = await readBack(context, readings, planId, savedByLibreOffice(sent))
  expect([again.base.kind, told(again), again.remarks]).toEqual(['sent', [], []])
})

test('a file that was cut off half-way says so before its removals are taken; one whose last sentence is gone does not', async () => {
  const { context, planId, readings, folder } = await openPlan()
  const sent = await sendOut(context, planId, folder)
  const withoutFrom = (words: string, name: string): string =>
    editParts(sent, name, {
      'word/document.xml': (xml) => {
        const start = xml.lastIndexOf('<w:p>', xml.indexOf(words))
        const end = xml.lastIndexOf('<w:tbl>', xml.indexOf('Nơi nhận'))
        return xml.slice(0, start) + xml.slice(end)
      },
    })
  const half = await readBack(context, readings, planId, withoutFrom('Cải cách tổ chức bộ máy hành chính', 'half.docx'))
  expect(half.remarks).toEqual([{ code: 'end-missing', text: 'Cải cách tổ chức bộ máy hành chính' }])
  const nearly = await readBack(context, readings, planId, withoutFrom('nghiêm túc triển khai thực hiện./.', 'nearly.docx'))
  expect(nearly.remarks).toEqual([])
})

test('what a file is made of is kept once, and the file that says so has the same bytes each time and no fault of form by it', async () => {
  const { context, planId, folder } = await openPlan()
  const first = readFileSync(await sendOut(context, planId, folder))
  const second = readFileSync(await sendOut(context, planId, folder))
  expect(first.equals(second)).toBe(true)
  expect(strFromU8(unzipSync(first)['docProps/custom.xml'] ?? new Uint8Array())).toContain(`<vt:lpwstr>${planId}</vt:lpwstr>`)
  expect(await context.db.selectFrom('sent_version').select('plan_id').execute()).toEqual([{ plan_id: planId }])
  expect(checkDocx(first, { file: 'a.docx', copy: 'electronic' }).filter(({ rule }) => rule.startsWith('T'))).toEqual([])
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

test('a footnote, a lead, a new row and a new table come in as records, and everything goes back with one undo', async () => {
  const { context, actor, planId, readings, folder } = await openPlan()
  const before = await everything(context, planId)
  const sent = await sendOut(context, planId, folder)
  const extra =
    '<w:p><w:r><w:t>Phụ lục II</w:t></w:r></w:p><w:tbl>' +
    [
      ['STT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời hạn'],
      ['1', 'Trang bị máy quét cho bộ phận một cửa cấp xã', 'Sở Tài chính', 'Quý II/2023'],
    ]
      .map((cells) => `<w:tr>${cells.map((words) => `<w:tc><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:tc>`).join('')}</w:tr>`)
      .join('') +
    '</w:tbl>'
  const edited = editParts(sent, 'edited.docx', {
    'word/document.xml': (xml) => {
      const row = /<w:tr>(?:(?!<w:tr>).)*Kiểm tra công tác CCHC năm 2023.*?<\/w:tr>/s.exec(xml)?.[0] ?? ''
      const fresh = row
        .replace(/<w:bookmark(?:Start|End)[^>]*\/>/g, '')
        .replace('Kiểm tra công tác CCHC năm 2023', 'Sơ kết phong trào thi đua')
        .replace('Sở Nội vụ', 'Văn phòng UBND tỉnh')
      return xml
        .replace(row, row + fresh)
        .replace('Đài Phát thanh và Truyền hình tỉnh; Báo Lạng Sơn; Cổng Thông tin điện tử tỉnh', 'Sở Thông tin và Truyền thông')
        .replace(/(<w:sectPr[ >](?:(?!<w:sectPr).)*<\/w:sectPr><\/w:body>)/s, `${extra}$1`)
    },
    'word/footnotes.xml': (xml) => xml.replace('Kế hoạch số 157/KH-UBND', 'Kế hoạch số 158/KH-UBND'),
  })
  const read = await readBack(context, readings, planId, edited)
  expect(read.differences.map(({ kind, place }) => `${kind} ${place.what}`)).toEqual([
    'edited footnote',
    'cell row',
    'row-added row',
    'table-added table',
  ])
  await mergeWord(context, actor, readings, { planId, readingId: read.id, differences: read.differences.map(({ id }) => id) })
  const after = await everything(context, planId)
  expect(after.notes.map(({ id }) => id)).toEqual(before.notes.map(({ id }) => id))
  expect(after.notes.filter(({ text }) => text.includes('158/KH-UBND'))).toHaveLength(1)
  const lead = after.tasks.find(({ content }) => content.startsWith('Xây dựng chuyên trang'))
  expect(lead?.leads.map(({ kind }) => kind)).toEqual(['agency'])
  const inOrder = (wanted: string): number => after.tasks.findIndex(({ content }) => content.startsWith(wanted))
  expect(inOrder('Sơ kết phong trào')).toBe(inOrder('Kiểm tra công tác CCHC năm 2023') + 1)
  expect(after.tasks[inOrder('Sơ kết phong trào')]?.fieldId).toBe(lead?.fieldId)
  expect(after.appendices).toHaveLength(2)
  expect(
    after.tasks.filter(({ appendixId }) => appendixId === after.appendices[1]?.id).map(({ deadline }) => deadline.milestones.length),
  ).toEqual([1])
  expect(told(await readBack(context, readings, planId, edited))).toEqual([])
  await undo(context, actor)
  expect(await everything(context, planId)).toEqual(before)
})

test('what was not chosen stays: a move that was left, beside an added sentence that was taken', async () => {
  const { context, actor, planId, readings, folder } = await openPlan()
  const texts = async () => (await listProvisions(context.db, planId)).map(({ content }) => plainText(content).slice(0, 30))
  const before = await texts()
  const edited = editParts(await sendOut(context, planId, folder), 'edited.docx', {
    'word/document.xml': (xml) => {
      const paragraph = (words: string) => new RegExp(`<w:p>(?:(?!<w:p>).)*${words}.*?</w:p>`, 's').exec(xml)?.[0] ?? ''
      const moved = paragraph('Tổ chức nghiên cứu, học tập kinh nghiệm')
      const target = paragraph('Tăng cường công tác thông tin, tuyên truyền')
      return xml.replace(moved, '').replace(target, `${moved}<w:p><w:r><w:t>- Câu mới đứng sau câu đã chuyển.</w:t></w:r></w:p>${target}`)
    },
  })
  const read = await readBack(context, readings, planId, edited)
  expect(read.differences.map(({ kind }) => kind)).toEqual(['added', 'moved'])
  await mergeWord(context, actor, readings, {
    planId,
    readingId: read.id,
    differences: read.differences.filter(({ kind }) => kind === 'added').map(({ id }) => id),
  })
  const at = before.findIndex((text) => text.startsWith('Tăng cường công tác thông tin'))
  expect(await texts()).toEqual(before.toSpliced(at, 0, 'Câu mới đứng sau câu đã chuyển'))
  expect((await readBack(context, readings, planId, edited)).differences.map(({ kind }) => kind)).toEqual(['moved'])
})

test('a draft that changed after the file was read is not written over: the file is read again', async () => {
  const { context, actor, planId, readings, folder } = await openPlan()
  const edited = editParts(await sendOut(context, planId, folder), 'edited.docx', {
    'word/document.xml': (xml) => xml.replace('tiến hành động bộ', 'tiến hành đồng bộ'),
  })
  const read = await readBack(context, readings, planId, edited)
  const provisions = await listProvisions(context.db, planId)
  await savePlanText(context, actor, { planId, provisions: provisions.slice(0, -1) })
  const taken = { planId, readingId: read.id, differences: read.differences.map(({ id }) => id) }
  await expect(mergeWord(context, actor, readings, taken)).rejects.toMatchObject({ code: 'merge-read-again' })
  const again = await readBack(context, readings, planId, edited)
  await mergeWord(context, actor, readings, { ...taken, readingId: again.id })
  expect((await listProvisions(context.db, planId)).length).toBe(provisions.length - 1)
})

test('a file of an older round is compared with that round; one that lost its properties with the draft, or with the round a person names', async () => {
  const { context, actor, planId, readings, folder } = await openPlan()
  const round = await saveDraftRound(context, actor, { planId, name: null })
  const sent = await sendOut(context, planId, folder, 'plan', round.id)
  const reword = async (from: string, to: string): Promise<void> => {
    const provisions = await listProvisions(context.db, planId)
    await savePlanText(context, actor, {
      planId,
      provisions: provisions.map((one) => ({
        ...one,
        content: one.content.map((inline) => (inline.kind === 'text' ? { ...inline, text: inline.text.replace(from, to) } : inline)),
      })),
    })
  }
  await reword('phấn đấu giữ vững xếp hạng', 'phấn đấu giữ vững thứ hạng')
  const edit = { 'word/document.xml': (xml: string) => xml.replace('tiến hành động bộ', 'tiến hành đồng bộ') }
  const known = await readBack(context, readings, planId, editParts(sent, 'a.docx', edit))
  expect([known.base.kind, known.differences.map(({ kind, conflict }) => [kind, conflict])]).toEqual(['sent', [['edited', false]]])
  const lost = editParts(sent, 'b.docx', {
    ...edit,
    'docProps/custom.xml': () => '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
  })
  const unknown = await readBack(context, readings, planId, lost)
  // Nobody can tell who changed the second sentence: the draft's own edit shows as one of the file's.
  expect([unknown.base.kind, unknown.differences.length]).toEqual(['none', 2])
  const named = await readReturnedFile(context, readings, { planId, path: lost, base: round.id }, unattended)
  expect([named.base, named.differences.length]).toEqual([{ kind: 'round', name: round.name }, 1])
})

test('a file of another plan is refused', async () => {
  const { context, actor, planId, readings, folder } = await openPlan()
  const other = await createPlan(context, actor, { year: 2024, subject: null, outline: 'usual' })
  const file = await sendOut(context, other.id, folder)
  await expect(readBack(context, readings, planId, file)).rejects.toMatchObject({ code: 'returned-file-of-other-plan' })
})
