import type { OfficialDocument, ParagraphBlock, Run, TextRun } from '#shared/document/blocks.ts'
import { buildComparisonDocument } from '#shared/document/comparison-document.ts'
import { buildPlanDocument, type DocumentOptions, type PlanRecords } from '#shared/document/plan-document.ts'
import { pairRecords } from '#shared/domain/comparison-pairs.ts'

export const revision = { author: 'Bàn làm việc CCHC', at: '2023-01-05T00:00:00Z' } as const
const options = (draftMark: string | null): DocumentOptions => ({ copy: 'paper', draftMark, stamp: '2023-01-05T00:00:00Z' })

export interface ComparedPapers {
  readonly before: OfficialDocument
  readonly after: OfficialDocument
  readonly comparison: OfficialDocument
}

/** The papers of two sides and the one that compares them, made as the service makes them. */
export function comparePapers(before: PlanRecords, after: PlanRecords): ComparedPapers {
  const papers = [
    buildPlanDocument(before, options('DỰ THẢO LẦN 1')).document,
    buildPlanDocument(after, options('DỰ THẢO LẦN 2')).document,
  ] as const
  const pairs = pairRecords(before, after, new Map())
  const all = new Map([...pairs.provisions, ...pairs.footnotes, ...pairs.appendices, ...pairs.fields, ...pairs.tasks])
  return { before: papers[0], after: papers[1], comparison: buildComparisonDocument(papers[0], papers[1], all, revision) }
}

const isParagraph = (one: { readonly kind: string }): one is ParagraphBlock => one.kind === 'paragraph'

/** What a comparison says with every change accepted, or rejected: a line a paragraph, a table's cells apart, footnotes in brackets. */
export function linesOf(document: OfficialDocument, leave: 'inserted' | 'deleted' | null = null): readonly string[] {
  const words = (runs: readonly (Run | TextRun)[]): string =>
    runs
      .filter(({ change }) => leave === null || change !== leave)
      .map((run) => (run.kind === 'text' ? run.text : run.kind === 'line-break' ? '\n' : `[${words(run.content)}]`))
      .join('')
  const lines = (paragraphs: readonly ParagraphBlock[]): readonly string[] => {
    const result: string[] = []
    let open = ''
    for (const { runs, change } of paragraphs) {
      open += words(runs)
      if (leave !== null && change === leave) continue
      result.push(open)
      open = ''
    }
    return open === '' ? result : [...result, open]
  }
  return document.sections.flatMap(({ blocks }) => {
    const result: string[] = []
    let flow: ParagraphBlock[] = []
    const flush = (): void => {
      result.push(...lines(flow))
      flow = []
    }
    for (const block of blocks) {
      if (block.kind === 'paragraph') {
        flow.push(block)
        continue
      }
      flush()
      if (block.kind === 'side-by-side') result.push(...lines(block.left.filter(isParagraph)), ...lines(block.right.filter(isParagraph)))
      if (block.kind === 'table')
        for (const { cells, change } of [...block.headerRows, ...block.rows])
          if (leave === null || change !== leave) result.push(cells.map(({ paragraphs }) => lines(paragraphs).join('\n')).join(' | '))
    }
    flush()
    return result
  })
}
