import type { AgencyGroup, AgencyKind } from './agency.ts'
import type { Day } from './identifier.ts'
import { isActive } from './agency.ts'
import { longestForm, type PreparedRegistry } from './party-match-registry.ts'
import { squeeze, type Word, wordsOf } from './party-match-words.ts'

/**
 * A collective name that needs no entry in the registry: "các sở, ban, ngành có liên quan", "UBND cấp huyện, cấp xã", "Thủ trưởng các cơ quan,
 * đơn vị". The vocabulary is the office language of every province; which bodies it stands for is the registry's.
 */
export interface Collective {
  /** Words [at, end). */
  readonly at: number
  readonly end: number
  readonly group: AgencyGroup | null
  /** Squeezed beginnings of the names that a list after it leaves out: "các sở: Nội vụ, Tài chính". */
  readonly prefixes: readonly string[]
}

type Level = 'department' | 'district' | 'commune' | 'central' | 'general'

const departmentNouns = new Set(['so', 'ban', 'nganh', 'doan the', 'hoi'])
const generalNouns = new Set(['co quan', 'don vi', 'dia phuong', 'to chuc', 'ca nhan'])
const districtNouns = new Set(['huyen', 'tp', 'thi xa', 'quan', 'cap huyen'])
const communeNouns = new Set(['xa', 'phuong', 'thi tran', 'dac khu', 'cap xa'])
const headNouns = new Set(['thu truong', 'giam doc', 'chu tich', 'lanh dao', 'nguoi dung dau'])
const counters = new Set(['cac', 'nhung'])
/** Words that may stand right after a noun of a list; anything else makes the noun the beginning of a proper name ("Ban Dân tộc"). */
const followers = new Set([
  'tinh',
  'tp',
  'cap',
  'co',
  'lien',
  'khac',
  'thuoc',
  'truc',
  'trong',
  'theo',
  'va',
  'tren',
  'dia',
  'nganh',
  'ban',
  'so',
  'doan',
  'co quan',
  'don',
  'huyen',
  'dat',
  'cua',
  'can',
  'duoc',
  'chuyen',
  'phoi',
  'chu',
  'to',
  'thi',
  'xa',
  'phuong',
  'tw',
  'cung',
  'tai',
  'o',
  'tham',
  'lam',
  'thuc',
])

/** The collective names that begin at a word: usually none or one, more where the levels of a committee share its word. */
export function collectivesAt(registry: PreparedRegistry, words: readonly Word[], start: number, asOf: Day): readonly Collective[] {
  let at = start
  let head = false
  for (let noun = nounAt(words, at); noun !== null && headNouns.has(noun.words); noun = nounAt(words, at)) {
    head = true
    at = skipAnd(words, noun.end)
  }
  const counted = counters.has(words[at]?.key ?? '')
  if (counted) at += 1
  if (words[at]?.key === 'ubnd') {
    const counts = counters.has(words[at + 1]?.key ?? '')
    return committees(registry, words, { start, at: counts ? at + 2 : at + 1, counted: counted || counts }, asOf)
  }
  // "Các huyện, thành phố": the committees without their word.
  if (counted && levelOf(nounAt(words, at)) !== null) return committees(registry, words, { start, at, counted }, asOf)
  if (head && !counted) return []
  const list = nounList(registry, words, at)
  if (list === null) return []
  const tail = tailAt(words, list.end)
  // "Sở, ban, ngành" is collective by its length; one noun alone needs "các" or "liên quan".
  if (!counted && !tail.related && list.nouns.length < 2) return []
  const hasDepartments = list.nouns.includes('so') || (list.nouns.includes('ban') && list.nouns.includes('nganh'))
  const level: Level = tail.related ? 'general' : hasDepartments || head ? 'department' : list.nouns.includes('bo') ? 'central' : 'general'
  const own: Collective = {
    at: start,
    end: tail.end,
    group: groupFor(registry, level, words.slice(start, tail.end), asOf),
    prefixes: list.nouns[0] === 'so' ? ['so'] : [],
  }
  return [own, ...(hasDepartments && !tail.related ? levelsAfter(registry, words, tail.end, asOf) : [])]
}

/** "Các sở, ngành, huyện, thành phố" goes on with the districts. */
function levelsAfter(registry: PreparedRegistry, words: readonly Word[], end: number, asOf: Day): readonly Collective[] {
  const at = skipAnd(words, end)
  if (!/^\s*[,/-]?\s*$/.test(words[at]?.gap ?? '.') || levelOf(nounAt(words, at)) === null) return []
  const found = committees(registry, words, { start: at, at, counted: false }, asOf)
  return found.some(({ prefixes }) => prefixes.some((prefix) => prefix !== 'ubndtp')) ? found : []
}

interface NounList {
  readonly nouns: readonly string[]
  readonly end: number
}

function nounList(registry: PreparedRegistry, words: readonly Word[], start: number): NounList | null {
  const nouns: string[] = []
  let end = start
  let at = start
  for (;;) {
    const noun = nounAt(words, at)
    if (noun === null || !(departmentNouns.has(noun.words) || generalNouns.has(noun.words) || noun.words === 'bo')) break
    const next = words[noun.end]
    const joined = next !== undefined && /^\s*$/.test(next.gap)
    if (joined && (departmentNouns.has(noun.words) || noun.words === 'bo') && !followers.has(next.key)) break
    const name = longestForm(registry, words, at)
    if (name !== null && name.end > noun.end) break
    nouns.push(noun.words)
    end = noun.end
    at = skipAnd(words, end)
    if (at >= words.length || !/^[\s,/-]*$/.test(words[at]?.gap ?? '')) break
  }
  return nouns.length === 0 ? null : { nouns, end }
}

