import { expect, test } from 'vitest'
import { CitedDocumentFacts } from '#shared/domain/cited-document.ts'
import type { FootnoteId, PlanId, ProvisionId } from '#shared/domain/identifier.ts'
import type { Inline } from '#shared/domain/inline.ts'
import { plainText } from '#shared/domain/inline.ts'
import { fixCitations, writeLegalBases } from '#main/services/citation-fix.ts'
import { previewCitedDocuments } from '#main/services/citation-paste.ts'
import { checkPlanCitations, countCitations, findCitedPlaces } from '#main/services/citation-places.ts'
import { createCitedDocuments, readCitedDocuments, removeCitedDocument, saveCitedDocument } from '#main/services/citation.ts'
import { redo, undo } from '#main/services/history.ts'
import { checkIssue } from '#main/services/issue.ts'
import { describePlan } from '#main/services/plan.ts'
import { savePlanText } from '#main/services/plan-text.ts'
import { createAppendix } from '#main/services/appendix.ts'
import { createTask, readTasks } from '#main/services/task.ts'
import { listChanges } from '../../helpers/change-log.ts'
import { openPlanWorkspace, planId } from '../../helpers/plan-workspace.ts'
import { aProvision, id } from '../../helpers/records.ts'
import { openSampleWorkspace } from '../../helpers/sample-workspace.ts'
import { snapshot } from '../../helpers/snapshot.ts'
import { anActor } from '../../helpers/workspace.ts'

const actor = anActor()

function facts(patch: Partial<CitedDocumentFacts>): CitedDocumentFacts {
  return CitedDocumentFacts.parse({
    type: 'Nghị quyết',
    symbol: '76/NQ-CP',
    issuedOn: '2021-07-15',
    issuer: 'Chính phủ',
    title: 'về việc ban hành Chương trình tổng thể',
    validFrom: null,
    expiredFrom: null,
    replacedByIds: [],
    note: '',
    checkedOn: null,
    ...patch,
  })
}

test('the sample brings its 25 documents, as its own text names them and never looked up', async () => {
  const { context } = await openSampleWorkspace()
  const documents = await readCitedDocuments(context)
  expect(documents.map(({ symbol }) => symbol).toSorted()).toHaveLength(25)
  expect(documents.filter(({ checkedOn, validFrom, expiredFrom }) => checkedOn ?? validFrom ?? expiredFrom)).toEqual([])
  expect(documents.find(({ symbol }) => symbol === '15/2022/NQ-HĐND')).toMatchObject({
    type: 'Nghị quyết',
    issuedOn: '2022-07-13',
    issuer: 'HĐND tỉnh',
  })
  const { counts, unregistered } = await countCitations(context)
  expect([counts.length, counts.every(({ places }) => places > 0), unregistered]).toEqual([25, true, []])
})

test('before the plan is issued its slips of citation are one reminder, which stops nothing', async () => {
  const { context } = await openSampleWorkspace()
  const sample = await context.db.selectFrom('plan').select('id').executeTakeFirstOrThrow()
  const { problems } = await checkIssue(context, { planId: sample.id as PlanId })
  expect(problems.filter(({ code }) => code === 'citations').map(({ blocking, text }) => [blocking, text])).toEqual([
    [false, '2 chỗ viện dẫn cần sửa: xem ô “Viện dẫn” cạnh nội dung kế hoạch.'],
  ])
})

test('every place that cites a document is told, sentence, footnote and row', async () => {
  const { context } = await openSampleWorkspace()
  const documents = await readCitedDocuments(context)
  const placesOf = async (symbol: string) => {
    const found = documents.find((document) => document.symbol === symbol)
    const places = found === undefined ? [] : await findCitedPlaces(context, { id: found.id })
    return places.map(({ place, address, match }) => [place.kind, address.address, address.footnote, match])
  }
  expect(await placesOf('76/NQ-CP')).toEqual([
    ['provision', '', null, 'Nghị quyết số 76/NQ-CP ngày 15/7/2021'],
    ['provision', 'I.1.đoạn 1', null, 'Nghị quyết số 76/NQ-CP'],
  ])
  expect(await placesOf('24/2014/NĐ-CP')).toEqual([['footnote', 'II.4.1', 3, 'Nghị định số 24/2014/NĐ-CP ngày 04/4/2014']])
})

