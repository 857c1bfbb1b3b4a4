import type { Deadline, DeadlineDoubt, Milestone } from './deadline.ts'
import { addDays, addWorkingDays, calendarDay, dayOfSerial, milestoneOf, type Span, spanOfMonths } from './deadline-meaning.ts'
import { findMarks, type Mark, type Point } from './deadline-phrase-marks.ts'
import { type ReadableText, readable } from './deadline-phrase-text.ts'
import type { Day } from './identifier.ts'

/** A page of text in a cell is no deadline, and hostile files fill cells. */
const LONGEST_PHRASE = 2_000

/** What a phrase is read against: `planYear` stands where no year is written, `issuedOn` is the day of "kể từ ngày ban hành Kế hoạch". */
export interface DeadlineContext {
  readonly planYear: number
  readonly issuedOn?: Day | null
}

/**
 * Reads the words of a deadline cell. Gives the phrase as it came, word for word, and the milestones understood in it, in the order of the words;
 * none when nothing was understood (chưa xác định). Never throws, never guesses; what a person must confirm carries a doubt.
 *
 * The forms are those of real provincial plans: quarters, months, half-years, years and days (alone, in lists, in periods, "trước", "chậm nhất"),
 * "thường xuyên", "hằng quý", days counted from an event, "theo kế hoạch của …". A date inside a cited document's name is no deadline;
 * a bare spreadsheet serial number is.
 */
export function readDeadline(phrase: string, context: DeadlineContext): Deadline {
  if (phrase.length > LONGEST_PHRASE) return { phrase, milestones: [] }
  const text = readable(phrase.replace(/\(\s*((?:19|20|21)\d\d)\s*\)/g, ' $1 '))
  const serial = /^(\d{5})(?:[.,]0+)?$/.exec(text.text)
  if (serial !== null) return { phrase, milestones: serialDay(Number(serial[1])) }
  const milestones = readText(text, context)
  const remark = /(?<![a-z])(?:de xuat|de nghi|kien nghi) (?:sua |dieu chinh |doi )?(?:thoi )?han(?![a-z])/.test(text.folded)
  return {
    phrase,
    milestones: remark ? milestones.map((milestone) => doubted(milestone, 'reviewer-comment')) : milestones,
  }
}

/** The milestone with a doubt, unless it has one already. */
function doubted(milestone: Milestone, doubt: DeadlineDoubt): Milestone {
  return { ...milestone, doubt: milestone.doubt ?? doubt }
}

/** Serial numbers of the years 2000–2100; other five-digit numbers mean nothing here. */
function serialDay(serial: number): readonly Milestone[] {
  return serial >= 36_526 && serial <= 73_415 ? [milestoneOf('date', { due: dayOfSerial(serial), doubt: 'excel-serial' })] : []
}

interface Bracket {
  readonly at: number
  readonly inner: ReadableText
}

/** Words in brackets name the milestone before them ("Quý I/2026 (Kế hoạch CĐS)"), unless they hold milestones of their own. */
function readText(text: ReadableText, context: DeadlineContext): readonly Milestone[] {
  const brackets: Bracket[] = []
  let outer = text.text
  for (const match of text.text.matchAll(/\(([^()]*)\)/g)) {
    brackets.push({ at: match.index, inner: readable(match[1] ?? '') })
    outer = outer.slice(0, match.index) + ' '.repeat(match[0].length) + outer.slice(match.index + match[0].length)
  }
  // Spaces inside must not be collapsed: places of brackets are needed below.
  const plain: ReadableText = { text: outer, folded: blank(text.folded, brackets, text.text) }
  const items = itemsOf(plain, context)
  const labels = new Map<Item, string>()
  const inner: { at: number; milestones: readonly Milestone[] }[] = []
  for (const bracket of brackets) {
    const milestones = readText(bracket.inner, context)
    const owner = items.findLast((item) => item.to <= bracket.at)
    const says = milestones.some(({ kind }) => kind !== 'reference' && kind !== 'relative')
    if (milestones.length > 0 && (says || owner === undefined)) inner.push({ at: bracket.at, milestones })
    else if (owner !== undefined && tidyLabel(bracket.inner.text, false) !== null)
      labels.set(owner, [labels.get(owner), bracket.inner.text.trim()].filter((part) => part !== undefined).join('; '))
  }
  const outside = items.flatMap((item) =>
    item.milestones.map((milestone) => ({
      at: item.from,
      milestone: { ...milestone, label: joinLabels(milestone.label, labels.get(item)) },
    })),
  )
  return [...outside, ...inner.flatMap(({ at, milestones }) => milestones.map((milestone) => ({ at, milestone })))]
    .toSorted((one, other) => one.at - other.at)
    .map(({ milestone }) => milestone)
}

