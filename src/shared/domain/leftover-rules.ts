import { partyWords, type AgencyRegistry } from './agency.ts'
import { findCitations, type Citation } from './citation.ts'
import type { Field } from './field.ts'
import { goneBodies, nameInPlace, type GoneBodies, type GoneBody } from './gone-bodies.ts'
import type { Day, FootnoteId, TaskId } from './identifier.ts'
import { plainText, type Inline, type PartyReference } from './inline.ts'
import { sameName } from './name-marks.ts'
import { numberProvisions } from './numbering.ts'
import type { KnownStanding } from './known-standing.ts'
import type { Leftover, LeftoverKind, LeftoverOffer, LeftoverPlace, LeftoverReason } from './leftover.ts'
import { findYear, type YearPlace } from './leftover-years.ts'
import type { Plan } from './plan.ts'
import type { ProvisionContent } from './provision.ts'
import { orderTasks } from './task-order.ts'
import type { TaskClosure } from './task-closure.ts'
import type { Appendix, Task } from './task.ts'
import { surroundings } from './text-search.ts'

/** What leftovers are looked for in. */
export interface LeftoverRecords {
  readonly plan: Plan
  /** The plan it was made from; null for one that was made otherwise. */
  readonly previous: Pick<Plan, 'year' | 'number' | 'symbol' | 'signature'> | null
  readonly provisions: readonly ProvisionContent[]
  readonly appendices: readonly Pick<Appendix, 'id' | 'title'>[]
  readonly tasks: readonly Task[]
  readonly fields: readonly Field[]
  readonly registry: AgencyRegistry
  readonly closures: ReadonlyMap<TaskId, TaskClosure>
  readonly standingOf: (symbol: string, issuedOn: Day | null) => KnownStanding
}

const WIDTH = 48

/**
 * A sentence is asked for its citations by every rule, and the whole plan is looked through after every change: what was read of words that are
 * the same is kept, for the last few thousand of them.
 */
const read = new Map<string, readonly Citation[]>()
const MOST_READ = 4000

function citationsIn(text: string): readonly Citation[] {
  // Every symbol has a number.
  if (!/\d/.test(text)) return []
  const known = read.get(text)
  if (known !== undefined) return known
  if (read.size >= MOST_READ) read.clear()
  const found = findCitations(text)
  read.set(text, found)
  return found
}

/** A text of the plan with where it stands. */
interface Text {
  readonly id: string
  readonly address: string
  readonly text: string
  readonly placeAt: (start: number, length: number) => LeftoverPlace
  readonly content: readonly Inline[] | null
}

/**
 * Everything that is left of the plan it was made from, in the order of the paper. Pure and complete: a leftover that is settled is no longer
 * given, one that comes in by typing or pasting is. Its key names the place and the words, so that it is known again while they stand.
 */
export function findLeftovers(records: LeftoverRecords): readonly Leftover[] {
  const { plan, previous, registry } = records
  const gone = goneBodies(registry, plan.agenciesAsOf)
  const texts = everyText(records)
  const found = [
    ...texts.flatMap((text) => (previous === null || previous.year === plan.year ? [] : yearsOf(text, previous.year, plan.year))),
    ...texts.flatMap((text) => bodiesNamed(text, gone, plan.agenciesAsOf)),
    ...tasksOf(records, gone),
    ...recipientsOf(plan, gone),
    ...citationsOf(texts, records),
    ...signerOf(plan, previous),
  ]
  return countedKeys(found)
}

/** A leftover whose key is not yet told apart from others of the same words at the same place. */
type Found = Omit<Leftover, 'key'> & { readonly place: string }

function countedKeys(found: readonly Found[]): readonly Leftover[] {
  const counts = new Map<string, number>()
  return found.map(({ place, ...leftover }) => {
    const words = [leftover.kind, place, leftover.match].join(' ')
    const ordinal = (counts.get(words) ?? 0) + 1
    counts.set(words, ordinal)
    return { key: `${words} ${ordinal}`, ...leftover }
  })
}

