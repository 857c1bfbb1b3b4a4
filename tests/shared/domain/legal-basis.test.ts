import { expect, test } from 'vitest'
import { CitedDocument } from '#shared/domain/cited-document.ts'
import { plainText, type Inline } from '#shared/domain/inline.ts'
import { basisOf, inRankOrder, legalBasisContents, readLegalBases, type LegalBasis } from '#shared/domain/legal-basis.ts'
import { aProvision } from '../../helpers/records.ts'

let count = 0
function document(type: string, symbol: string, issuedOn: string | null, issuer: string, title: string): CitedDocument {
  count += 1
  return CitedDocument.parse({
    id: `018f0000-0000-7000-8000-${(0xb000 + count).toString(16).padStart(12, '0')}`,
    type,
    symbol,
    issuedOn,
    issuer,
    title,
    validFrom: null,
    expiredFrom: null,
    replacedByIds: [],
    note: '',
    checkedOn: null,
    version: 1,
  })
}
const law = document('Luật', '65/2025/QH15', '2025-02-19', 'Quốc hội', 'Tổ chức chính quyền địa phương')
const clerical = document('Nghị định', '30/2020/NĐ-CP', '2020-03-05', 'Chính phủ', 'về công tác văn thư')
const programme = document('Nghị quyết', '76/NQ-CP', '2021-07-15', 'Chính phủ', 'về việc ban hành Chương trình tổng thể')
const party = document('Nghị quyết', '60-NQ/TU', '2021-12-15', 'Ban Thường vụ Tỉnh ủy', 'về đẩy mạnh cải cách hành chính')
const plan = document('Kế hoạch', '249/KH-UBND', '2021-12-29', 'UBND tỉnh', 'về cải cách hành chính')

const words = (bases: readonly LegalBasis[]): readonly string[] => legalBasisContents(bases).map(({ content }) => plainText(content))

test('each basis in full, ended with a semicolon, the last with a full stop', () =>
  expect(words([basisOf(law), basisOf(clerical)])).toEqual([
    'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 02 năm 2025;',
    'Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư.',
  ]))

test('what was written is read back as the same list, in any order', () => {
  const list = [plan, programme, law, party].map(basisOf)
  const provisions = legalBasisContents(list).map(({ content }, index) => aProvision(index + 1, 'legal-basis', content))
  const read = readLegalBases(provisions, 'body', [law, clerical, programme, party, plan])
  expect(read.map(({ documentId }) => documentId)).toEqual(list.map(({ documentId }) => documentId))
  expect(words(read.toReversed())).toEqual(words(list.toReversed()))
})

test('by rank: laws, the Government, the centre, the Party’s and the province’s; words without a document stay last', () => {
  const proposal = readLegalBases([aProvision(1, 'legal-basis', 'Theo đề nghị của Giám đốc Sở Nội vụ.')], 'body', [])
  expect(words(inRankOrder([...proposal, ...[plan, party, programme, clerical, law].map(basisOf)]))).toEqual([
    'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 02 năm 2025;',
    'Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;',
    'Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ về việc ban hành Chương trình tổng thể;',
    'Căn cứ Nghị quyết số 60-NQ/TU ngày 15 tháng 12 năm 2021 của Ban Thường vụ Tỉnh ủy về đẩy mạnh cải cách hành chính;',
    'Căn cứ Kế hoạch số 249/KH-UBND ngày 29 tháng 12 năm 2021 của UBND tỉnh về cải cách hành chính;',
    'Theo đề nghị của Giám đốc Sở Nội vụ.',
  ])
})

test('a basis written by hand keeps its words, its look and its footnote; only the mark at its end changes', () => {
  const note: Inline = { kind: 'footnote', id: '018f0000-0000-7000-8000-0000000000f1' as never, content: [] }
  const content: readonly Inline[] = [
    { kind: 'text', text: 'Căn cứ ' },
    { kind: 'text', text: 'Nghị quyết số 76/NQ-CP', bold: true, citation: { symbol: '76/NQ-CP', issuedOn: null } },
    { kind: 'text', text: ' ;' },
    note,
  ]
  const read = readLegalBases([aProvision(1, 'legal-basis', content)], 'body', [programme])
  expect(read[0]?.documentId).toBe(programme.id)
  expect(legalBasisContents(read)[0]?.content).toEqual([
    { kind: 'text', text: 'Căn cứ ' },
    { kind: 'text', text: 'Nghị quyết số 76/NQ-CP', bold: true, citation: { symbol: '76/NQ-CP', issuedOn: null } },
    { kind: 'text', text: '.', bold: true },
    note,
  ])
})