test('"ghi nhận tất cả" adds what is not there yet, once, as one step that can be taken back', async () => {
  const { context } = await openPlanWorkspace()
  const text = 'Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ và Kế hoạch số 157/KH-UBND ngày 15/7/2021'
  await savePlanText(context, actor, { planId, provisions: [aProvision(1, 'bullet', text)] })
  const before = await snapshot(context)
  const { unregistered } = await checkPlanCitations(context, { planId })
  const { added } = await createCitedDocuments(context, actor, { documents: unregistered.map((one) => one.facts) })
  expect(added.map(({ symbol, issuer }) => [symbol, issuer])).toEqual([
    ['76/NQ-CP', 'Chính phủ'],
    ['157/KH-UBND', ''],
  ])
  expect((await createCitedDocuments(context, actor, { documents: unregistered.map((one) => one.facts) })).added).toEqual([])
  // The same number and symbol of another year is another document.
  const other = await createCitedDocuments(context, actor, { documents: [facts({ symbol: '157/KH-UBND', issuedOn: '2022-03-01' })] })
  expect(other.added).toHaveLength(1)
  expect((await checkPlanCitations(context, { planId })).unregistered).toEqual([])
  await undo(context, actor)
  await undo(context, actor)
  expect(await snapshot(context)).toEqual(before)
  await redo(context, actor)
  expect(await readCitedDocuments(context)).toHaveLength(2)
})

test('a document that replaced others leaves no dead pointer when it goes', async () => {
  const { context } = await openPlanWorkspace()
  const heir = await saveCitedDocument(context, actor, { id: null, version: null, facts: facts({ symbol: '99/NQ-CP' }) })
  await saveCitedDocument(context, actor, { id: null, version: null, facts: facts({ replacedByIds: [heir.id] }) })
  await removeCitedDocument(context, actor, { id: heir.id, version: heir.version })
  expect((await readCitedDocuments(context)).map(({ replacedByIds }) => replacedByIds)).toEqual([[]])
  await undo(context, actor)
  expect((await readCitedDocuments(context)).map(({ symbol, replacedByIds }) => [symbol, replacedByIds])).toEqual([
    ['99/NQ-CP', []],
    ['76/NQ-CP', [heir.id]],
  ])
  const nameless = saveCitedDocument(context, actor, { id: null, version: null, facts: facts({ symbol: ' ', title: '' }) })
  await expect(nameless).rejects.toMatchObject({ code: 'bad-input' })
})

test('all fixes of a plan are one step: sentence, footnote and row, with bold and marks where they were', async () => {
  const { context } = await openPlanWorkspace()
  const note: Inline = {
    kind: 'footnote',
    id: id<FootnoteId>(0xf1),
    content: [{ kind: 'text', text: 'Nghị quyết số 15/2022/NQ-HĐND 13/07/2022 của HĐND tỉnh.' }],
  }
  const bold: Inline = { kind: 'text', text: 'Nghị quyết số 1/NQ-CP 5/7/2021', bold: true }
  await savePlanText(context, actor, {
    planId,
    provisions: [
      aProvision(1, 'section', 'NHIỆM VỤ'),
      aProvision(2, 'bullet', [bold, note, { kind: 'text', text: ' và Nghị quyết số 2/NQ-CP ngày 15/7/2021.' }]),
    ],
  })
  const appendix = await createAppendix(context, actor, { planId, title: '' })
  await createTask(context, actor, {
    appendixId: appendix.id,
    afterId: null,
    task: { content: 'Rà soát\ntheo Nghị quyết số 3/NQ-CP 15/8/2021', product: 'Báo cáo' },
  })
  const before = await snapshot(context)
  const { findings } = await checkPlanCitations(context, { planId })
  const fixes = findings.flatMap(({ place, severity, fix }) => (severity === 'alarm' && fix !== null ? [{ place, fix }] : []))
  const { done } = await fixCitations(context, actor, { planId, fixes })
  const { provisions } = await describePlan(context, { planId })
  expect(done).toBe(5)
  expect(provisions[1]?.content).toEqual([
    { kind: 'text', text: 'Nghị quyết số 1/NQ-CP ngày 05/7/2021', bold: true, citation: { symbol: '1/NQ-CP', issuedOn: '2021-07-05' } },
    {
      ...note,
      content: [
        {
          kind: 'text',
          text: 'Nghị quyết số 15/2022/NQ-HĐND ngày 13/7/2022',
          citation: { symbol: '15/2022/NQ-HĐND', issuedOn: '2022-07-13' },
        },
        { kind: 'text', text: ' của HĐND tỉnh.' },
      ],
    },
    { kind: 'text', text: ' và ' },
    { kind: 'text', text: 'Nghị quyết số 2/NQ-CP ngày 15/7/2021', citation: { symbol: '2/NQ-CP', issuedOn: '2021-07-15' } },
    { kind: 'text', text: '.' },
  ])
  expect((await readTasks(context, { planId })).map(({ content }) => content)).toEqual([
    'Rà soát\ntheo Nghị quyết số 3/NQ-CP ngày 15/8/2021',
  ])
  expect((await listChanges(context.db)).at(-1)).toMatchObject({ command: 'citation.fix' })
  // Words that are no longer those that were looked at are left alone.
  expect(await fixCitations(context, actor, { planId, fixes })).toEqual({ done: 0 })
  await undo(context, actor)
  expect(await snapshot(context)).toEqual(before)
})

