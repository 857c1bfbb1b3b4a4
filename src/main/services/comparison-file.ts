import type { DocumentNotice } from '#shared/document/notice.ts'
import { withComparisonNote } from '#shared/document/comparison-document.ts'
import { officialNumber } from '#shared/decree/official-words.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import { compareText, comparisonFileName } from '#shared/text/vi/compare.ts'
import { exportText, wordNotice } from '#shared/text/vi/export.ts'
import type { PageService } from '#main/documents/page-service.ts'
import { runDocumentJob, type DocumentJobInput } from '#main/documents/worker-pool.ts'
import { writeFileWhole } from '#main/files/write-file.ts'
import { readSides, type ReadSide, type WantedSide } from './comparison-sides.ts'
import type { ServiceContext } from './context.ts'
import { optionsFor } from './document-source.ts'
import type { ChoosePlace, ExportFormat, PaperFile } from './export.ts'
import { refuseCancelled, type JobControl } from './jobs.ts'

/**
 * Makes the file of a comparison in the form of the right, newer paper: a Word file with tracked changes, or pages with the changes
 * marked. Both papers are built from records as they are printed. Throws `cancelled`, `pages-failed`, what `readSides` throws.
 */
export async function makeComparisonFile(
  context: ServiceContext,
  pages: PageService,
  { left, right }: { readonly left: WantedSide; readonly right: WantedSide },
  format: ExportFormat,
  control: JobControl,
): Promise<PaperFile> {
  control.tell(0, 3, compareText.comparing)
  const sides = await readSides(context, left, right, control)
  refuseCancelled(control.signal)
  const [before, after] = [paperOf(sides.left), paperOf(sides.right)]
  const document = await runDocumentJob(
    'compare-papers',
    { before, after, cameFrom: sides.cameFrom, revision: { author: compareText.author, at: after.options.stamp.replace(/\.\d+Z$/, 'Z') } },
    { signal: control.signal },
  )
  control.tell(1, 3, exportText.building)
  const [one, other] = [nameOfSide(sides.left), nameOfSide(sides.right)]
  const name = `${comparisonFileName(one, other)}.${format}`
  if (format === 'docx') {
    const bytes = await runDocumentJob('write-docx', document, { signal: control.signal })
    return { bytes, notices: [], name }
  }
  const { bytes, lettersWithoutShape: letters } = await pages.pdf(withComparisonNote(document, compareText.note(one, other)))
  const notices: readonly DocumentNotice[] = letters.length === 0 ? [] : [{ code: 'letters-without-shape', letters }]
  return { bytes, notices: notices.map(wordNotice), name }
}

/** What a side's paper is built of. */
function paperOf({ records, round }: ReadSide): DocumentJobInput<'compare-papers'>['before'] {
  return { records, options: optionsFor(records.plan, 'paper', round) }
}

/** "Kế hoạch năm 2023 số 35/KH-UBND", "Kế hoạch năm 2023, dự thảo lần 2". */
function nameOfSide({ records: { plan }, round }: ReadSide): string {
  return compareText.paper(plan.year, plan.number === null ? null : officialNumber(plan.number, plan.symbol), round)
}

/** Makes a comparison and saves it where the person says; null when they cancel the dialog. */
export async function saveComparison(
  context: ServiceContext,
  pages: PageService,
  { left, right, format }: Omit<Input<'compare.save'>, 'jobId'>,
  choosePlace: ChoosePlace,
  control: JobControl,
): Promise<Output<'compare.save'>> {
  const { bytes, notices, name } = await makeComparisonFile(context, pages, { left, right }, format, control)
  const file = await choosePlace(name, format)
  if (file === null) return null
  refuseCancelled(control.signal)
  control.tell(2, 3, exportText.writing)
  await writeFileWhole(file, bytes)
  return { file, notices }
}
