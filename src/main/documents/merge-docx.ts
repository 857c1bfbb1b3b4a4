import type { DocumentOrigin } from '#shared/document/blocks.ts'
import { bareRecipient } from '#shared/document/foot.ts'
import { paperTextOf } from '#shared/document/paper-text.ts'
import type { PlanRecords } from '#shared/document/plan-document.ts'
import type { AppendixDraft } from '#shared/domain/draft.ts'
import { compareReturned, type MergeComparison } from '#shared/domain/merge-compare.ts'
import { hashOf, tell } from '#shared/domain/merge-telling.ts'
import type { Found, MergeRemark } from '#shared/domain/merge-difference.ts'
import type { DocumentJob } from './document-job.ts'
import type { DocxBody } from './docx-body.ts'
import { readOrigin } from './docx-origin.ts'
import { openPackage } from './open-package.ts'
import { readAppendicesOfDocx } from './read-appendix.ts'
import { readDocx } from './read-docx.ts'
import { isHeadOrFoot } from './read-plan-docx.ts'
import { returnedPaperOf } from './read-returned-docx.ts'

export interface ReturnedFile {
  /** Name as shown to a person. */
  readonly file: string
  readonly bytes: Uint8Array
}

/** Which records a Word file was made of, or null. Throws what `openPackage` throws. */
export const readDocxOrigin: DocumentJob<ReturnedFile, DocumentOrigin | null> = ({ file, bytes }) =>
  readOrigin(openPackage(bytes, file, 'docx'))

export interface MergeDocxInput extends ReturnedFile {
  /** The records that left, or null where nobody knows them. */
  readonly base: PlanRecords | null
  readonly mine: PlanRecords
  /** What the file says it is; null: told by what it holds. */
  readonly paper: 'plan' | 'appendix' | null
}

export interface MergedDocx extends MergeComparison {
  readonly paper: 'plan' | 'appendix'
  /** Tables of tasks that are none of the plan's, ready to be taken in. */
  readonly tables: readonly AppendixDraft[]
}

/**
 * Reads a Word file that came back and compares it, three ways. Throws what `openPackage` and `returnedPaperOf` throw, and
 * file-without-plan when nothing in it is of this plan.
 */
export const mergeDocx: DocumentJob<MergeDocxInput, MergedDocx> = ({ file, bytes, base, mine, paper: said }, tellProgress) => {
  const body = readDocx(openPackage(bytes, file, 'docx'))
  tellProgress(1, 3)
  const returned = returnedPaperOf(body, file)
  const looksLike = paperOf(returned.lines.length, returned.tables.length)
  tellProgress(2, 3)
  const compareAs = (paper: 'plan' | 'appendix'): MergeComparison =>
    compareReturned(base === null ? null : paperTextOf(base, paper), paperTextOf(mine, paper), returned, bareRecipient)
  const asSaid = compareAs(said ?? looksLike)
  // The text was cut away round the table: nobody means a plan without a sentence.
  const isCutOut = said === 'plan' && looksLike === 'appendix' && asSaid.order.length === 0
  const paper = isCutOut ? 'appendix' : (said ?? looksLike)
  const comparison = isCutOut ? compareAs('appendix') : asSaid
  const { tables, found, remarks } = newTables(body, comparison.unknownTables, mine)
  tellProgress(3, 3)
  return { ...comparison, paper, tables, found: [...comparison.found, ...found], remarks: [...comparison.remarks, ...remarks] }
}

/** A file of nothing but a title and a table is an appendix by itself. */
function paperOf(lines: number, tables: number): 'plan' | 'appendix' {
  return tables > 0 && lines <= 12 ? 'appendix' : 'plan'
}

/** Tables of tasks that the plan has not, read as when an appendix is brought in. */
function newTables(
  body: DocxBody,
  unknown: readonly number[],
  { plan, registry }: PlanRecords,
): { readonly tables: readonly AppendixDraft[]; readonly found: readonly Found[]; readonly remarks: readonly MergeRemark[] } {
  if (unknown.length === 0) return { tables: [], found: [], remarks: [] }
  let ordinal = -1
  const sections = body.sections.map((section) => ({
    ...section,
    blocks: section.blocks.filter((block) => {
      if (block.kind !== 'table') return true
      if (isHeadOrFoot(block)) return false
      ordinal += 1
      return unknown.includes(ordinal)
    }),
  }))
  const { appendices, unread } = readAppendicesOfDocx(
    { ...body, sections },
    { registry, asOf: plan.agenciesAsOf, planYear: plan.year, issuedOn: plan.issuedOn },
  )
  const found = appendices.map((draft, table): Found => {
    const words = draft.rows.map(({ content }) => content).join('\n')
    return {
      difference: tell({
        id: `table-added:${hashOf(words)}`,
        kind: 'table-added',
        place: { what: 'table', address: draft.title, column: null, provisionId: null, taskId: null },
        before: null,
        after: words,
      }),
      effect: { kind: 'table-add', table },
    }
  })
  const remarks = unread.map((): MergeRemark => ({ code: 'table-not-read', text: '' }))
  return { tables: appendices, found, remarks }
}
