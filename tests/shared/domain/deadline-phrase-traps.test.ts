import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Deadline, deadlineDue, deadlineKind, type Milestone } from '#shared/domain/deadline.ts'
import { readDeadline } from '#shared/domain/deadline-phrase.ts'
import { describeDeadline, writtenDay } from '#shared/text/vi/deadline.ts'
import { type Case, commonPhrases, milestone, realPhrases, samplePhrases } from '../../helpers/deadline-phrases.ts'

const read = (phrase: string, planYear = 2026, issuedOn: string | null = null): Deadline => readDeadline(phrase, { planYear, issuedOn })

/** One test a phrase: exactly these milestones, the phrase word for word. */
function expectMeanings(cases: readonly Case[], planYear: number, issuedOn: string | null = null): void {
  test.each(cases.map(([phrase, ...milestones]) => ({ phrase, milestones })))('$phrase', ({ phrase, milestones }) =>
    expect(readDeadline(phrase, { planYear, issuedOn })).toEqual({ phrase, milestones }),
  )
}

const quarter = (number: number, parts: Partial<Milestone> = {}) =>
  milestone('quarter', {
    start: ['2023-01-01', '2023-04-01', '2023-07-01', '2023-10-01'][number - 1] ?? '',
    due: ['2023-03-31', '2023-06-30', '2023-09-30', '2023-12-31'][number - 1] ?? '',
    ...parts,
  })

describe('traps', () => {
  expectMeanings(
    [
      // A date inside the name of a cited document is not a deadline.
      ['theo Kế hoạch số 12/KH-UBND ngày 03/02/2023', milestone('reference')],
      ['Theo Quyết định số 15/2022/QĐ-UBND ngày 13 tháng 7 năm 2022', milestone('reference')],
      ['Hoàn thành theo Kế hoạch số 12/KH-UBND ngày 03/02/2023 trong Quý II/2023', milestone('reference'), quarter(2)],
      // A spreadsheet's serial number is.
      ['46112', milestone('date', { due: '2026-03-31', doubt: 'excel-serial' })],
      ['46112.0', milestone('date', { due: '2026-03-31', doubt: 'excel-serial' })],
      ['46023', milestone('date', { due: '2026-01-01', doubt: 'excel-serial' })],
      ['12/25/2023', milestone('date', { due: '2023-12-25', doubt: 'day-month-swapped' })],
      ['2023-06-30', milestone('date', { due: '2023-06-30' })],
      ['30.6.2023', milestone('date', { due: '2023-06-30' })],
      // Lists and periods share one year and one word.
      ['Quý I, II, IV/2023', quarter(1), quarter(2), quarter(4)],
      ['Quý I/2023 và Quý III', quarter(1), quarter(3)],
      ['quý 2/2023', quarter(2)],
      ['tháng 6 - 7/2023', milestone('period', { start: '2023-06-01', due: '2023-07-31' })],
      ['Tháng 11 - tháng 02/2024', milestone('period', { start: '2023-11-01', due: '2024-02-29' })],
      ['từ 01/3 đến 30/4/2023', milestone('period', { start: '2023-03-01', due: '2023-04-30' })],
      [
        'Tháng 6, tháng 12',
        milestone('month', { start: '2023-06-01', due: '2023-06-30', assumedYear: true }),
        milestone('month', { start: '2023-12-01', due: '2023-12-31', assumedYear: true }),
      ],
      // Recurrences.
      [
        'định kỳ quý, 6 tháng và năm',
        ...(['quarter', 'half-year', 'year'] as const).map((every) =>
          milestone('recurring', { recurrence: { every, month: null, day: null } }),
        ),
      ],
      ['Trước ngày 25 hằng tháng', milestone('recurring', { recurrence: { every: 'month', month: null, day: 25 } })],
      ['02 lần/năm', milestone('recurring', { recurrence: { every: 'half-year', month: null, day: null } })],
      ['Thường xuyên (báo cáo trước 15/12/2023)', milestone('continuous'), milestone('by', { due: '2023-12-15', label: 'báo cáo' })],
      ['theo quy định', milestone('reference')],
      [
        'Trước ngày 10/3, 10/6, 10/9 và 05/12/2023',
        ...['03-10', '06-10', '09-10', '12-05'].map((day) => milestone('by', { due: `2023-${day}` })),
      ],
      ['Trước 15/6 và 15/12', ...['06-15', '12-15'].map((day) => milestone('by', { due: `2023-${day}`, assumedYear: true }))],
      ['01/01 - 31/12/2023', milestone('period', { start: '2023-01-01', due: '2023-12-31' })],
      ['Quý II/III năm 2023', quarter(2), quarter(3)],
      ['Quí II/2023', quarter(2)],
      ['Tháng 6/23', milestone('month', { start: '2023-06-01', due: '2023-06-30' })],
      ['T6/2023', milestone('month', { start: '2023-06-01', due: '2023-06-30' })],
      ['15/6/23', milestone('date', { due: '2023-06-15' })],
      ['Trước 17h00 ngày 15/12/2023', milestone('by', { due: '2023-12-15' })],
      [
        'Năm 2023, 2024',
        milestone('year', { start: '2023-01-01', due: '2023-12-31' }),
        milestone('year', { start: '2024-01-01', due: '2024-12-31' }),
      ],
      [
        'Định kỳ 6 tháng, 01 năm',
        ...(['half-year', 'year'] as const).map((every) => milestone('recurring', { recurrence: { every, month: null, day: null } })),
      ],
      ['Các quý trong năm', milestone('recurring', { recurrence: { every: 'quarter', month: null, day: null } })],
      // A session's day is not the year's end.
      [
        'Trước kỳ họp HĐND cuối năm',
        milestone('relative', { relative: { days: null, dayKind: 'calendar', event: 'Trước kỳ họp HĐND cuối năm' } }),
      ],
      [
        'Khi có văn bản hướng dẫn',
        milestone('relative', { relative: { days: null, dayKind: 'calendar', event: 'Khi có văn bản hướng dẫn' } }),
      ],
      // Doubtful ones say so.
      ['Tuần 2 tháng 3', milestone('month', { start: '2023-03-01', due: '2023-03-31', assumedYear: true, doubt: 'vague' })],
      ['Năm học 2023 - 2024', milestone('period', { start: '2023-01-01', due: '2024-12-31', doubt: 'vague' })],
      ['Xong trước quý III/2023', milestone('by', { due: '2023-06-30', doubt: 'before-span' })],
      ['đầu tháng 6/2023', milestone('month', { start: '2023-06-01', due: '2023-06-30', doubt: 'vague' })],
      ['Quý II/2023; sau đó mở 3 lớp', quarter(2, { doubt: 'partly-read' })],
      // Line ends inside a cell: a broken line, and two sentences.
      ['Quý\nII/2023', quarter(2)],
      ['Dự thảo: Quý I/2023\nBan hành: Quý II/2023', quarter(1, { label: 'Dự thảo' }), quarter(2, { label: 'Ban hành' })],
      [
        'Quý I/2023: xây dựng kế hoạch, Quý II/2023: thực hiện',
        quarter(1, { label: 'xây dựng kế hoạch' }),
        quarter(2, { label: 'thực hiện' }),
      ],
      ['QUÝ II/2023', quarter(2)],
      ['Quy II/2023', quarter(2)],
      // Not understood: nothing, never a guess.
      ['31/02/2023'],
      ['Quý V/2023'],
      ['3 lớp'],
      ['Sở Nội vụ'],
      [''],
      ['99999'],
      ['Tháng 13/2023'],
    ],
    2023,
  )

  test('letters typed apart (NFD) read like the composed ones, and the phrase stays as it came', () => {
    const phrase = 'Quý II và Quý IV/2023'.normalize('NFD')
    expect(read(phrase, 2023)).toEqual({ phrase, milestones: [quarter(2), quarter(4)] })
  })
})

