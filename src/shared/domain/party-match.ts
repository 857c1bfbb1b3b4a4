import type { AgencyRegistry, Party } from './agency.ts'
import type { Day } from './identifier.ts'
import { type Collective, collectivesAt } from './party-match-collective.ts'
import { type Gap, readGap, type Role } from './party-match-gaps.ts'
import { type Form, isSpeltAs, longestForm, misspeltForm, type PreparedRegistry, prepareRegistry, resolve } from './party-match-registry.ts'
import { type Word, wordsOf } from './party-match-words.ts'

export { prepareRegistry, type PreparedRegistry } from './party-match-registry.ts'

/** Why a person must look at an item of a list. `words` are the words in doubt; of a dissolved agency `successors` names who took over. */
export interface PartyDoubt {
  readonly code: 'agency-not-recognised' | 'agency-not-active' | 'agency-ambiguous' | 'agency-spelling'
  readonly words: string
  readonly successors: readonly string[]
}

/** Where a part of the text went, in UTF-16 units of its NFC form: `label` words ("Đơn vị chủ trì:") are in no party. */
export interface MatchedPart {
  readonly from: number
  readonly to: number
  readonly is: 'party' | 'label'
}

export interface MatchedParties {
  /** The bodies of the list; where the text gives both roles ("Sở Y tế chủ trì, phối hợp với …"), the leads. */
  readonly parties: readonly Party[]
  /** The bodies the text itself calls coordinating. */
  readonly coordinating: readonly Party[]
  readonly doubts: readonly PartyDoubt[]
  readonly parts: readonly MatchedPart[]
}

/** A name found, before the words around it are read. */
interface Hit {
  readonly from: number
  readonly to: number
  readonly party: Party | null
  readonly doubts: readonly PartyDoubt[]
}

/** An item of the list being put together. */
interface Item {
  party: Party
  role: Role
  from: number
  to: number
}

/**
 * Reads a list of agencies as plans write them, as of a day (`YYYY-MM-DD`): names, short names, aliases, groups, accents and case aside, the longest name
 * first, so that a "và" or a comma inside a name never splits it; then ";", ",", "và", "/" and line ends; a capital agency word without
 * a separator starts an item too. What is not recognised stays as words; no word is lost but labels ("Đơn vị chủ trì:").
 */
export function matchParties(text: string, registry: AgencyRegistry | PreparedRegistry, asOf: Day): MatchedParties {
  const prepared = 'root' in registry ? registry : prepareRegistry(registry)
  const known = remembered.get(prepared) ?? new Map<string, MatchedParties>()
  remembered.set(prepared, known)
  const key = `${asOf} ${text}`
  const before = known.get(key)
  if (before !== undefined) return before
  const matched = match(text, prepared, asOf)
  if (known.size >= MOST_REMEMBERED) known.clear()
  known.set(key, matched)
  return matched
}

/** An appendix of 500 rows has a few dozen different lists, and a grid reads them again and again. */
const remembered = new WeakMap<PreparedRegistry, Map<string, MatchedParties>>()
const MOST_REMEMBERED = 2_000

