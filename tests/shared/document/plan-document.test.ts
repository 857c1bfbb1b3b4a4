import { describe, expect, test } from 'vitest'
import type { AppendixId, ProvisionId, TaskWordingId } from '#shared/domain/identifier.ts'
import type { PartyReference } from '#shared/domain/inline.ts'
import type { ProvisionContent } from '#shared/domain/provision.ts'
import { textWidth, toPoints } from '#shared/document/text-width.ts'
import type { OfficialDocument, ParagraphRole, TableBlock } from '#shared/document/blocks.ts'
import { buildAppendixDocument, buildPlanDocument, type DocumentOptions, type PlanRecords } from '#shared/document/plan-document.ts'
import { paragraphsOf, paragraphText, splitWords, wordsOf } from '#shared/document/words.ts'
import { aProvision, id } from '../../helpers/records.ts'
import { sampleDecision, samplePlan, sampleSentences } from '../../helpers/sample-plan.ts'

const paper: DocumentOptions = { copy: 'paper', draftMark: null, stamp: '2023-01-05T00:00:00Z' }
const electronic: DocumentOptions = { ...paper, copy: 'electronic' }
const issued = { number: '5', issuedOn: '2023-01-05' } as const

/** The lines of one role, the room left for numbers and days closed up. */
function lines(document: OfficialDocument, role: ParagraphRole): readonly string[] {
  return document.sections
    .flatMap(({ blocks }) => paragraphsOf(blocks))
    .filter((paragraph) => paragraph.role === role)
    .map((paragraph) => splitWords(paragraphText(paragraph)).join(' '))
}

function tableOf(document: OfficialDocument, section = 'appendix-1'): TableBlock {
  const table = document.sections.find(({ key }) => key === section)?.blocks.find((block) => block.kind === 'table')
  if (table === undefined) throw new Error(`no table in ${section}`)
  return table
}

const rowWords = (table: TableBlock): readonly (readonly string[])[] =>
  table.rows.map(({ cells }) => cells.map(({ paragraphs }) => paragraphs.map(paragraphText).join('\n')))

function heading(number: number, words: string): ProvisionContent {
  return { id: id<ProvisionId>(number), area: 'body', kind: 'heading', content: [{ kind: 'text', text: words }] }
}

function attachmentLine(records: PlanRecords, options: DocumentOptions): readonly string[] {
  return lines(buildPlanDocument(records, options).document, 'attachment-line')
}

