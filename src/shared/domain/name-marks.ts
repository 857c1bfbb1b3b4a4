import { foldWithOffsets } from '../language/fold-map.ts'
import { isActive, type AgencyRegistry } from './agency.ts'
import { markCitations } from './citation.ts'
import type { Day } from './identifier.ts'
import type { Inline, PartyReference, TextInline } from './inline.ts'
import { normaliseContent } from './inline-text.ts'

/** A name found in running text, in UTF-16 units. */
export interface FoundName {
  readonly start: number
  readonly length: number
  readonly party: PartyReference
}

/** Finds the agencies and groups named in running text; made once a registry and day, used for many sentences. */
export type NameFinder = (text: string) => readonly FoundName[]

interface KnownName {
  readonly words: string
  readonly party: PartyReference
}

/** Both ways of placing the tone ("Uỷ", "Ủy"; "hoá", "hóa") are common in one and the same plan: compared as one. */
const tonePlaces: readonly (readonly [string, string])[] = ['à', 'á', 'ả', 'ã', 'ạ'].flatMap((a, tone) => {
  const pick = (letters: string): string => letters[tone] ?? ''
  return [
    [`o${a}`, `${pick('òóỏõọ')}a`],
    [`o${pick('èéẻẽẹ')}`, `${pick('òóỏõọ')}e`],
    [`u${pick('ỳýỷỹỵ')}`, `${pick('ùúủũụ')}y`],
  ] as const
})

function nameKey(text: string): { readonly text: string; readonly offsets: readonly number[] } {
  const folded = foldWithOffsets(text, { accents: 'kept', letterCase: 'lowered' })
  // Each pair has two letters on both sides, so that offsets stay true.
  return { text: tonePlaces.reduce((words, [from, to]) => words.replaceAll(from, to), folded.text), offsets: folded.offsets }
}

/** Whether two names are the same to a reader: case, white space and the place of the tone do not count. */
export function sameName(one: string, other: string): boolean {
  return nameKey(one.trim().normalize('NFC')).text === nameKey(other.trim().normalize('NFC')).text
}

const wordCharacter = /[\p{L}\p{N}]/u

/**
 * A finder for the names known on a day. The longest name wins ("Văn phòng UBND tỉnh" over "UBND tỉnh"). An agency's name counts only
 * with a capital first letter: "công an" in a sentence is a trade, "Công an tỉnh" is a body. A name that two bodies alive on that day
 * share points to neither, and a group that stands for nobody in particular is not marked.
 */
export function createNameFinder(registry: AgencyRegistry, on: Day): NameFinder {
  const named = new Map<string, KnownName[]>()
  const add = (name: string, party: PartyReference): void => {
    const words = nameKey(name.normalize('NFC')).text.trim()
    if (words.length < 3) return
    const same = named.get(words) ?? []
    if (!same.some((known) => JSON.stringify(known.party) === JSON.stringify(party))) named.set(words, [...same, { words, party }])
  }
  for (const agency of registry.agencies.filter((one) => isActive(one, on)))
    for (const name of [agency.name, agency.shortName ?? '', ...agency.aliases]) add(name, { kind: 'agency', agencyId: agency.id })
  for (const group of registry.groups.filter((one) => isActive(one, on) && !one.unspecified))
    for (const name of [group.name, ...group.aliases]) add(name, { kind: 'group', groupId: group.id })

  const byFirstWord = Map.groupBy(
    [...named.values()].flatMap((same) => (same.length === 1 ? same : [])),
    (known) => firstWord(known.words),
  )
  for (const known of byFirstWord.values()) known.sort((one, other) => other.words.length - one.words.length)

  return (text) => {
    const { text: folded, offsets } = nameKey(text)
    const found: FoundName[] = []
    let at = 0
    while (at < folded.length) {
      const startsWord = wordCharacter.test(folded[at] ?? '') && !wordCharacter.test(folded[at - 1] ?? '')
      const match = startsWord ? matchAt(folded, at, text[offsets[at] ?? 0] ?? '', byFirstWord) : null
      if (match === null) {
        at += 1
        continue
      }
      const start = offsets[at] ?? 0
      at += match.words.length
      found.push({ start, length: (offsets[at] ?? text.length) - start, party: match.party })
    }
    return found
  }
}

function matchAt(
  folded: string,
  at: number,
  firstLetter: string,
  byFirstWord: ReadonlyMap<string, readonly KnownName[]>,
): KnownName | null {
  const capital = firstLetter !== firstLetter.toLowerCase()
  const candidates = byFirstWord.get(firstWord(folded.slice(at, at + 24))) ?? []
  return (
    candidates.find(
      (known) =>
        (known.party.kind === 'group' || capital) &&
        folded.startsWith(known.words, at) &&
        !wordCharacter.test(folded[at + known.words.length] ?? ''),
    ) ?? null
  )
}

function firstWord(text: string): string {
  return /^[\p{L}\p{N}]+/u.exec(text)?.[0] ?? ''
}

/** Puts agency and group marks over the names in a content, footnotes included; the words stay as typed, other marks stay. */
export function markNames(content: readonly Inline[], find: NameFinder): readonly Inline[] {
  return normaliseContent(
    markStretches(content, find).map((inline) =>
      inline.kind === 'footnote'
        ? { ...inline, content: markStretches(inline.content, find).filter((piece): piece is TextInline => piece.kind === 'text') }
        : inline,
    ),
  )
}

/** Names are looked for over neighbouring stretches as one text: a name half in bold is still that name. */
function markStretches(content: readonly Inline[], find: NameFinder): readonly Inline[] {
  const result: Inline[] = []
  let run: TextInline[] = []
  const flush = (): void => {
    result.push(...markRun(run, find))
    run = []
  }
  for (const inline of content) {
    if (inline.kind === 'text') run.push(inline)
    else {
      flush()
      result.push(inline)
    }
  }
  flush()
  return result
}

function markRun(run: readonly TextInline[], find: NameFinder): readonly TextInline[] {
  const names = find(run.map((inline) => inline.text).join(''))
  if (names.length === 0) return run
  const result: TextInline[] = []
  let at = 0
  for (const inline of run) {
    let from = 0
    const end = at + inline.text.length
    for (const name of names.filter((one) => one.start < end && one.start + one.length > at)) {
      const start = Math.max(name.start - at, 0)
      const stop = Math.min(name.start + name.length - at, inline.text.length)
      if (start > from) result.push({ ...inline, text: inline.text.slice(from, start) })
      // A name inside a cited document's title is part of that title; a mark set by hand stays.
      const marked = inline.citation !== undefined || inline.party !== undefined ? inline : { ...inline, party: name.party }
      result.push({ ...marked, text: inline.text.slice(start, stop) })
      from = stop
    }
    if (from < inline.text.length) result.push({ ...inline, text: inline.text.slice(from) })
    at = end
  }
  return result
}

/** Marks the documents cited and the bodies named in a content, footnotes included, which keep their ids. The words stay as typed. */
export function markText(content: readonly Inline[], find: NameFinder): readonly Inline[] {
  const footnotes = content.filter((inline) => inline.kind === 'footnote')
  let next = 0
  const cited = markCitations(content).map((inline): Inline => {
    if (inline.kind !== 'footnote') return inline
    const id = footnotes[next]?.id
    next += 1
    if (id === undefined) throw new Error('a footnote was lost while marking citations')
    return { ...inline, id }
  })
  return markNames(cited, find)
}
