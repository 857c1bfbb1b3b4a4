import { fold } from '../language/fold.ts'

/** One word of a list of agencies; an office's standing expression ("Ủy ban nhân dân") counts as one word, its usual short form. */
export interface Word {
  /** Place in the text, UTF-16 units. */
  readonly from: number
  readonly to: number
  /** Folded letters and digits, without separators. */
  readonly key: string
  /** The same with accents, each tone at the end of its syllable ("hòa" and "hoà" are one). */
  readonly spelt: string
  /** What stands between the word before and this one. */
  readonly gap: string
  /** Whether it is typed with a capital first letter. */
  readonly capital: boolean
}

/** Long and short forms that every office uses side by side (never names of one province). "va" is left out before comparing. */
const shortForms: readonly (readonly [words: string, short: string])[] = [
  ['uy ban nhan dan', 'ubnd'],
  ['hoi dong nhan dan', 'hdnd'],
  ['mat tran to quoc', 'mttq'],
  ['cai cach hanh chinh', 'cchc'],
  ['phat thanh truyen hinh', 'ptth'],
  ['lien doan lao dong', 'ldld'],
  ['trung uong', 'tw'],
  ['van phong', 'vp'],
  ['thanh pho', 'tp'],
  ['ban chi dao', 'bcd'],
  ['ban quan ly', 'bql'],
  ['viet nam', 'vn'],
]
const shortFormWords = shortForms.map(([words, short]) => ({ words: words.split(' '), short }))

/** Words of an NFC text, in order. */
export function wordsOf(text: string): readonly Word[] {
  const plain: Word[] = []
  let end = 0
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const word = match[0]
    const to = match.index + word.length
    plain.push({
      from: match.index,
      to,
      ...lettersOf(word),
      gap: text.slice(end, match.index),
      capital: /^\p{Lu}/u.test(word),
    })
    end = to
  }
  const words: Word[] = []
  for (let at = 0; at < plain.length;) {
    const first = plain[at]
    if (first === undefined) break
    const found = shortFormAt(plain, at)
    words.push(found === null ? first : { ...first, to: plain[found.end - 1]?.to ?? first.to, key: found.short, spelt: found.short })
    at = found?.end ?? at + 1
  }
  return words
}

/** Folding is the dear part, and an office uses few words: each is folded once. */
const known = new Map<string, { readonly key: string; readonly spelt: string }>()
const MOST_KNOWN = 5_000

function lettersOf(word: string): { readonly key: string; readonly spelt: string } {
  const found = known.get(word)
  if (found !== undefined) return found
  const letters = { key: fold(word), spelt: toneLast(word.toLowerCase()) }
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(word, letters)
  return letters
}

function shortFormAt(words: readonly Word[], at: number): { short: string; end: number } | null {
  const key = words[at]?.key
  for (const form of shortFormWords) {
    if (form.words[0] !== key) continue
    let place = at
    const fits = form.words.every((part, index) => {
      if (index > 0 && words[place]?.key === 'va') place += 1
      const word = words[place]
      const good = word?.key === part && (index === 0 || /^[\s,-]*$/.test(word.gap))
      place += 1
      return good
    })
    if (fits) return { short: form.short, end: place }
  }
  return null
}

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

function toneLast(word: string): string {
  const apart = word.normalize('NFD')
  return (apart.replace(tones, '') + (apart.match(tones) ?? []).join('')).normalize('NFC')
}

/** The letters that two spellings of one name share: no accents, case, white space, punctuation, "và" or "&" ("Sở KH&CN" = "Sở KHCN"). */
export function squeeze(name: string): string {
  return wordsOf(name.normalize('NFC'))
    .map(({ key }) => key)
    .filter((key) => key !== 'va')
    .join('')
}
