import { type Agency, type AgencyGroup, type AgencyRegistry, isActive } from './agency.ts'
import type { Day } from './identifier.ts'
import { squeeze, type Word, wordsOf } from './party-match-words.ts'

/** The record a form names. */
export type Named = { readonly kind: 'agency'; readonly record: Agency } | { readonly kind: 'group'; readonly record: AgencyGroup }

/**
 * One way of writing a record's name, best first: 0 as the registry has it; 1 the initials of a department ("Sở KH&CN");
 * 2 a locality without the word for its committee ("huyện Cao Lộc"); 3 its bare name ("Cao Lộc").
 */
export interface Form {
  readonly named: Named
  readonly words: string
  readonly rank: 0 | 1 | 2 | 3
}

interface Node {
  readonly next: Map<string, Node>
  readonly forms: Form[]
}

/** All names of a registry, prepared for matching. */
export interface PreparedRegistry {
  readonly registry: AgencyRegistry
  readonly root: Node
  readonly forms: readonly (Form & { readonly squeezed: string })[]
}

const prepared = new WeakMap<AgencyRegistry, PreparedRegistry>()

/** Prepares a registry once; the same object gives the same answer again. */
export function prepareRegistry(registry: AgencyRegistry): PreparedRegistry {
  const known = prepared.get(registry)
  if (known !== undefined) return known
  const root: Node = { next: new Map(), forms: [] }
  const forms: (Form & { squeezed: string })[] = []
  const add = (named: Named, words: string, rank: Form['rank']): void => {
    const squeezed = squeeze(words)
    if (squeezed.length < 2) return
    let node = root
    for (const letter of squeezed) {
      const next = node.next.get(letter) ?? { next: new Map<string, Node>(), forms: [] }
      node.next.set(letter, next)
      node = next
    }
    if (node.forms.some((form) => form.named.record.id === named.record.id && form.rank <= rank)) return
    const form = { named, words, rank, squeezed }
    node.forms.push(form)
    forms.push(form)
  }
  for (const record of registry.groups) for (const name of [record.name, ...record.aliases]) add({ kind: 'group', record }, name, 0)
  for (const record of registry.agencies) {
    const named: Named = { kind: 'agency', record }
    for (const name of [record.name, ...(record.shortName === null ? [] : [record.shortName]), ...record.aliases]) add(named, name, 0)
    const initials = departmentInitials(record)
    if (initials !== null) add(named, initials, 1)
    const locality = localityOf(record)
    if (locality !== null) {
      add(named, locality, 2)
      add(named, locality.replace(/^\S+\s+(?:phố\s+|xã\s+|trấn\s+|khu\s+)?/u, ''), 3)
    }
  }
  const result: PreparedRegistry = { registry, root, forms }
  prepared.set(registry, result)
  return result
}

/** "Sở Khoa học và Công nghệ" → "Sở KHCN". */
function departmentInitials({ name }: Agency): string | null {
  const words = wordsOf(name.normalize('NFC'))
  if (words[0]?.key !== 'so' || words.length < 3) return null
  const initials = words.slice(1).flatMap(({ key }) => (key === 'va' ? [] : [key.charAt(0)]))
  return `Sở ${initials.join('')}`
}

/** "UBND huyện Cao Lộc" → "huyện Cao Lộc". */
function localityOf({ name, kind }: Agency): string | null {
  if (kind !== 'district-committee' && kind !== 'commune-committee') return null
  const match = /^(?:UBND|[UỦ][yỷ] ban nhân dân)\s+((?:huyện|thành phố|thị xã|quận|xã|phường|thị trấn|đặc khu)\s+.+)$/iu.exec(
    name.normalize('NFC'),
  )
  return match?.[1] ?? null
}

