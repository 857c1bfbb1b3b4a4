import { test, expect } from 'vitest'
import fc from 'fast-check'
import { fromRoman, toRoman } from '#shared/language/roman.ts'

test('a Roman numeral reads back as the number it was made from', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3999 }), (value) => {
      expect(fromRoman(toRoman(value))).toBe(value)
    }),
  )
})

test('what is not a numeral is not read as one', () => {
  expect(['IIII', 'IC', 'VV', '', 'A', 'I V', 'MMMM'].map(fromRoman)).toEqual([null, null, null, null, null, null, null])
})
