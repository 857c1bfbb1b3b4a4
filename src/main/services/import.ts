import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '#shared/app-error.ts'
import type { Actor } from '#shared/domain/actor.ts'
import type { AgencyRegistry } from '#shared/domain/agency.ts'
import type { AppendixDraft, AppendixFileDraft, PlanDraft } from '#shared/domain/draft.ts'
import type { Field } from '#shared/domain/field.ts'
import type { FieldId } from '#shared/domain/identifier.ts'
import { createNameFinder } from '#shared/domain/name-marks.ts'
import { fieldOfTitle } from '#shared/domain/provision-tree.ts'
import type { Plan } from '#shared/domain/plan.ts'
import type { Provision } from '#shared/domain/provision.ts'
import type { Appendix, Task } from '#shared/domain/task.ts'
import { usualAppendixTitle } from '#shared/document/usual-plan.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { fold } from '#shared/language/fold.ts'
import { exportText } from '#shared/text/vi/export.ts'
import { runDocumentJob, type DocumentJobInput } from '#main/documents/worker-pool.ts'
import { readAgencyRegistry } from '#main/store/repositories/agency.ts'
import { insertAppendix, listAppendices, updateAppendix } from '#main/store/repositories/appendix.ts'
import { insertField, listFields } from '#main/store/repositories/field.ts'
import { getPlan, insertPlan } from '#main/store/repositories/plan.ts'
import { insertProvision, listProvisions } from '#main/store/repositories/provision.ts'
import { insertTask, listTasks, removeTask } from '#main/store/repositories/task.ts'
import type { Trace } from '#main/store/trace.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'
import { fieldOfHeading, fieldsOfDraft, planOfDraft, provisionsOfDraft, recordsOfAppendix, tasksOfRows } from './draft-records.ts'
import type { JobControl } from './jobs.ts'
import { positionsBetween } from './order.ts'
import { editablePlan } from './plan-guard.ts'
import { requireOffice } from './office.ts'

/** Reads a plan from a file in a worker, names against a registry. Throws `file-not-found` and what the readers throw. */
export async function readPlanFileAgainst(
  registry: AgencyRegistry,
  file: string,
  year: number | null,
  control: JobControl,
): Promise<PlanDraft> {
  return runDocumentJob('read-plan-file', { file: basename(file), bytes: await readWhole(file), year, registry }, jobOptions(control))
}

/** The same against the workspace's own lists; nothing enters the store. */
export async function readPlanFileDraft(
  { db }: Pick<ServiceContext, 'db'>,
  file: string,
  year: number | null,
  control: JobControl,
): Promise<PlanDraft> {
  return readPlanFileAgainst(await readAgencyRegistry(db), file, year, control)
}

/** The same from the clipboard. */
export async function readPlanPasteDraft(
  { text, html, year }: Pick<Input<'import.read-plan-text'>, 'text' | 'html' | 'year'>,
  control: JobControl,
): Promise<PlanDraft> {
  return runDocumentJob('read-plan-paste', { text, html, year }, jobOptions(control))
}

/** What the cells of an appendix are read against: names, their day, the year of deadlines without one. */
export type AppendixContext = Omit<DocumentJobInput<'read-appendix-file'>, 'file' | 'bytes'>

async function appendixContextOf(db: ServiceContext['db'], planId: Plan['id']): Promise<AppendixContext> {
  const plan = await getPlan(db, planId)
  return { registry: await readAgencyRegistry(db), asOf: plan.agenciesAsOf, planYear: plan.year, issuedOn: plan.issuedOn }
}

/** Reads an appendix from a file in a worker. Throws `file-not-found` and what the readers throw. */
export async function readAppendixFileAgainst(against: AppendixContext, file: string, control: JobControl): Promise<AppendixFileDraft> {
  return runDocumentJob('read-appendix-file', { file: basename(file), bytes: await readWhole(file), ...against }, jobOptions(control))
}

/** The same against a plan's year and day; nothing enters the store. */
export async function readAppendixFileDraft(
  { db }: Pick<ServiceContext, 'db'>,
  planId: Plan['id'],
  file: string,
  control: JobControl,
): Promise<AppendixFileDraft> {
  return readAppendixFileAgainst(await appendixContextOf(db, planId), file, control)
}

/** The same from pasted cells. */
export async function readAppendixPasteDraft(
  { db }: Pick<ServiceContext, 'db'>,
  { planId, text, html }: Pick<Input<'import.read-appendix-cells'>, 'planId' | 'text' | 'html'>,
  control: JobControl,
): Promise<AppendixFileDraft> {
  return runDocumentJob('read-appendix-paste', { text, html, ...(await appendixContextOf(db, planId)) }, jobOptions(control))
}

async function readWhole(file: string): Promise<Uint8Array> {
  return readFile(file).catch((error: unknown) => {
    throw new AppError('file-not-found', { file }, { cause: error })
  })
}

function jobOptions({ signal, tell }: JobControl): Parameters<typeof runDocumentJob>[2] {
  return { signal, onProgress: ({ done, total }) => tell(done, total, exportText.reading) }
}

/** "Nhận vào": a reviewed draft becomes a plan with its text, appendices and tasks, as one command. A year may have several plans. */
export async function acceptPlan(
  context: ServiceContext,
  actor: Actor,
  { draft, year, createFields }: Input<'import.accept-plan'>,
): Promise<Plan> {
  return runCommand(context, actor, { command: 'import.accept-plan', undoable: true }, (trace) =>
    writePlanDraft(context, trace, draft, year, createFields),
  )
}