describe('the plan signed by itself', () => {
  test('has a head whose two lines are one name in bold, with number, place and date', () => {
    const { document } = buildPlanDocument(samplePlan(issued), paper)
    const head = (['superior', 'issuer', 'national-name', 'motto', 'number', 'place-date', 'title', 'subject'] as const).map((role) =>
      lines(document, role),
    )
    expect(head).toEqual([
      [],
      ['ỦY BAN NHÂN DÂN', 'TỈNH LẠNG SƠN'],
      ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['Độc lập - Tự do - Hạnh phúc'],
      ['Số: 05/KH-UBND'],
      ['Lạng Sơn, ngày 05 tháng 01 năm 2023'],
      ['KẾ HOẠCH'],
      ['Cải cách hành chính tỉnh Lạng Sơn năm 2023'],
    ])
  })

  test('leaves room for number and day while they are not given', () => {
    const { document } = buildPlanDocument(samplePlan(), paper)
    expect([...lines(document, 'number'), ...lines(document, 'place-date')]).toEqual(['Số: /KH-UBND', 'Lạng Sơn, ngày tháng năm 2023'])
  })

  test('puts the superior in plain capitals above a department', () => {
    const letterhead = { superior: ['UBND tỉnh Lạng Sơn'], issuer: ['Sở Nội vụ'], place: 'Lạng Sơn' }
    const { document } = buildPlanDocument(samplePlan({ letterhead, symbol: 'KH-SNV' }), paper)
    const [names] = document.sections[0]!.blocks
    expect(names?.kind === 'side-by-side' && names.left.map((block) => (block.kind === 'rule' ? 'rule' : block.runs))).toEqual([
      [{ kind: 'text', text: 'UBND TỈNH LẠNG SƠN', size: '13pt' }],
      [{ kind: 'text', text: 'SỞ NỘI VỤ', size: '13pt', bold: true }],
      'rule',
    ])
  })

  test('says every sentence of its source, word by word and in order', () => {
    const { document } = buildPlanDocument(samplePlan(), paper)
    const body = paragraphsOf(document.sections[0]!.blocks.filter(({ kind }) => kind === 'paragraph')).slice(2)
    expect(body.flatMap((paragraph) => splitWords(paragraphText(paragraph)))).toEqual(sampleSentences().flatMap(splitWords))
  })

  test('keeps its five footnotes in order, numbered as they come', () => {
    const { document } = buildPlanDocument(samplePlan(), paper)
    const notes = document.sections
      .flatMap(({ blocks }) => paragraphsOf(blocks))
      .flatMap(({ runs }) => runs.filter((run) => run.kind === 'footnote'))
    expect(
      notes.map(({ number, content }) => [
        number,
        content
          .map(({ text }) => text)
          .join('')
          .slice(0, 32),
      ]),
    ).toEqual([
      [1, 'Nghị định số 45/2020/NĐ-CP ngày '],
      [2, 'Nghị quyết số 18-NQ/TW, ngày 25/'],
      [3, 'Nghị định số 107/2020/NĐ-CP ngày'],
      [4, 'Nghị quyết số 15/2022/NQ-HĐND 13'],
      [5, 'Kế hoạch số 226/KH-UBND ngày 18/'],
    ])
  })

  test('ends in "./." once, however its last sentence was typed', () => {
    for (const ending of ['thực hiện', 'thực hiện.', 'thực hiện./.', 'thực hiện ;']) {
      const records = samplePlan()
      const last = records.provisions.at(-1)!
      const provisions = [
        ...records.provisions.slice(0, -1),
        { ...last, content: [{ kind: 'text' as const, text: `Các đơn vị ${ending}` }] },
      ]
      expect(lines(buildPlanDocument({ ...records, provisions }, paper).document, 'closing')).toEqual(['Các đơn vị thực hiện./.'])
    }
  })

  test('writes each recipient with its dash and sign, the last with a full stop, whatever was stored', () => {
    const { document } = buildPlanDocument(samplePlan({ recipients: ['Bộ Nội vụ', '- Các sở, ban, ngành;', 'Lưu: VT, NC (LTH)'] }), paper)
    expect(lines(document, 'recipient')).toEqual(['- Bộ Nội vụ;', '- Các sở, ban, ngành;', '- Lưu: VT, NC (LTH).'])
  })

  test('never leaves the signature alone on its page: two lines of the text stay with it', () => {
    const records = samplePlan()
    const short = { ...records.provisions.at(-1)!, content: [{ kind: 'text' as const, text: 'Đề nghị thực hiện.' }] }
    const { document } = buildPlanDocument({ ...records, provisions: [...records.provisions.slice(0, -1), short] }, paper)
    const body = document.sections[0]!.blocks.filter((block) => block.kind === 'paragraph')
    expect(body.slice(-3).map(({ format }) => format.keepWithNext)).toEqual([false, true, true])
  })

  test('shows the mark of a draft, and none on a final paper', () => {
    const mark = 'DỰ THẢO LẦN 2'
    expect(lines(buildPlanDocument(samplePlan(), { ...paper, draftMark: mark }).document, 'draft-mark')).toEqual([mark])
    expect(lines(buildPlanDocument(samplePlan(), paper).document, 'draft-mark')).toEqual([])
  })

  test('sets a numbered sentence as text and a numbered title in bold', () => {
    const records = samplePlan()
    const { document } = buildPlanDocument(
      { ...records, provisions: [heading(1, 'Mục đích'), heading(2, 'Kế hoạch này có hiệu lực từ ngày ký.'), heading(3, 'Hết.')] },
      paper,
    )
    const body = document.sections[0]!.blocks.flatMap((block) => (block.kind === 'paragraph' && block.role === 'heading' ? [block] : []))
    expect(body.map(({ runs }) => runs.every((run) => run.kind === 'text' && run.bold === true))).toEqual([true, false, false])
  })

  test('a plan that is still an outline prints its titles, and no dash without words', () => {
    const outline = [
      aProvision(1, 'opening', []),
      aProvision(2, 'section', 'Nhiệm vụ'),
      aProvision(3, 'heading', []),
      aProvision(4, 'bullet', []),
      aProvision(5, 'heading', 'Cải cách thể chế'),
      aProvision(6, 'bullet', [{ kind: 'text', text: ' ' }]),
    ]
    const { document } = buildPlanDocument({ ...samplePlan(), provisions: outline }, paper)
    const body = document.sections[0]!.blocks.filter((block) => block.kind === 'paragraph').slice(2)
    expect(body.map((block) => paragraphText(block).trim())).toEqual(['I. NHIỆM VỤ', '1.', '2. Cải cách thể chế'])
  })

  test('every view of a record carries the record’s id', () => {
    const records = samplePlan()
    const { document } = buildPlanDocument(records, paper)
    const ids = document.sections.flatMap(({ blocks }) => [
      ...paragraphsOf(blocks).flatMap(({ sourceId }) => sourceId ?? []),
      ...blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flatMap(({ sourceId }) => sourceId ?? []) : [])),
    ])
    const expected = [...records.provisions, ...records.tasks, ...records.fields, ...records.appendices].map((record): string => record.id)
    expect(ids.toSorted()).toEqual(expected.toSorted())
  })
})

