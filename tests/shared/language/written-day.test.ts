import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readWrittenDay } from '#shared/language/written-day.ts'

const read = (text: string): string => Object.values(readWrittenDay(text, 2023))[0] as string

test('a day that people write into a cell is understood, and what could be two days, or lacks a part, is not guessed', () => {
  const told = [
    '5/7/2023',
    '05.07.2023',
    '5-7-2023',
    ' 05 / 07 / 2023 ',
    '2023-07-05',
    '2023-07-05T00:00:00.000Z',
    '05/07/2023 00:00:00',
    '5/7/23',
    'ngày 5 tháng 7 năm 2023',
    'Ngày 05 tháng 7/2023',
    'mùng 5 tháng 7 năm 2023',
    'ngày năm tháng bảy năm 2023',
    'ngày ba mươi mốt tháng mười hai năm 2023',
    'ngày mười lăm tháng giêng năm 2023',
    'Ngày 5 tháng 7 năm 2023',
    '5/7/19',
    '7/25/2023',
    '31/4/2023',
    '30/2/2023',
    '45/7/2023',
    '5/7',
    'ngày 5 tháng 7',
    'tháng 7/2023',
    '7/2023',
    'Quý II/2023',
    'cuối tháng 7 năm 2023',
    '2023',
    'hôm qua',
    'đã xong',
    '',
  ].map((text) => `${text} → ${read(text)}`)
  expect(told).toEqual([
    '5/7/2023 → 2023-07-05',
    '05.07.2023 → 2023-07-05',
    '5-7-2023 → 2023-07-05',
    ' 05 / 07 / 2023  → 2023-07-05',
    '2023-07-05 → 2023-07-05',
    '2023-07-05T00:00:00.000Z → 2023-07-05',
    '05/07/2023 00:00:00 → 2023-07-05',
    '5/7/23 → 2023-07-05',
    'ngày 5 tháng 7 năm 2023 → 2023-07-05',
    'Ngày 05 tháng 7/2023 → 2023-07-05',
    'mùng 5 tháng 7 năm 2023 → 2023-07-05',
    'ngày năm tháng bảy năm 2023 → 2023-07-05',
    'ngày ba mươi mốt tháng mười hai năm 2023 → 2023-12-31',
    'ngày mười lăm tháng giêng năm 2023 → 2023-01-15',
    'Ngày 5 tháng 7 năm 2023 → 2023-07-05',
    '5/7/19 → two-digit-year',
    '7/25/2023 → month-first',
    '31/4/2023 → no-such-day',
    '30/2/2023 → no-such-day',
    '45/7/2023 → no-such-day',
    '5/7 → no-year',
    'ngày 5 tháng 7 → no-year',
    'tháng 7/2023 → no-day',
    '7/2023 → no-day',
    'Quý II/2023 → no-day',
    'cuối tháng 7 năm 2023 → no-day',
    '2023 → no-day',
    'hôm qua → not-understood',
    'đã xong → not-understood',
    ' → not-understood',
  ])
})

test('every day of the calendar is read back however it is written', () => {
  const written: readonly ((date: number, month: number, year: number) => string)[] = [
    (date, month, year) => `${date}/${month}/${year}`,
    (date, month, year) => `${String(date).padStart(2, '0')}.${String(month).padStart(2, '0')}.${year}`,
    (date, month, year) => `ngày ${date} tháng ${month} năm ${year}`,
    (date, month, year) => `${year}-${month}-${date}`,
  ]
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true }),
      fc.constantFrom(...written),
      (at, write) => {
        const day = at.toISOString().slice(0, 10)
        expect(readWrittenDay(write(at.getUTCDate(), at.getUTCMonth() + 1, at.getUTCFullYear()), 2023)).toEqual({ day })
      },
    ),
  )
})
