import { expect, test } from 'vitest'
import { typedKind } from '#renderer/features/plan/editor/kinds.ts'
import { readPlainText, recognise } from '#renderer/features/plan/editor/pasted-text.ts'

const read = (text: string): readonly (readonly [string | null, string])[] =>
  readPlainText(text, 'body').map(({ kind, content }) => [
    kind,
    content.map((inline) => (inline.kind === 'text' ? inline.text : '')).join(''),
  ])

test('numbers typed by hand say the level and are taken off, because numbers are computed', () => {
  expect(read('I. MỤC TIÊU\n1. Mục tiêu chung\n1.1. Cụ thể\na) Điểm\n- Gạch đầu dòng\n+ Dấu cộng\nĐoạn thường')).toEqual([
    ['section', 'MỤC TIÊU'],
    ['heading', 'Mục tiêu chung'],
    ['subheading', 'Cụ thể'],
    ['point', 'Điểm'],
    ['bullet', 'Gạch đầu dòng'],
    ['sub-bullet', 'Dấu cộng'],
    [null, 'Đoạn thường'],
  ])
})

test('lines broken by a PDF are one sentence again, page numbers go', () => {
  expect(
    read(
      '- Tiếp tục rà soát, đơn giản hóa thủ tục hành chính trên tất cả các lĩnh vực quản lý\nnhà nước thuộc phạm vi của tỉnh, bảo đảm cắt giảm thời gian và chi phí tuân thủ\n\n3\n\ncho người dân và doanh nghiệp.\n- Duy trì hệ thống.',
    ),
  ).toEqual([
    [
      'bullet',
      'Tiếp tục rà soát, đơn giản hóa thủ tục hành chính trên tất cả các lĩnh vực quản lý nhà nước thuộc phạm vi của tỉnh, bảo đảm cắt giảm thời gian và chi phí tuân thủ cho người dân và doanh nghiệp.',
    ],
    ['bullet', 'Duy trì hệ thống.'],
  ])
})

test('short lines of a chat or a spreadsheet stay lines', () => {
  expect(read('Sở Nội vụ\nSở Tài chính\r\nVăn phòng UBND tỉnh')).toEqual([
    [null, 'Sở Nội vụ'],
    [null, 'Sở Tài chính'],
    [null, 'Văn phòng UBND tỉnh'],
  ])
})

test('what only looks like a number is left in the text', () => {
  const texts = ['2023 là năm', 'Công văn số 5', '15/2022/NQ-HĐND', 'IC. không phải số La Mã', 'I/O', '-10%', '3,5 triệu']
  expect(texts.filter((text) => typedKind(text, 'body') !== null)).toEqual([])
  expect(typedKind('1. ', 'decision')).toEqual({ kind: 'clause', length: 3 })
  expect(typedKind('Điều 2. ', 'decision')).toEqual({ kind: 'article', length: 8 })
})

test('a number in bold before plain words is taken off whole', () => {
  expect(
    recognise(
      [
        { kind: 'text', text: '2. ', bold: true },
        { kind: 'text', text: 'Cải cách thể chế' },
      ],
      'body',
    ),
  ).toEqual({ kind: 'heading', content: [{ kind: 'text', text: 'Cải cách thể chế' }] })
})
