import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { DraftRoundId, PlanId } from '#shared/domain/identifier.ts'
import type { MergeReading } from '#shared/ipc/merge-contract.ts'
import { createPageService } from '#main/documents/page-service.ts'
import type { ServiceContext } from '#main/services/context.ts'
import { exportTo } from '#main/services/export.ts'
import { readReturnedFile, type MergeReadings } from '#main/services/merge-word.ts'

export const unattended = { signal: new AbortController().signal, tell: () => undefined }

/** Exports a paper of a plan as it is sent out; gives the file. */
export async function sendOut(
  context: ServiceContext,
  planId: PlanId,
  folder: string,
  what: 'plan' | 'appendix' = 'plan',
  draftRoundId: DraftRoundId | null = null,
): Promise<string> {
  const file = join(folder, `${what}.docx`)
  const request = { planId, what, agencyId: null, memberId: null, copy: 'electronic', draftRoundId, unsaved: null } as const
  await exportTo(context, createPageService(), request, 'docx', file, unattended, true)
  return file
}

export async function readBack(context: ServiceContext, readings: MergeReadings, planId: PlanId, path: string): Promise<MergeReading> {
  return readReturnedFile(context, readings, { planId, path, base: 'of-file' }, unattended)
}

/** A difference as one line, so that a list of them can be read. */
export function told({ differences }: Pick<MergeReading, 'differences'>): readonly string[] {
  return differences.map(({ kind, place, before, after, conflict }) =>
    [
      `${kind} ${place.what} ${place.address}${place.column === null ? '' : ` ${place.column}`}${conflict ? ' !' : ''}`.trim(),
      before ?? '–',
      after ?? '–',
    ].join(' | '),
  )
}

/** Changes parts of a Word file as text; gives the new file. */
export function editParts(file: string, name: string, edits: Readonly<Record<string, (xml: string) => string>>): string {
  const parts = unzipSync(readFileSync(file))
  for (const [part, edit] of Object.entries(edits)) parts[part] = strToU8(edit(strFromU8(parts[part] ?? new Uint8Array())))
  const edited = file.replace(/[^/]+$/, name)
  writeFileSync(edited, zipSync(parts))
  return edited
}

/** Opens a file in LibreOffice and saves it again as Word. */
export function savedByLibreOffice(file: string): string {
  const folder = file.replace(/[^/]+$/, 'libreoffice')
  mkdirSync(folder, { recursive: true })
  execFileSync(
    'soffice',
    [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'docx:Office Open XML Text', '--outdir', folder, file],
    { stdio: 'ignore', env: { ...process.env, HOME: folder } },
  )
  return join(folder, file.replace(/^.*\//, ''))
}