/** The subject, the appendices' titles, and the text with its footnotes, in the order of the paper. */
function everyText({ plan, provisions, appendices }: LeftoverRecords): readonly Text[] {
  const numbers = numberProvisions(provisions)
  return [
    { id: 'subject', address: '', text: plan.subject, content: null, placeAt: (start, length) => ({ where: 'subject', start, length }) },
    ...provisions.flatMap((provision, index): readonly Text[] => {
      const address = numbers[index]?.address ?? ''
      const placeIn =
        (footnoteId: FootnoteId | null) =>
        (start: number, length: number): LeftoverPlace => ({
          where: 'provision',
          provisionId: provision.id,
          kind: provision.kind,
          footnoteId,
          start,
          length,
        })
      return [
        { id: provision.id, address, text: plainText(provision.content), content: provision.content, placeAt: placeIn(null) },
        ...provision.content.flatMap((inline) =>
          inline.kind === 'footnote'
            ? [{ id: inline.id, address, text: plainText(inline.content), content: inline.content, placeAt: placeIn(inline.id) }]
            : [],
        ),
      ]
    }),
    ...appendices.map(({ id, title }): Text => ({
      id,
      address: '',
      text: title,
      content: null,
      placeAt: (start, length) => ({ where: 'appendix-title', appendixId: id, start, length }),
    })),
  ]
}

function yearsOf(text: Text, oldYear: number, newYear: number): readonly Found[] {
  if (!text.text.includes(String(oldYear))) return []
  const citations = citationsIn(text.text)
  return findYear(text.text, oldYear, citations).map((place) => {
    const found = yearFound(place.is === 'date' ? 'date' : 'year', text, place, oldYear, newYear)
    // "Kế hoạch số 195/KH-UBND ngày … về chuyển đổi số năm 2023": the year belongs to that paper's title.
    const inTitle = citations.some(
      ({ start, length }) => start + length <= place.start && !/[,;.:()]/.test(text.text.slice(start + length, place.start)),
    )
    return inTitle ? { ...found, reason: { why: 'cited-title', oldYear } as const, sure: false } : found
  })
}

function yearFound(kind: LeftoverKind, text: Text, place: YearPlace, oldYear: number, newYear: number): Found {
  const ends = place.is === 'period-end'
  return {
    place: text.id,
    kind,
    // Whether a period is a year longer now, or wholly another one, only a person knows.
    severity: ends ? 'amber' : 'red',
    reason: { why: ends ? 'period-ends' : 'old-year', oldYear, newYear },
    places: [text.placeAt(place.start, place.length)],
    address: text.address,
    ...surroundings(text.text, place, WIDTH),
    offers: [{ kind: 'words', words: String(newYear) }],
    sure: place.is === 'bare',
  }
}

/** Bodies of the text that are gone: by their marks, and by names that only they bear. */
function bodiesNamed(text: Text, gone: GoneBodies, on: Day): readonly Found[] {
  const marked: { readonly start: number; readonly length: number; readonly party: PartyReference }[] = []
  let at = 0
  for (const inline of text.content ?? []) {
    const width = inline.kind === 'text' ? inline.text.length : inline.kind === 'line-break' ? 1 : 0
    const last = marked.at(-1)
    if (inline.kind === 'text' && inline.party !== undefined) {
      // One name half in bold is one name.
      if (last !== undefined && last.start + last.length === at && sameParty(last.party, inline.party))
        marked[marked.length - 1] = { ...last, length: last.length + width }
      else marked.push({ start: at, length: width, party: inline.party })
    }
    at += width
  }
  const named = gone
    .find(text.text)
    .filter((name) => !marked.some((mark) => mark.start < name.start + name.length && name.start < mark.start + mark.length))
  if (marked.length === 0 && named.length === 0) return []
  const cited = citationsIn(text.text)
  return [...marked, ...named]
    .filter(({ start }) => !cited.some((citation) => start >= citation.start && start < citation.start + citation.length))
    .toSorted((one, other) => one.start - other.start)
    .flatMap(({ party, ...place }) => {
      const body = gone.of(party)
      if (body === null) return []
      const around = surroundings(text.text, place, WIDTH)
      return [
        {
          place: text.id,
          ...bodyFound(body, on, around.match),
          places: [text.placeAt(place.start, place.length)],
          address: text.address,
          ...around,
        },
      ]
    })
}

