import { partyWords, type AgencyRegistry, type Party } from '#shared/domain/agency.ts'
import type { Deadline } from '#shared/domain/deadline.ts'
import type { FootnoteId, ProvisionId, TaskWordingId } from '#shared/domain/identifier.ts'
import { plainText, type Inline, type TextInline } from '#shared/domain/inline.ts'
import { normaliseContent, replaceInContent } from '#shared/domain/inline-text.ts'
import { sameName } from '#shared/domain/name-marks.ts'
import type { Plan } from '#shared/domain/plan.ts'
import type { ProvisionContent } from '#shared/domain/provision.ts'
import type { Task, TaskPatch } from '#shared/domain/task.ts'
import { findMatches, surroundings, type SearchOptions } from '#shared/domain/text-search.ts'
import type { FoundPlace } from '#shared/ipc/plan-contract.ts'

/** Everything Ctrl+F and Ctrl+H look through: the plan's subject, its text with its footnotes, and the cells of its appendices. */
export interface Searched {
  readonly plan: Pick<Plan, 'subject'>
  readonly provisions: readonly ProvisionContent[]
  readonly tasks: readonly Task[]
  readonly registry: AgencyRegistry
}

/** What a replacement writes. */
export interface Replaced {
  readonly count: number
  /** Null when the subject stays. */
  readonly subject: string | null
  readonly contents: ReadonlyMap<ProvisionId, readonly Inline[]>
  readonly patches: ReadonlyMap<TaskWordingId, TaskPatch>
}

/** Reads cells back into meaning after their words were replaced. */
export interface CellReaders {
  readonly parties: (text: string) => readonly Party[]
  readonly deadline: (phrase: string) => Deadline
}

const WIDTH = 40

/** Every place where the words stand, in the order of the paper: the subject, text with its footnotes, then the appendix cell by cell. */
export function findPlaces(searched: Searched, words: string, options: SearchOptions): readonly FoundPlace[] {
  return everyText(searched).flatMap(({ where, text }) =>
    findMatches(text, words, options).map((match) => ({
      where,
      start: match.start,
      length: match.length,
      ...surroundings(text, match, WIDTH),
    })),
  )
}

interface Text {
  readonly where: FoundPlace['where']
  readonly text: string
}

function everyText({ plan, provisions, tasks, registry }: Searched): readonly Text[] {
  return [
    { where: { kind: 'subject' }, text: plan.subject },
    ...provisions.flatMap((provision) => [
      { where: { kind: 'provision', provisionId: provision.id } as const, text: plainText(provision.content) },
      ...provision.content.flatMap((inline) =>
        inline.kind === 'footnote'
          ? [{ where: { kind: 'footnote', provisionId: provision.id, footnoteId: inline.id } as const, text: plainText(inline.content) }]
          : [],
      ),
    ]),
    ...tasks.flatMap((task) =>
      cellsOf(task, registry).map(([column, text]) => ({ where: { kind: 'task', taskId: task.id, column } as const, text })),
    ),
  ]
}

/** The cells of a row as words, by column. */
function cellsOf(task: Task, registry: AgencyRegistry): readonly (readonly [string, string])[] {
  const parties = (list: readonly Party[]): string => list.map((party) => partyWords(party, registry)).join('; ')
  return [
    ['task', task.content],
    ['product', task.product],
    ['lead', parties(task.leads)],
    ['coordinating', parties(task.coordinating)],
    ['deadline', task.deadline.phrase],
    ...Object.entries(task.extra),
  ]
}

/**
 * Puts the replacement in each place; a place whose words are no longer those found is left alone and not counted. Marks over changed
 * words stay only where the words still name the same: a citation that still has its symbol, a name the agency or group goes by.
 * A cell of agencies or of a deadline is read anew from its words.
 */
