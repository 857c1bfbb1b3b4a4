import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import { AppError } from '#shared/app-error.ts'
import type { Actor } from '#shared/domain/actor.ts'
import type { PlanTemplateId } from '#shared/domain/identifier.ts'
import { TemplateContent, type PlanTemplate } from '#shared/domain/plan-template.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import { shelfText } from '#shared/text/vi/shelf.ts'
import { writeFileWhole } from '#main/files/write-file.ts'
import { getPlanTemplate, insertPlanTemplate, listPlanTemplates } from '#main/store/repositories/shelf.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'

/** A template as it travels between offices: words alone, nothing of a workspace. */
const TemplateFile = z.object({ kind: z.literal('cchc-plan-template'), format: z.literal(1), template: TemplateContent })

/** A skeleton of a plan takes some ten kilobytes. */
const MOST_BYTES = 5_000_000

/** Writes a template where the person says; null when they cancel. Throws `record-not-found`, `file-not-writable`, `disk-full`. */
export async function exportTemplate(
  context: ServiceContext,
  { id }: Input<'plan-template.export'>,
  choosePlace: (suggestion: string) => Promise<string | null>,
): Promise<Output<'plan-template.export'>> {
  const { id: _id, version: _version, ...template } = await getPlanTemplate(context.db, id)
  const name = template.name
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim()
  const file = await choosePlace(`${name}.${shelfText.templateFileEnding}`)
  if (file === null) return null
  const content: z.input<typeof TemplateFile> = { kind: 'cchc-plan-template', format: 1, template }
  await writeFileWhole(file, Buffer.from(`${JSON.stringify(content, null, 2)}\n`))
  return { file }
}

/**
 * Takes a template in from a file, under a name of its own when there is one of that name; null when the person cancels.
 * Throws `file-not-found`, `file-too-large`, `file-not-what-it-says`.
 */
export async function importTemplate(
  context: ServiceContext,
  actor: Actor,
  chooseFile: () => Promise<string | null>,
): Promise<PlanTemplate | null> {
  const file = await chooseFile()
  if (file === null) return null
  const template = await readTemplateFile(file)
  return runCommand(context, actor, { command: 'plan-template.import', undoable: true }, async (trace) => {
    const taken = new Set((await listPlanTemplates(trace.trx)).map(({ name }) => name))
    let name = template.name
    for (let ordinal = 2; taken.has(name); ordinal += 1) name = `${template.name} (${ordinal})`
    return insertPlanTemplate(trace, { id: context.newId<PlanTemplateId>(), ...template, name })
  })
}

async function readTemplateFile(file: string): Promise<TemplateContent> {
  const name = basename(file)
  const size = await stat(file).then(
    (found) => found.size,
    () => null,
  )
  if (size === null) throw new AppError('file-not-found', { file: name })
  if (size > MOST_BYTES) throw new AppError('file-too-large', { file: name, megabytes: Math.ceil(size / 1_000_000) })
  try {
    return TemplateFile.parse(JSON.parse(await readFile(file, 'utf8'))).template
  } catch (error) {
    throw new AppError('file-not-what-it-says', { file: name, expected: shelfText.templateFile }, { cause: error })
  }
}
