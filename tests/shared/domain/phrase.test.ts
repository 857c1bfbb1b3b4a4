import { describe, expect, test } from 'vitest'
import { plainText } from '#shared/domain/inline.ts'
import { findPhrases, phraseContent, slashCall, wordCall, type Phrase } from '#shared/domain/phrase.ts'
import { homeAffairs } from '../../helpers/plan-workspace.ts'
import { phraseId } from '../../helpers/shelf.ts'

const aPhrase = (number: number, key: string, text: string): Phrase => ({
  id: phraseId(number),
  key,
  group: '',
  content: text === '' ? [] : [{ kind: 'text', text }],
  version: 1,
})
const phrases = [
  aPhrase(1, 'csbn', 'Các sở, ban, ngành, UBND các huyện, thành phố'),
  aPhrase(2, 'bc', 'báo cáo kết quả thực hiện về Sở Nội vụ trước ngày'),
  aPhrase(3, 'bcq', 'Báo cáo quý'),
  aPhrase(4, '', 'nghiêm túc triển khai thực hiện'),
  aPhrase(5, 'đx', 'đề xuất, kiến nghị'),
  aPhrase(6, 'trong', ''),
]
const found = (letters: string): readonly number[] => findPhrases(letters, phrases).map(({ id }) => Number.parseInt(id.slice(-4), 16))

describe('a phrase is found', () => {
  test('by its key first, without accents, the shorter key before the longer', () => {
    expect([found('bc'), found('BC'), found('dx'), found('csb')]).toEqual([[2, 3], [2, 3], [5], [1]])
  })
  test('by the first letters of its words, and by the beginning of any word', () => {
    expect([found('nttk'), found('trien'), found('nganh')]).toEqual([[4], [4], [1]])
  })
  test('all of those with words, when no letter is typed; none when none fits', () => {
    expect([found(''), found('xyz')]).toEqual([[4, 2, 5, 3, 1], []])
  })
})

describe('a call', () => {
  test.each([
    ['/', { from: 0, letters: '' }],
    ['Giao /csb', { from: 5, letters: 'csb' }],
    ['(/đx', { from: 1, letters: 'đx' }],
  ])('“%s” is one', (before, call) => {
    expect(slashCall(before)).toEqual(call)
  })
  test.each(['76/NQ-CP', 'và/hoặc', 'Giao /csb ', 'ngày 15/7', 'http://a', '24/7/', ''])(
    '“%s” is none: a slash inside a word is a letter',
    (before) => {
      expect(slashCall(before)).toBeNull()
    },
  )
  test('by key takes the word before the caret', () => {
    expect([wordCall('Giao csb'), wordCall('Giao '), wordCall('')]).toEqual([
      { from: 5, letters: 'csb' },
      { from: 5, letters: '' },
      { from: 0, letters: '' },
    ])
  })
})

test('a phrase keeps the look of its words, and nothing that belongs to one text', () => {
  const content = phraseContent([
    { kind: 'text', text: 'Sở Nội vụ', bold: true, party: { kind: 'agency', agencyId: homeAffairs.id } },
    { kind: 'line-break' },
    { kind: 'text', text: '76/NQ-CP', citation: { symbol: '76/NQ-CP', issuedOn: null } },
  ])
  expect([content, plainText(content)]).toEqual([
    [
      { kind: 'text', text: 'Sở Nội vụ', bold: true },
      { kind: 'text', text: ' ' },
      { kind: 'text', text: '76/NQ-CP' },
    ],
    'Sở Nội vụ 76/NQ-CP',
  ])
})
