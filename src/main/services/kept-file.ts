import { readFile, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { AppError } from '#shared/app-error.ts'
import type { EvidenceId, ExtensionId, TaskEventId } from '#shared/domain/identifier.ts'
import type { Evidence } from '#shared/domain/progress.ts'
import type { Input } from '#shared/ipc/contract.ts'
import type { ChosenFile } from '#shared/ipc/progress-contract.ts'
import { followUpText } from '#shared/text/vi/follow-up.ts'
import { writeOrBeside } from '#main/files/write-file.ts'
import { getExtension, listEvidence } from '#main/store/repositories/progress.ts'
import { getTaskEvent } from '#main/store/repositories/task-event.ts'
import type { ServiceContext } from './context.ts'

type KeptFile = NonNullable<Evidence['file']>

const LARGEST_BYTES = 64 * 1024 * 1024

/** What a file begins with, by its ending: a name alone is never believed, because opening a program would run it. */
const ZIP = ['504b0304', '504b0506']
const OLD_OFFICE = ['d0cf11e0a1b11ae1']
const beginnings: Readonly<Record<string, readonly string[]>> = {
  '.pdf': ['255044462d'],
  '.docx': ZIP,
  '.xlsx': ZIP,
  '.pptx': ZIP,
  '.odt': ZIP,
  '.ods': ZIP,
  '.zip': ZIP,
  '.doc': OLD_OFFICE,
  '.xls': OLD_OFFICE,
  '.ppt': OLD_OFFICE,
  '.msg': OLD_OFFICE,
  '.rtf': ['7b5c727466'],
  '.jpg': ['ffd8ff'],
  '.jpeg': ['ffd8ff'],
  '.png': ['89504e470d0a1a0a'],
  '.tif': ['49492a00', '4d4d002a'],
  '.tiff': ['49492a00', '4d4d002a'],
  '.rar': ['526172211a07'],
  '.7z': ['377abcaf271c'],
}

/** The endings that proof may have, for the system's dialog: papers, tables, pictures, archives; nothing that runs. */
export const proofEndings: readonly string[] = Object.keys(beginnings).map((ending) => ending.slice(1))

/**
 * Takes a file of the machine into the office's store, as proof. Throws `file-not-found`, `file-empty`, `file-too-large`, `file-not-what-it-says`
 * (an ending that proof may not have, or bytes that are something else).
 */
export async function keepProofFile({ files }: Pick<ServiceContext, 'files'>, path: string): Promise<KeptFile> {
  const name = basename(path).normalize('NFC')
  const found = await stat(path).catch(() => null)
  if (found === null || !found.isFile()) throw new AppError('file-not-found', { file: name })
  if (found.size > LARGEST_BYTES) throw new AppError('file-too-large', { file: name, megabytes: Math.ceil(found.size / 1024 / 1024) })
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new AppError('file-not-found', { file: name }, { cause: error })
  })
  if (bytes.byteLength === 0) throw new AppError('file-empty', { file: name })
  refuseOtherKind(name, bytes)
  return { ...(await files.keep(bytes)), name }
}

/**
 * The file that a form names, after looking that the store has it: a window could name any hash. Its size is the store's own word. Throws `file-not-found`,
 * `workspace-damaged`, `file-not-what-it-says`.
 */
export async function heldFile({ files }: Pick<ServiceContext, 'files'>, chosen: ChosenFile | null): Promise<KeptFile | null> {
  if (chosen === null) return null
  const name = basename(chosen.name.replaceAll('\\', '/')).normalize('NFC')
  if ((await files.verify(chosen.hash)) === 'missing') throw new AppError('file-not-found', { file: name })
  const bytes = await files.read(chosen.hash)
  refuseOtherKind(name, bytes)
  return { hash: chosen.hash, name, bytes: bytes.byteLength }
}

function refuseOtherKind(name: string, bytes: Uint8Array): void {
  const begins = beginnings[extname(name).toLowerCase()]
  const start = Buffer.from(bytes.subarray(0, 8)).toString('hex')
  if (begins === undefined || !begins.some((one) => start.startsWith(one)))
    throw new AppError('file-not-what-it-says', { file: name, expected: followUpText.proofFiles })
}

/**
 * Opens the file of a piece of evidence, of a moved day or of an event in the office's own program for it: a copy, so that no program can change what is
 * kept. Throws `record-not-found`, `file-not-found`, `workspace-damaged`, `file-not-what-it-says`.
 */
export async function openProofFile(
  context: ServiceContext,
  { of, id }: Input<'follow-up.open-file'>,
  folder: string,
  open: (file: string) => Promise<void>,
): Promise<Record<never, never>> {
  const kept = await fileOf(context, of, id)
  if (kept === null) throw new AppError('file-not-found', { file: '' })
  const bytes = await context.files.read(kept.hash)
  // A pack from elsewhere may have brought the record: it is looked at once more before anything opens it.
  const name = basename(kept.name.replaceAll('\\', '/'))
  refuseOtherKind(name, bytes)
  await open(await writeOrBeside(join(folder, name), bytes))
  return {}
}

async function fileOf({ db }: ServiceContext, of: Input<'follow-up.open-file'>['of'], id: string): Promise<KeptFile | null> {
  switch (of) {
    case 'evidence': {
      const [evidence] = await listEvidence(db, [id as EvidenceId])
      if (evidence === undefined) throw new AppError('record-not-found', { noun: 'evidence', id })
      return evidence.file
    }
    case 'extension':
      return (await getExtension(db, id as ExtensionId)).file
    case 'task-event':
      return (await getTaskEvent(db, id as TaskEventId)).file
    default:
      return of satisfies never
  }
}
