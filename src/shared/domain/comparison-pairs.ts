import { fold } from '../language/fold.ts'
import { partyWords, type AgencyRegistry, type Party } from './agency.ts'
import type { Field } from './field.ts'
import { plainText, type FootnoteInline, type Inline } from './inline.ts'
import { numberProvisions } from './numbering.ts'
import type { Plan } from './plan.ts'
import type { ProvisionContent } from './provision.ts'
import type { Appendix, Task } from './task.ts'
import { matchTexts, type KnownPair, type MatchBlock } from './text-match.ts'

/** What is compared of a plan: its records as they stand, as a round froze them, or as they were issued. */
export interface ComparedRecords {
  readonly plan: Plan
  readonly provisions: readonly ProvisionContent[]
  readonly appendices: readonly Appendix[]
  readonly tasks: readonly Task[]
  readonly fields: readonly Field[]
  readonly registry: AgencyRegistry
}

/** Of records of the newer side: the id of the record of the older side that each was carried over from. */
export type CameFrom = ReadonlyMap<string, string>

/** Which records of two sides are one: ids of the older side → ids of the newer. One to one; what is in none has no partner. */
export interface RecordPairs {
  readonly provisions: ReadonlyMap<string, string>
  readonly footnotes: ReadonlyMap<string, string>
  readonly appendices: ReadonlyMap<string, string>
  readonly fields: ReadonlyMap<string, string>
  readonly tasks: ReadonlyMap<string, string>
}

/**
 * Pairs the records of two sides: by id (rounds of one plan), by what the newer was carried over from (versions and years), tasks by the
 * task whose wording they are; whatever is left by its words and place.
 */
export function pairRecords(before: ComparedRecords, after: ComparedRecords, cameFrom: CameFrom): RecordPairs {
  const provisions = pairBlocks(before.provisions, after.provisions, provisionBlocks, cameFrom)
  const fields = pairFields(before.fields, after.fields)
  const tasks = pairBlocks(before.tasks, after.tasks, (rows, side) => taskBlocks(rows, side === 'before' ? before : after), cameFrom)
  return {
    provisions,
    footnotes: pairFootnotes(before.provisions, after.provisions, provisions),
    appendices: pairAppendices(before, after, cameFrom),
    fields,
    tasks,
  }
}

/** Footnotes of a content in the order of their anchors. */
export function footnotesIn(content: readonly Inline[]): readonly FootnoteInline[] {
  return content.filter((inline) => inline.kind === 'footnote')
}

type SideName = 'before' | 'after'

function pairBlocks<Block extends { readonly id: string; readonly taskId?: string }>(
  before: readonly Block[],
  after: readonly Block[],
  blocksOf: (list: readonly Block[], side: SideName) => readonly MatchBlock[],
  cameFrom: CameFrom,
): ReadonlyMap<string, string> {
  const known = knownPairs(before, after, cameFrom)
  // Rounds of one plan mostly tell everything themselves: nothing is left whose words would have to be read.
  const isWhole = known.length === before.length || known.length === after.length
  const pairs = isWhole ? known : matchTexts(blocksOf(before, 'before'), blocksOf(after, 'after'), known).pairs
  return new Map(
    pairs.flatMap((pair) => {
      const [one, other] = [before[pair.before], after[pair.after]]
      return one === undefined || other === undefined ? [] : [[one.id, other.id] as const]
    }),
  )
}

/** Pairs that records themselves tell of: the same id, the record carried over, the same task. A record that several claim is the first one's. */
function knownPairs<Block extends { readonly id: string; readonly taskId?: string }>(
  before: readonly Block[],
  after: readonly Block[],
  cameFrom: CameFrom,
): readonly KnownPair[] {
  const places = new Map(before.map(({ id }, index) => [id, index]))
  const ofTask = new Map(before.flatMap(({ taskId }, index) => (taskId === undefined ? [] : [[taskId, index] as const])))
  const taken = new Set<number>()
  const found = new Map<number, KnownPair>()
  const claim = (placeOf: (block: Block) => number | undefined): void =>
    after.forEach((block, index) => {
      const place = found.has(index) ? undefined : placeOf(block)
      if (place === undefined || taken.has(place)) return
      taken.add(place)
      found.set(index, { before: place, after: index })
    })
  claim(({ id }) => places.get(id))
  claim(({ id }) => places.get(cameFrom.get(id) ?? ''))
  claim(({ taskId }) => (taskId === undefined ? undefined : ofTask.get(taskId)))
  return [...found.values()]
}

