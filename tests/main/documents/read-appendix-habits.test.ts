import { expect, test } from 'vitest'
import { paste, plan, planRow, readExcel, readWord, rowsOf, titles } from '../../helpers/appendix-reading.ts'
import { outlineOf, paragraph, readPlan, wordPackage } from '../../helpers/plan-reading.ts'
import { langSon } from '../../helpers/provinces.ts'
import { warningsInWords } from '../../helpers/tables.ts'
import { readAppendixFile } from '#main/documents/read-appendix.ts'

test('figures are kept as the sheet shows them: percents, thousands, decimals', async () => {
  const draft = await readExcel([
    {
      rows: [
        [...titles, 'Kinh phí', 'Tỷ lệ', 'Mức'],
        [...plan, 150_000_000, 0.85, 80.5],
        [...plan, 1234.5, 0.0255, 3],
      ],
      format: (sheet) => {
        sheet.getCell('G2').numFmt = '#,##0'
        sheet.getCell('H2').numFmt = '0%'
        sheet.getCell('G3').numFmt = '#,##0.00'
        sheet.getCell('H3').numFmt = '0.0%'
      },
    },
  ])
  expect(draft.appendices[0]?.rows.map(({ extra }) => Object.values(extra))).toEqual([
    ['150.000.000', '85%', '80.5'],
    ['1.234,50', '2,6%', '3'],
  ])
})

test('a row of sums is no task, and is told', async () => {
  const draft = await readExcel([
    {
      rows: [
        [...titles, 'Kinh phí'],
        [...plan, 150],
        ['', 'Tổng cộng', '', '', '', '', 150],
        ['Cộng', '', '', '', '', '', 150],
      ],
    },
  ])
  expect(rowsOf(draft)).toEqual([{ ...planRow, extra: { 'extra:Kinh phí': '150' } }])
  expect(warningsInWords(draft).filter((warning) => warning.startsWith('row'))).toEqual([
    'row-not-understood: Tổng cộng | 150',
    'row-not-understood: Cộng | 150',
  ])
})

test('a page number between two pieces of a table does not part them', async () => {
  const draft = await readWord([{ rows: [titles, plan] }, { lines: ['', '2', ''] }, { rows: [titles, ['2', ...plan.slice(1)]] }])
  expect(draft.appendices.map(({ rows }) => rows.map(({ stt }) => stt))).toEqual([['1', '2']])
})

test('a column named by its year is a column; a table that is no table of tasks is told by its first row', async () => {
  const goals = {
    rows: [
      ['TT', 'Chỉ tiêu', 'Mục tiêu năm 2026', 'Cơ quan chủ trì theo dõi'],
      ['1', 'Mức độ hài lòng', '≥ 90%', 'Sở Nội vụ'],
    ],
  }
  const figures = {
    rows: [
      ['Năm', 'Số hồ sơ', 'Đúng hạn'],
      ['2025', '120', '118'],
    ],
  }
  const draft = await readWord([
    goals,
    { lines: ['Phụ lục II', 'SỐ LIỆU'] },
    figures,
    { lines: ['Phụ lục III', 'NHIỆM VỤ'] },
    { rows: [titles, plan] },
  ])
  expect(draft.appendices.map((_, index) => rowsOf(draft, index))).toEqual([
    [{ stt: '1', task: 'Mức độ hài lòng', lead: ['Sở Nội vụ'], extra: { 'extra:Mục tiêu năm 2026': '≥ 90%' } }],
    [planRow],
  ])
  expect(warningsInWords(draft).filter((warning) => warning.startsWith('table'))).toEqual(['table-not-read: Năm | Số hồ sơ | Đúng hạn'])
})

