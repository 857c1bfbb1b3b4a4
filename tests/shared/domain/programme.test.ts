import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTarget } from '#shared/domain/programme.ts'

const hundredthsOf = (text: string): number | null | undefined => readTarget(text)?.hundredths

describe('a yearly target is kept word for word, with its number where the words say exactly one', () => {
  test.each([
    ['95', 9500],
    ['≥ 95 %', 9500],
    ['từ 95,5% trở lên', 9550],
    ['trên 1.200 hồ sơ', 120000],
    ['1.234,5', 123450],
    ['94.5', 9450],
    ['0,05', 5],
    ['02', 200],
    ['tối thiểu 30% thời gian', 3000],
    ['100%', 10000],
  ])('%s', (text, hundredths) => {
    expect(readTarget(text)).toEqual({ words: text, hundredths })
  })

  test.each(['Nhóm khá', '-', 'Có', '15/63', '2 - 3', '30/6/2023', '2021-2025', 'Nhóm A1', 'hạng 20 trong 63', '99,999', 'Đạt mức 2b'])(
    '“%s” says no number, or not one alone: it stays words',
    (text) => {
      expect(readTarget(text)).toEqual({ words: text, hundredths: null })
    },
  )

  test('an empty cell is no target; white space of a spreadsheet does not count', () => {
    expect([readTarget(''), readTarget(' \n '), readTarget(' ≥  80\n%')]).toEqual([null, null, { words: '≥ 80 %', hundredths: 8000 }])
  })

  test('every number an office can write with two decimals is read as it is, with and without points for thousands', () => {
    const writing = fc.record({ whole: fc.nat(999_999_999), rest: fc.nat(99), points: fc.boolean() })
    fc.assert(
      fc.property(writing, ({ whole, rest, points }) => {
        const written = points ? String(whole).replace(/\B(?=(\d{3})+$)/g, '.') : String(whole)
        const text = rest === 0 ? written : `${written},${String(rest).padStart(2, '0')}`
        expect(hundredthsOf(`đạt ${text}%`)).toBe(whole * 100 + rest)
      }),
    )
  })
})
