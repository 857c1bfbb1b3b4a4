import fc from 'fast-check'
import { expect, test } from 'vitest'
import { citedDay, fullCitation, legalBasisWords, shortCitation, titleInSentence } from '#shared/domain/citation-form.ts'
import { findMentions } from '#shared/domain/citation-mention.ts'

const programme = {
  type: 'Nghị quyết',
  symbol: '76/NQ-CP',
  issuedOn: '2021-07-15',
  issuer: 'Chính phủ',
  title: 'về việc ban hành Chương trình tổng thể',
}
const party = {
  type: 'Nghị quyết',
  symbol: '60-NQ/TU',
  issuedOn: '2021-12-15',
  issuer: 'Ban Thường vụ Tỉnh ủy',
  title: 'Đẩy mạnh cải cách',
}
const law = { type: 'Luật', symbol: '65/2025/QH15', issuedOn: '2025-02-19', issuer: 'Quốc hội', title: 'Tổ chức chính quyền địa phương' }
const clerical = { type: 'Nghị định', symbol: '30/2020/NĐ-CP', issuedOn: '2020-03-05', issuer: 'Chính phủ', title: 'về công tác văn thư' }

test('first mention in full, then type, number and symbol', () =>
  expect([
    fullCitation(programme, { dates: 'short', partyComma: true }),
    shortCitation(programme),
    fullCitation(party, { dates: 'short', partyComma: true }),
    fullCitation(party, { dates: 'words', partyComma: false }),
    fullCitation(law, { dates: 'short', partyComma: true }),
    fullCitation({ ...programme, issuedOn: null, title: '' }, { dates: 'short', partyComma: true }),
  ]).toEqual([
    'Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ về việc ban hành Chương trình tổng thể',
    'Nghị quyết số 76/NQ-CP',
    'Nghị quyết số 60-NQ/TU, ngày 15/12/2021 của Ban Thường vụ Tỉnh ủy về đẩy mạnh cải cách',
    'Nghị quyết số 60-NQ/TU ngày 15 tháng 12 năm 2021 của Ban Thường vụ Tỉnh ủy về đẩy mạnh cải cách',
    'Luật Tổ chức chính quyền địa phương',
    'Nghị quyết số 76/NQ-CP của Chính phủ',
  ]))

test('a legal basis names everything; a law has neither number nor issuer', () =>
  expect([
    legalBasisWords(clerical),
    legalBasisWords(law),
    legalBasisWords({ ...law, title: 'Luật Tổ chức chính quyền địa phương' }),
  ]).toEqual([
    'Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư',
    'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 02 năm 2025',
    'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 02 năm 2025',
  ]))

test.each([
  ['Ban hành Chương trình tổng thể', 'ban hành Chương trình tổng thể'],
  ['Về việc ban hành Kế hoạch', 'về việc ban hành Kế hoạch'],
  ['Chương trình tổng thể', 'về Chương trình tổng thể'],
  ['Đẩy mạnh phân cấp', 'về đẩy mạnh phân cấp'],
  ['CCHC năm 2023', 'về CCHC năm 2023'],
  ['quy định chính sách', 'quy định chính sách'],
])('the title “%s” in a sentence', (title, words) => expect(titleInSentence(title)).toBe(words))

test('what is written in full is read back as the same document', () => {
  const document = fc.record({
    type: fc.constantFrom('Nghị quyết', 'Nghị định', 'Kế hoạch', 'Chỉ thị'),
    symbol: fc.constantFrom('76/NQ-CP', '45/2020/NĐ-CP', '157/KH-UBND', '60-NQ/TU', '43/CT-TTg'),
    issuedOn: fc
      .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
    issuer: fc.constantFrom('Chính phủ', 'UBND tỉnh', 'Ban Thường vụ Tỉnh ủy'),
    title: fc.constantFrom('về công tác văn thư', 'quy định chính sách khuyến khích', 'phê duyệt Đề án một cửa, một cửa liên thông'),
  })
  fc.assert(
    fc.property(document, fc.constantFrom('short', 'words'), fc.boolean(), (facts, dates, partyComma) => {
      const [mention, ...others] = findMentions(`Thực hiện ${fullCitation(facts, { dates, partyComma })}.`)
      expect(others).toEqual([])
      expect({ ...mention, title: mention?.title?.words }).toMatchObject({ ...facts, dateWordMissing: false })
    }),
  )
})

test('days below ten and the first two months have a zero, later months none', () =>
  expect(['2022-07-13', '2020-04-08', '2022-01-10', '2021-12-06'].map((day) => citedDay(day, 'short'))).toEqual([
    '13/7/2022',
    '08/4/2020',
    '10/01/2022',
    '06/12/2021',
  ]))