function blank(folded: string, brackets: readonly Bracket[], text: string): string {
  return brackets.reduce((rest, { at }) => {
    const end = text.indexOf(')', at) + 1
    return rest.slice(0, at) + ' '.repeat(end - at) + rest.slice(end)
  }, folded)
}

function joinLabels(one: string | null, other: string | undefined): string | null {
  return other === undefined ? one : one === null ? other : `${one} (${other})`
}

/** One meaning with its place; `from`/`to` take in its own small words ("trước ngày", "và các năm tiếp theo"). */
interface Item {
  from: number
  to: number
  milestones: Milestone[]
}

const rangeWords = /^\s*(?:-|~|(?:cho )?(?:den|toi)(?: (?:het|truoc|cuoi))*)\s*(?:ngay|het|thang)?\s*$/
const listWords = /^\s*(?:,|va|&|\/|hoac|;|, va)\s*(?:trong|vao)?\s*$/
const openWords = /^,?\s*(?:(?:va )?(?:cac|nhung) nam (?:tiep theo|ke tiep|sau)(?: do)?|tro di|va tiep tuc(?: nhung nam sau)?)/

function itemsOf(text: ReadableText, context: DeadlineContext): readonly Item[] {
  const marks = withYears(findMarks(text), text)
  const items: Item[] = []
  for (let at = 0; at < marks.length; at += 1) {
    const mark = marks[at]
    if (mark === undefined) break
    const next = marks[at + 1]
    const gap = next === undefined ? null : text.folded.slice(mark.to, next.from)
    const after = marks[at + 2]
    if (next !== undefined && gap !== null && isPoint(mark) && isPoint(next) && rangeWords.test(gap)) {
      const yearly =
        after?.is === 'recurring' && after.every === 'year' && text.folded.slice(next.to, after.from).trim() === '' ? after : null
      add(items, text, mark.from, yearly?.to ?? next.to, (prefix, suffix) =>
        periodBetween(mark, next, yearly !== null, context, prefix, suffix),
      )
      at += yearly === null ? 1 : 2
    } else if (
      next?.is === 'recurring' &&
      next.every === 'year' &&
      gap !== null &&
      /^\s*(?:cua)?\s*$/.test(gap) &&
      isPoint(mark) &&
      mark.is !== 'now'
    ) {
      add(items, text, mark.from, next.to, () => everyYear(mark, context))
      at += 1
    } else if (mark.is === 'opening' && next !== undefined && isPoint(next) && gap !== null && rangeWords.test(gap)) {
      add(items, text, mark.from, next.to, () => openedPeriod(mark.event, spanOf(next, context), context))
      at += 1
    } else if (mark.is === 'continuous' && next?.is === 'year' && gap !== null && /^,?\s*(?:trong|ca)?\s*$/.test(gap)) {
      add(items, text, mark.from, next.to, () => continuousIn(next.year, context))
      at += 1
    } else add(items, text, mark.from, mark.to, (prefix, suffix) => meaningOf(mark, context, prefix, suffix))
  }
  labelItems(items, text)
  return items
}

function isPoint(mark: Mark): mark is Mark & Point {
  return mark.is === 'date' || mark.is === 'months' || mark.is === 'year' || mark.is === 'now'
}

/** "Quý II và Quý IV/2023", "Quý I/2023 và Quý III": a year written once holds for its neighbours of the same list or period. */
function withYears(marks: readonly Mark[], text: ReadableText): readonly Mark[] {
  const found = [...marks]
  const share = (target: number, source: number) => {
    const to = found[target]
    const from = found[source]
    if (
      to === undefined ||
      from === undefined ||
      !isPoint(to) ||
      !isPoint(from) ||
      to.is === 'now' ||
      from.is === 'now' ||
      to.is === 'year'
    )
      return
    if (to.year !== null || from.year === null) return
    const [left, right] = target < source ? [to, from] : [from, to]
    const gap = text.folded.slice(left.to, right.from)
    if (!rangeWords.test(gap) && !listWords.test(gap)) return
    // "Tháng 11 - tháng 02/2024" begins in the year before.
    const goesRound = target < source && rangeWords.test(gap) && monthOf(to) > monthOf(from)
    found[target] = { ...to, year: goesRound ? from.year - 1 : from.year }
  }
  for (let at = found.length - 2; at >= 0; at -= 1) share(at, at + 1)
  for (let at = 1; at < found.length; at += 1) share(at, at - 1)
  return found
}

