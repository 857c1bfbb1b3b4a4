import type { ProvisionArea, ProvisionKind } from './provision.ts'
import type { ReturnedLine } from './returned-paper.ts'

/** What a number before the words makes of a line. */
const families: readonly { readonly kind: ProvisionKind; readonly label: RegExp }[] = [
  { kind: 'part', label: /^Phần\s+(?:thứ\s+\p{L}+|[IVXLC]+|\d+)\s*[.:]?(?=\s|$)/iu },
  { kind: 'article', label: /^Điều\s+\d+\s*[.:](?=\s|$)/iu },
  { kind: 'subheading', label: /^\d+(?:\.\d+)+\s*[.)]?(?=\s|$)/u },
  { kind: 'section', label: /^[IVXLC]+\s*[.)](?=\s|$)/u },
  { kind: 'heading', label: /^\d{1,3}\s*[.)](?=\s|$)/u },
  { kind: 'point', label: /^[a-zđ]{1,2}\s*\)(?=\s|$)/u },
  { kind: 'sub-bullet', label: /^\+(?=\s|\p{L})/u },
  { kind: 'bullet', label: /^[-–—•*▪●](?=\s|\p{L})/u },
]

/** Kinds whose lines carry a number of digits: one takes the place of the other by where it stands. */
const digits: ReadonlySet<ProvisionKind> = new Set(['heading', 'clause', 'subheading'])
/** Kinds without a number. */
const bare: ReadonlySet<ProvisionKind> = new Set(['legal-basis', 'opening', 'paragraph', 'appendix-reference', 'closing'])
/** Kinds told by a dash or letter alone: without it the line is a paragraph. */
const listed: ReadonlySet<ProvisionKind> = new Set(['bullet', 'sub-bullet', 'point'])

/** The kind that a line's number says, printed by Word or typed, with the words behind it; null when it has none. */
function readLabel({ text, label }: Pick<ReturnedLine, 'text' | 'label'>): { readonly kind: ProvisionKind | null; readonly words: string } {
  if (label !== null) {
    const kind = families.find((family) => family.label.test(label))?.kind
    return { kind: kind ?? (/^[^\p{L}\p{N}]+$/u.test(label) ? 'bullet' : null), words: text }
  }
  const family = families.find((one) => one.label.test(text))
  return family === undefined ? { kind: null, words: text } : { kind: family.kind, words: text.replace(family.label, '').trimStart() }
}

/** A line's words without whatever number stands before them; a line that is nothing but a number keeps it. */
export function bareWords(line: Pick<ReturnedLine, 'text' | 'label'>): string {
  const { words } = readLabel(line)
  return words === '' ? line.text : words
}

/** What a line says as the block it was: its words without the number, and the level it has now. */
export function readAs(
  line: Pick<ReturnedLine, 'text' | 'label'>,
  was: ProvisionKind,
): { readonly words: string; readonly kind: ProvisionKind } {
  const { kind, words } = readLabel(line)
  if (kind === null) return { words: line.text, kind: listed.has(was) ? 'paragraph' : was }
  if (kind === was || (digits.has(kind) && digits.has(was))) return { words, kind: was }
  // A sentence that begins "I. …" and never had a number of ours: the number is part of its words, unless it is a mark of a list.
  if (bare.has(was) && !listed.has(kind)) return { words: line.text, kind: was }
  return { words, kind }
}

/** What a line is that was not there: by its number, else like a paragraph (or a base) beside it. */
export function readNew(
  line: Pick<ReturnedLine, 'text' | 'label'>,
  previous: { readonly kind: ProvisionKind; readonly area: ProvisionArea } | null,
): { readonly words: string; readonly kind: ProvisionKind } {
  const { kind, words } = readLabel(line)
  if (kind !== null) {
    const inArticles = previous !== null && (previous.kind === 'article' || previous.kind === 'clause')
    return { words, kind: kind === 'heading' && inArticles ? 'clause' : kind }
  }
  if (previous?.kind === 'legal-basis' && /^(?:Căn cứ|Thực hiện|Theo|Xét)\s/u.test(line.text))
    return { words: line.text, kind: 'legal-basis' }
  return { words: line.text, kind: 'paragraph' }
}
