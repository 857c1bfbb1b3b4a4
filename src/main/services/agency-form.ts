import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { AppError } from '#shared/app-error.ts'
import type { Actor } from '#shared/domain/actor.ts'
import type { AgencyFormRow, AgencyFormSheet, AgencyFormSheetRow } from '#shared/domain/agency-form.ts'
import type { AgencyFormId, AgencyId, Day } from '#shared/domain/identifier.ts'
import { isOpen } from '#shared/domain/light.ts'
import type { Progress } from '#shared/domain/progress.ts'
import type { Register, RegisterDue, RegisterShare, RegisterTask } from '#shared/domain/register.ts'
import { compareVietnamese } from '#shared/language/fold.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import { agencyFormText as words, formSheetText } from '#shared/text/vi/agency-form.ts'
import { freeName, writeFileWhole } from '#main/files/write-file.ts'
import { runDocumentJob } from '#main/documents/worker-pool.ts'
import { insertAgencyForm, listAgencyForms } from '#main/store/repositories/agency-form.ts'
import { listAgencies } from '#main/store/repositories/agency.ts'
import { listProgress } from '#main/store/repositories/progress.ts'
import { checkOf, newFormKey } from './agency-form-check.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'
import { refuseCancelled, type JobControl } from './jobs.ts'
import { readRegister } from './register.ts'

/** One due that an agency has still to speak of. */
interface OpenDue {
  readonly task: RegisterTask
  readonly share: RegisterShare
  readonly due: RegisterDue
}

/** The agencies that open dues of a year lie with, by name, and what came back of the forms made for them. */
export async function readAgencyForms(
  context: ServiceContext,
  { year, asOf }: Input<'agency-form.list'>,
): Promise<Output<'agency-form.list'>> {
  const open = openDuesOf(await readRegister(context, { year, asOf }))
  const forms = Map.groupBy(await listAgencyForms(context.db, year), ({ agencyId }) => agencyId)
  const names = await agencyNames(context)
  const ids = [...new Set([...open.keys(), ...forms.keys()])]
  const agencies = ids
    .map((agencyId) => {
      const dues = open.get(agencyId) ?? []
      const made = forms.get(agencyId) ?? []
      const last = made.at(-1)
      // Who answers on an older form after a newer one was sent has answered.
      const newest = made.findLast(({ answeredAt }) => answeredAt !== null && answeredAt >= (last?.madeAt ?? '')) ?? last
      return {
        agencyId,
        name: names.get(agencyId) ?? agencyId,
        open: dues.length,
        openAsLead: dues.filter(({ share }) => share.role === 'lead').length,
        form:
          newest === undefined
            ? null
            : {
                id: newest.id,
                madeAt: newest.madeAt,
                madeBy: newest.madeBy,
                file: newest.file,
                rows: newest.rows.length,
                answeredRows: newest.rows.filter(({ answers }) => answers.length > 0).length,
                answeredAt: newest.answeredAt,
              },
        made: made.length,
      }
    })
    .toSorted((one, other) => compareVietnamese(one.name, other.name))
  const sent = agencies.filter(({ form }) => form !== null)
  return { agencies, sent: sent.length, back: sent.filter(({ form }) => form?.answeredAt !== null).length }
}

/**
 * Writes one form for each agency into a folder, beside files that are already there, and keeps what each may bring back. Agencies that owe nothing get
 * none. Files and records are made in one command: a file without its record could never come back, a record without its file would wait for ever.
 * Throws `record-not-found` (no such agency), `cancelled`, and what writing a file throws.
 */
