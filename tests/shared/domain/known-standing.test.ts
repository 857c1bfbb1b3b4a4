import { expect, test } from 'vitest'
import { CitedDocument } from '#shared/domain/cited-document.ts'
import { knownStandings } from '#shared/domain/known-standing.ts'

const aDocument = (number: number, patch: Partial<CitedDocument> & Pick<CitedDocument, 'symbol'>): CitedDocument =>
  CitedDocument.parse({
    id: `018f0000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`,
    type: 'Chỉ thị',
    issuedOn: null,
    issuer: '',
    title: '',
    validFrom: null,
    expiredFrom: null,
    replacedByIds: [],
    note: '',
    checkedOn: null,
    version: 1,
    ...patch,
  })
const successor = aDocument(9, { symbol: '23/CT-TTg', checkedOn: '2023-01-01' })
const standing = knownStandings(
  [
    successor,
    aDocument(1, { symbol: '43/CT-TTg', replacedByIds: [successor.id] }),
    aDocument(2, { symbol: '157/KH-UBND', issuedOn: '2020-06-01', expiredFrom: '2021-01-01' }),
    aDocument(3, { symbol: '157/KH-UBND', issuedOn: '2022-06-01', checkedOn: '2023-01-01' }),
  ],
  '2024-01-01',
)

test.each([
  ['replaced, and by what', '43/CT-TTg', null, { kind: 'replaced', by: 'Chỉ thị số 23/CT-TTg' }],
  ['looked up and in force', '23/CT-TTg', '2023-05-05', { kind: 'in-force' }],
  ['told from another of its number by the date', '157/KH-UBND', '2020-06-01', { kind: 'expired', by: null }],
  ['one of two by the same number: not guessed', '157/KH-UBND', null, { kind: 'unknown' }],
  ['not in the registry', '1/QĐ-TTg', null, { kind: 'unknown' }],
])('a cited document is %s', (_case, symbol, issuedOn, expected) => expect(standing(symbol, issuedOn)).toEqual(expected))
