import type { Block, ParagraphBlock, ParagraphRole, RuleBlock, Run, TrackedChange } from '#shared/document/blocks.ts'
import { toPoints } from '#shared/document/text-width.ts'
import { EMPTY_SIZE, hasLongWord, heightAtMost } from './page-estimates.ts'

/** Width and height in points of what a block may fill. */
export interface Room {
  readonly width: number
  readonly height: number
}

/** A block as the template takes it, with the space that stands above it. */
export type Drawn = { readonly kind: string; readonly above: number } & Readonly<Record<string, unknown>>

export function spaceBefore(block: Block): number {
  return block.kind === 'paragraph' ? toPoints(block.format.spaceBefore) : block.kind === 'rule' ? toPoints(block.spaceBefore) : 0
}

export function spaceAfter(block: Block): number {
  return block.kind === 'paragraph' ? toPoints(block.format.spaceAfter) : block.kind === 'rule' ? toPoints(block.spaceAfter) : 0
}

/** Rank in the outline of the PDF; the rest are plain paragraphs. */
const LEVELS: Partial<Record<ParagraphRole, number>> = {
  'title': 1,
  'appendix-number': 1,
  'part': 2,
  'article': 2,
  'section': 3,
  'heading': 3,
  'subheading': 4,
}

/** A paragraph as the template takes it, all but the space above it. */
export function paragraphOf(block: ParagraphBlock, room: Room) {
  const { format } = block
  const first = toPoints(format.firstLineIndent)
  const left = toPoints(format.leftIndent)
  const width = room.width - left
  const base = baseRun(block)
  return {
    kind: 'paragraph',
    id: block.sourceId ?? null,
    level: LEVELS[block.role] ?? 0,
    align: format.align,
    // A negative first-line indent is a hanging one: the first line starts further left than the others.
    left: first < 0 ? left + first : left,
    first: Math.max(first, 0),
    hanging: Math.max(-first, 0),
    lineSpacing: format.lineSpacing,
    sticky: format.keepWithNext,
    together: format.keepTogether,
    boxed: format.boxed === true,
    measure: format.keepTogether && heightAtMost([block], room.width, room.height) > room.height,
    // Most of a paragraph is of one make: that one is set once, and its runs come as bare words.
    ...base,
    runs: block.runs.flatMap((run) => runsOf(run, width, base)),
  }
}

interface Make {
  readonly size: number
  readonly bold: boolean
  readonly italic: boolean
}

function baseRun(block: ParagraphBlock): Make {
  const run = block.runs.find((one) => one.kind === 'text') ?? block.runs.find((one) => one.kind === 'footnote')
  if (run === undefined) return { size: EMPTY_SIZE, bold: false, italic: false }
  return run.kind === 'text' ? makeOf(run) : { size: toPoints(run.size), bold: false, italic: false }
}

function makeOf(run: Extract<Run, { kind: 'text' }>): Make {
  return { size: toPoints(run.size), bold: run.bold === true, italic: run.italic === true }
}

type DrawnRun = string | Readonly<Record<string, unknown>>

function runsOf(run: Run, width: number, base: Make): readonly DrawnRun[] {
  switch (run.kind) {
    case 'text': {
      const make = makeOf(run)
      const raised = run.superscript === true ? 'super' : run.subscript === true ? 'sub' : 'no'
      const longWords = hasLongWord(run, width)
      const underline = run.underline === true
      const asBase = make.size === base.size && make.bold === base.bold && make.italic === base.italic
      const changed = changeOf(run.change)
      if (asBase && raised === 'no' && !longWords && !underline && run.change === undefined) return piecesOf(run.text)
      return [
        {
          kind: 'text',
          pieces: longWords ? [] : piecesOf(run.text),
          text: clean(run.text),
          ...make,
          underline,
          raised,
          longWords,
          ...changed,
        },
      ]
    }
    case 'footnote': {
      const size = toPoints(run.content[0]?.size ?? run.size)
      const content = run.content.flatMap((part) => runsOf(part, width, { size, bold: false, italic: false }))
      return [{ kind: 'footnote', number: run.number, size: toPoints(run.size), contentSize: size, content, ...changeOf(run.change) }]
    }
    case 'line-break':
      return [{ kind: 'line-break' }]
    default:
      return run satisfies never
  }
}

/** What the template draws a change by; a paper without changes says nothing of them. */
function changeOf(change: TrackedChange | undefined): { readonly change?: TrackedChange } {
  return change === undefined ? {} : { change }
}

/** A symbol such as 120/2020/NĐ-CP, up to its hyphen: the engine would break it at a slash before a letter, Word never does. */
const UNBROKEN = /\S*\/\p{L}[^\s-]*/gu

/** Whether a text holds words that must not break where the engine would break them. */
export function hasUnbroken(words: string): boolean {
  return words.search(UNBROKEN) >= 0
}

function piecesOf(words: string): readonly DrawnRun[] {
  const whole = clean(words)
  const pieces: DrawnRun[] = []
  let end = 0
  for (const match of whole.matchAll(UNBROKEN)) {
    if (match.index > end) pieces.push(whole.slice(end, match.index))
    pieces.push({ kind: 'unbroken', text: match[0] })
    end = match.index + match[0].length
  }
  if (end < whole.length) pieces.push(whole.slice(end))
  return pieces
}

/** Paragraphs and rules under one another inside a cell or a half, with the space that stands under the last. */
export function columnOf(blocks: readonly (ParagraphBlock | RuleBlock)[], room: Room) {
  let before = 0
  const drawn = blocks.map((block): Drawn => {
    const above = Math.max(before, spaceBefore(block))
    before = spaceAfter(block)
    return { ...(block.kind === 'rule' ? { kind: 'rule', length: toPoints(block.length) } : paragraphOf(block, room)), above }
  })
  return { blocks: drawn, after: before }
}

/** Letters only: control characters would end a line or nothing at all, half a surrogate pair is not text. */
export function clean(text: string): string {
  return text.toWellFormed().replaceAll(/\p{Cc}/gu, ' ')
}
