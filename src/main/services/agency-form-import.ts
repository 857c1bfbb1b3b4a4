import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '#shared/app-error.ts'
import type { Actor } from '#shared/domain/actor.ts'
import type { AgencyForm } from '#shared/domain/agency-form.ts'
import type { AssignmentId, ProgressId } from '#shared/domain/identifier.ts'
import type { Assignment, Progress } from '#shared/domain/progress.ts'
import type { ProgressInput } from '#shared/ipc/progress-contract.ts'
import type { FormChange, FormPreview, Said } from '#shared/ipc/agency-form-contract.ts'
import type { FormAnswer } from '#shared/domain/agency-form-answer.ts'
import { agencyFormText as words, documentWords, wordFormNote, wordFormProblem } from '#shared/text/vi/agency-form.ts'
import { localDay } from '#shared/language/day.ts'
import type { ReadForm } from '#main/documents/read-agency-form.ts'
import { runDocumentJob } from '#main/documents/worker-pool.ts'
import { findAgencyForm, getAgencyForm, updateAgencyForm } from '#main/store/repositories/agency-form.ts'
import { getAssignment, listEvidence, listProgress } from '#main/store/repositories/progress.ts'
import type { Trace } from '#main/store/trace.ts'
import { agencyNames } from './agency-form.ts'
import { digestOf } from './agency-form-check.ts'
import { judgeForm, type JudgedForm, type JudgedRow } from './agency-form-judge.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'
import type { JobControl } from './jobs.ts'
import { recordProgress } from './progress.ts'

/** A form that was read, kept until it is taken: what the window was shown is what is written. */
interface Kept {
  readonly form: AgencyForm
  readonly agencyName: string
  readonly file: string
  readonly changes: readonly JudgedRow[]
}

/** Forms read and not yet taken, by the id of the reading. */
export type FormReadings = Map<string, Kept>

/** A whole province's forms may be looked at together. */
const MOST_READINGS = 400
const LARGEST_BYTES = 20 * 1024 * 1024
/** Rows of so many forms may stand in one file before the rest is not asked for. */
const MOST_FORMS = 50

/**
 * Reads one returned form and holds it against what was sent and what is known by now. Nothing is written.
 * Throws `file-not-found`, `file-too-large`, what `readAgencyForm` throws, `cancelled`.
 */
export async function readReturnedForm(
  context: ServiceContext,
  readings: FormReadings,
  { path, year }: { readonly path: string; readonly year: number },
  { signal, tell }: JobControl,
): Promise<FormPreview> {
  const file = basename(path)
  tell(0, null, words.reading)
  const bytes = await bytesOf(path, file)
  const read = await runDocumentJob('read-agency-form', { file, bytes }, { signal })
  const { judged, saidOf } = await judge(context, read, year)
  const id = context.newId()
  if (judged.home !== null && judged.problems.length === 0)
    readings.set(id, { form: judged.home.form, agencyName: judged.home.agencyName, file, changes: judged.changes })
  for (const oldest of [...readings.keys()].slice(0, -MOST_READINGS)) readings.delete(oldest)
  const refused = judged.problems.length > 0
  return {
    id,
    file,
    agencyName: judged.home?.agencyName ?? null,
    status: refused ? 'refused' : judged.changes.length === 0 ? 'nothing-new' : 'ready',
    changes: refused ? [] : judged.changes.map((change) => shownChange(change, saidOf)),
    same: judged.same,
    blank: judged.blank,
    problems: judged.problems.map((problem) => ({ at: problem.at, code: problem.code, ...wordFormProblem(problem) })),
    notes: (refused ? [...judged.notes, ...judged.changes.flatMap(({ notes }) => notes)] : judged.notes).map(wordFormNote),
  }
}

/**
 * Takes a form that was read: each row a report by the rules of every report, all of them in one command. Rows that came in the meantime (the same file
 * taken twice) are passed over. Throws `form-read-again` for a reading that is gone, and what `recordProgress` throws: then nothing is written.
 */
export async function acceptReturnedForm(
  context: ServiceContext,
  actor: Actor,
  readings: FormReadings,
  id: string,
): Promise<{ readonly applied: number }> {
  const kept = readings.get(id)
  if (kept === undefined) throw new AppError('form-read-again', {})
  const applied = await runCommand(context, actor, { command: 'progress.import', undoable: true, note: kept.file }, async (trace) => {
    const form = await getAgencyForm(trace.trx, kept.form.id)
    const at = context.now().toISOString()
    const taken = new Map<string, { digest: string; progressId: ProgressId; at: string }>()
    for (const { formRow, answer } of kept.changes) {
      const digest = digestOf(answer)
      const standing = form.rows.find(({ assignmentId, due }) => assignmentId === formRow.assignmentId && due === formRow.due)
      if (standing === undefined || standing.answers.some((one) => one.digest === digest)) continue
      const progress = await recordProgress(context, trace, actor, {
        ...inputOf(answer, kept.agencyName),
        assignmentId: formRow.assignmentId,
        due: formRow.due,
        channel: 'form',
        correctsId: await correctable(trace, formRow.assignmentId, standing.answers.at(-1)?.progressId ?? null),
      })
      taken.set(keyOf(formRow), { digest, progressId: progress.id, at })
    }
    if (taken.size === 0) return 0
    const rows = form.rows.map((row) => {
      const answer = taken.get(keyOf(row))
      return answer === undefined ? row : { ...row, answers: [...row.answers, answer] }
    })
    await updateAgencyForm(trace, { ...form, rows, answeredAt: at })
    return taken.size
  })
  readings.delete(id)
  return { applied }
}