describe('properties', () => {
  const day = fc
    .date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2150-12-31T00:00:00Z'), noInvalidDate: true })
    .map((moment) => moment.toISOString().slice(0, 10))
  const piece = fc.oneof(
    fc.constantFrom(...[...realPhrases, ...commonPhrases, ...samplePhrases].map(([phrase]) => phrase)),
    fc.constantFrom(
      'trước',
      'ngày',
      'và',
      '-',
      ';',
      '(',
      ')',
      'quý',
      'II',
      'hằng năm',
      'theo',
      'từ',
      'đến',
      '30/6',
      '2023',
      'tháng 12',
      '\n',
      '. ',
      'kể từ ngày',
      '10 ngày',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )
  const anyPhrase = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(' '))

  test('whatever is typed is kept word for word, never throws, and is never due before it starts', () =>
    fc.assert(
      fc.property(anyPhrase, fc.integer({ min: 1990, max: 2200 }), fc.option(day), (phrase, planYear, issuedOn) => {
        const deadline = read(phrase, planYear, issuedOn)
        expect(deadline.phrase).toBe(phrase)
        for (const { kind, start, due, openEnded } of deadline.milestones) {
          expect(start === null || due === null || start <= due).toBe(true)
          expect(kind === 'unknown' || (openEnded && due !== null)).toBe(false)
        }
        expect(describeDeadline(deadline).length).toBeGreaterThan(0)
      }),
    ))

  test('a day written as the office writes it reads back as the same day', () =>
    fc.assert(
      fc.property(day, (date) => {
        const [year, month, number] = date.split('-')
        const forms = [
          writtenDay(date),
          `Trước ngày ${writtenDay(date)}`,
          `${number}/${month}/${year}`,
          `ngày ${number} tháng ${Number(month)} năm ${year}`,
        ]
        expect(forms.map((form) => deadlineDue(read(form)))).toEqual(forms.map(() => date))
      }),
    ))
})

test('the grid shows a meaning in a few words', () => {
  const shown = [
    'Quý II/2023',
    'Thường xuyên',
    'Hằng quý',
    'sau khi xong',
    'Theo Kế hoạch của Chính phủ',
    'trước ngày 15/12 hằng năm',
    'Từ 01/7/2025',
    'Quý II - Quý IV/2023',
    '10 ngày kể từ ngày nhận Kế hoạch này',
    'Trước 30/6',
    'Quý I/2023 lựa chọn nhiệm vụ',
    'Trước kỳ họp HĐND cuối năm',
    '45107',
    'bao giờ xong thì thôi',
  ]
  expect(shown.map((phrase) => describeDeadline(read(phrase, 2023)))).toEqual([
    'hạn 30/6/2023',
    'thường xuyên',
    'hằng quý',
    'sau khi xong',
    'theo văn bản khác',
    'hằng năm, hạn 15/12/2023 (theo năm kế hoạch)',
    'từ 01/7/2025 trở đi',
    'từ 01/4/2023 đến 31/12/2023',
    '10 ngày từ khi nhận Kế hoạch này',
    'hạn 30/6/2023 (theo năm kế hoạch)',
    'hạn 31/3/2023 (lựa chọn nhiệm vụ)',
    'trước kỳ họp HĐND cuối năm',
    'hạn 30/6/2023 – Ô Excel mất định dạng ngày; ngày này được đổi từ số.',
    'chưa xác định',
  ])
  expect(deadlineKind(read('bao giờ xong thì thôi'))).toBe('unknown')
})
