import { addDays } from '#shared/domain/deadline-meaning.ts'
import type { AgencyId, AssignmentId, Day, TaskId } from '#shared/domain/identifier.ts'
import { daysBetween } from '#shared/domain/light.ts'
import type { ProgressState } from '#shared/domain/progress.ts'
import type { Register } from '#shared/domain/register.ts'
import type { SeededRandom } from './seeded-random.ts'

/** One answer that an office gives in the year. */
export interface Answer {
  readonly kind: 'answer'
  readonly on: Day
  readonly assignmentId: AssignmentId
  readonly agencyId: AgencyId
  readonly due: string
  readonly product: string
  readonly state: ProgressState
  readonly percent: number | null
  /** Entered wrongly: this many days later the same is said again as a correction, one day earlier and with what is right. */
  readonly correctedAfter: number | null
}

/** A day moved in the year, for one share or, without one, for all of a task. */
export interface Moved {
  readonly kind: 'moved'
  readonly on: Day
  readonly taskId: TaskId
  readonly assignmentId: AssignmentId | null
  readonly due: string
  readonly oldDue: Day
  readonly newDue: Day
}

export type Act = Answer | Moved

/** Which year, and how many of each it has. */
export interface YearSize {
  readonly year: number
  readonly updates: number
  readonly extensions: number
}

type Habit = 'prompt' | 'late' | 'slow' | 'silent'

/** One thing that an agency owes in the year. */
export interface Owed {
  readonly taskId: TaskId
  readonly product: string
  readonly assignmentId: AssignmentId
  readonly agencyId: AgencyId
  readonly role: 'lead' | 'coordinating'
  readonly key: string
  readonly due: Day | null
  /** How many such dues the share has in the year. */
  readonly times: number
}

/** What a register's agencies owe. */
export function owedIn({ tasks }: Pick<Register, 'tasks'>): readonly Owed[] {
  return tasks.flatMap(({ taskId, product, shares }) =>
    shares.flatMap(({ assignmentId, agencyId, role, dues }) => {
      if (assignmentId === null) throw new Error('a year is followed once its plan is issued')
      return dues.map(({ key, firstDue }) => ({ taskId, product, assignmentId, agencyId, role, key, due: firstDue, times: dues.length }))
    }),
  )
}

/**
 * What happens in a year, in the order of days: most is done in the days before its last day, some late, some never; offices have habits, and
 * two of them never answer. Things owed once or each quarter are answered first; what is left of the number goes to monthly duties, office by
 * office, then to helpers, and then to words on the way that those who answer say earlier in the year.
 */
export function actsOfYear(random: SeededRandom, owed: readonly Owed[], size: YearSize): readonly Act[] {
  const habits = habitsOf(random, owed)
  const leads = owed.filter(({ role }) => role === 'lead')
  const rank = (one: Owed): number => habits.order.get(one.agencyId) ?? 0
  const seldom = leads.filter(({ times }) => times <= 4)
  const often = leads.filter(({ times }) => times > 4).toSorted((one, other) => rank(one) - rank(other))
  const helpers = random.shuffle(owed.filter(({ role }) => role === 'coordinating'))
  const span: Span = { first: `${size.year}-01-09`, last: `${size.year + 1}-01-25` }

  const answers: Answer[] = []
  let left = size.updates
  let paused = 6
  let stopped = 2
  for (const one of [...seldom, ...often, ...helpers]) {
    if (left <= 0) break
    const habit = habits.of.get(one.agencyId) ?? 'prompt'
    const fate = fateOf(random, habit, one)
    const may = fate === 'paused' ? paused-- > 0 : fate === 'stopped' ? stopped-- > 0 : true
    const said = answersOf(random, one, may ? fate : 'open', span).slice(0, left)
    left -= said.reduce((sum, { correctedAfter }) => sum + (correctedAfter === null ? 1 : 2), 0)
    answers.push(...(left < 0 ? said.map((answer) => ({ ...answer, correctedAfter: null })) : said))
  }
  const acts: readonly Act[] = [
    ...answers,
    ...wordsOnTheWay(random, answers, Math.max(left, 0), span),
    ...movesOf(random, leads, answers, size),
  ]
  return acts.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
}

/** First and last day on which somebody answers. */
interface Span {
  readonly first: Day
  readonly last: Day
}

/** Each office's habit, and an order of offices in which the diligent come first. */
function habitsOf(random: SeededRandom, owed: readonly Owed[]) {
  const tasksOf = new Map(
    [...Map.groupBy(owed, ({ agencyId }) => agencyId)].map(([id, own]) => [id, new Set(own.map(({ taskId }) => taskId)).size]),
  )
  const agencies = [...tasksOf.keys()].toSorted()
  const many = agencies.filter((id) => (tasksOf.get(id) ?? 0) > 5)
  const few = agencies.filter((id) => !many.includes(id))
  const mixed = random.shuffle(many)
  const of = new Map<AgencyId, Habit>(few.map((id) => [id, 'prompt']))
  for (const [index, id] of mixed.entries()) of.set(id, index < 2 ? 'silent' : index < 5 ? 'slow' : index < 14 ? 'late' : 'prompt')
  const order = new Map([...mixed.toReversed(), ...few].map((id, index) => [id, index]))
  return { of, order }
}

type Fate = 'on-time' | 'late' | 'open' | 'nothing' | 'paused' | 'stopped'

const chances: Readonly<Record<Habit, readonly (readonly [Fate, number])[]>> = {
  prompt: [
    ['on-time', 0.86],
    ['late', 0.07],
    ['open', 0.05],
    ['paused', 0.01],
    ['stopped', 0.01],
  ],
  late: [
    ['on-time', 0.5],
    ['late', 0.3],
    ['open', 0.12],
    ['nothing', 0.06],
    ['paused', 0.02],
  ],
  slow: [
    ['on-time', 0.2],
    ['late', 0.25],
    ['open', 0.35],
    ['nothing', 0.16],
    ['paused', 0.03],
    ['stopped', 0.01],
  ],
  silent: [['nothing', 1]],
}

