import { readPaperFoot, beginsFoot } from './paper-foot.ts'
import type { PaperFoot } from './paper-foot.ts'
import { readPaperHead } from './paper-head.ts'
import type { PaperHead } from './paper-head.ts'
import { findNationalWords, isAppendixTitle, readTypeTitle } from './piece.ts'
import type { Piece } from './piece.ts'

/** One paper of a file: the plan, or the decision that issues it. Bounds count origins (lines or paragraphs of the source). */
export interface Paper {
  readonly head: PaperHead | null
  readonly bodyFrom: number
  readonly bodyTo: number
  readonly foot: PaperFoot | null
}

export interface Papers {
  readonly papers: readonly Paper[]
  /** Origin from which the appendices stand, or the number of origins. */
  readonly appendixFrom: number
}

/**
 * Finds the papers of a file in their order: head, text and foot of each, then the appendices. `pieces` are all lines or
 * paragraphs of the source, those set in columns cut apart; `origins` is how many there are.
 */
export function findPapers(pieces: readonly Piece[], origins: number): Papers {
  const papers: Paper[] = []
  const originAt = (index: number): number => pieces[index]?.origin ?? origins
  let at = 0
  while (at < pieces.length) {
    if (papers.length > 0 && !beginsPaper(pieces, at)) break
    const head = readPaperHead(pieces, at)
    const from = head?.next ?? at
    let to = from
    while (to < pieces.length && !endsBody(pieces, from, to, head)) to += 1
    const piece = pieces[to]
    const foot = piece !== undefined && beginsFoot(piece) ? readPaperFoot(pieces, to) : null
    papers.push({ head, bodyFrom: originAt(from), bodyTo: originAt(to), foot })
    at = Math.max(foot?.next ?? to, at + 1)
  }
  return { papers, appendixFrom: originAt(at) }
}

/** Whether an origin lies in the head or foot of a paper: there only words are kept, and a footnote's anchor has no place. */
export function isHeadOrFoot({ papers, appendixFrom }: Papers, origin: number): boolean {
  return origin < appendixFrom && !papers.some(({ bodyFrom, bodyTo }) => origin >= bodyFrom && origin < bodyTo)
}

function endsBody(pieces: readonly Piece[], from: number, index: number, head: PaperHead | null): boolean {
  const piece = pieces[index]
  if (piece === undefined) return true
  if (beginsFoot(piece)) return true
  // The text is over where it says so ("./."), or where another head begins; before that, "PHỤ LỤC" is a word like others.
  const closed = index > from && /\.\/\.?\s*$/.test(pieces[index - 1]?.words ?? '')
  if (index === from) return false
  if (piece.turnsLandscape === true) return true
  if (isAppendixTitle(piece.words)) return closed || index > from + 5
  if (findNationalWords(piece.words) !== null) return true
  const title = readTypeTitle(piece.words)
  return title !== null && title.type === 'plan' && head?.type === 'decision'
}

/** A further paper begins with its own national words or its type within a few lines. */
function beginsPaper(pieces: readonly Piece[], at: number): boolean {
  return (
    pieces.slice(at, at + 6).some(({ words }) => findNationalWords(words) !== null || readTypeTitle(words)?.type === 'plan') &&
    !isAppendixTitle(pieces[at]?.words ?? '')
  )
}
