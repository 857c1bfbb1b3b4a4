import { test, expect } from 'vitest'
import fc from 'fast-check'
import { compareVietnamese, fold } from '#shared/language/fold.ts'

test('a name is found without accents, capitals or the bar of đ', () => {
  expect(['Ủy ban nhân dân', 'Uỷ ban nhân dân', 'ĐÌNH LẬP', 'Hữu  Lũng\u00a0'].map(fold)).toEqual([
    'uy ban nhan dan',
    'uy ban nhan dan',
    'dinh lap',
    'huu lung',
  ])
})

test('composed and decomposed letters fold to the same text, and folding again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
      expect(fold(fold(text))).toBe(fold(text))
    }),
  )
})

test('agencies are listed in Vietnamese order: d before đ, numbers by value', () => {
  expect(['Đình Lập', 'Dương', 'Điều 10', 'Điều 9', 'Cao Lộc', 'Ân Thi', 'An Thi'].toSorted(compareVietnamese)).toEqual([
    'An Thi',
    'Ân Thi',
    'Cao Lộc',
    'Dương',
    'Điều 9',
    'Điều 10',
    'Đình Lập',
  ])
})