/** Names that begin at a word, longest first; `prefix` are squeezed letters taken as read before it ("so" for "các sở: Nội vụ, Tài chính"). */
export function longestForm(
  { root }: PreparedRegistry,
  words: readonly Word[],
  at: number,
  prefix = '',
): { end: number; forms: readonly Form[] } | null {
  let node: Node | undefined = root
  for (const letter of prefix) node = node?.next.get(letter)
  let best: { end: number; forms: readonly Form[] } | null = null
  for (let place = at; place < words.length && node !== undefined; place += 1) {
    const word: Word | undefined = words[place]
    if (word === undefined || (place > at && !/^[\s,&/.-]*$/.test(word.gap))) break
    // "và" inside a name may be left out or typed "&".
    if (word.key === 'va' && place > at) continue
    for (const letter of word.key) node = node?.next.get(letter)
    if (node !== undefined && node.forms.length > 0) best = { end: place + 1, forms: node.forms }
  }
  return best
}

/** What a name means on a day. */
export type Resolved =
  | { readonly is: 'one'; readonly named: Named; readonly form: Form; readonly active: boolean; readonly homonyms: boolean }
  | { readonly is: 'several' }

/** Chooses among the records that share a name: the one alive on the day; else the one whose life is nearest to it. */
export function resolve(forms: readonly Form[], asOf: Day): Resolved {
  const best = forms.filter(({ named }) => isActive(named.record, asOf))
  for (const rank of [0, 1, 2, 3] as const) {
    const alive = best.filter((form) => form.rank === rank)
    const [first, second] = alive
    if (first === undefined) continue
    if (second !== undefined) return { is: 'several' }
    return { is: 'one', named: first.named, form: first, active: true, homonyms: forms.length > 1 }
  }
  const [nearest] = forms.toSorted((one, other) => one.rank - other.rank || distance(one, asOf) - distance(other, asOf))
  return nearest === undefined
    ? { is: 'several' }
    : { is: 'one', named: nearest.named, form: nearest, active: false, homonyms: forms.length > 1 }
}

function distance({ named: { record } }: Form, asOf: Day): number {
  const day = record.activeTo !== null && record.activeTo < asOf ? record.activeTo : (record.activeFrom ?? asOf)
  return Math.abs(Date.parse(day) - Date.parse(asOf))
}

/**
 * The record whose name differs from the words by one slipped letter (two in a long name), when only one does.
 * Compared without accents, so that a wrong accent is found by `longestForm` already.
 */
export function misspeltForm({ forms }: PreparedRegistry, words: string, asOf: Day): Form | null {
  const squeezed = squeeze(words)
  const allowed = squeezed.length >= 18 ? 2 : squeezed.length >= 8 ? 1 : 0
  if (allowed === 0 || /\d/.test(squeezed)) return null
  const close = forms.filter(
    (form) =>
      form.rank === 0 &&
      Math.abs(form.squeezed.length - squeezed.length) <= allowed &&
      editDistance(form.squeezed, squeezed, allowed) <= allowed,
  )
  const alive = close.filter(({ named }) => isActive(named.record, asOf))
  const candidates = alive.length > 0 ? alive : close
  return new Set(candidates.map(({ named }) => named.record.id)).size === 1 ? (candidates[0] ?? null) : null
}

/** Optimal string alignment distance (a swap of neighbours is one slip), given up above `limit`. */
function editDistance(one: string, other: string, limit: number): number {
  let previous: number[] = []
  let current = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1
      let value = Math.min((current[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, (current[column - 1] ?? 0) + same)
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        value = Math.min(value, (previous[column - 2] ?? 0) + 1)
      next.push(value)
    }
    if (Math.min(...next) > limit) return limit + 1
    previous = current
    current = next
  }
  return current[other.length] ?? 0
}

/** Whether words are spelt as a form has them: case, place of the tone and punctuation do not count; words typed without any accent are not judged. */
export function isSpeltAs(typed: string, form: string): boolean {
  if (typed === form) return true
  const [one, other] = [wordsOf(typed.normalize('NFC')), wordsOf(form.normalize('NFC'))]
  if (one.every(({ key, spelt }) => key === spelt)) return true
  const dropsAnd = other.some(({ key }) => key === 'va') && !one.some(({ key, gap }) => key === 'va' || gap.includes('&'))
  return !dropsAnd && letters(one) === letters(other)
}

function letters(words: readonly Word[]): string {
  return words.map(({ key, spelt }) => (key === 'va' ? '' : spelt)).join('')
}
