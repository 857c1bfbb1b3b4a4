import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findMatches, surroundings, type SearchOptions } from '#shared/domain/text-search.ts'

const loose: SearchOptions = { exactAccents: false, matchCase: false, wholeWords: false }
const found = (text: string, words: string, options: Partial<SearchOptions> = {}): readonly string[] =>
  findMatches(text, words, { ...loose, ...options }).map(({ start, length }) => text.slice(start, start + length))

test('typing without accents finds words with them, đ included, whatever white space stands between', () => {
  expect(found('Đẩy  mạnh; đẩy\nmạnh phân cấp', 'day manh')).toEqual(['Đẩy  mạnh', 'đẩy\nmạnh'])
})

test('each switch narrows: accents, case, whole words', () => {
  const text = 'Sở Nội vụ, sơ đồ, Sởn'
  expect(found(text, 'so')).toEqual(['Sở', 'sơ', 'Sở'])
  expect(found(text, 'sơ', { exactAccents: true })).toEqual(['sơ'])
  expect(found(text, 'So', { matchCase: true })).toEqual(['Sở', 'Sở'])
  expect(found(text, 'so', { wholeWords: true })).toEqual(['Sở', 'sơ'])
})

test('a text that lies open as decomposed letters is found letter by letter all the same', () => {
  expect(found('kế hoạch'.normalize('NFC'), 'kế hoạch'.normalize('NFD'), { exactAccents: true })).toEqual(['kế hoạch'])
})

test('the words around a place are cut at a space', () => {
  const text = 'Tiếp tục triển khai thực hiện rà soát, đơn giản hóa thủ tục hành chính nội bộ'
  const [match] = findMatches(text, 'rà soát', loose)
  expect(match && surroundings(text, match, 16)).toEqual({ before: '… khai thực hiện ', match: 'rà soát', after: ', đơn giản hóa …' })
})

test('what is cut out of a text anywhere is found in it', () =>
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zđàáạăâ ]{3,30}$/), fc.nat(), fc.nat(), (text, one, other) => {
      const start = one % text.length
      const words = text.slice(start, start + 1 + (other % (text.length - start)))
      if (words.trim() === '') return
      const matches = findMatches(text, words, { exactAccents: true, matchCase: true, wholeWords: false })
      expect(matches.length).toBeGreaterThan(0)
    }),
  ))