function match(text: string, prepared: PreparedRegistry, asOf: Day): MatchedParties {
  const source = text.normalize('NFC')
  const hits = findHits(source, prepared, asOf)
  const items: Item[] = []
  const labels: MatchedPart[] = []
  const doubts: PartyDoubt[] = []
  let role: Role = 'lead'
  /** The words of a post that wait for their office. */
  const waiting: { post: string | null } = { post: null }
  const take = (gap: Gap): void => {
    for (const piece of gap.pieces) {
      if (piece.is === 'label') {
        labels.push({ from: piece.from, to: piece.to, is: 'label' })
        role = piece.role ?? role
      } else if (piece.is === 'label-of-previous') {
        labels.push({ from: piece.from, to: piece.to, is: 'label' })
        const previous = items.at(-1)
        if (previous !== undefined) previous.role = piece.role
      } else if (piece.is === 'qualifier') {
        const previous = items.at(-1)
        if (previous === undefined) continue
        previous.party = qualified(previous.party, oneLine(source.slice(piece.from, piece.to)))
        previous.to = piece.to
      } else if (piece.is === 'post') {
        waiting.post = oneLine(source.slice(piece.from, piece.to))
        items.push({ party: { kind: 'words', words: waiting.post }, role, from: piece.from, to: piece.to })
      } else {
        const words = oneLine(source.slice(piece.from, piece.to))
        const read = readWords(words, prepared, asOf)
        doubts.push(read.doubt)
        items.push({ party: read.party, role, from: piece.from, to: piece.to })
      }
    }
  }
  let at = 0
  for (const hit of hits) {
    take(readGap(source, at, hit.from, { afterName: items.length > 0 && at > 0, beforeName: hit.party !== null }))
    at = hit.to
    if (hit.party === null) {
      labels.push({ from: hit.from, to: hit.to, is: 'label' })
      continue
    }
    doubts.push(...hit.doubts)
    if (waiting.post === null) items.push({ party: hit.party, role, from: hit.from, to: hit.to })
    else {
      // "Giám đốc Sở Nội vụ": the post stands with its office, which is the one assigned.
      const post = items.pop()
      items.push({ party: qualified(hit.party, `(${waiting.post})`), role, from: post?.from ?? hit.from, to: hit.to })
      waiting.post = null
    }
  }
  take(readGap(source, at, source.length, { afterName: items.length > 0 && at > 0, beforeName: false }))
  return {
    parties: items.filter((item) => item.role === 'lead').map(({ party }) => party),
    coordinating: items.filter((item) => item.role === 'coordinating').map(({ party }) => party),
    doubts,
    parts: [...items.map(({ from, to }) => ({ from, to, is: 'party' as const })), ...labels].toSorted(
      (one, other) => one.from - other.from,
    ),
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function qualified(party: Party, qualifier: string): Party {
  if (party.kind === 'words') return { kind: 'words', words: `${party.words} ${qualifier}` }
  return { ...party, qualifier: party.qualifier === undefined ? qualifier : `${party.qualifier} ${qualifier}` }
}

/** Words that name nobody exactly: perhaps one name with a slip of the keyboard. */
function readWords(words: string, prepared: PreparedRegistry, asOf: Day): { party: Party; doubt: PartyDoubt } {
  const form = misspeltForm(prepared, words, asOf)
  if (form === null) return { party: { kind: 'words', words }, doubt: { code: 'agency-not-recognised', words, successors: [] } }
  return { party: partyOf(form, words), doubt: { code: 'agency-spelling', words, successors: [] } }
}

function partyOf({ named }: Form, typed: string): Party {
  if (named.kind === 'agency') return { kind: 'agency', agencyId: named.record.id }
  return typed === named.record.name
    ? { kind: 'group', groupId: named.record.id }
    : { kind: 'group', groupId: named.record.id, written: typed }
}

/** Words after which a name belongs to the words before it: "Trung tâm … thuộc Sở Nội vụ", "báo cáo về Sở Tài chính", "tham mưu UBND tỉnh". */
const prepositions = new Set(['thuoc', 'cua', 've', 'qua', 'tai', 'theo', 'cho', 'muu', 'trinh', 'giup', 'gui'])

function findHits(source: string, prepared: PreparedRegistry, asOf: Day): readonly Hit[] {
  const outside = source.replace(/\([^()]*\)/g, (bracket) => `(${' '.repeat(bracket.length - 2)})`)
  const words = wordsOf(/[\p{L}\p{N}]/u.test(outside) ? outside : source)
  const hits: Hit[] = []
  let prefixes: readonly string[] = []
  let at = 0
  while (at < words.length) {
    const word = words[at]
    if (word === undefined) break
    const collectives = collectivesAt(prepared, words, at, asOf)
    const list = listAfter(words, at, prepared, collectives)
    if (list !== null) {
      hits.push({ from: word.from, to: words[list.end - 1]?.to ?? word.to, party: null, doubts: [] })
      prefixes = list.prefixes
      at = list.end
      continue
    }
    const listed = prefixedName(source, words, at, prefixes, prepared, asOf)
    const whole = nameAt(source, words, at, prepared, asOf, collectives)
    // In "UBND các huyện: Cao Lộc, Chi Lăng" the list's own reading is the surer one.
    const found = listed !== null && listed.end >= (whole?.end ?? 0) ? listed : whole
    if (found === null) {
      at += 1
      continue
    }
    // The last word of a name is no preposition ("Sở Giao thông vận tải"), and a new line starts anew.
    const afterName = hits.at(-1)?.to === words[at - 1]?.to
    const dependent = at > 0 && !afterName && /^[^\S\n]+$/.test(word.gap) && prepositions.has(words[at - 1]?.key ?? '')
    if (!dependent) hits.push(...found.hits)
    if (found.endsList) prefixes = []
    at = found.end
  }
  return hits
}

/** "Các Sở: KH&ĐT, TC", "Các Sở Nội vụ, Tài chính", "UBND các huyện: Cao Lộc, Chi Lăng": the shared beginning of a list of names. */
function listAfter(
  words: readonly Word[],
  at: number,
  prepared: PreparedRegistry,
  collectives: readonly Collective[],
): { end: number; prefixes: readonly string[] } | null {
  const counted = words[at]?.key === 'cac'
  const noun = counted ? at + 1 : at
  const startsName = (place: number, prefixes: readonly string[]) =>
    prefixes.some((prefix) => longestForm(prepared, words, place, prefix) !== null)
  const joined = (place: number, gap: RegExp) => gap.test(words[place]?.gap ?? '.')
  if (words[noun]?.key === 'so' && joined(noun + 1, counted ? /^\s*:?\s*$/ : /^\s*:\s*$/) && startsName(noun + 1, ['so']))
    return { end: noun + 1, prefixes: ['so'] }
  const last = collectives.at(-1)
  if (last === undefined || last.prefixes.length === 0) return null
  const direct = counted || words[at + 1]?.key === 'cac'
  return joined(last.end, direct && last.prefixes[0] !== 'so' ? /^\s*:?\s*$/ : /^\s*:\s*$/) && startsName(last.end, last.prefixes)
    ? { end: last.end, prefixes: last.prefixes }
    : null
}

function prefixedName(
  source: string,
  words: readonly Word[],
  at: number,
  prefixes: readonly string[],
  prepared: PreparedRegistry,
  asOf: Day,
): Found | null {
  for (const prefix of prefixes) {
    const name = longestForm(prepared, words, at, prefix)
    const hit = name === null ? null : hitOf(source, words, at, name.end, name.forms, asOf, prepared, true)
    if (name !== null && hit !== null) return { hits: [hit], end: name.end, endsList: false }
  }
  return null
}

interface Found {
  readonly hits: readonly Hit[]
  readonly end: number
  readonly endsList: boolean
}

function nameAt(
  source: string,
  words: readonly Word[],
  at: number,
  prepared: PreparedRegistry,
  asOf: Day,
  collectives: readonly Collective[],
): Found | null {
  const name = longestForm(prepared, words, at)
  const end = collectives.at(-1)?.end ?? 0
  if (end > (name?.end ?? 0))
    return { hits: collectives.map((collective) => collectiveHit(source, words, collective, asOf)), end, endsList: true }
  if (name === null) return null
  const hit = hitOf(
    source,
    words,
    at,
    name.end,
    name.forms.filter(({ rank }) => isBounded(words, at, name.end, rank)),
    asOf,
    prepared,
    false,
  )
  return hit === null ? null : { hits: [hit], end: name.end, endsList: true }
}

/** A locality's bare name counts only as a whole item of a list; "huyện Cao Lộc" only at the beginning of one. */
function isBounded(words: readonly Word[], at: number, end: number, rank: Form['rank']): boolean {
  const opens = at === 0 || words[at - 1]?.key === 'va' || /[,;:/\n(]|\s-\s/.test(words[at]?.gap ?? '')
  const closes = end >= words.length || words[end]?.key === 'va' || /[,;:/\n().]|\s-\s/.test(words[end]?.gap ?? '')
  return rank < 2 || (opens && (rank === 2 || closes))
}

/** `shared`: the beginning of the name stands before the list ("Các Sở: KH&ĐT"), so that its spelling cannot be compared. */
function hitOf(
  source: string,
  words: readonly Word[],
  at: number,
  end: number,
  forms: readonly Form[],
  asOf: Day,
  prepared: PreparedRegistry,
  shared: boolean,
): Hit | null {
  const from = words[at]?.from ?? 0
  const to = words[end - 1]?.to ?? from
  const typed = oneLine(source.slice(from, to))
  if (forms.length === 0) return null
  const found = resolve(forms, asOf)
  if (found.is === 'several')
    return { from, to, party: { kind: 'words', words: typed }, doubts: [{ code: 'agency-ambiguous', words: typed, successors: [] }] }
  const doubts: PartyDoubt[] = []
  if (!found.active) doubts.push({ code: 'agency-not-active', words: typed, successors: successorsOf(found.form, prepared) })
  if (found.form.rank === 3 && found.homonyms) doubts.push({ code: 'agency-ambiguous', words: typed, successors: [] })
  const spellings = forms.filter((form) => form.named.record.id === found.named.record.id)
  if (!shared && found.named.kind === 'agency' && !spellings.some((form) => form.rank === 1 || isSpeltAs(typed, form.words)))
    doubts.push({ code: 'agency-spelling', words: typed, successors: [] })
  return { from, to, party: partyOf(found.form, typed), doubts }
}

function successorsOf({ named }: Form, { registry }: PreparedRegistry): readonly string[] {
  if (named.kind === 'group') return []
  return named.record.successorIds.flatMap((successor) => registry.agencies.filter(({ id }) => id === successor).map(({ name }) => name))
}

function collectiveHit(source: string, words: readonly Word[], { at, end, group }: Collective, asOf: Day): Hit {
  const from = words[at]?.from ?? 0
  const to = words[end - 1]?.to ?? from
  const plain = oneLine(source.slice(from, to))
  if (group === null)
    return { from, to, party: { kind: 'words', words: plain }, doubts: [{ code: 'agency-not-recognised', words: plain, successors: [] }] }
  // "UBND cấp huyện, cấp xã": the second shares the committee's word and stands alone once apart.
  const committee = !group.unspecified && group.memberKinds.some((kind) => kind === 'commune-committee' || kind === 'district-committee')
  const shares = committee && words[at]?.key !== 'cac' && !words.slice(at, end).some(({ key }) => key === 'ubnd')
  const typed = shares ? `UBND ${plain}` : plain
  const alive = (group.activeFrom === null || group.activeFrom <= asOf) && (group.activeTo === null || asOf <= group.activeTo)
  const party: Party = typed === group.name ? { kind: 'group', groupId: group.id } : { kind: 'group', groupId: group.id, written: typed }
  return { from, to, party, doubts: alive ? [] : [{ code: 'agency-not-active', words: plain, successors: [] }] }
}