export function replacePlaces(searched: Searched, places: readonly FoundPlace[], replacement: string, read: CellReaders): Replaced {
  const words = replacement.normalize('NFC').replace(/\s*[\r\n]+\s*/g, ' ')
  const contents = new Map(searched.provisions.map((provision) => [provision.id, provision.content]))
  const cells = new Map(searched.tasks.map((task) => [task.id, new Map(cellsOf(task, searched.registry))]))
  const holds = (marked: TextInline): boolean => markStillHolds(marked, searched.registry)
  const changedProvisions = new Set<ProvisionId>()
  const changedCells = new Map<TaskWordingId, Set<string>>()
  let subject = searched.plan.subject
  let count = 0
  // From the end of each text to its beginning: a replacement then moves no place that is still to come.
  for (const { where, start, length, match } of places.toSorted((one, other) => other.start - one.start)) {
    const isThere = (text: string | undefined): text is string => text !== undefined && text.slice(start, start + length) === match
    if (where.kind === 'subject') {
      if (!isThere(subject)) continue
      subject = subject.slice(0, start) + words + subject.slice(start + length)
      count += 1
      continue
    }
    if (where.kind === 'task') {
      const row = cells.get(where.taskId)
      const cell = row?.get(where.column)
      if (row === undefined || !isThere(cell)) continue
      row.set(where.column, cell.slice(0, start) + words + cell.slice(start + length))
      changedCells.set(where.taskId, (changedCells.get(where.taskId) ?? new Set()).add(where.column))
      count += 1
      continue
    }
    const content = contents.get(where.provisionId)
    if (content === undefined) continue
    const inside = where.kind === 'provision' ? content : footnoteContent(content, where.footnoteId)
    if (!isThere(plainText(inside))) continue
    const changed = replaceInContent(inside, start, length, words, holds)
    contents.set(where.provisionId, where.kind === 'provision' ? changed : withFootnote(content, where.footnoteId, changed))
    changedProvisions.add(where.provisionId)
    count += 1
  }
  return {
    count,
    subject: subject === searched.plan.subject ? null : subject,
    contents: new Map([...contents].filter(([id]) => changedProvisions.has(id)).map(([id, content]) => [id, normaliseContent(content)])),
    patches: new Map(
      searched.tasks.flatMap((task) => {
        const columns = changedCells.get(task.id)
        return columns === undefined ? [] : [[task.id, patchOf(task, columns, cells.get(task.id) ?? new Map(), read)] as const]
      }),
    ),
  }
}

function patchOf(task: Task, columns: ReadonlySet<string>, cells: ReadonlyMap<string, string>, read: CellReaders): TaskPatch {
  const patch: TaskPatch = {}
  const extra = { ...task.extra }
  for (const column of columns) {
    const text = cells.get(column) ?? ''
    if (column === 'task') patch.content = text
    else if (column === 'product') patch.product = text
    else if (column === 'lead') patch.leads = read.parties(text)
    else if (column === 'coordinating') patch.coordinating = read.parties(text)
    else if (column === 'deadline') patch.deadline = read.deadline(text)
    else extra[column] = text
  }
  return [...columns].some((column) => column in task.extra) ? { ...patch, extra } : patch
}

/** Whether a mark over words that changed still names the same: a citation that has its symbol, a name the agency or group goes by. */
export function markStillHolds(marked: TextInline, registry: AgencyRegistry): boolean {
  if (marked.citation !== undefined) return marked.text.includes(marked.citation.symbol)
  const { party } = marked
  if (party === undefined) return true
  if (party.kind === 'agency') {
    const agency = registry.agencies.find((one) => one.id === party.agencyId)
    return agency !== undefined && [agency.name, agency.shortName ?? '', ...agency.aliases].some((name) => sameName(name, marked.text))
  }
  const group = registry.groups.find((one) => one.id === party.groupId)
  return group !== undefined && [group.name, ...group.aliases].some((name) => sameName(name, marked.text))
}

function footnoteContent(content: readonly Inline[], id: FootnoteId): readonly TextInline[] {
  return content.flatMap((inline) => (inline.kind === 'footnote' && inline.id === id ? inline.content : []))
}

function withFootnote(content: readonly Inline[], id: FootnoteId, changed: readonly Inline[]): readonly Inline[] {
  return content.map((inline) =>
    inline.kind === 'footnote' && inline.id === id
      ? { ...inline, content: changed.filter((piece): piece is TextInline => piece.kind === 'text') }
      : inline,
  )
}