function fateOf(random: SeededRandom, habit: Habit, { role }: Owed): Fate {
  // Helpers are seldom asked; most of those who answer say that they take part.
  if (role === 'coordinating') return random.chance(habit === 'silent' ? 0 : 0.7) ? 'open' : 'nothing'
  let at = random.fraction()
  for (const [fate, share] of chances[habit]) {
    if (at < share) return fate
    at -= share
  }
  return 'nothing'
}

const within = (day: Day, { first, last }: Span): Day => (day < first ? first : day > last ? last : day)

function answersOf(random: SeededRandom, owed: Owed, fate: Fate, span: Span): readonly Answer[] {
  const { assignmentId, agencyId, key, product, due, times } = owed
  const say = (on: Day, state: ProgressState, percent: number | null = null): Answer => ({
    kind: 'answer',
    on: within(on, span),
    assignmentId,
    agencyId,
    due: key,
    product,
    state,
    percent,
    correctedAfter: state === 'done' && random.chance(0.03) ? random.whole(2, 12) : null,
  })
  if (fate === 'nothing') return []
  if (due === null) return quarterlyWords(random, say, fate, span.first.slice(0, 4))
  // What comes back every month or quarter is answered in one go.
  const begun =
    times === 1 && random.chance(fate === 'on-time' ? 0.35 : 0.7)
      ? [say(addDays(due, -random.whole(20, 60)), 'in-progress', random.whole(2, 7) * 10)]
      : []
  // Squared: the nearer the last day, the more answers.
  const before = Math.floor(14 * random.fraction() ** 2)
  switch (fate) {
    case 'on-time':
      return [...begun, say(addDays(due, -before), 'done', 100)]
    case 'late':
      return [...begun, say(addDays(due, random.whole(1, 40)), 'done', 100)]
    case 'open':
      return begun.length > 0 ? begun : [say(addDays(due, random.whole(-15, 10)), 'in-progress', random.whole(3, 9) * 10)]
    case 'paused':
      return [...begun, say(addDays(due, -random.whole(5, 30)), 'paused')]
    case 'stopped':
      return [say(addDays(due, -random.whole(10, 40)), 'not-doing')]
    default:
      return fate satisfies never
  }
}

/** Of what goes on all the time an office says at the end of some quarters that it does; some of what has no day is done one day. */
function quarterlyWords(
  random: SeededRandom,
  say: (on: Day, state: ProgressState, percent?: number | null) => Answer,
  fate: Fate,
  year: string,
): readonly Answer[] {
  const often = fate === 'on-time' ? 0.75 : 0.3
  const ends: readonly Day[] = ['03-25', '06-24', '09-24', '12-20'].map((end) => `${year}-${end}`)
  const said = ends.filter(() => random.chance(often)).map((end) => say(addDays(end, random.whole(-8, 6)), 'in-progress'))
  return fate === 'on-time' && random.chance(0.15) ? [...said.slice(0, -1), say(`${year}-12-22`, 'done', 100)] : said
}

/** More words of those who answer at all, each before what they say anyway. */
function wordsOnTheWay(random: SeededRandom, answers: readonly Answer[], count: number, { first }: Span): readonly Answer[] {
  if (count === 0) return []
  const firsts = [...Map.groupBy(answers, ({ assignmentId, due }) => `${assignmentId} ${due}`).values()].flatMap(([one]) =>
    one === undefined || one.on <= first ? [] : [one],
  )
  return Array.from({ length: count }, (): Answer => {
    const before = random.pick(firsts)
    const days = daysBetween(first, before.on)
    return {
      ...before,
      on: addDays(first, random.whole(0, days - 1)),
      state: 'in-progress',
      percent: random.whole(1, 5) * 10,
      correctedAfter: null,
    }
  })
}

/** Days moved: of what was not done in time or only just, decided before the day had passed; some for all of a task. */
function movesOf(
  random: SeededRandom,
  leads: readonly Owed[],
  answers: readonly Answer[],
  { year, extensions: count }: YearSize,
): readonly Moved[] {
  const doneOn = new Map(
    answers.filter(({ state }) => state === 'done').map((answer) => [`${answer.assignmentId} ${answer.due}`, answer.on]),
  )
  const candidates = leads.flatMap(({ taskId, assignmentId, key, due }) => {
    const done = doneOn.get(`${assignmentId} ${key}`)
    const early = due === null || (done !== undefined && done < addDays(due, -3))
    return early || due < `${year}-02-01` ? [] : [{ taskId, assignmentId, due: key, day: due }]
  })
  const movedWhole = new Set<string>()
  const movedShare = new Set<string>()
  const moves: Moved[] = []
  for (const { taskId, assignmentId, due, day } of random.shuffle(candidates)) {
    if (moves.length === count) break
    const key = `${taskId} ${due}`
    const whole = !movedShare.has(key) && random.chance(0.25)
    // One decision for a day: a second one would have to come after the first, which shuffling does not keep.
    if (movedWhole.has(key)) continue
    if (whole) movedWhole.add(key)
    else movedShare.add(key)
    moves.push({
      kind: 'moved',
      on: addDays(day, -random.whole(2, 14)),
      taskId,
      assignmentId: whole ? null : assignmentId,
      due,
      oldDue: day,
      newDue: addDays(day, random.pick([15, 30, 30, 45, 60, 90])),
    })
  }
  if (moves.length < count) throw new Error(`only ${moves.length} days can be moved`)
  return moves
}
