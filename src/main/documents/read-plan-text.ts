import { AppError } from '#shared/app-error.ts'
import type { PlanDraft, SourceFormat } from '#shared/domain/draft.ts'
import { detectOldEncoding } from '#shared/language/old-encoding.ts'
import { repairText } from '#shared/language/repair-text.ts'
import type { TellProgress } from './document-job.ts'
import { joinNoteNumbers, pullFootnotes } from './plan-text/footnote-lines.ts'
import { joinIntoParagraphs } from './plan-text/join-lines.ts'
import { isAllCapitals } from './plan-text/marker.ts'
import { findPapers, isHeadOrFoot } from './plan-text/papers.ts'
import { isSecrecyMark, piecesOf } from './plan-text/piece.ts'
import { draftOf } from './plan-text/plan-draft.ts'
import { collectDoubts } from './plan-text/source-paragraph.ts'
import { cutIntoLines, dropPageNumbers, dropRunningHeads } from './plan-text/text-lines.ts'
import type { TextLine } from './plan-text/text-lines.ts'

export interface PlanTextInput {
  readonly text: string
  /** Name for sentences about the file. */
  readonly file: string
  readonly format: Extract<SourceFormat, 'txt' | 'pasted-text'>
  readonly year: number | null
  /** The bytes were not clean: said as a doubt. */
  readonly doubtful: boolean
}

/**
 * Reads a plan from plain text: of a PDF (lines cut, pages and footnotes in the way), of a message, typed by hand.
 * Throws file-empty, file-old-font-encoding, file-secret, file-without-plan.
 */
export function readPlanText({ text, file, format, year, doubtful }: PlanTextInput, tellProgress: TellProgress): PlanDraft {
  const { text: mended, repairs } = repairText(text.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n'))
  const doubts = collectDoubts()
  const [firstRepair] = repairs
  if (firstRepair !== undefined) doubts.warn('text-repaired', firstRepair.line, firstRepair.excerpt)
  else if (doubtful) doubts.warn('text-repaired', 1, mended.trimStart().split('\n')[0] ?? '')
  const cut = cutIntoLines(mended)
  if (cut.length === 0) throw new AppError('file-empty', { file })
  const old = detectOldEncoding(mended)
  if (old !== null) throw new AppError('file-old-font-encoding', { file, encoding: old })
  refuseSecrets(cut, file)
  tellProgress(1, 4)
  const lines = pullFootnotes(dropPageNumbers(joinNoteNumbers(dropRunningHeads(cut, doubts))), doubts)
  tellProgress(2, 4)
  const pieces = lines.flatMap((line, index) => {
    const columns = piecesOf(line.raw, line.number, index, null)
    // Anchors were taken out of the words; a line in one column is one piece with the words as they are now.
    return columns.length > 1 ? columns : [{ words: line.words, line: line.number, origin: index, standsOut: null }]
  })
  const found = findPapers(pieces, lines.length)
  const { papers, appendixFrom } = found
  tellProgress(3, 4)
  const draft = draftOf({
    source: { name: file, format, lines: mended.replaceAll('\f', '').split('\n') },
    papers: papers.map((paper) => ({ ...paper, paragraphs: joinIntoParagraphs(lines.slice(paper.bodyFrom, paper.bodyTo), doubts) })),
    headsAndFeet: lines.filter((_, index) => isHeadOrFoot(found, index)).map(({ content, number }) => ({ content, line: number })),
    rest: joinIntoParagraphs(lines.slice(appendixFrom), doubts),
    appendices: [],
    year,
    doubts,
  })
  tellProgress(4, 4)
  if (draft === null) throw new AppError('file-without-plan', { file })
  return draft
}

/** A stamp stands alone on its line, or alone in its column beside the head. */
function refuseSecrets(lines: readonly TextLine[], file: string): void {
  lines.forEach((line, index) => {
    const before = lines[index - 1]?.words ?? ''
    // A title cut after "… BẢO VỆ BÍ" goes on with "MẬT": no stamp.
    if (/(?:^|\s)(?:BÍ|BẢO|CƠ)$/u.test(before) && isAllCapitals(before)) return
    if (piecesOf(line.raw, line.number, index, null).some(({ words }) => isSecrecyMark(words))) throw new AppError('file-secret', { file })
  })
}
