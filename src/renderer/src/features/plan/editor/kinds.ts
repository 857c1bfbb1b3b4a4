import type { ProvisionArea, ProvisionKind } from '#shared/domain/provision.ts'
import { fromRoman } from '#shared/language/roman.ts'

/** Kinds that can be chosen by hand, in the order of the list and of the keys Ctrl+Alt+1 … 9. */
export const bodyKinds: readonly ProvisionKind[] = [
  'section',
  'heading',
  'subheading',
  'point',
  'bullet',
  'sub-bullet',
  'paragraph',
  'part',
  'opening',
  'appendix-reference',
  'closing',
]
export const decisionKinds: readonly ProvisionKind[] = [
  'legal-basis',
  'article',
  'clause',
  'point',
  'bullet',
  'paragraph',
  'opening',
  'closing',
]

export function kindsOf(area: ProvisionArea): readonly ProvisionKind[] {
  return area === 'decision' ? decisionKinds : bodyKinds
}

const bodyLevels: readonly ProvisionKind[] = ['part', 'section', 'heading', 'subheading', 'point', 'bullet', 'sub-bullet']
const decisionLevels: readonly ProvisionKind[] = ['article', 'clause', 'point', 'bullet', 'sub-bullet']

/** One level down (Tab) or up (Shift+Tab); null where there is none. A plain paragraph becomes a bullet, a bullet at the top stays. */
export function shiftLevel(kind: ProvisionKind, area: ProvisionArea, by: 1 | -1): ProvisionKind | null {
  const levels = area === 'decision' ? decisionLevels : bodyLevels
  const at = levels.indexOf(kind)
  if (at === -1) return by === 1 ? 'bullet' : null
  // A part is rare and is chosen by hand; Shift+Tab stops at the section.
  const next = at + by
  if (area === 'body' && next === 0) return null
  return levels[next] ?? null
}

/** The kind that a typed or pasted number says, with the length of the number and the blank after it. Null when the text begins with none. */
export function typedKind(text: string, area: ProvisionArea): { readonly kind: ProvisionKind; readonly length: number } | null {
  const found =
    /^[\s\u00a0]*(Điều\s+\d{1,3}\s*[.:]|Phần\s+(?:thứ\s+\S+|[IVXLC]{1,6}|\d{1,2})\s*[.:]?|[IVXLC]{1,6}\s*[.)]|\d{1,2}(?:\.\d{1,2}){1,2}\.?|\d{1,2}\s*[.)]|[a-zđ]\s*\)|[-–—•●▪*]|\+)[\s\u00a0]+/u.exec(
      text,
    )
  if (found === null) return null
  const [whole, mark = ''] = found
  const kind = kindOfNumber(mark, area)
  return kind === null ? null : { kind, length: whole.length }
}

function kindOfNumber(mark: string, area: ProvisionArea): ProvisionKind | null {
  if (mark.startsWith('Điều')) return 'article'
  if (mark.startsWith('Phần')) return 'part'
  if (/^[IVXLC]+\s*[.)]$/.test(mark)) return fromRoman(mark.replace(/[\s.)]/g, '')) === null ? null : 'section'
  if (/^\d+\.\d/.test(mark)) return 'subheading'
  if (/^\d/.test(mark)) return area === 'decision' ? 'clause' : 'heading'
  if (mark.endsWith(')')) return 'point'
  return mark === '+' ? 'sub-bullet' : 'bullet'
}