describe('the decision that issues the plan', () => {
  test('has its own section, authority, order and articles, and the plan behind it without number, date or signature', () => {
    const { document } = buildPlanDocument(sampleDecision(issued), paper)
    expect(document.sections.map(({ key, pageNumbers }) => [key, pageNumbers.restart])).toEqual([
      ['decision', true],
      ['body', true],
      ['appendix-1', true],
    ])
    expect([lines(document, 'number'), lines(document, 'authority'), lines(document, 'order'), lines(document, 'signature-name')]).toEqual([
      ['Số: 05/QĐ-UBND'],
      ['ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN'],
      ['QUYẾT ĐỊNH:'],
      ['Dương Xuân Huyên'],
    ])
    expect(lines(document, 'subject')).toEqual([
      'Ban hành Kế hoạch cải cách hành chính tỉnh Lạng Sơn năm 2023',
      'Cải cách hành chính tỉnh Lạng Sơn năm 2023',
    ])
  })

  test('ends each legal basis with a semicolon and the last with a full stop', () => {
    const { document } = buildPlanDocument(sampleDecision(), paper)
    expect(lines(document, 'legal-basis').map((words) => words.at(-1))).toEqual([';', ';', '.'])
  })

  test('is addressed first to those named in its last article', () => {
    expect(lines(buildPlanDocument(sampleDecision(), paper).document, 'recipient').slice(0, 2)).toEqual(['- Như Điều 3;', '- Bộ Nội vụ;'])
    const own = sampleDecision({ recipients: ['Như Điều 2', 'Lưu: VT'] })
    expect(lines(buildPlanDocument(own, paper).document, 'recipient')).toEqual(['- Như Điều 2;', '- Lưu: VT.'])
  })

  test('names the head as who decides when nobody signs for the collective', () => {
    const signature = { authority: ['KT. CHỦ TỊCH'], title: 'PHÓ CHỦ TỊCH', name: 'Dương Xuân Huyên' }
    expect(lines(buildPlanDocument(sampleDecision({ signature }), paper).document, 'authority')).toEqual([
      'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN',
    ])
  })
})

