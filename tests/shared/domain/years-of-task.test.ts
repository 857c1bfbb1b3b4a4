import { describe, expect, test } from 'vitest'
import { readDeadline } from '#shared/domain/deadline-phrase.ts'
import { speakingOf, standsIn, type YearWording } from '#shared/domain/years-of-task.ts'

const yearsOf = (phrase: string): readonly number[] =>
  [2024, 2025, 2026].filter((year) => standsIn(readDeadline(phrase, { planYear: 2023 }), 2023, year))

test('a row of 2023 stands in the years it was written for and until it is closed, an ordinary one in its own only', () => {
  expect(
    [
      'Quý II/2023',
      'Thường xuyên',
      'Hằng quý',
      '2023 - 2025',
      'Đến hết năm 2025',
      'Từ năm 2023 trở đi',
      'Tháng 12/2023; tháng 3/2024',
      '',
    ].map((phrase) => [phrase, yearsOf(phrase)]),
  ).toEqual([
    ['Quý II/2023', []],
    ['Thường xuyên', []],
    ['Hằng quý', []],
    ['2023 - 2025', [2024, 2025, 2026]],
    ['Đến hết năm 2025', [2024, 2025, 2026]],
    ['Từ năm 2023 trở đi', [2024, 2025, 2026]],
    ['Tháng 12/2023; tháng 3/2024', [2024, 2025, 2026]],
    ['', []],
  ])
})

test('a recurring duty whose years are over asks for nothing more', () => {
  const deadline = readDeadline('Hằng quý', { planYear: 2023 })
  const windowed = { ...deadline, milestones: deadline.milestones.map((one) => ({ ...one, start: '2023-01-01', due: '2024-12-31' })) }
  expect([2024, 2025].map((year) => standsIn(windowed, 2023, year))).toEqual([true, false])
})

const paper = (year: number, phrase: string): YearWording => ({
  year,
  since: `${year}-02-01`,
  deadline: readDeadline(phrase, { planYear: year }),
})
const word = (happenedOn: string, due: string | null = 'm1'): { readonly happenedOn: string; readonly due: string | null } => ({
  happenedOn,
  due,
})

describe('a task carried over', () => {
  const said = [word('2023-11-20'), word('2024-01-15'), word('2024-03-10')]
  const days = (of: YearWording, papers: readonly YearWording[], facts = said): readonly string[] =>
    speakingOf(facts, of, papers, of.year).map(({ happenedOn }) => happenedOn)

  test('is finished for the year by what was said under that year’s paper, which counts until the next is issued', () => {
    const [old, now] = [paper(2023, 'Tháng 12/2023'), paper(2024, 'Tháng 12/2024')]
    expect([days(old, [old, now]), days(now, [old, now])]).toEqual([['2023-11-20', '2024-01-15'], ['2024-03-10']])
  })

  test('with the same day in both papers is one due, and all that was said speaks of it', () => {
    const [old, now] = [paper(2023, 'Tháng 12/2025'), paper(2024, 'Tháng 12/2025')]
    const all = said.map(({ happenedOn }) => happenedOn)
    expect([days(old, [old, now]), days(now, [old, now])]).toEqual([all, all])
  })

  test('a word about the whole of a recurring duty speaks of its own year, one about a quarter of its quarter', () => {
    const [old, now] = [paper(2023, 'Hằng quý'), paper(2024, 'Hằng quý')]
    const facts = [word('2023-12-20', null), word('2024-01-10', 'm1:2023-Q4'), word('2024-04-10', null)]
    expect([days(old, [old, now], facts), days(now, [old, now], facts)]).toEqual([
      ['2023-12-20', '2024-01-10'],
      ['2024-01-10', '2024-04-10'],
    ])
  })
})
