import { textWidth } from '#shared/document/text-width.ts'
import { joinLines } from './footnote-lines.ts'
import { endsSentence, goesOn, isAllCapitals, readMarker } from './marker.ts'
import type { Doubts, SourceParagraph } from './source-paragraph.ts'
import { blankLinesAreDoubled } from './text-lines.ts'
import type { TextLine } from './text-lines.ts'

/** The size does not matter, only the proportion of widths: they are all measured in it. */
const SIZE = 14
/** First-line indent of 1–1,27 cm (decree I.II.6.e) in points. */
const INDENT = 32
/** Within this share of the line's width nobody can tell from the text whether a word would still have fitted. */
const DOUBTFUL = 0.025
/** A line filled beyond this was not ended by hand before a small letter. */
const NEARLY_FULL = 0.85
/** Text on A4 is 155–165 mm wide (decree I.I.3): 470 points at most. */
const WIDEST_COLUMN = 480

/** Items that stand on their own line under a bullet where there is no table (Bắc Ninh's plans), and other usual beginnings. */
const beginsItem =
  /^(?:(?:Đơn vị|Cơ quan)\s+(?:chủ trì|phối hợp|thực hiện|tham mưu)|Thời (?:gian|hạn)(?:\s+\p{Ll}+){0,3}|Sản phẩm(?:\s+\p{Ll}+){0,3}|Kết quả(?:\s+\p{Ll}+){0,3}|Kinh phí(?:\s+\p{Ll}+){0,3}|Lộ trình(?:\s+\p{Ll}+){0,2}|Nội dung(?:\s+\p{Ll}+){0,3}|Phân công(?:\s+\p{Ll}+){0,3})\s*:/u
