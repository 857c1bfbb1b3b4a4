import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blankDate, blankNumber, officialDate, officialNumber, parseOfficialDate } from '#shared/decree/official-words.ts'

const aDay = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

test('an official date reads back as the same day', () => {
  fc.assert(
    fc.property(aDay, (day) => {
      expect(parseOfficialDate(officialDate(day))).toBe(day)
    }),
  )
})

test.each([
  ['2020-01-05', 'ngày 05 tháng 01 năm 2020'],
  ['2023-02-09', 'ngày 09 tháng 02 năm 2023'],
  ['2019-06-29', 'ngày 29 tháng 6 năm 2019'],
  ['2022-12-31', 'ngày 31 tháng 12 năm 2022'],
])('%s takes a zero before a day below 10 and before months 1 and 2 only', (day, words) => {
  expect(officialDate(day)).toBe(words)
})

test('a day that no calendar has is no date', () => {
  expect(['ngày 31 tháng 02 năm 2023', 'ngày 00 tháng 6 năm 2023', 'ngày tháng 6 năm 2023', 'hôm nay'].map(parseOfficialDate)).toEqual([
    null,
    null,
    null,
    null,
  ])
})

test.each([
  ['5', '05/KH-UBND'],
  ['05', '05/KH-UBND'],
  ['249', '249/KH-UBND'],
  ['12a', '12a/KH-UBND'],
])('number %s is written %s', (number, words) => {
  expect(officialNumber(number, 'KH-UBND')).toBe(words)
})

test('the room for number and date holds in Word and on the page: no ordinary space that would close up', () => {
  expect([blankNumber('KH-UBND'), blankDate(2023), blankDate(null)].map((words) => words.replace(/\u00a0/g, '_'))).toEqual([
    '_______/KH-UBND',
    'ngày ____ tháng ____ năm 2023',
    'ngày ____ tháng ____ năm ________',
  ])
})
