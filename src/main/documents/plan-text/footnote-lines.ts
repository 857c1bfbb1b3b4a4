import { textWidth } from '#shared/document/text-width.ts'
import type { DraftInline } from '#shared/domain/draft.ts'
import { insertAt, sliceContent, textContent, tidyContent } from './content.ts'
import type { Content } from './content.ts'
import { endsSentence, goesOn, readMarker } from './marker.ts'
import type { Doubts } from './source-paragraph.ts'
import { blankLinesAreDoubled, withContent } from './text-lines.ts'
import type { TextLine } from './text-lines.ts'

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

interface NoteStart {
  readonly number: number
  /** How the number is written, the anchor is written alike: "1", "[1]", "(1)", "¹". */
  readonly style: 'bare' | 'square' | 'round' | 'raised'
  /** Characters before the note's words. */
  readonly length: number
}

const noteStarts: readonly (readonly [NoteStart['style'], RegExp])[] = [
  ['square', /^\[(\d{1,3})\]\s*(?=\S)/],
  ['round', /^\((\d{1,3})\)\s*(?=\S)/],
  ['raised', /^([⁰¹²³⁴⁵⁶⁷⁸⁹]+)\s*(?=\S)/],
  ['bare', /^(\d{1,3})\s*(?=[\p{L}"“])/u],
]

function readNoteStart(words: string): NoteStart | null {
  for (const [style, pattern] of noteStarts) {
    const match = pattern.exec(words)
    if (match === null) continue
    const typed = match[1] ?? ''
    const number = Number(style === 'raised' ? Array.from(typed, (digit) => superscripts.indexOf(digit)).join('') : typed)
    return { number, style, length: match[0].length }
  }
  return null
}

/** Where the anchor of a note stands in a line: the offset of its sign and its length. */
function findAnchor(words: string, { number, style }: Pick<NoteStart, 'number' | 'style'>): { offset: number; length: number } | null {
  const raised = Array.from(String(number), (digit) => superscripts[Number(digit)] ?? '').join('')
  // Glued to a word, and no letter or digit behind it: "quy định1;" but not "QH13", "1/2023", "CO2".
  const glued = new RegExp(String.raw`(?<=\p{Ll}|\p{L}\p{Ll}[”"’)\]]|\p{Lu}{3}|[”"’)\]])${number}(?=[\s;,.:)”"’?!]|$)`, 'u')
  const patterns: Readonly<Record<NoteStart['style'], readonly RegExp[]>> = {
    bare: [glued, new RegExp(`${raised}(?![⁰¹²³⁴⁵⁶⁷⁸⁹])`, 'u')],
    raised: [new RegExp(`(?<![⁰¹²³⁴⁵⁶⁷⁸⁹])${raised}(?![⁰¹²³⁴⁵⁶⁷⁸⁹])`, 'u'), glued],
    square: [new RegExp(String.raw`\[${number}\]`, 'u')],
    round: [new RegExp(String.raw`(?<=\S)\s?\(${number}\)`, 'u')],
  }
  for (const pattern of patterns[style]) {
    const match = pattern.exec(words)
    if (match !== null) return { offset: match.index, length: match[0].length }
  }
  return null
}

/** A note found at the foot of a page. */
interface FoundNote {
  readonly start: NoteStart
  readonly lines: readonly TextLine[]
  readonly anchor: { readonly line: number; readonly offset: number; readonly length: number } | null
}

/**
 * A raised number comes out of a PDF on a line of its own, its note on the next one: where its anchor stands above, they are put
 * together, so that the number is neither a page's nor lost.
 */
export function joinNoteNumbers(lines: readonly TextLine[]): readonly TextLine[] {
  const joins = lines.map((line, index) => {
    const note = lines[index + 1]
    if (note === undefined || !belongTogether(line, note)) return false
    const start: NoteStart = { number: Number(line.words), style: 'bare', length: 0 }
    const before = lines.slice(Math.max(0, index - LONGEST_PAGE), index)
    return before.some(({ words }) => findAnchor(words, start) !== null) || anchorApart(before, start, 0) !== null
  })
  return lines.flatMap((line, index) => {
    const above = lines[index - 1]
    if (above !== undefined && joins[index - 1] === true)
      return [withContent(above, joinLines([above.content, textContent(line.words.replace(/^[:.\s]+/, ''))]))]
    return joins[index] === true ? [] : [line]
  })
}

function belongTogether({ words }: TextLine, note: TextLine): boolean {
  return /^\d{1,2}$/.test(words) && !note.pageStart && citing.test(note.words.replace(/^[:.\s]+/, ''))
}

/**
 * Pulls the footnotes out of the lines and puts each at its anchor. A note is told by its number continuing the count and by its
 * anchor standing in a line before it, or by the rule above it. One without an anchor stays where it stood, as lines of the
 * text, and is told; so is an anchor whose note is not there.
 */
export function pullFootnotes(lines: readonly TextLine[], doubts: Doubts): readonly TextLine[] {
  const doubled = blankLinesAreDoubled(lines)
  const kept: TextLine[] = []
  const searched = new Map<string, number>()
  let counted = 0
  /** Lines before this one have had their anchors found. */
  let searchedTo = 0
  let afterZone = false
  let index = 0
  while (index < lines.length) {
    const zone = readZone(lines, index, kept, { counted, searchedTo, doubled, searched })
    if (zone === null) {
      const line = lines[index]
      // Notes stand at the foot of a page: what follows them is the next page's first line.
      if (line !== undefined) kept.push(afterZone ? { ...line, pageStart: true } : line)
      afterZone = false
      index += 1
      continue
    }
    placeNotes(zone.notes, kept, doubts)
    counted = zone.notes.at(-1)?.start.number ?? counted
    searchedTo = Math.max(searchedTo, ...zone.notes.map(({ anchor }) => anchor?.line ?? 0))
    index = zone.next
    afterZone = true
  }
  warnOfLonelyAnchor(kept, counted + 1, searchedTo, doubts)
  return kept
}

interface ZoneState {
  readonly counted: number
  readonly searchedTo: number
  readonly doubled: boolean
  readonly searched: Map<string, number>
}

/** Reads the notes of one page from `first` on, or null when none begins there. */
function readZone(
  lines: readonly TextLine[],
  first: number,
  before: readonly TextLine[],
  state: ZoneState,
): { notes: readonly FoundNote[]; next: number } | null {
  const notes: FoundNote[] = []
  let { counted, searchedTo } = state
  let index = first
  for (;;) {
    const line = lines[index]
    if (line === undefined || (notes.length > 0 && line.pageStart)) break
    const start = readNoteStart(line.words)
    // Notes count through the document, or begin anew on each page.
    if (start === null || (start.number !== counted + 1 && !(start.number === 1 && notes.length === 0))) break
    const from = start.number === counted + 1 ? searchedTo : Math.max(0, before.length - LONGEST_PAGE)
    const anchor =
      anchorBefore(before, start, from, state.searched) ??
      (citing.test(line.words.slice(start.length)) ? anchorApart(before, start, Math.max(from, before.length - LONGEST_PAGE)) : null)
    if (anchor === null && !line.ruleBefore && notes.length === 0) break
    const end = endOfNote(lines, index, start, state.doubled)
    notes.push({ start, lines: lines.slice(index, end), anchor })
    counted = start.number
    searchedTo = anchor?.line ?? searchedTo
    index = end
  }
  const last = notes.at(-1)
  if (last === undefined) return null
  const swallowed = linesOfTheText(last, before.at(-1), lines[index])
  return { notes: [...notes.slice(0, -1), { ...last, lines: last.lines.slice(0, last.lines.length - swallowed) }], next: index - swallowed }
}

/**
 * A sentence broken off above the notes must go on below them. Where a new item stands there instead, the note has swallowed the
 * rest of the sentence: the lines behind its last full stop.
 */
function linesOfTheText({ lines }: FoundNote, above: TextLine | undefined, below: TextLine | undefined): number {
  const brokenOff = above !== undefined && !endsSentence(above.words) && readMarker(above.words)?.kind !== 'heading'
  if (!brokenOff || (below !== undefined && readMarker(below.words) === null)) return 0
  const stop = lines.findLastIndex(({ words }, index) => index < lines.length - 1 && endsInFullStop(words))
  return stop < 0 ? 0 : lines.length - 1 - stop
}

function endsInFullStop(words: string): boolean {
  return /[.!?]["”]?$/u.test(words)
}

/** Lines of the longest page we look back over for an anchor when notes count by page. */
const LONGEST_PAGE = 80

/**
 * The anchor of a note in the lines from `from` on. `searched` remembers how far a search went in vain: in a table every row may
 * look like the next note, and the text above must not be read once a row.
 */
function anchorBefore(before: readonly TextLine[], start: NoteStart, from: number, searched: Map<string, number>): FoundNote['anchor'] {
  const key = `${start.number}/${start.style}/${from}`
  for (let line = Math.max(from, searched.get(key) ?? 0); line < before.length; line += 1) {
    const found = findAnchor(before[line]?.words ?? '', start)
    if (found !== null) return { line, ...found }
  }
  searched.set(key, before.length)
  return null
}

/** Notes of plans name a document; a line that happens to begin with a number rarely does. */
const citing =
  /^(?:Theo|Tại|Căn cứ|Luật|Bộ luật|Pháp lệnh|Nghị (?:định|quyết)|Quyết định|Kế hoạch|Chỉ thị|Thông tư|Công (?:văn|điện)|Văn bản|Kết luận|Thông báo|Chương trình|Đề án)(?![\p{L}])/u
/** What is counted or numbered in running text: "khoản 1,", "Quý 1.". */
const counts =
  /(?:điều|khoản|điểm|mục|số|quý|tháng|ngày|năm|phần|lần|nhóm|cấp|mức|độ|đoạn|lục|chương|thứ|loại|hạng|vùng|bước|đợt|kỳ|tuần|bảng|biểu|mẫu|cửa|từ|đến|và|trên|dưới|là|đạt|còn|trước|sau)$/iu

/** What notes explain, also in the middle of a clause: "theo quy định 3 phù hợp". */
const explained = /(?:quy định|nghị (?:quyết|định)|quyết định|kế hoạch|văn bản|luật|chỉ thị|thông tư|đề án|chương trình|hướng dẫn)$/iu

/**
 * An anchor that the PDF reader set apart from its word, "quy định 1;": before a sign or the line's end, or behind the name of what
 * notes explain, on the note's own page, and nowhere else there.
 */
function anchorApart(before: readonly TextLine[], { number, style }: NoteStart, from: number): FoundNote['anchor'] {
  if (style !== 'bare') return null
  const closing = new RegExp(String.raw`(?<=[\p{L}”"’)\]]) ${number}(?=[;,.:)]|$)`, 'gu')
  const inside = new RegExp(String.raw`(?<=\p{L}) ${number}(?= \p{Ll})`, 'gu')
  return (
    onlyPlace(before, from, closing, (words) => !counts.test(words)) ?? onlyPlace(before, from, inside, (words) => explained.test(words))
  )
}

function onlyPlace(before: readonly TextLine[], from: number, sign: RegExp, fits: (wordsBefore: string) => boolean): FoundNote['anchor'] {
  const found = before
    .slice(from)
    .flatMap(({ words }, index) =>
      [...words.matchAll(sign)]
        .filter((match) => fits(words.slice(0, match.index)))
        .map((match) => ({ line: from + index, offset: match.index, length: match[0].length })),
    )
  return found.length === 1 ? (found[0] ?? null) : null
}

/** Index of the first line that is no longer part of the note beginning at `first`. */
function endOfNote(lines: readonly TextLine[], first: number, start: NoteStart, doubled: boolean): number {
  let widest = 0
  let index = first
  for (;;) {
    const line = lines[index]
    const next = lines[index + 1]
    if (line === undefined) return index
    const width = textWidth(line.words, 10, 'regular')
    widest = Math.max(widest, width)
    index += 1
    if (next === undefined || next.pageStart) return index
    if (readNoteStart(next.words)?.number === start.number + 1) return index
    // Where every line is followed by a blank one, a line that is not, and is indented, is the first of a new page.
    if (doubled && next.blanksBefore === 0 && next.indented) return index
    if (!endsSentence(line.words)) continue
    const stopped = endsInFullStop(line.words)
    // No sentence goes on with a small letter after its full stop: the text above the notes does.
    if (stopped && goesOn(next.words)) return index
    if (stopped && isFullBodyLine(next, widest)) return index
    const firstWord = next.words.split(' ')[0] ?? ''
    const wouldFit = width + textWidth(` ${firstWord}`, 10, 'regular') < widest * 0.97
    const alone = index - first === 1 && !doubled
    if (stopped && (wouldFit || alone || readMarker(next.words) !== null)) return index
  }
}

/** Notes are set in 10 points and the text in 13 or 14: measured alike, a full line of the text is some seven tenths of a note's. */
function isFullBodyLine({ words }: TextLine, noteColumn: number): boolean {
  const share = textWidth(words, 10, 'regular') / noteColumn
  return share > 0.6 && share < 0.8 && !endsSentence(words)
}

function placeNotes(notes: readonly FoundNote[], kept: TextLine[], doubts: Doubts): void {
  const count = kept.length
  for (const { lines, anchor } of notes) {
    const [first] = lines
    if (anchor !== null || first === undefined) continue
    doubts.warn('footnote-without-anchor', first.number, first.words)
    kept.push(...lines)
  }
  // From the last to the first, because taking a sign out moves everything behind it.
  for (const { start, lines, anchor } of notes.toReversed()) {
    const [first] = lines
    const host = anchor === null || anchor.line >= count ? undefined : kept[anchor.line]
    if (anchor === null || host === undefined || first === undefined) continue
    const words = joinLines([sliceContent(first.content, start.length), ...lines.slice(1).map(({ content }) => content)])
    const note: DraftInline = { kind: 'footnote', content: words.filter((piece) => piece.kind === 'text') }
    const without = [...sliceContent(host.content, 0, anchor.offset), ...sliceContent(host.content, anchor.offset + anchor.length)]
    kept[anchor.line] = withContent(host, insertAt(without, anchor.offset, note))
  }
}

/** The words of several lines as one, a space between. */
export function joinLines(contents: readonly Content[]): Content {
  return tidyContent(
    contents.flatMap((content, index) => (index === 0 ? content : [{ kind: 'text', text: ' ' }, ...content])),
    'spaces',
  )
}

/** The next anchor in the count, glued to a small letter, with no note to it. */
function warnOfLonelyAnchor(lines: readonly TextLine[], next: number, from: number, doubts: Doubts): void {
  const lonely = new RegExp(String.raw`(?<=\p{Ll})${next}(?=[\s;,.:)]|$)`, 'u')
  for (const line of lines.slice(from)) {
    const found = lonely.exec(line.words)
    if (found === null) continue
    const before = line.words.slice(Math.max(0, found.index - 20), found.index)
    doubts.warn('anchor-without-footnote', line.number, `${/\S+$/.exec(before)?.[0] ?? ''}${found[0]}`)
    return
  }
}