function isNoun(text: string): boolean {
  return text === 'bo' || [departmentNouns, generalNouns, districtNouns, communeNouns, headNouns].some((set) => set.has(text))
}

function nounAt(words: readonly Word[], at: number): { words: string; end: number } | null {
  const first = words[at]
  if (first === undefined) return null
  let phrase = first.key
  let best: { words: string; end: number } | null = isNoun(phrase) ? { words: phrase, end: at + 1 } : null
  for (let place = at + 1; place < at + 3; place += 1) {
    const word = words[place]
    if (word === undefined || !/^\s*$/.test(word.gap)) break
    phrase += ` ${word.key}`
    if (isNoun(phrase)) best = { words: phrase, end: place + 1 }
  }
  return best
}

/** The level of local government that a noun names. */
function levelOf(noun: { readonly words: string } | null): 'district' | 'commune' | null {
  if (noun === null) return null
  return districtNouns.has(noun.words) ? 'district' : communeNouns.has(noun.words) ? 'commune' : null
}

function skipAnd(words: readonly Word[], at: number): number {
  return words[at]?.key === 'va' ? at + 1 : at
}

/** "tỉnh", "cấp tỉnh", "Thành phố", "khác", "có liên quan" right after the nouns. */
function tailAt(words: readonly Word[], start: number): { end: number; related: boolean } {
  const joined = (at: number): string => (/^\s*$/.test(words[at]?.gap ?? ',') ? (words[at]?.key ?? '') : '')
  let end = start
  if (joined(end) === 'cap' || joined(end) === 'thuoc' || joined(end) === 'cua')
    end += joined(end + 1) === 'tinh' || joined(end + 1) === 'tp' ? 2 : 0
  else if (joined(end) === 'tinh' || joined(end) === 'tp') end += 1
  if (joined(end) === 'khac') end += 1
  const related =
    joined(end) === 'co' && joined(end + 1) === 'lien' && joined(end + 2) === 'quan'
      ? 3
      : joined(end) === 'lien' && joined(end + 1) === 'quan'
        ? 2
        : 0
  return { end: end + related, related: related > 0 }
}

/** "UBND các huyện, thành phố", "UBND cấp huyện, cấp xã", "UBND xã/phường"; the name begins at `start`, its nouns at `at`. */
function committees(
  registry: PreparedRegistry,
  words: readonly Word[],
  { start, at, counted }: { readonly start: number; readonly at: number; readonly counted: boolean },
  asOf: Day,
): readonly Collective[] {
  let place = at
  const parts: { level: Level; from: number; end: number; nouns: string[] }[] = []
  let named = false
  for (;;) {
    const noun = nounAt(words, place)
    const level = levelOf(noun)
    if (noun === null || level === null) break
    const next = words[noun.end]
    named =
      next !== undefined && /^\s*$/.test(next.gap) && next.capital && !['tp', 'ubnd', 'so', 'cac'].includes(next.key) && next.key !== 'va'
    const last = parts.at(-1)
    if (last?.level === level) {
      last.end = noun.end
      last.nouns.push(noun.words)
    } else parts.push({ level, from: parts.length === 0 ? start : place, end: noun.end, nouns: [noun.words] })
    if (named) break
    const following = skipAnd(words, noun.end)
    if (!/^[\s,/-]*$/.test(words[following]?.gap ?? '.')) break
    place = following
  }
  const count = parts.reduce((sum, part) => sum + part.nouns.length, 0)
  const generic = counted || count > 1 || parts.some(({ nouns }) => nouns.some((noun) => noun.startsWith('cap ')))
  if (parts.length === 0 || !generic || (named && !counted)) return []
  return parts.map(({ level, from, end, nouns }, index) => {
    const tail = index === parts.length - 1 ? tailAt(words, end) : { end, related: false }
    return {
      at: from,
      end: named ? end : tail.end,
      group: groupFor(registry, tail.related ? 'general' : level, words.slice(from, tail.end), asOf),
      prefixes: nouns.map((noun) => `ubnd${squeeze(noun.replace(/^cap /, ''))}`),
    }
  })
}

const kindOfLevel: Readonly<Record<Exclude<Level, 'general'>, AgencyKind>> = {
  department: 'department',
  district: 'district-committee',
  commune: 'commune-committee',
  central: 'central',
}

/** The registry's group for a level on a day; one that is no longer alive when there is no other, so that the doubt can name it. */
function groupFor({ registry }: PreparedRegistry, level: Level, typed: readonly Word[], asOf: Day): AgencyGroup | null {
  const fits = registry.groups.filter((group) =>
    level === 'general' ? group.unspecified : !group.unspecified && group.memberKinds.includes(kindOfLevel[level]),
  )
  const alive = fits.filter((group) => isActive(group, asOf))
  const keys = new Set(typed.map(({ key }) => key).filter((key) => !counters.has(key) && key !== 'va'))
  const likeness = (group: AgencyGroup): number =>
    Math.max(...namedWords(group).map((named) => named.filter((key) => keys.has(key)).length / new Set([...named, ...keys]).size))
  return (
    (alive.length > 0 ? alive : fits).toSorted((one, other) => likeness(other) - likeness(one) || one.position - other.position)[0] ?? null
  )
}

const wordsOfGroups = new WeakMap<AgencyGroup, readonly (readonly string[])[]>()

/** The telling words of a group's names. */
function namedWords(group: AgencyGroup): readonly (readonly string[])[] {
  const known = wordsOfGroups.get(group)
  if (known !== undefined) return known
  const names = [group.name, ...group.aliases].map((name) =>
    wordsOf(name.normalize('NFC'))
      .map(({ key }) => key)
      .filter((key) => !counters.has(key) && key !== 'va'),
  )
  wordsOfGroups.set(group, names)
  return names
}