function monthOf(point: Point): number {
  return point.is === 'date' ? point.month : point.is === 'months' ? point.first : 0
}

const prefixWords =
  /(?:^|[\s,;.(:-])((?:(?:hoan thanh|xong|bat dau|trong|vao|ke|han(?: chot| cuoi)?|khoang|thang|ngay|tuan(?: thu)? \d|tuan (?:dau|cuoi)|dau|giua|cuoi|het|truoc|cham nhat|muon nhat|khong qua|khong muon hon|den|toi|tu|la|giai doan|nam hoc|cho|\d{1,2} ?(?:h|gio) ?\d{0,2}(?: phut)?)\s*)+)$/

function add(
  items: Item[],
  text: ReadableText,
  from: number,
  to: number,
  make: (prefix: string, suffix: string) => readonly Milestone[],
): void {
  const start = items.at(-1)?.to ?? 0
  const prefix = prefixWords.exec(text.folded.slice(start, from))?.[1] ?? ''
  // "Trước 10/3 và 10/9": the second day is as much a limit as the first.
  const before = items.at(-1)
  const shared =
    prefix === '' && before?.milestones.at(-1)?.kind === 'by' && listWords.test(text.folded.slice(before.to, from)) ? 'truoc ngay' : prefix
  const suffix = openWords.exec(text.folded.slice(to))?.[0] ?? ''
  const milestones = [...make(shared.replace(/\s+/g, ' ').trim(), suffix)]
  if (milestones.length > 0) items.push({ from: from - prefix.length, to: to + suffix.length, milestones })
}

/** First and last day of a point, and whether the plan's year was taken for it; null for a day that does not exist. */
function spanOf(point: Point, { planYear, issuedOn }: DeadlineContext): (Span & { assumed: boolean }) | null {
  if (point.is === 'now') return { start: issuedOn ?? '', due: issuedOn ?? '', assumed: false }
  const year = point.year ?? planYear
  const assumed = point.year === null
  if (point.is === 'year') return { ...spanOfMonths(year, 1, 12), assumed }
  if (point.is === 'months') return { ...spanOfMonths(year, point.first, point.last), assumed }
  const day = calendarDay(year, point.month, point.day)
  return day === null ? null : { start: day, due: day, assumed }
}

function kindOf(point: Point): Milestone['kind'] {
  return point.is === 'date' ? 'date' : point.is === 'months' ? point.unit : point.is === 'year' ? 'year' : 'period'
}

function meaningOf(mark: Mark, context: DeadlineContext, prefix: string, suffix: string): readonly Milestone[] {
  switch (mark.is) {
    case 'recurring':
      return [milestoneOf('recurring', { recurrence: { every: mark.every, month: null, day: mark.day } })]
    case 'continuous':
      return [milestoneOf('continuous')]
    case 'relative':
      return [relativeTo(mark, context)]
    case 'opening':
      return openedPeriod(mark.event, null, context)
    case 'reference':
      return mark.year === null
        ? [milestoneOf('reference')]
        : [milestoneOf('reference'), milestoneOf('year', { ...spanOfMonths(mark.year, 1, 12), doubt: 'year-of-reference' })]
    case 'now':
      return []
    case 'date':
    case 'months':
    case 'year':
      return pointMeaning(mark, context, prefix, suffix)
    default:
      return mark satisfies never
  }
}

function pointMeaning(
  point: Exclude<Point, { is: 'now' }>,
  context: DeadlineContext,
  prefix: string,
  suffix: string,
): readonly Milestone[] {
  const span = spanOf(point, context)
  if (span === null) return []
  const assumedYear = span.assumed
  const kind = kindOf(point)
  const swapped: DeadlineDoubt | null = point.is === 'date' && point.swapped ? 'day-month-swapped' : null
  if (suffix !== '' || /(?:^|\s)(?:tu|bat dau)(?:\s|$)/.test(prefix))
    return [milestoneOf('period', { start: span.start, openEnded: true, assumedYear, doubt: swapped })]
  const strictlyBefore = /(?:^|\s)truoc(?:\s|$)/.test(prefix) && !/cuoi$|het$/.test(prefix)
  if (strictlyBefore && kind !== 'date') return [milestoneOf('by', { due: addDays(span.start, -1), assumedYear, doubt: 'before-span' })]
  if (
    /(?:^|\s)(?:truoc|cham nhat|muon nhat|khong qua|khong muon hon|den|toi|han)(?:\s|$)/.test(prefix) ||
    (kind === 'date' && /(?:^|\s)het(?:\s|$)/.test(prefix))
  ) {
    return [milestoneOf('by', { due: span.due, assumedYear, doubt: swapped })]
  }
  if (kind === 'date') return [milestoneOf('date', { due: span.due, assumedYear, doubt: swapped })]
  const vague = /(?:^|\s)(?:dau|giua|khoang|tuan|hoc)(?:\s|$)/.test(prefix)
  return [milestoneOf(kind, { start: span.start, due: span.due, assumedYear, doubt: vague ? 'vague' : null })]
}

function periodBetween(
  from: Point,
  to: Point,
  yearly: boolean,
  context: DeadlineContext,
  prefix: string,
  suffix: string,
): readonly Milestone[] {
  const first = spanOf(from, context)
  const last = spanOf(to, context)
  if (first === null || last === null) return []
  const start = first.start === '' ? null : first.start
  if (start !== null && start > last.due) return []
  const recurrence = yearly ? { every: 'year' as const, month: Number(last.due.slice(5, 7)), day: Number(last.due.slice(8)) } : null
  if (suffix !== '') return [milestoneOf('period', { start, openEnded: true, assumedYear: first.assumed })]
  const vague = /(?:^|\s)(?:khoang|hoc)(?:\s|$)/.test(prefix)
  return [
    milestoneOf(yearly ? 'recurring' : 'period', {
      start,
      due: last.due,
      assumedYear: first.assumed || last.assumed,
      recurrence,
      doubt: vague ? 'vague' : null,
    }),
  ]
}

/** "trước ngày 15/12 hằng năm": the same day each year, due in the plan's year. */
function everyYear(point: Exclude<Point, { is: 'now' }>, context: DeadlineContext): readonly Milestone[] {
  const span = spanOf(point, context)
  if (span === null || point.is === 'year') return []
  const recurrence = { every: 'year' as const, month: Number(span.due.slice(5, 7)), day: Number(span.due.slice(8)) }
  return [
    milestoneOf('recurring', { start: point.is === 'date' ? null : span.start, due: span.due, assumedYear: span.assumed, recurrence }),
  ]
}

function continuousIn(year: number | null, { planYear }: DeadlineContext): readonly Milestone[] {
  return [milestoneOf('continuous', { start: spanOfMonths(year ?? planYear, 1, 12).start, assumedYear: year === null })]
}

/** Whether an event is the issue of the plan itself, whose day the context gives. */
function isIssueOfPlan(event: string): boolean {
  return /^(?:ky )?ban hanh (?:ban )?ke hoach(?: nay)?$|^ke hoach (?:nay )?duoc (?:ky )?ban hanh$|^ban hanh$/.test(readable(event).folded)
}

function relativeTo(mark: Mark & { is: 'relative' }, { issuedOn }: DeadlineContext): Milestone {
  const relative = { days: mark.days, dayKind: mark.dayKind, event: mark.event }
  if (mark.days === null || issuedOn === undefined || issuedOn === null || !isIssueOfPlan(mark.event))
    return milestoneOf('relative', { relative })
  const working = mark.dayKind === 'working'
  const due = working ? addWorkingDays(issuedOn, mark.days) : addDays(issuedOn, mark.days)
  return milestoneOf('relative', { relative, due, doubt: working ? 'working-days' : null })
}

function openedPeriod(event: string, end: Span | null, { issuedOn }: DeadlineContext): readonly Milestone[] {
  const start = isIssueOfPlan(event) ? (issuedOn ?? null) : null
  if (start !== null && end !== null && start > end.due) return []
  return [
    milestoneOf('period', { start, due: end?.due ?? null, openEnded: end === null, relative: { days: 0, dayKind: 'calendar', event } }),
  ]
}

/**
 * Gives each milestone the words that say what is due. In a clause that opens with words they stand before their date
 * ("Hoàn thành dự thảo trong Quý I"); in one that opens with a date, after it ("Quý I/2026 lựa chọn nhiệm vụ").
 */
function labelItems(items: Item[], text: ReadableText): void {
  const clauses = clausesOf(items, text)
  for (const clause of clauses) {
    const own = items.filter(({ from }) => from >= clause.from && from < clause.to)
    const first = own[0]
    if (first === undefined) {
      // Words that nobody read, with a number in them, may be a milestone missed.
      const previous = items.findLast(({ to }) => to <= clause.from) ?? items[0]
      if (previous !== undefined && /\d/.test(text.folded.slice(clause.from, clause.to)))
        previous.milestones = previous.milestones.map((milestone) => doubted(milestone, 'partly-read'))
      continue
    }
    const alone = items.length === 1
    const gaps = [
      ...own.map((item, index) => text.text.slice(own[index - 1]?.to ?? clause.from, item.from)),
      text.text.slice(own.at(-1)?.to ?? clause.to, clause.to),
    ]
    const wordsFirst = tidyLabel(gaps[0] ?? '', alone) !== null
    /** Whether the words of a gap belong to the date after it. */
    const opens = (index: number) => index < own.length && (index === 0 || wordsFirst || /^\s*(?:,|và\s)/iu.test(gaps[index] ?? ''))
    own.forEach((item, index) => {
      const words = [opens(index) ? gaps[index] : '', opens(index + 1) ? '' : gaps[index + 1]]
      const label = words
        .map((part) => tidyLabel(part ?? '', alone))
        .filter((part) => part !== null)
        .join(' ')
      if (label !== '') item.milestones = item.milestones.map((milestone, place) => (place === 0 ? { ...milestone, label } : milestone))
    })
  }
}

/** Clauses end at ";", a full stop, a line end, and at a capital letter right after a date (a lost line end). */
function clausesOf(items: readonly Item[], { text }: ReadableText): readonly { from: number; to: number }[] {
  const inside = (at: number) => items.some(({ from, to }) => from <= at && at < to)
  const cuts = [...text.matchAll(/;|\n|\.(?=\s|$)/g)].filter(({ index }) => !inside(index)).map(({ index }) => index)
  for (const { to } of items) if (/^ +\p{Lu}/u.test(text.slice(to)) && !inside(to)) cuts.push(to)
  const ends = [...new Set([...cuts, text.length])].toSorted((one, other) => one - other)
  return ends.map((to, index) => ({ from: index === 0 ? 0 : (ends[index - 1] ?? 0), to }))
}

const edgeWords =
  'trong|vào|vao|trước|truoc|ngày|ngay|chậm nhất|cham nhat|muộn nhất|đến|den|hết|het|từ|tu|và|va|là|la|hạn|han|thời hạn|thời gian|cuối|đầu|giữa|khoảng|định kỳ|dinh ky|đảm bảo|bảo đảm|lần'
const leadingEdge = new RegExp(
  `^(?:[\\s,;.:…+*()/-]+|\\d{1,2} ?(?:h|giờ) ?\\d{0,2}(?= |$)|(?:${edgeWords}|hoàn thành|hoan thanh|xong)(?=[\\s,;.:]|$))`,
  'iu',
)
const trailingEdge = new RegExp(`(?:[\\s,;.:…+*()/-]+|(?<=[\\s,;.:]|^)(?:${edgeWords}))$`, 'iu')
const remarkOnly = /^(?:đề xuất|đề nghị|kiến nghị)$/iu
const saysNothing = /^(?:(?:hoàn thành|hoàn tất|xong|thực hiện|triển khai|tổ chức|tiến hành|thuc hien|trien khai|hoan thanh)[\s,]*)*$/iu

/** The words of a label without the small words at its edges, or null when nothing is said: beside a single date "thực hiện" says nothing. */
function tidyLabel(words: string, alone: boolean): string | null {
  let label = words.replace(/\s+/g, ' ')
  for (;;) {
    const shorter = label.replace(leadingEdge, '').replace(trailingEdge, '')
    if (shorter === label) break
    label = shorter
  }
  return (alone && saysNothing.test(label)) || remarkOnly.test(label) || !/[\p{L}\d]/u.test(label) ? null : label
}
