import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { UrgingLetterId } from '#shared/domain/identifier.ts'
import { linesOfKinds, type UrgingLetter } from '#shared/domain/urging-letter.ts'
import type { OfficialDocument } from '#shared/document/blocks.ts'
import { buildDueListPaper } from '#shared/document/due-list-paper.ts'
import { buildUrgingLetter } from '#shared/document/urging-letter.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import type { DueListRequest, UrgingSource } from '#shared/ipc/urging-contract.ts'
import { writeDay } from '#shared/language/day.ts'
import { fileNameOf, wordNotice } from '#shared/text/vi/export.ts'
import { urgingText } from '#shared/text/vi/urging.ts'
import type { PageService } from '#main/documents/page-service.ts'
import { runDocumentJob } from '#main/documents/worker-pool.ts'
import { freeName, writeFileWhole } from '#main/files/write-file.ts'
import { getDocumentRecord } from '#main/store/repositories/document-record.ts'
import { getUrgingLetter, readSentLetter } from '#main/store/repositories/urging-letter.ts'
import type { ServiceContext } from './context.ts'
import type { ExportFormat, PaperFile, PaperFormat } from './export.ts'
import { refuseCancelled, type JobControl } from './jobs.ts'
import { requireOffice } from './office.ts'
import { papersOf } from './urging.ts'
import { letterFileName } from './urging-file-name.ts'
import { readUrgingLines } from './urging-lines.ts'

/** What a letter says: as it was sent, or as its draft stands. */
async function documentOf(context: ServiceContext, letter: UrgingLetter): Promise<OfficialDocument> {
  return (
    (await readSentLetter(context.db, letter.id)) ??
    buildUrgingLetter(letter.paper, { number: null, issuedOn: null, copy: 'paper', stamp: letter.madeAt })
  )
}

/** Makes the file of a letter; of one that was sent the very bytes kept then. Throws `cancelled`, `pages-failed`, `record-not-found`. */
export async function makeLetterFile(
  context: ServiceContext,
  pages: PageService,
  id: UrgingLetterId,
  format: ExportFormat,
  control: JobControl,
): Promise<PaperFile> {
  control.tell(0, 2, urgingText.building)
  const letter = await getUrgingLetter(context.db, id)
  const name = letterFileName(letter, format)
  refuseCancelled(control.signal)
  if (format === 'pdf') return { ...(await pdfOf(pages, await documentOf(context, letter))), name }
  const kept = letter.documentRecordId === null ? null : (await getDocumentRecord(context.db, letter.documentRecordId)).ourFile
  const bytes =
    kept === null
      ? await runDocumentJob('write-docx', await documentOf(context, letter), { signal: control.signal })
      : await context.files.read(kept.hash)
  return { bytes, notices: [], name }
}

async function pdfOf(pages: PageService, document: OfficialDocument): Promise<Omit<PaperFile, 'name'>> {
  const { bytes, lettersWithoutShape: letters } = await pages.pdf(document)
  return { bytes, notices: letters.length === 0 ? [] : [wordNotice({ code: 'letters-without-shape', letters })] }
}

/** Writes letters into a folder, beside files that are there. Throws as `makeLetterFile`, and what writing a file throws. */
export async function writeLetters(
  context: ServiceContext,
  pages: PageService,
  ids: readonly UrgingLetterId[],
  format: ExportFormat,
  folder: string,
  control: JobControl,
): Promise<{ readonly folder: string; readonly files: readonly string[] }> {
  const files: string[] = []
  for (const id of ids) {
    refuseCancelled(control.signal)
    control.tell(files.length, ids.length, urgingText.building)
    const { bytes, name } = await makeLetterFile(context, pages, id, format, { ...control, tell: () => undefined })
    files.push(await writeBeside(folder, name, bytes))
  }
  return { folder, files }
}

/** Writes a file into a folder, beside one of its name that is there, and gives where. */
export async function writeBeside(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  const wished = join(folder, name)
  const file = existsSync(wished) ? await freeName(wished) : wished
  await writeFileWhole(file, bytes)
  return file
}

/** Lays out a letter, made or not, for the window. Throws as `papersOf`. */
export async function renderLetter(
  context: ServiceContext,
  pages: PageService,
  { source, generation, firstPage, lastPage }: Input<'urging.preview'>,
): Promise<Output<'urging.preview'>> {
  return pages.render({ document: await documentOfSource(context, source), generation, firstPage, lastPage })
}

async function documentOfSource(context: ServiceContext, source: UrgingSource): Promise<OfficialDocument> {
  if (source.kind === 'letter') return documentOf(context, await getUrgingLetter(context.db, source.id))
  const papers = await papersOf(context, source.request)
  const paper = papers[Math.min(source.index, papers.length - 1)]
  if (paper === undefined) throw new Error('a request asks for one letter at least')
  return buildUrgingLetter(paper, { number: null, issuedOn: null, copy: 'paper', stamp: context.now().toISOString() })
}

/** Makes the file of the overdue list with reasons, or of what is due soon and silent too. Throws `cancelled`, `pages-failed`. */
export async function makeDueListFile(
  context: ServiceContext,
  pages: PageService,
  { year, asOf, kinds, role }: DueListRequest,
  format: PaperFormat,
  control: JobControl,
): Promise<PaperFile> {
  control.tell(0, 2, urgingText.building)
  const { lines, today } = await readUrgingLines(context, { year, asOf })
  const office = await requireOffice(context.db)
  const { document, notices } = buildDueListPaper({
    year,
    judgedOn: today,
    office: office.issuerInSentence,
    lines: linesOfKinds(lines, kinds, role),
    stamp: context.now().toISOString(),
  })
  refuseCancelled(control.signal)
  const name = `${fileNameOf([urgingText.listStem(year), writeDay(today).replaceAll('/', '.')])}.${format}`
  if (format === 'pdf') {
    const made = await pdfOf(pages, document)
    return { ...made, notices: [...notices.map(wordNotice), ...made.notices], name }
  }
  const bytes = await runDocumentJob(format === 'docx' ? 'write-docx' : 'write-xlsx', document, { signal: control.signal })
  return { bytes, notices: format === 'xlsx' ? [] : notices.map(wordNotice), name }
}