function bodyFound(body: GoneBody, on: Day, written: string): Pick<Found, 'kind' | 'severity' | 'reason' | 'offers' | 'sure'> {
  const reason: LeftoverReason =
    body.first === null
      ? { why: 'agency-gone', name: body.name, on, last: body.last, successors: body.successors.map(({ name }) => name) }
      : { why: 'agency-not-yet', name: body.name, on, first: body.first }
  return {
    kind: 'agency',
    severity: 'red',
    reason,
    // The same name may be another body's now: the words then stay, and what they point to changes.
    offers: body.successors.map((successor) => ({ kind: 'party', words: nameInPlace(written, body, successor), party: successor.party })),
    // Other words than its name ("UBND cấp huyện, cấp xã") may not take the new name without a look at the sentence.
    sure: body.successors.length === 1 && sameName(written, body.name),
  }
}

function sameParty(one: PartyReference, other: PartyReference): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** What the rows of the appendices still say of the old year: words, deadlines, bodies, and rows that were finished. */
function tasksOf({ plan, previous, appendices, tasks, fields, registry, closures }: LeftoverRecords, gone: GoneBodies): readonly Found[] {
  const ordered = appendices.flatMap(({ id }) =>
    orderTasks(
      tasks.filter((task) => task.appendixId === id),
      fields,
    ).flatMap((group, index) => group.tasks.map(({ task, stt }) => ({ task, address: `${index + 1}.${stt}` }))),
  )
  return ordered.flatMap(({ task, address }) => {
    const textOf = (column: string, text: string): Text => ({
      id: `${task.id} ${column}`,
      address,
      text,
      content: null,
      placeAt: (start, length) => ({ where: 'task', taskId: task.id, column, start, length }),
    })
    const closure = previous === null ? undefined : closures.get(task.taskId)
    return [
      ...(closure === undefined ? [] : [closedTask(textOf('task', task.content), closure)]),
      ...(previous === null || previous.year === plan.year
        ? []
        : [
            ...[textOf('task', task.content), textOf('product', task.product), ...extraTexts(task, textOf)].flatMap((text) =>
              findYear(text.text, previous.year, citationsIn(text.text)).map((place) =>
                yearFound('task-year', text, place, previous.year, plan.year),
              ),
            ),
            ...deadlineOf(textOf('deadline', task.deadline.phrase), previous.year, plan.year),
          ]),
      ...(['lead', 'coordinating'] as const).flatMap((column) =>
        (column === 'lead' ? task.leads : task.coordinating).flatMap((party, ordinal): readonly Found[] => {
          if (party.kind === 'words') return []
          const body = gone.of(party)
          if (body === null) return []
          const words = partyWords(party, registry)
          return [
            {
              place: `${task.id} ${column}`,
              ...bodyFound(body, plan.agenciesAsOf, words),
              places: [{ where: 'task', taskId: task.id, column, start: ordinal, length: 1 }],
              address,
              before: '',
              match: words,
              after: '',
            },
          ]
        }),
      ),
    ]
  })
}

function extraTexts(task: Task, textOf: (column: string, text: string) => Text): readonly Text[] {
  return Object.entries(task.extra).map(([column, text]) => textOf(column, text))
}

function closedTask(text: Text, closure: TaskClosure): Found {
  return {
    place: text.id,
    kind: 'finished-task',
    severity: 'red',
    reason: { why: 'task-closed', on: closure.closedOn, note: closure.note },
    places: [text.placeAt(0, text.text.length)],
    address: text.address,
    before: '',
    match: text.text,
    after: '',
    offers: [{ kind: 'drop-task' }, { kind: 'renew-task' }],
    sure: false,
  }
}