const keyOf = ({ assignmentId, due }: { readonly assignmentId: string; readonly due: string }): string => `${assignmentId}|${due}`

async function bytesOf(path: string, file: string): Promise<Uint8Array> {
  const found = await stat(path).catch(() => null)
  if (found === null || !found.isFile()) throw new AppError('file-not-found', { file: path })
  if (found.size > LARGEST_BYTES) throw new AppError('file-too-large', { file, megabytes: Math.ceil(found.size / 1024 / 1024) })
  return readFile(path)
}

/** A document proves what is done, and is what a pause or a stop rests on. */
function inputOf(
  { document, ...answer }: FormAnswer,
  agencyName: string,
): Omit<ProgressInput, 'assignmentId' | 'due' | 'channel' | 'correctsId'> {
  const named = document === null ? null : { ...document, issuer: agencyName }
  const rests = answer.state === 'paused' || answer.state === 'not-doing'
  return { ...answer, evidence: named === null || rests ? [] : [{ ...named, file: null }], basis: rests ? named : null }
}

/** The earlier answer of this row, while it is the one to correct: an entry that somebody corrected since is history. */
async function correctable(trace: Trace, assignmentId: AssignmentId, earlier: ProgressId | null): Promise<ProgressId | null> {
  if (earlier === null) return null
  const { taskId } = await getAssignment(trace.trx, assignmentId)
  const entries = await listProgress(trace.trx, [taskId])
  const stands = entries.some(({ id }) => id === earlier) && !entries.some(({ correctsId }) => correctsId === earlier)
  return stands ? earlier : null
}

/** Holds what was read against the store. */
async function judge(
  context: ServiceContext,
  read: ReadForm,
  year: number,
): Promise<{ readonly judged: JudgedForm; readonly saidOf: (entry: Progress) => Said }> {
  const { db } = context
  const names = await agencyNames(context)
  const forms = new Map<string, { form: AgencyForm; agencyName: string }>()
  const ids = new Set(read.rows.flatMap(({ cells }) => (cells.formId === undefined ? [] : [cells.formId.text])))
  for (const id of [...ids].slice(0, MOST_FORMS)) {
    const form = await findAgencyForm(db, id)
    if (form !== null) forms.set(id, { form, agencyName: names.get(form.agencyId) ?? form.agencyId })
  }
  const wanted = [...new Set([...forms.values()].flatMap(({ form }) => form.rows.map(({ assignmentId }) => assignmentId)))]
  const assignments = new Map<AssignmentId, Assignment>()
  for (const id of wanted) {
    const assignment = await findAssignment(db, id)
    if (assignment !== null) assignments.set(id, assignment)
  }
  const progress = await listProgress(db, [...new Set([...assignments.values()].map(({ taskId }) => taskId))])
  const corrected = new Set(progress.flatMap(({ correctsId }) => (correctsId === null ? [] : [correctsId])))
  const lastOf = ({ assignmentId, due }: { readonly assignmentId: AssignmentId; readonly due: string }): Progress | null =>
    progress.findLast(
      (entry) => entry.assignmentId === assignmentId && (entry.due === null || entry.due === due) && !corrected.has(entry.id),
    ) ?? null
  const judged = judgeForm(read, { year, today: localDay(context.now()), forms, assignments, lastOf })
  const proofs = new Map(
    (
      await listEvidence(
        db,
        judged.changes.flatMap(({ last }) => last?.evidenceIds ?? []),
      )
    ).map((proof) => [proof.id, proof]),
  )
  const saidOf = (entry: Progress): Said => {
    const proof = entry.evidenceIds.map((one) => proofs.get(one)).find((one) => one !== undefined) ?? entry.basis
    return { ...shownFields(entry), document: proof === null ? '' : documentWords(proof) }
  }
  return { judged, saidOf }
}

/** A share, or null where the issue that gave it out was taken back. */
async function findAssignment(db: ServiceContext['db'], id: AssignmentId): Promise<Assignment | null> {
  return getAssignment(db, id).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'record-not-found') return null
    throw error
  })
}

function shownFields(entry: Progress | FormAnswer): Omit<Said, 'document'> {
  const { state, percent, happenedOn, result, product, difficulty, proposal, explanation } = entry
  return { state, percent, happenedOn, result, product, difficulty, proposal, explanation }
}

function shownChange({ row, formRow, answer, last, notes }: JudgedRow, saidOf: (entry: Progress) => Said): FormChange {
  const { assignmentId, due, stt, content, dueWords } = formRow
  const after: Said = { ...shownFields(answer), document: answer.document === null ? '' : documentWords(answer.document) }
  return {
    row,
    assignmentId,
    due,
    stt,
    content,
    dueWords,
    before: last === null ? null : saidOf(last),
    after,
    notes: notes.map(wordFormNote),
  }
}
