import { join } from 'node:path'
import { AppError } from '#shared/app-error.ts'
import type { FileHash } from '#shared/domain/identifier.ts'
import { officialNumber } from '#shared/decree/official-words.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import type { DocumentNotice } from '#shared/document/notice.ts'
import type { DocumentRequest } from '#shared/ipc/exchange-contract.ts'
import { exportFileName, exportText, wordNotice } from '#shared/text/vi/export.ts'
import { localDay } from '#shared/language/day.ts'
import { writeFileWhole } from '#main/files/write-file.ts'
import type { PageService } from '#main/documents/page-service.ts'
import { runDocumentJob } from '#main/documents/worker-pool.ts'
import { hashOfContent, keepSentVersion } from '#main/store/repositories/sent-version.ts'
import type { ServiceContext } from './context.ts'
import { addresseeOf, readPaper, type Paper } from './document-source.ts'
import { refuseCancelled, type JobControl } from './jobs.ts'

export type ExportFormat = 'docx' | 'pdf'
/** A table may leave as a workbook too. */
export type PaperFormat = ExportFormat | 'xlsx'

/** A paper as the bytes of a file. */
export interface PaperFile {
  readonly bytes: Uint8Array
  /** What a person should know of it, as sentences. */
  readonly notices: readonly string[]
  /** The name it goes by, with its ending. */
  readonly name: string
}

/**
 * Makes the file of a paper; of an issued plan's Word file the very bytes kept at issue. What a Word file of a draft is made of is kept
 * unless `keep` is false (a workspace that is only read), so that the file can be merged when it comes back edited. Throws `cancelled`, `pages-failed`, what
 * `readPaper` throws.
 */
export async function makePaperFile(
  context: ServiceContext,
  pages: PageService,
  request: DocumentRequest,
  format: ExportFormat,
  control: JobControl,
  keep = true,
): Promise<PaperFile> {
  control.tell(0, 2, exportText.building)
  const paper = await readPaper(context, request)
  refuseCancelled(control.signal)
  const { bytes, notices } = await fileOf(context, pages, withOrigin(paper, request), format, control)
  if (format === 'docx' && keep && paper.sent !== null)
    await keepSentVersion(context.db, paper.plan.id, paper.sent, context.now().toISOString())
  refuseCancelled(control.signal)
  control.tell(1, 2, exportText.writing)
  return { bytes, notices: [...paper.notices, ...notices].map(wordNotice), name: await nameOf(context, paper, request, format) }
}

/** The paper with the mark by which its Word file finds its records again. */
function withOrigin(paper: Paper, { what }: DocumentRequest): Paper {
  if (paper.sent === null) return paper
  const origin = { planId: paper.plan.id, contentHash: hashOfContent(paper.sent), paper: what === 'appendix' ? what : 'plan' } as const
  return { ...paper, document: { ...paper.document, metadata: { ...paper.document.metadata, origin } } }
}

async function fileOf(
  context: ServiceContext,
  pages: PageService,
  paper: Paper,
  format: ExportFormat,
  { signal }: JobControl,
): Promise<{ readonly bytes: Uint8Array; readonly notices: readonly DocumentNotice[] }> {
  if (format === 'pdf') {
    const { bytes, lettersWithoutShape: letters } = await pages.pdf(paper.document)
    return { bytes, notices: letters.length === 0 ? [] : [{ code: 'letters-without-shape', letters }] }
  }
  if (paper.frozenDocx !== null) return { bytes: await context.files.read(paper.frozenDocx as FileHash), notices: [] }
  return { bytes: await runDocumentJob('write-docx', paper.document, { signal }), notices: [] }
}

async function nameOf(context: ServiceContext, { plan, round }: Paper, request: DocumentRequest, format: ExportFormat): Promise<string> {
  const stem = exportFileName({
    what: request.what,
    year: plan.year,
    number: plan.number === null ? null : officialNumber(plan.number, plan.symbol).replaceAll('/', '-'),
    round,
    of: await addresseeOf(context, request),
    day: plan.issuedOn ?? localDay(context.now()),
  })
  return `${stem}.${format}`
}

/** Where a paper goes: asked of the person, null when they cancel. */
export type ChoosePlace = (suggestion: string, format: PaperFormat) => Promise<string | null>

/**
 * Makes a paper and saves it where the person says; null when they cancel the dialog.
 * Throws `file-open-elsewhere` with a free name beside it, `file-not-writable`, `disk-full`, `cancelled`.
 */
export async function saveExport(
  context: ServiceContext,
  pages: PageService,
  { request, format }: Pick<Input<'export.save'>, 'request' | 'format'>,
  choosePlace: ChoosePlace,
  control: JobControl,
): Promise<Output<'export.save'>> {
  return savePaperFile(await makePaperFile(context, pages, request, format, control), format, choosePlace, control)
}

/** Saves a paper where the person says; null when they cancel the dialog. Throws as `saveExport`. */
export async function savePaperFile(
  { bytes, notices, name }: PaperFile,
  format: PaperFormat,
  choosePlace: ChoosePlace,
  control: JobControl,
): Promise<Output<'export.save'>> {
  const file = await choosePlace(name, format)
  if (file === null) return null
  refuseCancelled(control.signal)
  await writeFileWhole(file, bytes)
  control.tell(2, 2, exportText.writing)
  return { file, notices }
}

/** Makes the PDF in the folder of temporary files and opens it in the office's own reader. */
export async function printExport(
  context: ServiceContext,
  pages: PageService,
  request: DocumentRequest,
  folder: string,
  open: (file: string) => Promise<void>,
  control: JobControl,
): Promise<Output<'export.print'>> {
  return openToPrint(await makePaperFile(context, pages, request, 'pdf', control), folder, open)
}

/** Writes a PDF into the folder of temporary files and opens it in the office's own reader. */
export async function openToPrint(
  { bytes, name }: PaperFile,
  folder: string,
  open: (file: string) => Promise<void>,
): Promise<Output<'export.print'>> {
  const wanted = join(folder, name)
  try {
    await writeFileWhole(wanted, bytes)
    await open(wanted)
    return { file: wanted }
  } catch (error) {
    // The reader still holds the last print of the same name: the new one goes beside it.
    if (!(error instanceof AppError) || !('suggestion' in error.details)) throw error
    const beside = error.details.suggestion
    await writeFileWhole(beside, bytes)
    await open(beside)
    return { file: beside }
  }
}

/** Writes a paper to a file named by a script, over an old one of that name. `keep` as in `makePaperFile`. */
export async function exportTo(
  context: ServiceContext,
  pages: PageService,
  request: DocumentRequest,
  format: ExportFormat,
  file: string,
  control: JobControl,
  keep: boolean,
): Promise<{ readonly file: string; readonly bytes: number; readonly notices: readonly string[] }> {
  const { bytes, notices } = await makePaperFile(context, pages, request, format, control, keep)
  await writeFileWhole(file, bytes)
  return { file, bytes: bytes.byteLength, notices }
}

/** Lays out the paper as it would be now, for the window's preview. */
export async function renderPreview(
  context: ServiceContext,
  pages: PageService,
  input: Input<'preview.render'>,
): Promise<Output<'preview.render'>> {
  const { document } = await readPaper(context, input.request)
  const {
    generation,
    pageCount,
    pageSizes,
    pages: drawn,
    places,
  } = await pages.render({
    document,
    generation: input.generation,
    firstPage: input.firstPage,
    lastPage: input.lastPage,
  })
  return { generation, pageCount, pageSizes, pages: drawn, places }
}
