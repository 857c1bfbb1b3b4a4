import type { DraftBlock } from '#shared/domain/draft.ts'
import { numberProvisions } from '#shared/domain/numbering.ts'
import type { ProvisionArea, ProvisionKind } from '#shared/domain/provision.ts'
import { fold } from '#shared/language/fold.ts'
import { sliceContent, tidyContent, withoutLook, wordsOf } from './content.ts'
import type { Content } from './content.ts'
import { isAllCapitals, readAutomaticMarker, readMarker } from './marker.ts'
import type { Marker } from './marker.ts'
import type { Doubts, SourceParagraph } from './source-paragraph.ts'

interface Placed {
  readonly kind: ProvisionKind
  readonly content: Content
  readonly marker: Marker | null
  readonly paragraph: SourceParagraph
}

/** What has been seen so far; the meaning of a sign depends on what stands above it. */
interface Above {
  readonly area: ProvisionArea
  /** A numbered block was seen: what comes before is opening or legal basis. */
  begun: boolean
  inArticle: boolean
  /** The sign of the first bullet under the present heading: another sign under it is one level down. */
  mainBullet: string | null
  /** The level in Word's own list of that bullet. */
  mainLevel: number | null
  readonly toldSigns: Set<string>
  lastKind: ProvisionKind | null
  /** Some section of the paper carries its Roman number. */
  readonly numberedSections: boolean
  /** A., B. were seen: the letters are levels above I., II. */
  readonly letteredParts: boolean
  /** Phần were seen: a Chương is one level below them. */
  readonly hasParts: boolean
  /** Phần and Chương were seen: a Mục is a heading, and what it numbers 1, 2 stands below it. */
  readonly hasPartsAndChapters: boolean
  underDivision: boolean
}

const LONGEST_TITLE = 180

/**
 * Turns the paragraphs of one paper (the plan or the decision) into blocks: the number or sign each begins with is recognised and
 * dropped, because numbers are computed. Whatever fits no form stays as a paragraph and is told.
 */
export function placeParagraphs(paragraphs: readonly SourceParagraph[], area: ProvisionArea, doubts: Doubts): readonly DraftBlock[] {
  const read = paragraphs.map((paragraph) => ({ paragraph, ...markerOf(paragraph) }))
  const hasParts = read.some(({ marker }) => marker?.kind === 'part')
  const above: Above = {
    area,
    begun: false,
    inArticle: false,
    mainBullet: null,
    mainLevel: null,
    toldSigns: new Set(['-']),
    lastKind: null,
    numberedSections: read.some(({ marker }) => marker?.kind === 'section' || marker?.kind === 'part'),
    hasParts,
    hasPartsAndChapters: hasParts && read.some(({ marker }) => marker?.kind === 'chapter'),
    underDivision: false,
    letteredParts: read.filter(({ marker, content }) => marker?.kind === 'letter' && isAllCapitals(wordsOf(content))).length > 1,
  }
  const placed: Placed[] = []
  read.forEach(({ paragraph, marker, content }, index) => {
    if (area === 'decision' && /^(?:quyet dinh)\s*:?$/.test(fold(wordsOf(content)))) return
    const previous = placed.at(-1)
    if (previous !== undefined && isEmptyTitle(previous) && marker === null) {
      // "Phần I" and its title on the line below.
      placed[placed.length - 1] = {
        ...previous,
        content,
        paragraph: { ...paragraph, lines: { from: previous.paragraph.lines.from, to: paragraph.lines.to } },
      }
      return
    }
    const kind = kindOf(paragraph, marker, content, index === read.length - 1, above, doubts)
    above.lastKind = kind
    placed.push({ kind, content, marker, paragraph })
  })
  warnOfJumps(placed, area, doubts)
  return placed.map(({ kind, content, paragraph }) => ({
    area,
    kind,
    content: tidyContent(lookOf(kind, content), lineBreaksOf(kind)),
    lines: paragraph.lines,
  }))
}

/** Formatting that the kind itself gives is no news: bold titles, italic bases. */
function lookOf(kind: ProvisionKind, content: Content): Content {
  if (['part', 'section', 'heading', 'subheading', 'article'].includes(kind)) return withoutLook(content, ['bold'])
  return kind === 'legal-basis' ? withoutLook(content, ['italic']) : content
}