/** A deadline is one thing however often it names the year; it is dated anew as a whole, or by a person where it tells of a period. */
function deadlineOf(text: Text, oldYear: number, newYear: number): readonly Found[] {
  const places = findYear(text.text, oldYear, [])
  if (places.length === 0) return []
  const isPeriod = places.some(({ is }) => is === 'period-end')
  // "Năm 2023 và trước 30/01/2024" is a year and a day after it: both move, or neither.
  const later = findYear(text.text, newYear, []).length > 0
  const offers: readonly LeftoverOffer[] =
    isPeriod || later ? [] : [{ kind: 'words', words: text.text.replaceAll(String(oldYear), String(newYear)) }]
  return [
    {
      place: text.id,
      kind: 'deadline',
      severity: 'red',
      reason: { why: isPeriod ? 'period-ends' : 'old-year', oldYear, newYear },
      places: [text.placeAt(0, text.text.length)],
      address: text.address,
      before: '',
      match: text.text,
      after: '',
      offers: later ? [{ kind: 'words', words: shiftYears(text.text, oldYear, newYear) }] : offers,
      sure: offers.length > 0,
    },
  ]
}

/** Both the old and the new year moved on by as much as the plan is: "Năm 2023 và trước 30/01/2024" → "Năm 2024 và trước 30/01/2025". */
function shiftYears(text: string, oldYear: number, newYear: number): string {
  return text.replace(/(?<!\d)\d{4}(?!\d)/g, (year) =>
    Number(year) >= oldYear && Number(year) <= newYear ? String(Number(year) + newYear - oldYear) : year,
  )
}

function recipientsOf(plan: Plan, gone: GoneBodies): readonly Found[] {
  return plan.recipients.flatMap((recipient, ordinal) =>
    bodiesNamed(
      {
        id: `recipient ${ordinal}`,
        address: '',
        text: recipient,
        content: null,
        placeAt: (start, length) => ({ where: 'recipient', ordinal, start, length }),
      },
      gone,
      plan.agenciesAsOf,
    ),
  )
}

/** Each cited document once, with every place that cites it. */
function citationsOf(texts: readonly Text[], { plan, previous, standingOf }: LeftoverRecords): readonly Found[] {
  const mentions = texts.flatMap((text) => citationsIn(text.text).map((citation) => ({ text, citation })))
  const ownNumber = previous === null || previous.number === null ? null : `${previous.number}/${previous.symbol}`
  return [...Map.groupBy(mentions, ({ citation }) => citation.symbol)].flatMap(([symbol, ofDocument]): readonly Found[] => {
    const [first] = ofDocument
    if (first === undefined) return []
    const issuedOn = ofDocument.find(({ citation }) => citation.issuedOn !== null)?.citation.issuedOn ?? null
    const standing = standingOf(symbol, issuedOn)
    const isOwn = symbol === ownNumber && issuedOn?.startsWith(String(plan.year)) !== true
    if (!isOwn && standing.kind === 'in-force') return []
    const isOver = standing.kind === 'expired' || standing.kind === 'replaced'
    const reason: LeftoverReason = isOwn
      ? { why: 'own-number', oldYear: previous?.year ?? plan.year }
      : isOver
        ? { why: 'citation-lapsed', how: standing.kind, by: standing.by }
        : { why: 'check-citation', times: ofDocument.length }
    return [
      {
        place: symbol,
        kind: isOwn ? 'own-number' : 'citation',
        severity: isOver && !isOwn ? 'red' : 'amber',
        reason,
        places: ofDocument.map(({ text, citation }) => text.placeAt(citation.start, citation.length)),
        address: first.text.address,
        ...surroundings(first.text.text, first.citation, WIDTH),
        // The key is the document's, not the words': "ngày" may be added without making it another one.
        match: symbol,
        offers: [],
        sure: false,
      },
    ]
  })
}

function signerOf(plan: Plan, previous: LeftoverRecords['previous']): readonly Found[] {
  const name = plan.signature.name.trim()
  if (previous === null || previous.year === plan.year || name === '' || !sameName(name, previous.signature.name)) return []
  return [
    {
      place: 'signer',
      kind: 'signer',
      severity: 'amber',
      reason: { why: 'same-signer' },
      places: [{ where: 'signer' }],
      address: '',
      before: '',
      match: name,
      after: '',
      offers: [],
      sure: false,
    },
  ]
}
