import { expect, test } from 'vitest'
import { readDeadline } from '#shared/domain/deadline-phrase.ts'
import { duesOf, isContinuous } from '#shared/domain/followed-due.ts'
import { namePeriod } from '#shared/text/vi/light.ts'

const dues = (phrase: string, year = 2023): readonly string[] =>
  duesOf(readDeadline(phrase, { planYear: year }), year).map(
    ({ key, due, period }) => `${key} ${due ?? '–'}${period === null ? '' : ` ${namePeriod(period)}`}`,
  )

test.each([
  ['Quý II/2023', ['m1 2023-06-30']],
  ['Thường xuyên', ['m1 –']],
  ['', ['m1 –']],
  [
    'Thường xuyên, định kỳ báo cáo theo Quý',
    [
      'm1 –',
      'm2:2023-Q1 2023-03-31 Quý I/2023',
      'm2:2023-Q2 2023-06-30 Quý II/2023',
      'm2:2023-Q3 2023-09-30 Quý III/2023',
      'm2:2023-Q4 2023-12-31 Quý IV/2023',
    ],
  ],
  ['trước ngày 15/12 hằng năm', ['m1:2023-Y1 2023-12-15 Năm 2023']],
  ['Hằng năm', ['m1:2023-Y1 2023-12-31 Năm 2023']],
  ['Quý I/2023 lựa chọn nhiệm vụ. Quý IV/2023 báo cáo kết quả thực hiện', ['m1 2023-03-31', 'm2 2023-12-31']],
  ['Khi có phát sinh', ['m1 –']],
  ['Theo tiến độ xây dựng KPI', ['m1 –']],
])('“%s” asks in 2023 for %j', (phrase, expected) => {
  expect(dues(phrase)).toEqual(expected)
})

test('a monthly duty falls due twelve times, a weekly one on the Fridays of the year', () => {
  expect([dues('Hằng tháng').length, dues('Hằng tuần').at(0), dues('Hằng tuần').length]).toEqual([
    12,
    'm1:2023-W1 2023-01-06 Tuần 1/2023',
    52,
  ])
})

const continuous = (phrase: string): boolean => isContinuous(readDeadline(phrase, { planYear: 2023 }))

test('what goes on all the time is told from what has no day yet', () => {
  expect(['Thường xuyên', 'Khi có phát sinh', 'Từ Quý I/2023', 'Theo tiến độ xây dựng KPI', 'Quý I/2023'].map(continuous)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
})