/** Words that no sentence, item or title ends in. */
const opensMore = /(?:^|\s)(?:của|và|hoặc|về|tại|theo|cho|với|trong|các|những|từ|đến|số|quý|thuộc|giữa|bởi|nhằm|là|để)$/u
const beginsBasis = /^(?:Căn cứ|Xét|Theo đề nghị)(?![\p{L}])/u
const beginsAppendixMention = /^\((?:Có|Kèm|Chi tiết|Xem|Theo|Phụ lục)(?![\p{L}])/u
/** A paper ends in "./." (all forms of the decree's Phụ lục III). */
const closed = /\.\/\.?\s*$/
const LONGEST_CLOSING = 8
const beginsClosing =
  /^(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Chủ tịch UBND|Trên đây là|Yêu cầu (?:các|Thủ trưởng|Giám đốc)|Đề nghị (?:các|Thủ trưởng))/u

/** The facts of a text by which its lines are judged. */
interface Wrapping {
  /** Lines are cut where the page was full; false: each line is a paragraph. */
  readonly wrapped: boolean
  readonly blanksSpeak: boolean
  /** Width of a full line. */
  readonly column: number
}

function widthOf(words: string): number {
  return textWidth(words, SIZE, 'regular')
}

function measure(lines: readonly TextLine[]): Wrapping {
  // A line whose successor begins with a small letter was full, whatever its paragraph does.
  const full = lines
    .filter((line, index) => goesOn(lines[index + 1]?.words ?? '') && !endsSentence(line.words))
    .map(({ words }) => widthOf(words))
  const pairs = Math.max(1, lines.length - 1)
  const sorted = full.toSorted((one, other) => one - other)
  const column = sorted[Math.floor(sorted.length * 0.98)] ?? 0
  // A short text has few such lines; but in a text that is not cut some line runs far beyond any page.
  const narrow = full.length >= 2 && lines.every(({ words }) => widthOf(words) < Math.max(column * 1.2, WIDEST_COLUMN))
  return { wrapped: full.length > pairs * 0.2 || narrow, blanksSpeak: !blankLinesAreDoubled(lines), column }
}

/**
 * Puts printed lines together into paragraphs. A line begins a new one when it begins with a number or a bullet, or when its first
 * word would still have fitted on the line before: the page did not break there, somebody did. Where the width leaves it open, the
 * sentence's end decides and the place is told.
 */
export function joinIntoParagraphs(lines: readonly TextLine[], doubts: Doubts): readonly SourceParagraph[] {
  const wrapping = measure(lines)
  const groups: TextLine[][] = []
  // The closing sentence is the last few lines before "./."; elsewhere "UBND tỉnh yêu cầu" is a sentence among others.
  const end = lines.findLastIndex(({ words }) => closed.test(words))
  lines.forEach((line, index) => {
    const open = groups.at(-1)
    const mayClose = index <= end && index > end - LONGEST_CLOSING && beginsClosing.test(line.words)
    if (open !== undefined && belongsTo(open, line, mayClose, wrapping, doubts)) open.push(line)
    else groups.push([line])
  })
  return groups.map((group) => asParagraph(group, doubts))
}

function asParagraph(group: readonly TextLine[], doubts: Doubts): SourceParagraph {
  group.forEach((line, index) => {
    // "2021-" and "2030" on two lines: the paper cannot tell "2021-2030" from "2021- 2030", and no word may be altered unseen.
    if (index < group.length - 1 && /[\p{L}\d][-–]$/u.test(line.words))
      doubts.warn('hyphen-at-line-end', line.number, `${line.words.slice(-20)} ${group[index + 1]?.words.slice(0, 10) ?? ''}`)
  })
  return {
    content: joinLines(group.map(({ content }) => content)),
    lines: { from: group[0]?.number ?? 1, to: group.at(-1)?.number ?? 1 },
    number: null,
    outlineLevel: null,
    align: null,
    bold: null,
  }
}

function belongsTo(open: readonly TextLine[], line: TextLine, mayClose: boolean, wrapping: Wrapping, doubts: Doubts): boolean {
  const previous = open.at(-1)
  if (previous === undefined || closed.test(previous.words)) return false
  const ended = endsSentence(previous.words)
  if (readMarker(line.words) !== null) return !ended && wrapping.wrapped && markerInsideSentence(open, line, wrapping)
  if (!wrapping.wrapped) return goesOn(line.words) && !ended
  if (wrapping.blanksSpeak && line.blanksBefore > 0 && !line.pageStart) return !ended && goesOn(line.words)
  if (goesOn(line.words) || /^\d/.test(line.words) || opensMore.test(previous.words)) return true
  const fits = fitting(open, line, wrapping)
  const first = open[0]?.words ?? ''
  if (isHeading(first) && open.every(({ words }) => !endsSentence(words))) {
    if (isAllCapitals(first.slice(readMarker(first)?.length ?? 0))) return isAllCapitals(line.words)
    return fits !== 'yes'
  }
  if (beginsItem.test(line.words) && (ended || fits !== 'no')) return false
  if (!ended) return fits !== 'yes'
  if (beginsBasis.test(line.words) || beginsAppendixMention.test(line.words) || mayClose) return false
  if (fits === 'yes') return false
  // The line is full and its sentence has ended: the next one may belong to it or not. Under a bullet there is rarely a paragraph.
  const joins = fits === 'no' || readMarker(first) !== null
  doubts.warn(joins ? 'paragraph-join-guessed' : 'paragraph-break-guessed', line.number, line.words)
  return joins
}

/** Whether a sign or number that begins a line is part of the sentence before it, cut there because the line was full. */
function markerInsideSentence(open: readonly TextLine[], line: TextLine, wrapping: Wrapping): boolean {
  const previous = open.at(-1)?.words ?? ''
  const marker = readMarker(line.words)
  const rest = line.words.slice(marker?.length ?? 0)
  // "kinh tế" / "- xã hội", "2021" / "- 2025": a dash inside a phrase came to stand first.
  if (marker?.kind === 'bullet' || marker?.kind === 'sub-bullet')
    return (/^\d/.test(rest) && /\d$/.test(previous)) || (/^\p{Ll}/u.test(rest) && shareOfColumn(open, previous, wrapping) > NEARLY_FULL)
  // "theo khoản" / "1. Điều": nobody ends a paragraph so.
  return !isHeading(open[0]?.words ?? '') && /(?:số|khoản|điểm|mục|năm|ngày|tháng|quý|điều|phần|phụ lục)$/iu.test(previous)
}

function isHeading(words: string): boolean {
  const kind = readMarker(words)?.kind
  return (
    kind !== undefined && ['part', 'chapter', 'division', 'letter', 'section', 'heading', 'subheading', 'deeper', 'article'].includes(kind)
  )
}

/** How much of its line a text takes; the first line of a paragraph is shorter by its indent. */
function shareOfColumn(open: readonly TextLine[], words: string, { column }: Wrapping): number {
  return widthOf(words) / Math.max(1, open.length === 1 ? column - INDENT : column)
}

/** Whether the first word of a line would have fitted on the line before it. */
function fitting(open: readonly TextLine[], line: TextLine, wrapping: Wrapping): 'yes' | 'no' | 'open' {
  const share = shareOfColumn(open, `${open.at(-1)?.words ?? ''} ${line.words.split(' ')[0] ?? ''}`, wrapping)
  if (share < 1 - DOUBTFUL) return 'yes'
  return share > 1 + DOUBTFUL ? 'no' : 'open'
}
