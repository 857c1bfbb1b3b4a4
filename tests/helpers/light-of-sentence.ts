import type { Light } from '#shared/domain/light.ts'

// A second judge of lights, who knows the law as an inspector would (the names, the numbers of the rules, that a last day is included) and has
// nothing but the sentence in hand. It shares no code with the first: a mistake in one of them shows as a quarrel between both.

/** What a sentence says of itself, or what follows from the facts it prints. */
export interface Verdict {
  readonly light: Light
  /** The number of the rule. */
  readonly rule: number
  readonly daysLate: number
  readonly stale: boolean
}

const named: readonly (readonly [string, Light])[] = [
  ['Chưa đến hạn', 'not-due'],
  ['Sắp đến hạn', 'due-soon'],
  ['Quá hạn', 'overdue'],
  ['Hoàn thành đúng hạn', 'done-on-time'],
  ['Hoàn thành quá hạn', 'done-late'],
  ['Thường xuyên', 'continuous'],
  ['Chưa xác định hạn', 'no-deadline'],
  ['Tạm dừng', 'paused'],
  ['Không thực hiện', 'not-doing'],
]

/** What a sentence claims. Throws where it is not of the form that explains a light. */
export function claimOfSentence(sentence: string): Verdict {
  const [, name, rule] = /^(.+?) \(quy tắc (\d+)\): /.exec(sentence) ?? []
  const light = named.find(([words]) => words === name)?.[1]
  if (light === undefined || rule === undefined) throw new Error(`no light is explained by: ${sentence}`)
  const late = /, chậm (\d+) ngày/.exec(withoutPapers(sentence))
  return {
    light,
    rule: Number(rule),
    daysLate: late === null ? 0 : Number(late[1]),
    stale: / chưa cập nhật từ /.test(withoutPapers(sentence)),
  }
}

/** What follows from the facts that a sentence prints, its own light, rule and count of days left unread. */
export function judgeSentence(sentence: string): Verdict {
  const told = withoutPapers(sentence)
    .replace(/^.+?\(quy tắc \d+\): /, '')
    .replace(/, chậm \d+ ngày/, '')
  const day = (before: string): number | null => {
    const [, d, m, y] = new RegExp(`${before} (\\d\\d)/(\\d\\d)/(\\d{4})`).exec(told) ?? []
    return d === undefined || m === undefined || y === undefined ? null : Date.UTC(Number(y), Number(m) - 1, Number(d)) / 86_400_000
  }
  const today = day('tính đến')
  const [, state] = /^trạng thái “([^”]+)”/.exec(told) ?? []
  if (today === null || state === undefined) throw new Error(`a sentence without a day or a state: ${sentence}`)
  const due = day('; hạn')
  const silentSince = day('chưa cập nhật từ')
  const silence = Number(/chưa cập nhật từ \S+, quá (\d+) ngày/.exec(told)?.[1] ?? 0)
  const stale = silentSince !== null && silentSince + silence < today
  const open = (light: Light, rule: number, daysLate = 0): Verdict => ({ light, rule, daysLate, stale })
  const decided = /; (tạm dừng|dừng, không thực hiện|tiếp tục thực hiện) theo văn bản “[^”]*” từ /.exec(told)?.[1] ?? null
  const goesOn = decided === 'tiếp tục thực hiện'

  if (state === 'Hoàn thành') {
    const doneOn = day('“Hoàn thành” ngày') ?? today
    if (due === null) return open('done-on-time', 2)
    return doneOn <= due ? open('done-on-time', 3) : open('done-late', 4, doneOn - due)
  }
  if (decided === 'dừng, không thực hiện' || (state === 'Không thực hiện' && !goesOn)) return open('not-doing', 1)
  if (decided === 'tạm dừng' || (state === 'Tạm dừng' && !goesOn)) return open('paused', 5)
  if (due === null) return told.includes('; việc thường xuyên') ? open('continuous', 6) : open('no-deadline', 7)
  if (today > due) return open('overdue', 8, today - due)
  const ahead = Number(/báo trước (\d+) ngày/.exec(told)?.[1] ?? Number.NaN)
  if (Number.isNaN(ahead)) throw new Error(`a sentence without its threshold: ${sentence}`)
  return due - today <= ahead ? open('due-soon', 9) : open('not-due', 10)
}

/** The sentence without the symbols of documents: what somebody typed there must not be read as a fact. */
function withoutPapers(sentence: string): string {
  return sentence.replaceAll(/theo văn bản “[^”]*”/g, 'theo văn bản “”')
}