function lineBreaksOf(kind: ProvisionKind): 'kept' | 'spaces' {
  return ['part', 'section', 'heading', 'subheading', 'article', 'opening'].includes(kind) ? 'spaces' : 'kept'
}

function markerOf(paragraph: SourceParagraph): { readonly marker: Marker | null; readonly content: Content } {
  if (paragraph.isRow === true) return { marker: null, content: paragraph.content }
  if (paragraph.number !== null) {
    const automatic = readAutomaticMarker(paragraph.number.label)
    // A list whose sign is unknown is still a list; its depth is its level.
    const bullet: Marker = {
      kind: paragraph.number.level > 0 ? 'sub-bullet' : 'other-bullet',
      ordinal: null,
      typed: paragraph.number.label,
      length: 0,
    }
    return { marker: automatic ?? bullet, content: paragraph.content }
  }
  const marker = readMarker(wordsOf(paragraph.content))
  return { marker, content: marker === null ? paragraph.content : sliceContent(paragraph.content, marker.length) }
}

/** The paragraph as the source shows it, its number before it. */
function sourceWords({ number, content }: SourceParagraph): string {
  return number === null ? wordsOf(content) : `${number.label} ${wordsOf(content)}`
}

function isEmptyTitle({ marker, content }: Placed): boolean {
  return (marker?.kind === 'part' || marker?.kind === 'chapter' || marker?.kind === 'division') && wordsOf(content).trim() === ''
}

function kindOf(
  paragraph: SourceParagraph,
  marker: Marker | null,
  content: Content,
  isLast: boolean,
  above: Above,
  doubts: Doubts,
): ProvisionKind {
  const words = wordsOf(content).trim()
  if (paragraph.isRow === true) return 'paragraph'
  if (marker !== null) return kindOfMarked(marker, paragraph, above, doubts)
  const unmarked = kindOfUnmarked(paragraph, words, isLast, above, doubts)
  if (unmarked === 'section' || unmarked === 'heading') begin(above)
  return unmarked
}

function begin(above: Above): void {
  above.begun = true
  above.mainBullet = null
  above.mainLevel = null
}

function kindOfMarked(marker: Marker, paragraph: SourceParagraph, above: Above, doubts: Doubts): ProvisionKind {
  const renamed = (): void => doubts.warn('level-renamed', paragraph.lines.from, sourceWords(paragraph))
  switch (marker.kind) {
    case 'part':
      begin(above)
      above.underDivision = false
      return 'part'
    case 'chapter':
      begin(above)
      renamed()
      above.underDivision = false
      return above.hasParts ? 'section' : 'part'
    case 'letter':
      begin(above)
      renamed()
      return above.letteredParts ? 'part' : 'section'
    case 'division':
      begin(above)
      renamed()
      above.underDivision = above.hasPartsAndChapters
      return above.underDivision ? 'heading' : 'section'
    case 'section':
      begin(above)
      above.underDivision = false
      above.inArticle = false
      return 'section'
    case 'article':
      begin(above)
      above.inArticle = true
      return 'article'
    case 'heading':
      begin(above)
      if (above.inArticle) return 'clause'
      return above.underDivision ? 'subheading' : 'heading'
    case 'subheading':
      begin(above)
      return 'subheading'
    case 'deeper':
      begin(above)
      renamed()
      return 'point'
    case 'point':
      begin(above)
      return 'point'
    case 'sub-bullet':
      above.begun = true
      return 'sub-bullet'
    case 'bullet':
    case 'other-bullet': {
      above.begun = true
      // Word's own lists have levels, whatever sign each level shows.
      const level = paragraph.number?.level ?? 0
      above.mainLevel ??= level
      if (level > above.mainLevel) return 'sub-bullet'
      const sign = marker.kind === 'bullet' ? '-' : marker.typed
      above.mainBullet ??= sign
      const kind = sign === above.mainBullet ? 'bullet' : 'sub-bullet'
      // Ours are "-" and "+"; another sign is told once.
      if (!above.toldSigns.has(sign) || (sign === '-' && kind !== 'bullet')) renamed()
      above.toldSigns.add(sign)
      return kind
    }
    default:
      return marker.kind satisfies never
  }
}

