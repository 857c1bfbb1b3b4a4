import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { AppError } from '#shared/app-error.ts'
import type { AgencyId } from '#shared/domain/identifier.ts'
import { fold } from '#shared/language/fold.ts'
import type { FormPreview } from '#shared/ipc/agency-form-contract.ts'
import { agencyFormText } from '#shared/text/vi/agency-form.ts'
import { commandLineText as words } from '#shared/text/vi/command-line.ts'
import { wordFailure } from '#shared/text/vi/failures.ts'
import { makeAgencyForms, readAgencyForms } from '#main/services/agency-form.ts'
import { acceptReturnedForm, readReturnedForm, type FormReadings } from '#main/services/agency-form-import.ts'
import type { ServiceContext } from '#main/services/context.ts'
import { readOrganisation } from '#main/services/organisation.ts'
import { listPlans } from '#main/store/repositories/plan.ts'
import type { Session } from '#main/services/workspace.ts'
import { addCommand, answer, dayOf, yearOf, type Common } from './options.ts'
import { toRead, toWrite } from './sessions.ts'
import { unattended, type World } from './world.ts'

interface MakeOptions extends Common {
  readonly out: string
  readonly year?: string
  readonly asOf?: string
  readonly agency?: readonly string[]
  readonly leadOnly?: boolean
}

interface ImportOptions extends Common {
  readonly year?: string
  readonly dryRun?: boolean
}

/** `agency-forms` and `import-progress`: forms out to agencies without the program, and in again. */
export function addAgencyFormCommands(program: Command, world: World): void {
  addCommand(program, 'agency-forms', words.commands.agencyForms)
    .requiredOption('--out <DIR>', words.options.outFolder)
    .option('--year <N>', words.options.followedYear)
    .option('--as-of <DATE>', words.options.asOf)
    .option('--agency <NAME...>', words.options.formAgency)
    .option('--lead-only', words.options.leadOnly)
    .action(async (options: MakeOptions) => {
      const made = await toWrite(world, options.workspace ?? null, async ({ context, actor }) => {
        const year = await yearFor(context, options.year)
        const asOf = options.asOf === undefined ? null : dayOf('--as-of', options.asOf)
        const agencyIds = await agenciesFor(context, { year, asOf, names: options.agency })
        const folder = resolve(world.currentFolder, options.out)
        await mkdir(folder, { recursive: true })
        const { files } = await makeAgencyForms(
          context,
          actor,
          { year, asOf, agencyIds, leadOnly: options.leadOnly === true },
          folder,
          unattended,
        )
        return { year, folder, files }
      })
      answer(world, options, made, () => [agencyFormText.made(made.files.length, made.folder), ...made.files.map((file) => `  ${file}`)])
    })

  addCommand(program, 'import-progress <FILE...>', words.commands.importProgress)
    .option('--year <N>', words.options.followedYear)
    .option('--dry-run', words.options.dryRun)
    .action(async (files: readonly string[], options: ImportOptions) => {
      const dryRun = options.dryRun === true
      const work = (session: Session): Promise<readonly ImportedForm[]> =>
        importForms(session, { files: files.map((file) => resolve(world.currentFolder, file)), year: options.year, dryRun })
      const forms = await (dryRun ? toRead : toWrite)(world, options.workspace ?? null, work)
      const refused = forms.filter(({ status }) => status === 'refused').length
      const applied = forms.reduce((sum, form) => sum + form.applied, 0)
      const facts = { applied, refused, dryRun, forms }
      answer(world, options, facts, () => [
        ...forms.flatMap(sayForm),
        dryRun ? words.nothingWritten : agencyFormText.applied(forms.filter((form) => form.applied > 0).length, applied, refused),
      ])
      if (refused > 0) throw new AppError('forms-refused', { count: refused })
    })
}

/** What `import-progress --json` prints for each file: shapes that scripts rely on. */
interface ImportedForm extends Omit<FormPreview, 'id'> {
  /** Rows that were written. */
  readonly applied: number
}

async function importForms(
  { context, actor }: Session,
  { files, year, dryRun }: { readonly files: readonly string[]; readonly year: string | undefined; readonly dryRun: boolean },
): Promise<readonly ImportedForm[]> {
  const readings: FormReadings = new Map()
  const wanted = await yearFor(context, year)
  const forms: ImportedForm[] = []
  for (const path of files) {
    const { id, ...preview } = await readOrRefuse(context, readings, path, wanted)
    const ready = !dryRun && preview.status === 'ready'
    forms.push({ ...preview, applied: ready ? (await acceptReturnedForm(context, actor, readings, id)).applied : 0 })
  }
  return forms
}

/** A file that cannot be read at all is told among the others, so that the rest is still taken. */
async function readOrRefuse(context: ServiceContext, readings: FormReadings, path: string, year: number): Promise<FormPreview> {
  try {
    return await readReturnedForm(context, readings, { path, year }, unattended)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const problem = { at: null, code: error.code, ...wordFailure(error.code, error.details) }
    return { id: '', file: path, agencyName: null, status: 'refused', changes: [], same: 0, blank: 0, problems: [problem], notes: [] }
  }
}

function sayForm({ file, agencyName, status, changes, applied, same, problems, notes }: ImportedForm): readonly string[] {
  return [
    agencyFormText.line(
      file,
      agencyName,
      [agencyFormText.status[status], agencyFormText.changes(changes.length), ...(same === 0 ? [] : [agencyFormText.same(same)])].join(
        '; ',
      ),
    ),
    ...problems.map(({ says, wayOut }) => `  ! ${says} ${wayOut}`),
    ...changes.map(({ row, stt, content, before, after }) => `  ${agencyFormText.changeLine(row, `${stt}. ${content}`, before, after)}`),
    ...[...notes, ...changes.flatMap((change) => change.notes)].map((note) => `  - ${note}`),
    ...(applied === 0 ? [] : [`  ${agencyFormText.applied(1, applied, 0)}`]),
  ]
}

/** The year named, else the newest whose plan is followed. */
async function yearFor({ db }: ServiceContext, year: string | undefined): Promise<number> {
  if (year !== undefined) return yearOf(year)
  const plans = (await listPlans(db)).filter(({ status }) => status === 'issued' || status === 'closed')
  const newest = Math.max(...plans.map((plan) => plan.year))
  if (plans.length === 0) throw new AppError('plan-not-found-for-year', { year: new Date().getFullYear() })
  return newest
}

async function agenciesFor(
  context: ServiceContext,
  { year, asOf, names }: { readonly year: number; readonly asOf: string | null; readonly names: readonly string[] | undefined },
): Promise<AgencyId[]> {
  if (names === undefined)
    return (await readAgencyForms(context, { year, asOf })).agencies.filter(({ open }) => open > 0).map(({ agencyId }) => agencyId)
  const { agencies } = await readOrganisation(context)
  return names.map((name) => {
    const found = agencies.find((agency) =>
      [agency.name, agency.shortName ?? '', ...agency.aliases].some((one) => fold(one) === fold(name)),
    )
    if (found === undefined) throw new AppError('agency-not-found', { name })
    return found.id
  })
}
