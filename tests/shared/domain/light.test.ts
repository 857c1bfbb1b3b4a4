import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeLight, type Light, type LightFacts } from '#shared/domain/light.ts'
import { addDays } from '#shared/domain/deadline-meaning.ts'
import { explainLight } from '#shared/text/vi/light.ts'

const thresholds = { dueSoonDays: 15, staleDays: 30 }
const open: LightFacts = {
  today: '2023-06-01',
  firstDue: '2023-06-30',
  due: '2023-06-30',
  continuous: false,
  state: 'in-progress',
  doneOn: null,
  updatedOn: '2023-05-20',
  decision: null,
}

test.each([
  [{}, 'not-due', 'Chưa đến hạn (quy tắc 10): trạng thái “Đang thực hiện”; hạn 30/06/2023, báo trước 15 ngày; tính đến 01/06/2023.'],
  [
    { today: '2023-06-15' },
    'due-soon',
    'Sắp đến hạn (quy tắc 9): trạng thái “Đang thực hiện”; hạn 30/06/2023, báo trước 15 ngày; tính đến 15/06/2023.',
  ],
  [{ today: '2023-06-30' }, 'due-soon', null],
  [
    { today: '2023-07-02' },
    'overdue',
    'Quá hạn (quy tắc 8): trạng thái “Đang thực hiện”; hạn 30/06/2023, chậm 2 ngày; tính đến 02/07/2023; chưa cập nhật từ 20/05/2023, quá 30 ngày.',
  ],
  [{ state: 'done', doneOn: '2023-06-30', today: '2023-09-01' }, 'done-on-time', null],
  [
    { state: 'done', doneOn: '2023-07-05', today: '2023-09-01' },
    'done-late',
    'Hoàn thành quá hạn (quy tắc 4): trạng thái “Hoàn thành” ngày 05/07/2023; hạn 30/06/2023, chậm 5 ngày; tính đến 01/09/2023.',
  ],
  [
    { due: '2023-09-30', today: '2023-07-02', updatedOn: '2023-07-01' },
    'not-due',
    'Chưa đến hạn (quy tắc 10): trạng thái “Đang thực hiện”; hạn 30/09/2023 (gia hạn; hạn đầu 30/06/2023), báo trước 15 ngày; tính đến 02/07/2023.',
  ],
  [{ due: null, firstDue: null, continuous: true }, 'continuous', null],
  [{ due: null, firstDue: null }, 'no-deadline', null],
  [{ state: 'paused', today: '2023-08-01' }, 'paused', null],
  [{ state: 'not-doing', today: '2023-08-01' }, 'not-doing', null],
  [
    { today: '2023-08-01', decision: { kind: 'suspended', since: '2023-06-05', symbol: '12/UBND-NC' } },
    'paused',
    'Tạm dừng (quy tắc 5): trạng thái “Đang thực hiện”; tạm dừng theo văn bản “12/UBND-NC” từ 05/06/2023; hạn 30/06/2023; tính đến 01/08/2023.',
  ],
  [
    { today: '2023-08-01', decision: { kind: 'stopped', since: '2023-06-05', symbol: '14/KL-BCĐ' } },
    'not-doing',
    'Không thực hiện (quy tắc 1): trạng thái “Đang thực hiện”; dừng, không thực hiện theo văn bản “14/KL-BCĐ” từ 05/06/2023; hạn 30/06/2023; tính đến 01/08/2023.',
  ],
  [{ state: 'done', doneOn: '2023-06-02', decision: { kind: 'stopped', since: '2023-06-05', symbol: '14/KL-BCĐ' } }, 'done-on-time', null],
  [
    { state: 'paused', today: '2023-07-02', updatedOn: '2023-06-20', decision: { kind: 'resumed', since: '2023-06-20', symbol: '15' } },
    'overdue',
    'Quá hạn (quy tắc 8): trạng thái “Tạm dừng”; tiếp tục thực hiện theo văn bản “15” từ 20/06/2023; hạn 30/06/2023, chậm 2 ngày; tính đến 02/07/2023.',
  ],
] as const satisfies readonly (readonly [Partial<LightFacts>, Light, string | null])[])('%j is %s', (change, light, sentence) => {
  const judged = judgeLight({ ...open, ...change }, thresholds)
  expect([judged.light, sentence === null ? null : explainLight(judged, thresholds)]).toEqual([light, sentence])
})

test('kept to the first day and kept to the extended day are told apart', () => {
  const done = judgeLight({ ...open, state: 'done', doneOn: '2023-08-01', due: '2023-09-30', today: '2023-12-31' }, thresholds)
  expect([done.light, done.keptFirstDue, judgeLight(open, thresholds).keptFirstDue]).toEqual(['done-on-time', false, null])
})

/** Reads nothing but the sentence and judges anew: what an inspector would do with it. */
function lightOfSentence(whole: string): Light {
  // What a person typed stands in quotes; a symbol may hold anything, even words of ours.
  const sentence = whole.replaceAll(/ theo văn bản “[^”]*”/g, '')
  const resumed = sentence.includes('; tiếp tục thực hiện từ ')
  const day = (pattern: RegExp): string | null => {
    const [, d, m, y] = pattern.exec(sentence) ?? []
    return d === undefined ? null : `${y}-${m}-${d}`
  }
  const today = day(/tính đến (\d\d)\/(\d\d)\/(\d{4})/)!
  const due = day(/; hạn (\d\d)\/(\d\d)\/(\d{4})/)
  const state = /trạng thái “([^”]+)”/.exec(sentence)![1]!
  if (state === 'Không thực hiện' && !resumed) return 'not-doing'
  if (state !== 'Hoàn thành' && sentence.includes('; dừng, không thực hiện từ ')) return 'not-doing'
  if (state === 'Hoàn thành') {
    const doneOn = day(/“Hoàn thành” ngày (\d\d)\/(\d\d)\/(\d{4})/) ?? today
    return due === null || doneOn <= due ? 'done-on-time' : 'done-late'
  }
  if ((state === 'Tạm dừng' && !resumed) || sentence.includes('; tạm dừng từ ')) return 'paused'
  if (due === null) return sentence.includes('việc thường xuyên') ? 'continuous' : 'no-deadline'
  if (today > due) return 'overdue'
  const ahead = Number(/báo trước (\d+) ngày/.exec(sentence)![1])
  return (Date.parse(due) - Date.parse(today)) / 86_400_000 <= ahead ? 'due-soon' : 'not-due'
}

const aDay = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2022-01-01', days))

test('whoever reads only the sentence comes to the same light', () => {
  fc.assert(
    fc.property(
      fc.record({
        today: aDay,
        firstDue: fc.option(aDay),
        due: fc.option(aDay),
        continuous: fc.boolean(),
        state: fc.constantFrom('not-started', 'in-progress', 'done', 'paused', 'not-doing'),
        doneOn: fc.option(aDay),
        updatedOn: aDay,
        decision: fc.option(
          fc.record({
            kind: fc.constantFrom('suspended', 'stopped', 'resumed'),
            since: aDay,
            symbol: fc.oneof(
              fc.string({ unit: 'grapheme' }),
              fc.constantFrom('12/UBND-NC; tạm dừng từ 01/01/2020', '”; hạn 01/01/2020', '“1” theo văn bản “2”'),
            ),
          }),
        ),
      }),
      fc.integer({ min: 0, max: 60 }),
      (facts, dueSoonDays) => {
        const rules = { dueSoonDays, staleDays: 30 }
        const judged = judgeLight(facts, rules)
        expect(lightOfSentence(explainLight(judged, rules))).toBe(judged.light)
      },
    ),
  )
})
