import { foldWithOffsets } from '../language/fold-map.ts'
import { isNamedLaw, shortCitation } from './citation-form.ts'
import type { Mention } from './citation-mention.ts'
import type { ResolvedMention } from './citation-reading.ts'
import type { CitedDocument } from './cited-document.ts'
import type { CitingText } from './citing-text.ts'
import type { Day } from './identifier.ts'

/** A law as texts name it, with those of the registry that bear the name. */
interface LawName {
  readonly folded: string
  readonly laws: readonly CitedDocument[]
}

/** Laws are named by type and name (I.II.6.b): the registry's names, the longest first. */
export function lawNames(registry: readonly CitedDocument[]): readonly LawName[] {
  const laws = registry.filter((document) => isNamedLaw(document) && document.title !== '')
  const byName = Map.groupBy(laws, (law) => nameKey(shortCitation(law)).text.trim())
  return [...byName].map(([folded, same]) => ({ folded, laws: same })).toSorted((one, other) => other.folded.length - one.folded.length)
}

function nameKey(text: string): { readonly text: string; readonly offsets: readonly number[] } {
  return foldWithOffsets(text, { accents: 'kept', letterCase: 'lowered' })
}

const wordSign = /[\p{L}\p{N}]/u

/**
 * Where a text names laws of the registry by their names. A name with a number behind it is found by its number. Of several laws of one name the year
 * that follows says which, else it is the newest one made by the plan's day.
 */
export function namedLaws(text: CitingText, names: readonly LawName[], day: Day): readonly ResolvedMention[] {
  if (names.length === 0 || !/luật|hiến pháp|pháp lệnh/iu.test(text.text)) return []
  const { text: folded, offsets } = nameKey(text.text)
  const taken: ResolvedMention[] = []
  for (const { folded: name, laws } of names) {
    for (let at = folded.indexOf(name); at !== -1; at = folded.indexOf(name, at + name.length)) {
      if (wordSign.test(folded[at - 1] ?? '') || wordSign.test(folded[at + name.length] ?? '')) continue
      const start = offsets[at] ?? 0
      const end = offsets[at + name.length] ?? text.text.length
      const overlaps = taken.some(({ mention }) => mention.start < end && start < mention.start + mention.length)
      const document = overlaps ? null : lawMeant(laws, text.text.slice(end), day)
      if (document !== null) taken.push(resolved(text, document, start, end))
    }
  }
  return taken
}

function lawMeant(laws: readonly CitedDocument[], after: string, day: Day): CitedDocument | null {
  if (/^,?\s*số\s*\d/u.test(after)) return null
  const year = /^,?\s*(?:năm\s+|ngày\s+\d{1,2}(?:\/\d{1,2}\/|\s+tháng\s+\d{1,2}\s+năm\s+))(\d{4})/u.exec(after)?.[1]
  if (year !== undefined) return laws.find(({ issuedOn }) => issuedOn === null || issuedOn.startsWith(year)) ?? null
  const byDay = laws.toSorted((one, other) => ((one.issuedOn ?? '') < (other.issuedOn ?? '') ? 1 : -1))
  return byDay.find(({ issuedOn }) => issuedOn === null || issuedOn <= day) ?? byDay[0] ?? null
}

function resolved(text: CitingText, document: CitedDocument, start: number, end: number): ResolvedMention {
  // "Luật sửa đổi, bổ sung một số điều của Luật …": the name is part of the amending law's.
  const inTitle = /luật\s+(?:sửa đổi|bổ sung)[^;.]*$/iu.test(text.text.slice(0, start))
  const mention: Mention = {
    start,
    length: end - start,
    type: document.type,
    symbol: document.symbol,
    number: '',
    issuedOn: null,
    issuer: null,
    dateWordMissing: false,
    symbolEnd: end,
    date: null,
    issuerAt: null,
    title: null,
    inTitle,
    listed: true,
    byName: true,
  }
  return { text, mention, document, key: document.id, dateDiffersFrom: null, ambiguous: false }
}