const basis = (number: number, words: string) => aProvision(number, 'legal-basis', words)
const bases = (...list: readonly (readonly [number | null, string])[]) =>
  list.map(([number, text]) => ({
    provisionId: number === null ? null : id<ProvisionId>(number),
    content: [{ kind: 'text' as const, text }],
  }))

test('legal bases are written in their order; one that stays keeps its id, the rest of the text its place', async () => {
  const { context } = await openPlanWorkspace()
  await savePlanText(context, actor, {
    planId,
    provisions: [basis(1, 'Căn cứ A;'), basis(2, 'Căn cứ B;'), basis(3, 'Căn cứ C.'), aProvision(4, 'bullet', 'Câu')],
  })
  const words = async () =>
    (await describePlan(context, { planId })).provisions.map(({ id: provisionId, kind, content }) => [
      provisionId,
      kind,
      plainText(content),
    ])
  await writeLegalBases(context, actor, { planId, area: 'body', bases: bases([3, 'Căn cứ C;'], [null, 'Căn cứ D;'], [1, 'Căn cứ A.']) })
  const written = await words()
  expect(written.map(([, kind, text]) => [kind, text])).toEqual([
    ['legal-basis', 'Căn cứ C;'],
    ['legal-basis', 'Căn cứ D;'],
    ['legal-basis', 'Căn cứ A.'],
    ['bullet', 'Câu'],
  ])
  expect([written[0]?.[0], written[2]?.[0], written[3]?.[0]]).toEqual([3, 1, 4].map((number) => id<ProvisionId>(number)))
  await undo(context, actor)
  expect((await words()).map(([, , text]) => text)).toEqual(['Căn cứ A;', 'Căn cứ B;', 'Căn cứ C.', 'Câu'])
})

test('the bases of a decision stand before its first article, and the plan it issues is left alone', async () => {
  const { context } = await openPlanWorkspace({ legalForm: 'decision' })
  const article = { ...aProvision(1, 'article', 'Ban hành kèm theo Quyết định này Kế hoạch'), area: 'decision' as const }
  await savePlanText(context, actor, { planId, provisions: [article, aProvision(2, 'bullet', 'Câu')] })
  await writeLegalBases(context, actor, { planId, area: 'decision', bases: bases([null, 'Căn cứ A;'], [null, 'Căn cứ B.']) })
  const { provisions } = await describePlan(context, { planId })
  expect(provisions.map(({ area, kind, content }) => [area, kind, plainText(content)])).toEqual([
    ['decision', 'legal-basis', 'Căn cứ A;'],
    ['decision', 'legal-basis', 'Căn cứ B.'],
    ['decision', 'article', 'Ban hành kèm theo Quyết định này Kế hoạch'],
    ['body', 'bullet', 'Câu'],
  ])
})

test('a list from a spreadsheet is read by its titles, without them by its order, or from words', async () => {
  const { context } = await openPlanWorkspace()
  await createCitedDocuments(context, actor, { documents: [facts({})] })
  const read = async (text: string) =>
    (await previewCitedDocuments(context, { text })).rows.map(({ facts: of, problem }) => [
      of.type,
      of.symbol,
      of.issuedOn,
      of.issuer,
      of.title,
      of.expiredFrom,
      problem,
    ])
  expect(
    await read(
      'TT\tSố, ký hiệu\tLoại văn bản\tNgày ban hành\tTrích yếu\tCơ quan ban hành\tHết hiệu lực từ\n1\t45/2020/NĐ-CP\tNghị định\t08/04/2020\tVề thực hiện TTHC\tChính phủ\t01/07/2025\n2\t76/NQ-CP\tNghị quyết\t44392\t\t\tkhông rõ',
    ),
  ).toEqual([
    ['Nghị định', '45/2020/NĐ-CP', '2020-04-08', 'Chính phủ', 'Về thực hiện TTHC', '2025-07-01', null],
    ['Nghị quyết', '76/NQ-CP', '2021-07-15', '', '', null, 'already-there'],
  ])
  expect(await read('Nghị định\t61/2018/NĐ-CP\t23/4/2018\tChính phủ\tvề một cửa\nNghị định\tkhông số\t\t\t')).toEqual([
    ['Nghị định', '61/2018/NĐ-CP', '2018-04-23', 'Chính phủ', 'về một cửa', null, null],
    ['Văn bản', '', null, '', 'Nghị định · không số', null, 'no-symbol'],
  ])
  expect(await read('Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;\n18-NQ/TW')).toEqual([
    ['Nghị định', '30/2020/NĐ-CP', '2020-03-05', 'Chính phủ', 'về công tác văn thư', null, null],
    ['Văn bản', '18-NQ/TW', null, '', '', null, 'type-guessed'],
  ])
})
