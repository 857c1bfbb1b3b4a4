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

/** What stands before the words of a block: one group for each kind of number. */
const numberBefore =
  /^[\s\u00a0]*(?:(?<article>Điều\s+\d{1,3}\s*[.:])|(?<part>Phần\s+(?:thứ\s+\S+|[IVXLC]{1,6}|\d{1,2})\s*[.:]?)|(?<section>[IVXLC]{1,6})\s*[.)]|(?<subheading>\d{1,2}(?:\.\d{1,2}){1,2}\.?)|(?<heading>\d{1,2}\s*[.)])|(?<point>[a-zđ]\s*\))|(?<bullet>[-–—•●▪*])|(?<below>\+))[\s\u00a0]+/u

/** The kind that a typed or pasted number says, with the length of the number and the blank after it. Null when the text begins with none. */
export function typedKind(text: string, area: ProvisionArea): { readonly kind: ProvisionKind; readonly length: number } | null {
  const found = numberBefore.exec(text)
  if (found?.groups === undefined) return null
  const kind = kindOfNumber(found.groups, area)
  return kind === null ? null : { kind, length: found[0].length }
}

function kindOfNumber(groups: Readonly<Record<string, string | undefined>>, area: ProvisionArea): ProvisionKind | null {
  if (groups['section'] !== undefined) return fromRoman(groups['section']) === null ? null : 'section'
  if (groups['heading'] !== undefined) return area === 'decision' ? 'clause' : 'heading'
  if (groups['below'] !== undefined) return 'sub-bullet'
  return (['article', 'part', 'subheading', 'point', 'bullet'] as const).find((kind) => groups[kind] !== undefined) ?? null
}
