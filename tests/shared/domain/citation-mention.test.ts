import { expect, test } from 'vitest'
import { findMentions, lengthOfTitle, sameTitle } from '#shared/domain/citation-mention.ts'
import { plainText } from '#shared/domain/inline.ts'
import { readPlan, fixture } from '../../helpers/plan-reading.ts'

const titles = (text: string): readonly unknown[] =>
  findMentions(text).map(({ symbol, title, inTitle }) => [symbol, title?.words ?? null, ...(inTitle ? ['in a title'] : [])])

test('each document of a row has its own title; the last one ends before the office that acts', () =>
  expect(
    titles(
      'Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ về việc ban hành Chương trình tổng thể; Kế hoạch số 249/KH-UBND ngày 29/12/2021 của UBND tỉnh về cải cách hành chính tỉnh Lạng Sơn giai đoạn 2021-2025, UBND tỉnh ban hành Kế hoạch',
    ),
  ).toEqual([
    ['76/NQ-CP', 'về việc ban hành Chương trình tổng thể'],
    ['249/KH-UBND', 'về cải cách hành chính tỉnh Lạng Sơn giai đoạn 2021-2025'],
  ]))

test('a document that another one amends belongs to its title', () =>
  expect(
    titles(
      'Nghị định số 107/2021/NĐ-CP ngày 06/12/2021 của Chính phủ về sửa đổi, bổ sung một số điều của Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ về thực hiện cơ chế một cửa; Kế hoạch số 157/KH-UBND',
    ),
  ).toEqual([
    [
      '107/2021/NĐ-CP',
      'về sửa đổi, bổ sung một số điều của Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ về thực hiện cơ chế một cửa',
    ],
    ['61/2018/NĐ-CP', 'về thực hiện cơ chế một cửa', 'in a title'],
    ['157/KH-UBND', null],
  ]))

test.each([
  ['tại Nghị quyết số 76/NQ-CP của Chính phủ và Nghị quyết số 60-NQ/TU của Ban Thường vụ Tỉnh ủy. Cải thiện', [null, null]],
  ['(Quyết định số 9/QĐ-UBND ngày 10/01/2022 của UBND tỉnh phê duyệt Đề án (giai đoạn 1)), đồng thời', ['phê duyệt Đề án (giai đoạn 1)']],
  ['theo Quyết định số 9/QĐ-UBND của UBND tỉnh triển khai tại xã', [null]],
  ['Nghị định số 1/2020/NĐ-CP của Chính phủ quy định về A và Nghị định số 2/2020/NĐ-CP của Chính phủ về B', ['quy định về A', 'về B']],
])('“%s”', (text, words) => expect(findMentions(text).map(({ title }) => title?.words ?? null)).toEqual(words))

test('a citation without a type of its own, or under “các”, is one of a list', () =>
  expect(findMentions('các Nghị định số 24/2014/NĐ-CP, số 37/2014/NĐ-CP; Nghị định số 45/2020/NĐ-CP').map(({ listed }) => listed)).toEqual([
    true,
    true,
    false,
  ]))

test('every document of the sample but those cited in short has its title', () => {
  const { blocks } = readPlan(fixture('ke-hoach-cchc-2023.docx'), 'ke-hoach-cchc-2023.docx')
  const texts = blocks.flatMap(({ content }) => [
    plainText(content as never),
    ...content.flatMap((inline) => (inline.kind === 'footnote' ? [plainText(inline.content)] : [])),
  ])
  const mentions = texts.flatMap(findMentions)
  expect(mentions.filter(({ title }) => title === null).map(({ symbol }) => symbol)).toEqual(['76/NQ-CP', '60-NQ/TU'])
  expect(mentions.filter(({ inTitle }) => inTitle).map(({ symbol }) => symbol)).toEqual([
    '61/2018/NĐ-CP',
    '24/2014/NĐ-CP',
    '37/2014/NĐ-CP',
    '49-NQ/TU',
  ])
})

test('a known title is found again, also where one of both ran on into its sentence', () => {
  const known = 'về chuyển đổi số tỉnh, định hướng đến năm 2030'
  expect(lengthOfTitle(' Về chuyển đổi số tỉnh, định hướng đến năm 2030 và các nhiệm vụ', known)).toBe(47)
  expect(lengthOfTitle('phê duyệt Đề án đổi mới việc một cửa, đáp ứng yêu cầu', 'phê duyệt Đề án đổi mới việc một cửa, nhằm phục vụ')).toBe(
    36,
  )
  expect(lengthOfTitle('về chuyển đổi nghề', known)).toBe(null)
  expect([sameTitle('Ban hành  Chương trình', 'về việc ban hành chương trình'), sameTitle('về A', 'về B')]).toEqual([true, false])
})
