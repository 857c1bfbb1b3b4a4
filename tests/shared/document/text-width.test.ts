import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textWidth, wrapText } from '#shared/document/text-width.ts'

test('the national name at 13 points is 95.7 mm wide, as Word and LibreOffice set it', () => {
  expect((textWidth('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 13, 'bold') * 25.4) / 72).toBeCloseTo(95.7, 1)
})

test('every letter of Vietnamese has a width of its own: none falls back to a guess', () => {
  const letters = 'aăâeêioôơuưyđ'
    .split('')
    .flatMap((letter) => ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((tone) => (letter + tone).normalize('NFC')))
  const guess = textWidth('\u{1F600}', 100, 'regular')
  const both = letters.flatMap((letter) => [letter, letter.toLocaleUpperCase('vi')]).filter((letter) => letter.length === 1)
  expect(both.filter((letter) => textWidth(letter, 100, 'regular') === guess)).toEqual([])
})

const aText = fc
  .array(fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'đ', 'ê', 'ư', 'ơ', 'Ư', 'Ậ'), minLength: 1, maxLength: 30 }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((words) => words.join(' '))

test('a wrapped text loses no letter, and no line is wider than its column', () => {
  fc.assert(
    fc.property(aText, fc.integer({ min: 40, max: 400 }), (text, width) => {
      const lines = wrapText(text, 12, 'regular', width)
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      expect(lines.filter((line) => textWidth(line, 12, 'regular') > width + 0.001)).toEqual([])
    }),
  )
})
