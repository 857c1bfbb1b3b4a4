// Export of a Word file, built from records and written, against the bare `docx` library writing the same paragraphs and cells
// without any form; and what a hundred exports leave in memory.
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import type { OfficialDocument } from '#shared/document/blocks.ts'
import { buildPlanDocument, type DocumentOptions, type PlanRecords } from '#shared/document/plan-document.ts'
import { paragraphText } from '#shared/document/words.ts'
import { writeDocx } from '#main/documents/write-docx.ts'
import { largePlan } from '../tests/helpers/large-plan.ts'
import { samplePlan } from '../tests/helpers/sample-plan.ts'
import { median, reportRatio } from './measure.ts'

const options: DocumentOptions = { copy: 'paper', draftMark: null, stamp: '2023-01-05T00:00:00Z' }
const EXPORTS = 100
const MEGABYTE = 1024 * 1024

function plain(text: string): Paragraph {
  return new Paragraph({ children: [new TextRun(text)] })
}

/** The same paragraphs and cells as plainly as the library can. */
function bare(document: OfficialDocument): Document {
  return new Document({
    sections: document.sections.map(({ blocks }) => ({
      children: blocks.flatMap((block): readonly (Paragraph | Table)[] => {
        switch (block.kind) {
          case 'paragraph':
            return [plain(paragraphText(block))]
          case 'side-by-side':
            return [...block.left, ...block.right].flatMap((one) => (one.kind === 'paragraph' ? [plain(paragraphText(one))] : []))
          case 'table':
            return [
              new Table({
                rows: [...block.headerRows, ...block.rows].map(
                  ({ cells }) =>
                    new TableRow({
                      children: cells.map(
                        ({ columnSpan, paragraphs }) =>
                          new TableCell({ columnSpan, children: paragraphs.map((one) => plain(paragraphText(one))) }),
                      ),
                    }),
                ),
              }),
            ]
          default:
            return []
        }
      }),
    })),
  })
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function compare(what: string, records: PlanRecords, rounds: number): Promise<void> {
  const ours: number[] = []
  const theirs: number[] = []
  const { document } = buildPlanDocument(records, options)
  for (let round = 0; round <= rounds; round++) {
    ours.push(await time(() => writeDocx(buildPlanDocument(records, options).document)))
    theirs.push(await time(() => Packer.toBuffer(bare(document))))
  }
  // The first round warms the engine up.
  reportRatio(`DOCX of ${what} against bare docx`, median(ours.slice(1)), median(theirs.slice(1)), 1.1)
}

await compare('the sample', samplePlan(), 15)
await compare('a plan of 40 pages with three appendices of 500 rows', largePlan(), 5)

const records = samplePlan()
const used = (): number => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / MEGABYTE
}
for (let warming = 0; warming < 10; warming++) await writeDocx(buildPlanDocument(records, options).document)
const before = used()
for (let round = 0; round < EXPORTS; round++) await writeDocx(buildPlanDocument(records, options).document)
reportRatio(`memory after ${EXPORTS} exports against before`, used(), before, 1.05, 'MB')
