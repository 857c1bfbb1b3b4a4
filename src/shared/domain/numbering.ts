import { toRoman } from '../language/roman.ts'
import type { ProvisionArea, ProvisionKind } from './provision.ts'

/** Letters of points in Vietnamese order; ă, â, ê, ô, ơ, ư and f, j, w, z are not used (practice of the decree's own lists: … d, đ, e, g). */
export const pointLetters = [
  'a',
  'b',
  'c',
  'd',
  'đ',
  'e',
  'g',
  'h',
  'i',
  'k',
  'l',
  'm',
  'n',
  'o',
  'p',
  'q',
  'r',
  's',
  't',
  'u',
  'v',
  'x',
  'y',
] as const

/** What numbering needs to know of a block. */
export interface Numbered {
  readonly area: ProvisionArea
  readonly kind: ProvisionKind
}

export interface ProvisionNumber {
  /** As printed before the text: "II.", "3.", "1.1.", "a)", "-", "+", "Phần I", "Điều 1.", or empty. */
  readonly label: string
  /** Computed address: "II.3.6" is the 6th bullet of heading 3 of section II; a paragraph adds "đoạn n"; empty before the first part. */
  readonly address: string
  /** Depth in the tree, 0 for the topmost. */
  readonly depth: number
  /** Index of the block it stands under, or null. */
  readonly parent: number | null
}

/** Rank of a kind in the tree: a block stands under the nearest earlier block of a smaller rank. Null = stands alone at the top. */
const ranks: Readonly<Record<ProvisionKind, number | null>> = {
  'legal-basis': null,
  opening: null,
  closing: null,
  'appendix-reference': null,
  part: 0,
  article: 0,
  section: 1,
  clause: 1,
  heading: 2,
  subheading: 3,
  point: 4,
  bullet: 5,
  'sub-bullet': 6,
  paragraph: 7,
}

function pointLetter(ordinal: number): string {
  const count = pointLetters.length
  // After "y" comes "aa", as in spreadsheets: a list of more than 23 points is rare but must not break.
  const letter = pointLetters[(ordinal - 1) % count] ?? ''
  return ordinal <= count ? letter : `${pointLetter(Math.floor((ordinal - 1) / count))}${letter}`
}

/**
 * Numbers, addresses and tree of a plan's blocks in order. Numbers are computed, never typed (design: provision).
 * One pass, linear in the number of blocks.
 */
export function numberProvisions(blocks: readonly Numbered[]): readonly ProvisionNumber[] {
  const result: ProvisionNumber[] = []
  /** Open ancestors, by rising rank. */
  let stack: { rank: number; index: number }[] = []
  /** Ordinal of each kind under its parent. */
  const counts = new Map<string, number>()
  let area: ProvisionArea | null = null
  blocks.forEach((block, index) => {
    if (block.area !== area) {
      area = block.area
      stack = []
    }
    const rank = ranks[block.kind]
    if (rank === null) {
      result.push({ label: '', address: '', depth: 0, parent: null })
      return
    }
    stack = stack.filter((open) => open.rank < rank)
    const parentEntry = stack.at(-1)
    const parent = parentEntry === undefined ? null : parentEntry.index
    const countKey = `${block.area}/${parent ?? 'top'}/${block.kind}`
    const ordinal = (counts.get(countKey) ?? 0) + 1
    counts.set(countKey, ordinal)
    const above = parent === null ? '' : (result[parent]?.address ?? '')
    const under = (piece: string): string => (above === '' ? piece : `${above}.${piece}`)
    let label = ''
    let address: string
    switch (block.kind) {
      case 'part':
        label = `Phần ${toRoman(ordinal)}`
        address = label
        break
      case 'article':
        label = `Điều ${ordinal}.`
        address = `Điều ${ordinal}`
        break
      case 'section':
        // Sections restart in each part; without parts they run through the plan.
        label = `${toRoman(ordinal)}.`
        address = under(toRoman(ordinal))
        break
      case 'heading':
      case 'clause':
        label = `${ordinal}.`
        address = under(String(ordinal))
        break
      case 'subheading': {
        const headingOrdinal = /(\d+)$/.exec(above)?.[1]
        label = headingOrdinal === undefined ? `${ordinal}.` : `${headingOrdinal}.${ordinal}.`
        address = under(String(ordinal))
        break
      }
      case 'point':
        label = `${pointLetter(ordinal)})`
        address = under(pointLetter(ordinal))
        break
      case 'bullet':
        label = '-'
        address = under(String(ordinal))
        break
      case 'sub-bullet':
        label = '+'
        address = under(String(ordinal))
        break
      default:
        address = under(`đoạn ${ordinal}`)
    }
    result.push({ label, address, depth: stack.length, parent })
    if (block.kind !== 'paragraph') stack.push({ rank, index })
  })
  return result
}

/**
 * Section in which each block stands: the index of its nearest `section` ancestor, or null.
 * Part II of a plan is the section whose ordinal is 2.
 */
export function sectionOf(numbers: readonly ProvisionNumber[], blocks: readonly Numbered[], index: number): number | null {
  let at: number | null = index
  while (at !== null) {
    if (blocks[at]?.kind === 'section') return at
    at = numbers[at]?.parent ?? null
  }
  return null
}
