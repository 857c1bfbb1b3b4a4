import type { Content } from './content.ts'
import { textContent, tidyContent, wordsOf } from './content.ts'
import type { Doubts } from './source-paragraph.ts'

/** One printed line of a plain text. */
export interface TextLine {
  /** Line of the source, 1-based. */
  readonly number: number
  readonly content: Content
  /** Its words, trimmed, single spaces. */
  readonly words: string
  /** As it stands, for telling columns apart by wide gaps. */
  readonly raw: string
  readonly blanksBefore: number
  /** A new page begins here: a form feed stands before it. */
  readonly pageStart: boolean
  /** A line without words stands before it, drawn ("_____") or of many spaces: pages set one above their footnotes. */
  readonly ruleBefore: boolean
  /** Begins with white space. */
  readonly indented: boolean
}

const RULE_SPACES = 10
const onlySigns = /^[\s_=*~.\-–—]+$/
const drawn = /_{3}|-{3}|={3}|\*{3}|–{3}|—{3}|_\s*_\s*_/

/**
 * Cuts a text into its printed lines; blank lines and drawn rules are kept as facts of the next line. A form feed is a page's
 * end wherever it stands.
 */
export function cutIntoLines(text: string): readonly TextLine[] {
  const lines: TextLine[] = []
  let blanksBefore = 0
  let pageStart = false
  let ruleBefore = false
  text.split('\n').forEach((source, index) => {
    source.split('\f').forEach((raw, piece) => {
      if (piece > 0) pageStart = true
      if (raw.trim() === '' || (onlySigns.test(raw) && drawn.test(raw))) {
        if (raw.length >= RULE_SPACES) ruleBefore = true
        if (piece === 0) blanksBefore += 1
        return
      }
      const content = tidyContent(textContent(raw.replaceAll('\t', '    ')), 'spaces')
      lines.push({
        number: index + 1,
        content,
        words: wordsOf(content),
        raw,
        blanksBefore,
        pageStart,
        ruleBefore,
        indented: /^\s/.test(raw),
      })
      blanksBefore = 0
      pageStart = false
      ruleBefore = false
    })
  })
  return lines
}

/**
 * Whether paragraphs are the printed lines of a page, each made a paragraph by a converter or a PDF reader's clipboard: many begin
 * in the middle of a sentence.
 */
export function areCutLines(paragraphs: readonly string[]): boolean {
  const goOn = paragraphs.slice(1).filter((words) => /^\p{Ll}/u.test(words.trim())).length
  return paragraphs.length > 20 && goOn > paragraphs.length * 0.3
}

/** A line with other words, for readers that take something out of it. */
export function withContent(line: TextLine, content: Content): TextLine {
  return { ...line, content, words: wordsOf(content) }
}

/** Text copied out of a PDF often has a blank line after every line: then blank lines say nothing about paragraphs. */
export function blankLinesAreDoubled(lines: readonly TextLine[]): boolean {
  const followed = lines.slice(1).filter(({ blanksBefore }) => blanksBefore > 0).length
  return lines.length > 10 && followed > lines.length * 0.6
}

/** Lines at the edge of two pages that say the same but for the numbers of pages: up to three digits that stand alone, never a year. */
const FEWEST_RUNNING_HEADS = 2

/**
 * Takes out the lines that a printer repeats at the top or the foot of pages ("Kế hoạch CCHC năm 2026   Trang 2/4"), each told
 * once. Only form feeds show where pages end; without them such a line stays.
 */
export function dropRunningHeads(lines: readonly TextLine[], doubts: Doubts): readonly TextLine[] {
  const keyOf = (line: TextLine | undefined, from: number): string | null =>
    line === undefined || !/\p{L}{2}/u.test(line.words)
      ? null
      : `${from}/${line.words.replace(/(?<![\p{L}\d])\d{1,3}(?![\p{L}\d])/gu, '#')}`
  const edge = (index: number): string | null => {
    if (lines[index]?.pageStart === true) return keyOf(lines[index], 0)
    return lines[index + 1]?.pageStart === true ? keyOf(lines[index], 1) : null
  }
  const keys = lines.map((_, index) => edge(index))
  const counted = new Map<string, number>()
  for (const key of keys) if (key !== null) counted.set(key, (counted.get(key) ?? 0) + 1)
  const told = new Set<string>()
  let startsPage = false
  return lines.flatMap((line, index) => {
    const key = keys[index] ?? null
    if (key === null || (counted.get(key) ?? 0) < FEWEST_RUNNING_HEADS) {
      const kept = startsPage ? { ...line, pageStart: true } : line
      startsPage = false
      return [kept]
    }
    if (!told.has(key)) doubts.warn('running-head-dropped', line.number, line.words)
    told.add(key)
    startsPage ||= line.pageStart
    return []
  })
}

const pageNumber = /^[-–—\s]*(?:Trang\s+)?(\d{1,3})(?:\s*\/\s*\d{1,3})?[-–—\s]*$/u
/** No page of text is shorter. */
const FEWEST_LINES_OF_A_PAGE = 12

/**
 * Takes out the numbers of pages: a number alone on its line that continues the count (the first page shows none, decree I.I.7),
 * at a page's edge or a page's length after the last one. Any other number alone is a word of the text.
 */
export function dropPageNumbers(lines: readonly TextLine[]): readonly TextLine[] {
  let lastNumber = 0
  let lastAt = -FEWEST_LINES_OF_A_PAGE
  const kept: TextLine[] = []
  let carried: { blanksBefore: number; pageStart: boolean; ruleBefore: boolean } | null = null
  lines.forEach((line, index) => {
    const found = Number(pageNumber.exec(line.words)?.[1] ?? 'NaN')
    const continues = found === lastNumber + 1 || (lastNumber === 0 && found === 2)
    const atEdge = line.pageStart || lines[index + 1]?.pageStart !== false
    // Once two pages have counted on, the next number is one wherever it stands.
    if (continues && (atEdge || lastNumber >= 2 || index - lastAt >= FEWEST_LINES_OF_A_PAGE)) {
      lastNumber = found
      lastAt = index
      carried = { blanksBefore: line.blanksBefore, pageStart: true, ruleBefore: line.ruleBefore }
      return
    }
    kept.push(
      carried === null
        ? line
        : { ...line, ...carried, blanksBefore: Math.max(carried.blanksBefore, line.blanksBefore), ruleBefore: line.ruleBefore },
    )
    carried = null
  })
  return kept
}