/** The same inside a command of its own name. */
export async function writePlanDraft(
  context: ServiceContext,
  trace: Trace,
  draft: PlanDraft,
  year: number,
  createFields: boolean,
): Promise<Plan> {
  const office = await requireOffice(trace.trx)
  const plan = await insertPlan(trace, planOfDraft(draft, year, office, context.newId))
  const find = createNameFinder(await readAgencyRegistry(trace.trx), plan.agenciesAsOf)
  const provisions = provisionsOfDraft(draft, plan.id, find, context.newId)
  for (const provision of provisions) await insertProvision(trace, provision)
  const fieldOf = await settleFields(context, trace, provisions, draft.appendices, createFields)
  await insertAppendices(context, trace, plan, draft.appendices, fieldOf, null)
  return plan
}

/**
 * Takes the rows of a reviewed appendix into a plan, as one command. `replace` clears the plan's appendices first; `add` puts rows behind
 * those of the appendix of the same title (or of the only one), with the columns that it lacks, and makes a new one for others.
 * Throws `plan-not-editable`.
 */
export async function acceptAppendix(
  context: ServiceContext,
  actor: Actor,
  input: Input<'import.accept-appendix'>,
): Promise<readonly Task[]> {
  return runCommand(context, actor, { command: 'import.accept-appendix', undoable: true }, async (trace) => {
    const plan = await editablePlan(trace.trx, input.planId)
    const drafts = input.draft.appendices
    const fieldOf = await settleFields(context, trace, await listProvisions(trace.trx, plan.id), drafts, input.createFields ?? false)
    if (input.mode === 'replace') {
      for (const task of await listTasks(trace.trx, plan.id)) await removeTask(trace, task)
      for (const appendix of await listAppendices(trace.trx, plan.id)) await trace.remove('appendix', appendix.id)
    }
    const standing = await listAppendices(trace.trx, plan.id)
    const isOnly = drafts.length === 1 && standing.length === 1
    const added: Task[] = []
    const others: AppendixDraft[] = []
    for (const draft of drafts) {
      const target = standing.find((appendix) => fold(appendix.title) === fold(draft.title)) ?? (isOnly ? standing[0] : undefined)
      if (target === undefined) others.push(draft)
      else added.push(...(await appendRows(context, trace, plan, target, draft, fieldOf)))
    }
    added.push(...(await insertAppendices(context, trace, plan, others, fieldOf, standing.at(-1)?.position ?? null)))
    return added
  })
}

async function appendRows(
  context: ServiceContext,
  trace: Trace,
  plan: Plan,
  target: Appendix,
  draft: AppendixDraft,
  fieldOf: (title: string | null) => FieldId | null,
): Promise<readonly Task[]> {
  const missing = draft.columns.filter((column) => column.key.startsWith('extra:') && !target.columns.some(({ key }) => key === column.key))
  const columns = [...target.columns, ...missing.map(({ key, title, weight }) => ({ key, title, weight }))]
  if (missing.length > 0) await updateAppendix(trace, { ...target, columns })
  const last = (await listTasks(trace.trx, plan.id)).findLast((task) => task.appendixId === target.id)
  const positions = positionsBetween(last?.position ?? null, null, draft.rows.length)
  return insertTasks(trace, tasksOfRows(draft, plan.id, target.id, positions, fieldOf, context.newId))
}

async function insertAppendices(
  context: ServiceContext,
  trace: Trace,
  plan: Plan,
  drafts: readonly AppendixDraft[],
  fieldOf: (title: string | null) => FieldId | null,
  after: string | null,
): Promise<readonly Task[]> {
  const positions = positionsBetween(after, null, drafts.length)
  const added: Task[] = []
  for (const [index, draft] of drafts.entries()) {
    const titled = draft.title.trim() === '' ? { ...draft, title: usualAppendixTitle(plan.year) } : draft
    const { appendix, tasks } = recordsOfAppendix(titled, plan.id, positions[index] ?? '', fieldOf, context.newId)
    await insertAppendix(trace, appendix)
    added.push(...(await insertTasks(trace, tasks)))
  }
  return added
}

/** Puts read appendices behind those of a plan, inside a command of its own name; titles that name no field stay without one. */
export async function addAppendices(
  context: ServiceContext,
  trace: Trace,
  plan: Plan,
  drafts: readonly AppendixDraft[],
): Promise<readonly Task[]> {
  const fieldOf = await settleFields(context, trace, await listProvisions(trace.trx, plan.id), drafts, false)
  const last = (await listAppendices(trace.trx, plan.id)).at(-1)
  return insertAppendices(context, trace, plan, drafts, fieldOf, last?.position ?? null)
}

async function insertTasks(trace: Trace, tasks: readonly Task[]): Promise<readonly Task[]> {
  const inserted: Task[] = []
  for (const task of tasks) inserted.push(await insertTask(trace, task))
  return inserted
}

/** What the titles of a draft mean, with fields made for unknown titles when asked; a title met in several spellings makes one field. */
async function settleFields(
  context: ServiceContext,
  trace: Trace,
  provisions: readonly Provision[],
  appendices: readonly AppendixDraft[],
  createFields: boolean,
): Promise<(title: string | null) => FieldId | null> {
  const fields = (await listFields(trace.trx)).filter((field) => field.inPlan)
  const { fieldOf, unknown } = fieldsOfDraft(provisions, appendices, fields)
  const made: Field[] = []
  if (createFields) {
    let position = (await listFields(trace.trx)).length
    for (const title of unknown) {
      if (fieldOfTitle(title, made) !== null) continue
      made.push(await insertField(trace, fieldOfHeading(title, position, context.newId)))
      position += 1
    }
  }
  return (title) => fieldOf(title) ?? (title === null ? null : fieldOfTitle(title, made))
}
