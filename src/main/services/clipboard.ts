import type { Block, OfficialDocument } from '#shared/document/blocks.ts'
import { htmlOf } from '#shared/document/html.ts'
import { buildPlanDocument } from '#shared/document/plan-document.ts'
import { textOf } from '#shared/document/words.ts'
import type { Input } from '#shared/ipc/contract.ts'
import type { ServiceContext } from './context.ts'
import { optionsFor, readPaperRecords } from './document-source.ts'

/** Takes what is copied: both forms, so that Word gets paragraphs and tables and a chat gets lines. */
export type WriteClipboard = (copy: { readonly html: string; readonly text: string }) => void

/**
 * Copies chosen sentences or rows as they stand on paper: paragraphs with their numbers, a table under its header. Built from the blocks,
 * never from the screen.
 */
export async function copySelection(
  context: ServiceContext,
  { planId, selection }: Input<'clipboard.copy'>,
  write: WriteClipboard,
): Promise<Record<never, never>> {
  const { records } = await readPaperRecords(context.db, planId)
  const { document } = buildPlanDocument(records, optionsFor(records.plan, 'electronic', null))
  const blocks =
    selection.kind === 'provisions' ? blocksOf(document, new Set<string>(selection.ids)) : rowsOf(document, new Set<string>(selection.ids))
  write({ html: htmlOf(blocks, document.font), text: textOf(blocks) })
  return {}
}

/** Blocks of the chosen sentences. A part's title is a second block behind its number and goes with it. */
function blocksOf({ sections }: OfficialDocument, ids: ReadonlySet<string>): readonly Block[] {
  const all = sections.flatMap(({ blocks }) => blocks)
  return all.filter((block, index) => {
    if (block.kind !== 'paragraph') return false
    if (block.sourceId !== undefined) return ids.has(block.sourceId)
    const before = all[index - 1]
    return block.role === 'part' && before?.kind === 'paragraph' && before.sourceId !== undefined && ids.has(before.sourceId)
  })
}

/** The chosen rows under their table's header, without rows of fields and subgroups. */
function rowsOf({ sections }: OfficialDocument, ids: ReadonlySet<string>): readonly Block[] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block): readonly Block[] => {
      if (block.kind !== 'table') return []
      const rows = block.rows.filter((row) => row.kind === 'task' && row.sourceId !== undefined && ids.has(row.sourceId))
      return rows.length === 0 ? [] : [{ ...block, rows }]
    }),
  )
}
