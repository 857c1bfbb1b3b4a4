import { describe, expect, test } from 'vitest'
import { readDeadline } from '#shared/domain/deadline-phrase.ts'
import { type Case, commonPhrases, milestone, realPhrases, samplePhrases } from '../../helpers/deadline-phrases.ts'

/** One test a phrase: exactly these milestones, the phrase word for word. */
function expectMeanings(cases: readonly Case[], planYear: number, issuedOn: string | null = null): void {
  test.each(cases.map(([phrase, ...milestones]) => ({ phrase, milestones })))('$phrase', ({ phrase, milestones }) =>
    expect(readDeadline(phrase, { planYear, issuedOn })).toEqual({ phrase, milestones }),
  )
}

describe('a deadline phrase means what its writer meant, and stays word for word', () => {
  expectMeanings(realPhrases, 2026)
  expectMeanings(commonPhrases, 2026)
  expectMeanings(samplePhrases, 2023)
  test('the collection is whole', () => expect([realPhrases.length, commonPhrases.length]).toEqual([67, 5]))
})

describe('days counted from the issue of the plan are dated once it is issued', () => {
  expectMeanings(
    [
      [
        '100 ngày kể từ ngày ban hành Kế hoạch',
        milestone('relative', { due: '2026-04-20', relative: { days: 100, dayKind: 'calendar', event: 'ban hành Kế hoạch' } }),
      ],
      [
        'hoàn thành trong 15 ngày kể từ ngày Kế hoạch được ban hành',
        milestone('relative', { due: '2026-01-25', relative: { days: 15, dayKind: 'calendar', event: 'Kế hoạch được ban hành' } }),
      ],
      [
        '5 ngày làm việc kể từ ngày ban hành Kế hoạch',
        milestone('relative', {
          due: '2026-01-16',
          relative: { days: 5, dayKind: 'working', event: 'ban hành Kế hoạch' },
          doubt: 'working-days',
        }),
      ],
      [
        'Từ ngày ban hành Kế hoạch trở đi',
        milestone('period', {
          start: '2026-01-10',
          openEnded: true,
          relative: { days: 0, dayKind: 'calendar', event: 'ban hành Kế hoạch' },
        }),
      ],
      ['Từ nay đến hết năm 2026', milestone('period', { start: '2026-01-10', due: '2026-12-31' })],
      // The event of another body is not the plan's.
      [
        '20 ngày sau khi Tỉnh uỷ ban hành',
        milestone('relative', { relative: { days: 20, dayKind: 'calendar', event: 'Tỉnh uỷ ban hành' } }),
      ],
    ],
    2026,
    '2026-01-10',
  )
})
