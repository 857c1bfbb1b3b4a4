import { saysSame } from '../language/plain-words.ts'
import type { MergeDifference, MergeKind, MergePlace } from './merge-difference.ts'
import type { PaperText, ProvisionLine, ReturnedLine, ReturnedPaper } from './returned-paper.ts'
import { differenceOfWords } from './text-difference.ts'

/**
 * Whether two sentences say the same. The signs that printing puts behind the last sentence of a paper and behind legal bases are no words:
 * they follow the place where a sentence stands.
 */
export function sameSentence(one: string, other: string): boolean {
  if (saysSame(one, other)) return true
  if (!one.endsWith('./.') && !other.endsWith('./.')) return false
  return saysSame(withoutEnd(one), withoutEnd(other))
}

function withoutEnd(text: string): string {
  return text.replace(/[\s.;,/]*$/u, '')
}

/** The sentences of a paper by their keys. */
export function provisionsByKey(paper: PaperText): ReadonlyMap<string, ProvisionLine> {
  return new Map(paper.lines.flatMap((line) => (line.role === 'provision' ? [[line.key, line] as const] : [])))
}

interface Told {
  readonly id: string
  readonly kind: MergeKind
  readonly place: MergePlace
  readonly before: string | null
  readonly after: string | null
  readonly conflict?: boolean
  readonly sent?: string | null
  readonly follows?: MergeDifference['follows']
  readonly lines?: readonly Pick<ReturnedLine, 'authors' | 'comments'>[]
  readonly authors?: readonly string[]
}

/** A difference in full: its words compared, and who and what stands at it. */
export function tell({
  id,
  kind,
  place,
  before,
  after,
  conflict = false,
  sent = null,
  follows = null,
  lines = [],
  authors = [],
}: Told): MergeDifference {
  return {
    id,
    kind,
    place,
    before,
    after,
    pieces: differenceOfWords(before ?? '', after ?? ''),
    conflict,
    sent: conflict ? sent : null,
    follows,
    authors: [...new Set([...authors, ...lines.flatMap((line) => line.authors)])],
    comments: [...new Set(lines.flatMap((line) => line.comments))],
  }
}

/** A short name of a text, so that an id tells which words were seen. */
export function hashOf(text: string): string {
  let hash = 0
  for (let at = 0; at < text.length; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0
  return (hash >>> 0).toString(36)
}

/** Who deleted some words under tracking, where the file tells. */
export function deleterOf(text: string, { deletions }: Pick<ReturnedPaper, 'deletions'>): readonly string[] {
  const words = text.replace(/\s+/g, ' ').trim()
  if (words === '') return []
  const by = deletions.find((deletion) => deletion.text.includes(words) || (deletion.text.length > 20 && words.includes(deletion.text)))
  return by === undefined || by.author === '' ? [] : [by.author]
}

/** First words of a text, to name it. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= 60 ? line : `${line.slice(0, 59)}…`
}
