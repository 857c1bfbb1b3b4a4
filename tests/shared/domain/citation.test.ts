import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findCitations, markCitations } from '#shared/domain/citation.ts'

const found = (text: string): readonly unknown[] =>
  findCitations(text).map(({ start, length, type, symbol, issuedOn }) => [text.slice(start, start + length), type, symbol, issuedOn])

test.each([
  ['Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ', 'Nghị quyết số 76/NQ-CP ngày 15/7/2021', 'Nghị quyết', '76/NQ-CP', '2021-07-15'],
  ['theo Nghị quyết số 60-NQ/TU, ngày 15/12/2021 của', 'Nghị quyết số 60-NQ/TU, ngày 15/12/2021', 'Nghị quyết', '60-NQ/TU', '2021-12-15'],
  [
    'Nghị quyết số 15/2022/NQ-HĐND 13/07/2022 của HĐND',
    'Nghị quyết số 15/2022/NQ-HĐND 13/07/2022',
    'Nghị quyết',
    '15/2022/NQ-HĐND',
    '2022-07-13',
  ],
  ['Kế hoạch số \n249/KH-UBND ngày \n29/12/2021', 'Kế hoạch số \n249/KH-UBND ngày \n29/12/2021', 'Kế hoạch', '249/KH-UBND', '2021-12-29'],
  ['quyết định số 468 / QĐ - TTg', 'quyết định số 468 / QĐ - TTg', 'Quyết định', '468/QĐ-TTg', null],
  ['NGHỊ ĐỊNH SỐ 45/2020/NĐ-CP', 'NGHỊ ĐỊNH SỐ 45/2020/NĐ-CP', 'Nghị định', '45/2020/NĐ-CP', null],
  ['Luật số 80/2015/QH13 ngày 22 tháng 6 năm 2015', 'Luật số 80/2015/QH13 ngày 22 tháng 6 năm 2015', 'Luật', '80/2015/QH13', '2015-06-22'],
  ['Nghị quyết 1211/2016/UBTVQH13', 'Nghị quyết 1211/2016/UBTVQH13', 'Nghị quyết', '1211/2016/UBTVQH13', null],
  [
    'Thông tư liên tịch số 53/2016/TTLT-BTC-BNV',
    'Thông tư liên tịch số 53/2016/TTLT-BTC-BNV',
    'Thông tư liên tịch',
    '53/2016/TTLT-BTC-BNV',
    null,
  ],
  ['Chương trình hành động số 12-CTr/TU', 'số 12-CTr/TU', null, '12-CTr/TU', null],
  [
    'Công văn 6582/SYT-QLBHYTCNTT ngày 04/7/2026',
    'Công văn 6582/SYT-QLBHYTCNTT ngày 04/7/2026',
    'Công văn',
    '6582/SYT-QLBHYTCNTT',
    '2026-07-04',
  ],
  ['Quyết định số 12a/QĐ-UBND.HC', 'Quyết định số 12a/QĐ-UBND.HC', 'Quyết định', '12a/QĐ-UBND.HC', null],
  ['Quyết định số 9/QĐ-UBND ngày 31/02/2022', 'Quyết định số 9/QĐ-UBND ngày 31/02/2022', 'Quyết định', '9/QĐ-UBND', null],
])('“%s”', (text, words, type, symbol, issuedOn) => expect(found(text)).toEqual([[words, type, symbol, issuedOn]]))

test.each([
  'Luật Tổ chức chính quyền địa phương; Luật ban hành văn bản quy phạm pháp luật',
  'Kế hoạch số      /KH-UBND ngày    tháng 12 năm 2022',
  'năm 2021/2022, ngày 30/4/2026, 24/7, tỷ lệ 1/3, giai đoạn 2021-2025',
  'khoản 2 Điều 5 Nghị định này',
])('“%s” cites no number', (text) => expect(found(text)).toEqual([]))

test('several in one sentence are told apart, each with its issuer', () => {
  const text =
    'Nghị quyết số 76/NQ-CP của Chính phủ và Nghị quyết số 60-NQ/TU của Ban Thường vụ Tỉnh ủy; các Nghị định số 24/2014/NĐ-CP, số 37/2014/NĐ-CP của Chính phủ quy định'
  expect(findCitations(text).map(({ symbol, issuer }) => [symbol, issuer])).toEqual([
    ['76/NQ-CP', 'Chính phủ'],
    ['60-NQ/TU', 'Ban Thường vụ Tỉnh ủy'],
    ['24/2014/NĐ-CP', null],
    ['37/2014/NĐ-CP', 'Chính phủ'],
  ])
})

test('a date without the word “ngày” is taken and told', () => {
  expect(
    ['15/2022/NQ-HĐND 13/07/2022', '15/2022/NQ-HĐND ngày 13/07/2022', '15/2022/NQ-HĐND'].map(
      (text) => findCitations(text)[0]?.dateWordMissing,
    ),
  ).toEqual([true, false, false])
})

describe('marking', () => {
  test('lies over the words as typed, across changes of look and a footnote inside', () => {
    const note = { kind: 'footnote', content: [{ kind: 'text', text: 'Theo Nghị quyết số 19-NQ/TW.' }] } as const
    expect(
      markCitations([
        { kind: 'text', text: 'Theo Nghị quyết ' },
        { kind: 'text', text: 'số 76/', bold: true },
        note,
        { kind: 'text', text: 'NQ-CP, ngày 15/7/2021.' },
      ]),
    ).toEqual([
      { kind: 'text', text: 'Theo ' },
      { kind: 'text', text: 'Nghị quyết ', citation: { symbol: '76/NQ-CP', issuedOn: '2021-07-15' } },
      { kind: 'text', text: 'số 76/', bold: true, citation: { symbol: '76/NQ-CP', issuedOn: '2021-07-15' } },
      {
        kind: 'footnote',
        content: [
          { kind: 'text', text: 'Theo ' },
          { kind: 'text', text: 'Nghị quyết số 19-NQ/TW', citation: { symbol: '19-NQ/TW', issuedOn: null } },
          { kind: 'text', text: '.' },
        ],
      },
      { kind: 'text', text: 'NQ-CP, ngày 15/7/2021', citation: { symbol: '76/NQ-CP', issuedOn: '2021-07-15' } },
      { kind: 'text', text: '.' },
    ])
  })

  test('changes no word, and marking again changes nothing', () => {
    const piece = fc.oneof(
      fc.constantFrom('Nghị quyết ', 'số ', '76/', 'NQ-CP', ' ngày 15/7/2021', '60-NQ/TU', ', ', 'Luật '),
      fc.string({ minLength: 1, maxLength: 5 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
        const marked = markCitations(pieces.map((text) => ({ kind: 'text', text })))
        expect(marked.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('')).toBe(pieces.join(''))
        expect(markCitations(marked)).toEqual(marked)
      }),
    )
  })
})