describe('the appendices', () => {
  test('carry number and date on paper, and leave their places blank on the electronic original and before issue', () => {
    expect([
      attachmentLine(samplePlan(issued), paper),
      attachmentLine(samplePlan(issued), electronic),
      attachmentLine(samplePlan(), paper),
      attachmentLine(sampleDecision(issued), paper),
    ]).toEqual([
      ['(Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 01 năm 2023 của UBND tỉnh Lạng Sơn)'],
      ['(Kèm theo Kế hoạch số /KH-UBND ngày tháng năm của UBND tỉnh Lạng Sơn)'],
      ['(Kèm theo Kế hoạch số /KH-UBND ngày tháng năm 2023 của UBND tỉnh Lạng Sơn)'],
      Array.from({ length: 2 }, () => '(Kèm theo Quyết định số 05/QĐ-UBND ngày 05 tháng 01 năm 2023 của UBND tỉnh Lạng Sơn)'),
    ])
  })

  test('have Roman numbers when there are several, and none when there is one', () => {
    const records = samplePlan()
    const second = { ...records.appendices[0]!, id: id<AppendixId>(0x2001), orientation: 'portrait' as const }
    const several = buildPlanDocument({ ...records, appendices: [...records.appendices, second] }, paper).document
    expect([lines(buildPlanDocument(records, paper).document, 'appendix-number'), lines(several, 'appendix-number')]).toEqual([
      ['Phụ lục'],
      ['Phụ lục I', 'Phụ lục II'],
    ])
    expect(several.sections.slice(1).map(({ orientation, paper: sheet }) => [orientation, sheet.width])).toEqual([
      ['landscape', '297mm'],
      ['portrait', '210mm'],
    ])
  })

  test('print 44 rows under 7 fields, numbered from 1 in each field', () => {
    const rows = rowWords(tableOf(buildPlanDocument(samplePlan(), paper).document))
    const fields = rows.flatMap((cells, index) => (cells.length === 2 ? [{ number: cells[0], index }] : []))
    expect(fields.map(({ number }) => number)).toEqual(['I', 'II', 'III', 'IV', 'V', 'VI', 'VII'])
    expect(rows.length - fields.length).toBe(44)
    expect(rows.slice(1, 9).map(([stt]) => stt)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
    expect(rows[1]).toEqual([
      '1',
      'Ban hành Kế hoạch CCHC năm 2023 của cơ quan, đơn vị, địa phương',
      'Kế hoạch',
      'Các sở, ban, ngành; UBND các huyện, thành phố',
      'Sở Nội vụ',
      'Trước ngày 15/01/2023',
    ])
  })

  test('print extra columns as they came, and a subgroup above its first task', () => {
    const records = samplePlan()
    const appendix = {
      ...records.appendices[0]!,
      columns: [...records.appendices[0]!.columns.slice(0, 2), { key: 'extra:Kinh phí' as const, title: 'Kinh phí', weight: 10 }],
    }
    const tasks = records.tasks.slice(0, 2).map((task) => ({ ...task, subgroup: 'Nhóm một', extra: { 'extra:Kinh phí': '10 triệu đồng' } }))
    expect(
      rowWords(tableOf(buildPlanDocument({ ...records, appendices: [appendix], tasks }, paper).document)).map((cells) => cells.at(-1)),
    ).toEqual([records.fields[0]!.name, 'Nhóm một', '10 triệu đồng', '10 triệu đồng'])
  })

  test('let a row split only when it is taller than a page, and say so', () => {
    const records = samplePlan()
    const long = { ...records.tasks[0]!, content: Array.from({ length: 1500 }, (_, index) => `từ${index}`).join(' ') }
    const { document, notices } = buildPlanDocument({ ...records, tasks: [long, ...records.tasks.slice(1)] }, paper)
    const splitting = tableOf(document).rows.filter(({ mayBreak }) => mayBreak)
    expect(splitting.map(({ sourceId }) => sourceId)).toEqual([long.id])
    expect(notices).toEqual([{ code: 'row-splits', sourceId: long.id, excerpt: long.content.slice(0, 60) }])
  })

  test('a text that does not point to its appendix is told', () => {
    const records = samplePlan()
    const silent = { ...records, provisions: records.provisions.filter(({ kind }) => kind !== 'appendix-reference') }
    expect([buildPlanDocument(records, paper).notices, buildPlanDocument(silent, paper).notices]).toEqual([
      [],
      [{ code: 'appendix-not-referenced' }],
    ])
  })

  test('can be printed by themselves', () => {
    const { document } = buildAppendixDocument(samplePlan(issued), paper)
    expect(document.sections.map(({ key }) => key)).toEqual(['appendix-1'])
  })

  test('a corrected name shows in the appendix at once, for it is not typed twice', () => {
    const records = samplePlan()
    const agencies = records.registry.agencies.map((agency) =>
      agency.name === 'Sở Nội vụ' ? { ...agency, name: 'Sở Nội vụ và Lao động' } : agency,
    )
    const words = wordsOf(buildAppendixDocument({ ...records, registry: { ...records.registry, agencies } }, paper).document).text.join(' ')
    const before = wordsOf(buildAppendixDocument(records, paper).document).text.join(' ')
    expect(words).toBe(before.replaceAll('Sở Nội vụ', 'Sở Nội vụ và Lao động'))
  })
})

test('the rules under issuer, motto and subject are the shares of their lines that the decree asks for', () => {
  const { document } = buildPlanDocument(samplePlan({ sizeSet: 'smaller' }), paper)
  const rules = document.sections[0]!.blocks.flatMap((block) =>
    block.kind === 'side-by-side' ? [...block.left, ...block.right] : [block],
  ).filter((block) => block.kind === 'rule')
  const above = ['TỈNH LẠNG SƠN', 'Độc lập - Tự do - Hạnh phúc', 'Cải cách hành chính tỉnh Lạng Sơn năm 2023']
  const sizes = [12, 13, 13]
  const shares = rules.map(({ length }, index) => toPoints(length) / textWidth(above[index]!, sizes[index]!, 'bold'))
  expect(shares.map((share) => Math.round(share * 100))).toEqual([40, 100, 40])
})

test('a task whose party is a group prints the words of its paper', () => {
  const records = samplePlan()
  const group = records.registry.groups[0]!
  const reference: PartyReference = { kind: 'group', groupId: group.id }
  const task = { ...records.tasks[0]!, id: id<TaskWordingId>(0x6fff), leads: [{ ...reference, written: 'Thủ trưởng các sở, ban, ngành' }] }
  expect(rowWords(tableOf(buildPlanDocument({ ...records, tasks: [task] }, paper).document))[1]![3]).toBe('Thủ trưởng các sở, ban, ngành')
})
