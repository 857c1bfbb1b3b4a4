import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { AppError } from '#shared/app-error.ts'
import type { Actor } from '#shared/domain/actor.ts'
import type { DocumentRecord } from '#shared/domain/document-record.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { exportText } from '#shared/text/vi/export.ts'
import { writeOrBeside } from '#main/files/write-file.ts'
import { getDocumentRecord, listDocumentRecords, updateDocumentRecord } from '#main/store/repositories/document-record.ts'
import { noteStoredFile } from '#main/store/repositories/stored-file.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'

/** All documents of the dossier, the newest first. */
export async function readDocuments({ db }: ServiceContext): Promise<readonly DocumentRecord[]> {
  return listDocumentRecords(db)
}

/**
 * Keeps the signed PDF as the file of record beside our own; null when no file was chosen.
 * Throws `file-not-found`, `file-not-what-it-says` (no PDF), `record-changed-meanwhile`.
 */
export async function attachSignedFile(
  context: ServiceContext,
  actor: Actor,
  { id, version }: Input<'document.attach-signed'>,
  chooseFile: () => Promise<string | null>,
): Promise<DocumentRecord | null> {
  const file = await chooseFile()
  if (file === null) return null
  const name = basename(file)
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new AppError('file-not-found', { file }, { cause: error })
  })
  if (bytes.subarray(0, 5).toString('latin1') !== '%PDF-')
    throw new AppError('file-not-what-it-says', { file: name, expected: exportText.pdfFile })
  const kept = await context.files.keep(bytes)
  return runCommand(context, actor, { command: 'document.attach-signed', undoable: true }, async (trace) => {
    await noteStoredFile(trace.trx, { ...kept, name, storedAt: context.now().toISOString() })
    const record = await getDocumentRecord(trace.trx, id)
    return updateDocumentRecord(trace, { ...record, signedFile: { ...kept, name }, version })
  })
}

/**
 * Opens our Word file or the signed one in the office's own program: a copy, so that no program can change what is kept.
 * Throws `file-not-found` where there is no such file, `workspace-damaged` when its bytes are no longer those kept.
 */
export async function openDocumentFile(
  context: ServiceContext,
  { id, which }: Input<'document.open-file'>,
  folder: string,
  open: (file: string) => Promise<void>,
): Promise<Record<never, never>> {
  const record = await getDocumentRecord(context.db, id)
  const kept = which === 'our' ? record.ourFile : record.signedFile
  if (kept === null) throw new AppError('file-not-found', { file: record.subject })
  const bytes = await context.files.read(kept.hash)
  await open(await writeOrBeside(join(folder, kept.name), bytes))
  return {}
}
