import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findCitations } from '#shared/domain/citation.ts'
import { findYear, inNewYear } from '#shared/domain/leftover-years.ts'

const found = (text: string, year = 2023): readonly string[] =>
  findYear(text, year, findCitations(text)).map(({ start, length, is }) => `${is} ${text.slice(start, start + length)} @${start}`)

describe('an old plan’s year is found', () => {
  test.each([
    ['by itself', 'Kế hoạch CCHC năm 2023 như sau:', ['bare 2023 @18']],
    ['at the end of a period', 'hệ thống hóa văn bản kỳ 2019 - 2023 theo', ['period-end 2023 @31']],
    ['at the end of a period in words', 'từ năm 2021 đến năm 2023', ['period-end 2023 @20']],
    ['in a date', 'trước ngày 15/12/2023;', ['date 2023 @17']],
    ['in a date in words', 'ngày 15 tháng 12 năm 2023', ['date 2023 @21']],
    ['in a month', 'Tháng 6/2023', ['date 2023 @8']],
    ['in a quarter', 'Quý II/2023 và quý IV năm 2023', ['date 2023 @7', 'date 2023 @26']],
    ['twice', 'năm 2023; giao chủ trì năm 2023', ['bare 2023 @4', 'bare 2023 @27']],
  ])('%s', (_where, text, places) => expect(found(text)).toEqual(places))
})

describe('an old plan’s year is not found', () => {
  test.each([
    ['in a period that has none', 'giai đoạn 2021-2025, định hướng đến năm 2030'],
    ['where a period that runs on begins', 'giai đoạn 2023 - 2025'],
    ['where such a period is told in words', 'từ năm 2023 đến năm 2026'],
    ['in a symbol', 'Nghị quyết số 15/2023/NQ-HĐND của HĐND tỉnh'],
    ['in the date of a cited document', 'Quyết định số 12/QĐ-UBND ngày 03/01/2023 của UBND tỉnh'],
    ['in its date in words', 'Quyết định số 12/QĐ-UBND ngày 03 tháng 01 năm 2023'],
    ['in a longer number', 'tổng số 120230 hồ sơ, mã 20231'],
  ])('%s', (_where, text) => expect(found(text)).toEqual([]))
})

test('whatever stands around it, a place is where the year stands', () => {
  const piece = fc.oneof(
    fc.constantFrom('năm ', '2019 - ', '15/12/', 'Quý II/', ' đến năm ', 'số 35/', '/KH-UBND', ' ngày ', '; ', 'giai đoạn '),
    fc.integer({ min: 1990, max: 2100 }).map(String),
    fc.string({ maxLength: 6 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.integer({ min: 1990, max: 2100 }), (pieces, year) => {
      const text = pieces.join('')
      for (const { start, length } of findYear(text, year, findCitations(text)))
        expect(text.slice(start, start + length)).toBe(String(year))
    }),
  )
})

test('a title takes the new year where the old one stands by itself', () => {
  expect(inNewYear('Tổng kết giai đoạn 2019 - 2023, nhiệm vụ năm 2023', 2023, 2024)).toBe(
    'Tổng kết giai đoạn 2019 - 2023, nhiệm vụ năm 2024',
  )
})