/** "(Có phụ lục … kèm theo)." (decree I.III.1.a): in brackets, and short. */
function mentionsAppendix(words: string): boolean {
  return words.length < 300 && words.startsWith('(') && /\)\s?[.;]?$/.test(words) && /phụ lục|biểu|danh mục/iu.test(words)
}

function kindOfUnmarked(paragraph: SourceParagraph, words: string, isLast: boolean, above: Above, doubts: Doubts): ProvisionKind {
  const { lines } = paragraph
  if (isLast && /\.\/\.?\s*$/.test(words) && above.area === 'body') return 'closing'
  if (mentionsAppendix(words)) return 'appendix-reference'
  const title = titleLevel(paragraph, words, above)
  if (title !== null) {
    doubts.warn('heading-without-number', lines.from, words)
    return title
  }
  if (above.begun) {
    if (words.length < 4 || (isAllCapitals(words) && words.length < LONGEST_TITLE)) doubts.warn('line-not-placed', lines.from, words)
    return 'paragraph'
  }
  if (isLegalBasis(words, above)) return 'legal-basis'
  if (above.area === 'body' && /[.:;,]$/.test(words)) return 'opening'
  doubts.warn('line-not-placed', lines.from, words)
  return above.area === 'body' ? 'opening' : 'paragraph'
}

/** Bases stand before the first article or part, each on its own line, ending in ";" or "." (decree I.II.6.a). */
function isLegalBasis(words: string, above: Above): boolean {
  if (/như sau\s*:$/u.test(words)) return false
  if (/^Căn cứ(?![\p{L}])/u.test(words)) return above.area === 'decision' || /[;.,]$/.test(words)
  const follows = above.area === 'decision' || above.lastKind === 'legal-basis'
  return follows && /^(?:Xét|Theo|Thực hiện|Trên cơ sở|Sau khi)(?![\p{L}])/u.test(words) && /[;.,]$/.test(words)
}

/** A title without a number: by its heading style, or by standing alone in capitals in a paper whose sections have no numbers. */
function titleLevel({ outlineLevel, bold }: SourceParagraph, words: string, above: Above): ProvisionKind | null {
  const short = words.length < LONGEST_TITLE && !/[.;:,]$/.test(words)
  if (!short || above.area !== 'body' || words === '') return null
  if (outlineLevel !== null) return (['section', 'heading', 'subheading'] as const)[Math.min(outlineLevel, 2)] ?? null
  if (isAllCapitals(words) && words.length > 5 && !above.numberedSections && bold !== false) return 'section'
  return null
}

/** Numbers are counted anew; where the typed ones do not go up by one, something may be missing. */
function warnOfJumps(placed: readonly Placed[], area: ProvisionArea, doubts: Doubts): void {
  const numbers = numberProvisions(placed.map(({ kind }) => ({ area, kind })))
  /** How far the typed count runs ahead of ours under each parent, so that one gap is told once. */
  const ahead = new Map<string, number>()
  placed.forEach(({ marker, kind, paragraph }, index) => {
    const number = numbers[index]
    const counted = number === undefined ? null : ordinalIn(number.address, kind)
    if (marker === null || marker.ordinal === null || number === undefined || counted === null) return
    const key = `${number.parent ?? 'top'}/${kind}`
    const difference = marker.ordinal - counted
    if (difference !== (ahead.get(key) ?? 0)) doubts.warn('heading-numbering-jump', paragraph.lines.from, sourceWords(paragraph))
    ahead.set(key, difference)
  })
}

const positions: Readonly<Partial<Record<ProvisionKind, RegExp>>> = {
  part: /Phần ([IVXLC]+)$/,
  section: /(?:^|\.)([IVXLC]+)$/,
  heading: /(\d+)$/,
  subheading: /(\d+)$/,
  point: /\.?(\p{Ll}+)$/u,
  article: /(\d+)$/,
  clause: /(\d+)$/,
}

function ordinalIn(address: string, kind: ProvisionKind): number | null {
  const piece = positions[kind]?.exec(address)?.[1]
  if (piece === undefined) return null
  const marker = kind === 'part' || kind === 'section' ? readMarker(`Phần ${piece}`) : kind === 'point' ? readMarker(`${piece}) x`) : null
  return /^\d+$/.test(piece) ? Number(piece) : (marker?.ordinal ?? null)
}
