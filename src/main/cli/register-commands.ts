import { extname, resolve } from 'node:path'
import type { Command } from 'commander'
import { partyWords } from '#shared/domain/agency.ts'
import { Light } from '#shared/domain/light.ts'
import { RegisterView } from '#shared/domain/register-view.ts'
import type { RegisterTask } from '#shared/domain/register.ts'
import { commandLineText as words } from '#shared/text/vi/command-line.ts'
import { registerText } from '#shared/text/vi/register.ts'
import { localDay } from '#shared/language/day.ts'
import { writeFileWhole } from '#main/files/write-file.ts'
import type { ServiceContext } from '#main/services/context.ts'
import { readOrganisation } from '#main/services/organisation.ts'
import { makeRegisterPaper } from '#main/services/register-paper.ts'
import { readRegister } from '#main/services/register.ts'
import { findAgency, findMember } from './commands.ts'
import { answer, dayOf, oneOf, WrongUse, yearOf, type Common } from './options.ts'
import { toRead } from './sessions.ts'
import { unattended, type World } from './world.ts'

/** What `tasks --status` may be told beside the year. */
export interface RegisterOptions extends Common {
  readonly year?: string
  readonly asOf?: string
  readonly out?: string
  readonly agency?: string
  readonly member?: string
  readonly light?: string
}

/** Adds the options of `tasks --status`. */
export function withStatus(command: Command): Command {
  return command
    .option('--status', words.options.status)
    .option('--as-of <DATE>', words.options.asOf)
    .option('--out <FILE>', words.options.listOut)
    .option('--agency <NAME>', words.options.listAgency)
    .option('--member <NAME>', words.options.listMember)
    .option('--light <LIGHT>', words.options.light)
}

/**
 * `tasks --status`: a year's tasks as they stand today or on a day, with names and reasons; the whole of it as JSON. With `--out` the list
 * is written as Word, PDF or Excel: of one agency its sheet, of one member the member's.
 */
export async function sayRegister(world: World, options: RegisterOptions): Promise<void> {
  if (options.year === undefined) throw new WrongUse(words.missing('--year'))
  const year = yearOf(options.year)
  const asOf = options.asOf === undefined ? null : dayOf('--as-of', options.asOf)
  if (options.out !== undefined) return writeRegister(world, options, { year, asOf, out: options.out })
  const register = await toRead(world, options.workspace ?? null, async ({ context }) => {
    const { today, tasks, totals } = await readRegister(context, { year, asOf })
    const nameOf = await agencyNames(context)
    return { today, totals, tasks: tasks.map((task) => withNames(task, nameOf)) }
  })
  answer(world, options, register, () => [
    registerText.totals(register.totals.tasks, register.totals.shares),
    ...register.tasks.map((task) => registerText.line(task)),
  ])
  return undefined
}

async function writeRegister(
  world: World,
  options: RegisterOptions,
  { year, asOf, out }: { readonly year: number; readonly asOf: string | null; readonly out: string },
): Promise<void> {
  const format = oneOf('--out', extname(out).slice(1).toLowerCase(), ['docx', 'pdf', 'xlsx'])
  const light = options.light === undefined ? null : oneOf('--light', options.light, Light.options)
  const file = resolve(world.currentFolder, out)
  const written = await toRead(world, options.workspace ?? null, async (session) => {
    const on = asOf ?? localDay(session.context.now())
    const agencyId = options.agency === undefined ? null : await findAgency(session, options.agency, on)
    const memberId = options.member === undefined ? null : await findMember(session, options.member)
    const view = RegisterView.parse({ level: agencyId === null && light === null ? 'task' : 'share', light, agencyId, memberId })
    const { bytes, notices } = await makeRegisterPaper(session.context, world.pages, { year, asOf, view }, format, unattended)
    await writeFileWhole(file, bytes)
    return { file, bytes: bytes.byteLength, notices }
  })
  answer(world, options, written, () => [written.file, ...written.notices])
}

function withNames(task: RegisterTask, nameOf: (id: string) => string): RegisterTask & { readonly agencies: readonly string[] } {
  return { ...task, agencies: task.shares.map(({ agencyId }) => nameOf(agencyId)) }
}

async function agencyNames(context: ServiceContext): Promise<(id: string) => string> {
  const registry = await readOrganisation(context)
  return (id) => partyWords({ kind: 'agency', agencyId: id as RegisterTask['shares'][number]['agencyId'] }, registry)
}