const cell = (words: string): string => `<w:tc><w:tcPr/>${words.startsWith('<') ? words : paragraph(words)}</w:tc>`
const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl><w:tblGrid>${'<w:gridCol w:w="1500"/>'.repeat(rows[0]?.length ?? 0)}</w:tblGrid>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`

test('a footnote in a cell stays with its words, in brackets, and is told', async () => {
  const noted = `<w:p><w:r><w:t>Kế hoạch</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>`
  const bytes = wordPackage({
    body: table([titles, [...plan.slice(0, 5), noted]]),
    parts: { footnotes: '<w:footnote w:id="1"><w:p><w:r><w:t>Theo mẫu của Bộ Nội vụ.</w:t></w:r></w:p></w:footnote>' },
  })
  const input = { file: 'phu-luc.docx', bytes, registry: langSon, asOf: '2023-01-01', planYear: 2023, issuedOn: null }
  const draft = await readAppendixFile(input, () => undefined)
  expect(draft.appendices[0]?.rows[0]?.product).toBe('Kế hoạch (Theo mẫu của Bộ Nội vụ.)')
  expect(warningsInWords(draft)).toEqual(['footnote-in-cell: Theo mẫu của Bộ Nội vụ.'])
})

test('behind a plan, a table that is none of tasks stays as words under its own title beside the appendix that was read', () => {
  const lines = [
    'UBND tỉnh ban hành Kế hoạch năm 2023 như sau:',
    'I. MỤC ĐÍCH',
    '- Nâng cao chất lượng.',
    'Sở Nội vụ theo dõi./.',
    'Nơi nhận:',
    '- Lưu: VT.',
  ]
  const body = `${lines.map((line) => paragraph(line)).join('')}${paragraph('Phụ lục I')}${paragraph('SỐ LIỆU NĂM TRƯỚC')}${table([
    ['Năm', 'Số hồ sơ', 'Đúng hạn'],
    ['2022', '120', '118'],
  ])}${paragraph('Phụ lục II')}${paragraph('DANH MỤC NHIỆM VỤ')}${table([titles, plan])}`
  const draft = readPlan(wordPackage({ body }), 'ke-hoach.docx')
  expect(draft.appendices.map(({ title, rows }) => [title, rows.length])).toEqual([['DANH MỤC NHIỆM VỤ', 1]])
  expect(outlineOf(draft).slice(-4)).toEqual([
    '(paragraph) Phụ lục I',
    '(paragraph) SỐ LIỆU NĂM TRƯỚC',
    '(paragraph) Năm Số hồ sơ Đúng hạn',
    '(paragraph) 2022 120 118',
  ])
})

test('in a plan without a table the headings under “NHIỆM VỤ” are the fields, and what follows the last bullet is the plan’s', async () => {
  const draft = await paste(
    [
      'I. MỤC ĐÍCH',
      'Nâng cao chất lượng.',
      'II. NHIỆM VỤ',
      '1. Cải cách thể chế',
      '- Rà soát văn bản. Đơn vị chủ trì: Sở Tư pháp.',
      '2. Cải cách tài chính công',
      '- Giao dự toán. Đơn vị chủ trì: Sở Tài chính.',
      'III. TỔ CHỨC THỰC HIỆN',
      'Sở Nội vụ đôn đốc./.',
    ].join('\n'),
  )
  expect(rowsOf(draft)).toEqual([
    { field: 'Cải cách thể chế', task: 'Rà soát văn bản.', lead: ['Sở Tư pháp'] },
    { field: 'Cải cách tài chính công', task: 'Giao dự toán.', lead: ['Sở Tài chính'] },
  ])
  expect(warningsInWords(draft).filter((warning) => warning.startsWith('row'))).toEqual([])
})

test('words in a column without a title are kept under its place', async () => {
  const draft = await readWord([
    {
      rows: [
        [...titles, ''],
        [...plan, 'đã có kinh phí'],
      ],
    },
  ])
  expect(rowsOf(draft)).toEqual([{ ...planRow, extra: { 'extra:Cột 7': 'đã có kinh phí' } }])
})