export async function makeAgencyForms(
  context: ServiceContext,
  actor: Actor,
  { year, asOf, agencyIds, leadOnly }: Omit<Input<'agency-form.make'>, 'jobId'>,
  folder: string,
  { signal, tell }: JobControl,
): Promise<{ readonly folder: string; readonly files: readonly string[] }> {
  const register = await readRegister(context, { year, asOf })
  const open = openDuesOf(register)
  const names = await agencyNames(context)
  const said = await listProgress(context.db, [...new Set(register.tasks.map(({ taskId }) => taskId))])
  const wanted = agencyIds.map((agencyId) => {
    const name = names.get(agencyId)
    if (name === undefined) throw new AppError('record-not-found', { noun: 'agency', id: agencyId })
    const dues = (open.get(agencyId) ?? []).filter(({ share }) => !leadOnly || share.role === 'lead')
    return { agencyId, name, dues, id: context.newId<AgencyFormId>(), key: newFormKey() }
  })
  const madeAt = context.now().toISOString()
  const planned = wanted
    .filter(({ dues }) => dues.length > 0)
    .map(({ name, agencyId, dues, id, key }) => {
      const form = { id, key, agencyId, year, asOf: register.today, madeAt, madeBy: actor.name, rows: dues.map(rowOf), answeredAt: null }
      const rows = dues.map((due): AgencyFormSheetRow => {
        const row = rowOf(due)
        return { ...row, role: formSheetText.role[due.share.role], last: lastWordsOf(due, said, register.today), check: checkOf(form, row) }
      })
      const sheet: AgencyFormSheet = { formId: id, year, agencyName: name, madeOn: madeAt.slice(0, 10), asOf: register.today, rows }
      return { name, form, sheet }
    })
  const sheets: { readonly bytes: Uint8Array; readonly form: (typeof planned)[number]['form']; readonly name: string }[] = []
  for (const { sheet, name, form } of planned) {
    refuseCancelled(signal)
    tell(sheets.length, planned.length, words.makingOf(name))
    sheets.push({ bytes: await runDocumentJob('write-agency-form', sheet, { signal }), form, name })
  }
  refuseCancelled(signal)
  const files: string[] = []
  try {
    await runCommand(context, actor, { command: 'agency-form.make', undoable: 'apart' }, async (trace) => {
      for (const { bytes, form, name } of sheets) {
        const wished = join(folder, fileName(name, year))
        const file = existsSync(wished) ? await freeName(wished) : wished
        await writeFileWhole(file, bytes)
        files.push(file)
        await insertAgencyForm(trace, { ...form, file: basename(file) })
      }
    })
  } catch (error) {
    for (const file of files) await rm(file, { force: true })
    throw error
  }
  tell(planned.length, planned.length, words.making)
  return { folder, files }
}

/** What is still open, by agency: leads first, in the plan's order. Shares that wait for a new holder are nobody's to report. */
function openDuesOf({ tasks, today }: Register): ReadonlyMap<AgencyId, readonly OpenDue[]> {
  const dues = tasks
    .filter(({ closedOn }) => closedOn === null || closedOn > today)
    .flatMap((task) =>
      task.shares
        .filter(({ assignmentId, waiting }) => assignmentId !== null && !waiting)
        .flatMap((share) => askedFor(share, today).map((due): OpenDue => ({ task, share, due }))),
    )
  const sorted = [...dues].toSorted((one, other) => Number(one.share.role !== 'lead') - Number(other.share.role !== 'lead'))
  return Map.groupBy(sorted, ({ share }) => share.agencyId)
}

/** Open dues of a share; of a recurring duty those until today and the next one: nobody reports the fourth quarter in March. */
function askedFor({ dues }: RegisterShare, today: Day): readonly RegisterDue[] {
  const nextOf = new Map<string, Day>()
  for (const { key, period, due } of dues) {
    const milestone = key.split(':')[0] ?? key
    if (period !== null && due !== null && due >= today && due < (nextOf.get(milestone) ?? '9999')) nextOf.set(milestone, due)
  }
  return dues.filter(
    (due) => isOpen(due) && (due.period === null || due.due === null || due.due <= (nextOf.get(due.key.split(':')[0] ?? due.key) ?? today)),
  )
}

function rowOf({ task, share, due }: OpenDue): AgencyFormRow {
  const { assignmentId } = share
  if (assignmentId === null) throw new Error('a share without a record has no form')
  return {
    assignmentId,
    due: due.key,
    stt: String(task.stt),
    content: task.content,
    dueWords: formSheetText.due(due.period ?? due.label ?? (due.due === null ? task.phrase : null), due.due),
    answers: [],
  }
}

/** What was last said of a due until a day, in words. */
function lastWordsOf({ share, due }: OpenDue, progress: readonly Progress[], today: Day): string {
  const corrected = new Set(progress.flatMap(({ correctsId }) => (correctsId === null ? [] : [correctsId])))
  const last = progress.findLast(
    (entry) =>
      entry.assignmentId === share.assignmentId &&
      (entry.due === null || entry.due === due.key) &&
      !corrected.has(entry.id) &&
      entry.happenedOn <= today,
  )
  return last === undefined ? '' : formSheetText.last(last)
}

export async function agencyNames({ db }: Pick<ServiceContext, 'db'>): Promise<ReadonlyMap<AgencyId, string>> {
  return new Map((await listAgencies(db)).map(({ id, name }) => [id, name]))
}

/** A name that every system takes: Windows refuses some signs and a dot at the end. */
function fileName(agency: string, year: number): string {
  const plain = agency.replace(/[\\/:*?"<>|\p{Cc}]/gu, '-').replace(/[. ]+$/, '')
  return formSheetText.file(plain.slice(0, 120), year)
}