function provisionBlocks(provisions: readonly ProvisionContent[]): readonly MatchBlock[] {
  const numbers = numberProvisions(provisions)
  return provisions.map(({ id, area, kind, content }, index) => {
    const parent = numbers[index]?.parent ?? null
    return { id, kind: `${area} ${kind}`, text: plainText(content), place: parent === null ? '' : (numbers[parent]?.address ?? '') }
  })
}

function taskBlocks(tasks: readonly Task[], { fields, registry }: ComparedRecords): readonly MatchBlock[] {
  const names = new Map<string, string>(fields.map(({ id, name }) => [id, fold(name)]))
  const leads = (parties: readonly Party[]): string => parties.map((party) => partyWords(party, registry)).join('; ')
  return tasks.map((task) => ({
    id: task.id,
    kind: 'row',
    text: [task.content, task.product, leads(task.leads)].join('\n'),
    place: task.fieldId === null ? '' : (names.get(task.fieldId) ?? ''),
  }))
}

function pairFields(before: readonly Field[], after: readonly Field[]): ReadonlyMap<string, string> {
  const ids = new Set<string>(after.map(({ id }) => id))
  const named = new Map(after.flatMap((field) => [field.name, ...field.aliases].map((name) => [fold(name), field.id] as const)))
  return new Map(
    before.flatMap((field) => {
      const partner = ids.has(field.id) ? field.id : named.get(fold(field.name))
      return partner === undefined ? [] : [[field.id, partner] as const]
    }),
  )
}

/** Appendices are few: those that no record tells of belong together in their order. */
function pairAppendices(before: ComparedRecords, after: ComparedRecords, cameFrom: CameFrom): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>(
    knownPairs(before.appendices, after.appendices, cameFrom).flatMap((pair) => {
      const [one, other] = [before.appendices[pair.before], after.appendices[pair.after]]
      return one === undefined || other === undefined ? [] : [[one.id, other.id] as const]
    }),
  )
  const taken = new Set(pairs.values())
  const left = after.appendices.filter(({ id }) => !taken.has(id))
  for (const [index, { id }] of before.appendices.filter((appendix) => !pairs.has(appendix.id)).entries()) {
    const other = left[index]
    if (other !== undefined) pairs.set(id, other.id)
  }
  return pairs
}

function pairFootnotes(
  before: readonly ProvisionContent[],
  after: readonly ProvisionContent[],
  provisions: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const ids = new Set<string>(after.flatMap(({ content }) => footnotesIn(content).map(({ id }) => id as string)))
  const pairs = new Map<string, string>()
  for (const { content } of before) for (const { id } of footnotesIn(content)) if (ids.has(id)) pairs.set(id, id)
  const taken = new Set(pairs.values())
  const contents = new Map<string, readonly Inline[]>(after.map(({ id, content }) => [id, content]))
  for (const { id, content } of before) {
    const mine = footnotesIn(content).filter((footnote) => !pairs.has(footnote.id))
    if (mine.length === 0) continue
    const all = footnotesIn(contents.get(provisions.get(id) ?? '') ?? [])
    const theirs = all.filter((footnote) => !taken.has(footnote.id))
    // The only footnote of a sentence is the same one, however it was rewritten.
    const only = all.length === 1 && theirs.length === 1 && footnotesIn(content).length === 1
    for (const [one, other] of only ? [[0, 0] as const] : alikeTexts(mine.map(footnoteWords), theirs.map(footnoteWords))) {
      const [old, now] = [mine[one], theirs[other]]
      if (old === undefined || now === undefined) continue
      pairs.set(old.id, now.id)
      taken.add(now.id)
    }
  }
  return pairs
}

function footnoteWords({ content }: FootnoteInline): string {
  return plainText(content)
}

function alikeTexts(before: readonly string[], after: readonly string[]): readonly (readonly [number, number])[] {
  return matchTexts(bareBlocks(before), bareBlocks(after)).pairs.map((pair) => [pair.before, pair.after] as const)
}

/** Texts that nothing is known of. */
function bareBlocks(texts: readonly string[]): readonly MatchBlock[] {
  return texts.map((text, index) => ({ id: String(index), kind: '', text, place: '' }))
}
