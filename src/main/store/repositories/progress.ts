import { sql } from 'kysely'
import { AppError } from '#shared/app-error.ts'
import type { AgencyGroupId, AgencyId, AssignmentId, Day, EvidenceId, ExtensionId, ProgressId, TaskId } from '#shared/domain/identifier.ts'
import type { Assignment, Evidence, Extension, Progress, ProgressFacts } from '#shared/domain/progress.ts'
import type { DoneRule } from '#shared/domain/task-state.ts'
import { fromJson, toJson } from '../json.ts'
import type { NewRowOf, Readable, RowOf } from '../schema.ts'
import type { Trace } from '../trace.ts'

function toAssignment(row: RowOf<'assignment'>): Assignment {
  return {
    id: row.id as AssignmentId,
    taskId: row.task_id as TaskId,
    role: row.role as Assignment['role'],
    agencyId: row.agency_id as AgencyId,
    throughGroupId: row.through_group_id as AgencyGroupId | null,
    asOf: row.as_of,
    ordinal: row.ordinal,
    waiting: row.waiting === 1,
    endedOn: row.ended_on,
    endedBecause: row.ended_because as Assignment['endedBecause'],
    successorId: row.successor_id as AssignmentId | null,
    version: row.version,
  }
}

function assignmentRow(assignment: Omit<Assignment, 'version'>): NewRowOf<'assignment'> {
  return {
    id: assignment.id,
    task_id: assignment.taskId,
    role: assignment.role,
    agency_id: assignment.agencyId,
    through_group_id: assignment.throughGroupId,
    as_of: assignment.asOf,
    ordinal: assignment.ordinal,
    waiting: assignment.waiting ? 1 : 0,
    ended_on: assignment.endedOn,
    ended_because: assignment.endedBecause,
    successor_id: assignment.successorId,
  }
}

function toProgress(row: RowOf<'progress'>): Progress {
  return {
    id: row.id as ProgressId,
    assignmentId: row.assignment_id as AssignmentId,
    due: row.due,
    happenedOn: row.happened_on,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    state: row.state as Progress['state'],
    percent: row.percent,
    result: row.result,
    product: row.product,
    difficulty: row.difficulty,
    proposal: row.proposal,
    explanation: row.explanation,
    evidenceIds: fromJson(row.evidence_ids),
    channel: row.channel as Progress['channel'],
    basis: row.basis === null ? null : fromJson(row.basis),
    verifiedAt: row.verified_at,
    verifiedBy: row.verified_by,
    correctsId: row.corrects_id as ProgressId | null,
    version: row.version,
  }
}

function progressRow(progress: Omit<Progress, 'version'>): NewRowOf<'progress'> {
  return {
    id: progress.id,
    assignment_id: progress.assignmentId,
    due: progress.due,
    happened_on: progress.happenedOn,
    recorded_at: progress.recordedAt,
    recorded_by: progress.recordedBy,
    state: progress.state,
    percent: progress.percent,
    result: progress.result,
    product: progress.product,
    difficulty: progress.difficulty,
    proposal: progress.proposal,
    explanation: progress.explanation,
    evidence_ids: toJson(progress.evidenceIds),
    channel: progress.channel,
    basis: progress.basis === null ? null : toJson(progress.basis),
    verified_at: progress.verifiedAt,
    verified_by: progress.verifiedBy,
    corrects_id: progress.correctsId,
  }
}

function toExtension(row: RowOf<'extension'>): Extension {
  return {
    id: row.id as ExtensionId,
    taskId: row.task_id as TaskId,
    assignmentId: row.assignment_id as AssignmentId | null,
    due: row.due,
    oldDue: row.old_due,
    newDue: row.new_due,
    decidedOn: row.decided_on,
    reason: row.reason,
    basis: fromJson(row.basis),
    file: row.file === null ? null : fromJson(row.file),
    version: row.version,
  }
}

function toEvidence(row: RowOf<'evidence'>): Evidence {
  return {
    id: row.id as EvidenceId,
    symbol: row.symbol,
    issuedOn: row.issued_on,
    issuer: row.issuer,
    title: row.title,
    file: row.file === null ? null : fromJson(row.file),
    version: row.version,
  }
}

/** Shares in these tasks, ended ones too, leads first, in the order of the paper. */
export async function listAssignments(db: Readable, taskIds: readonly TaskId[]): Promise<readonly Assignment[]> {
  if (taskIds.length === 0) return []
  const rows = await db
    .selectFrom('assignment')
    .selectAll()
    .where('task_id', 'in', taskIds)
    .orderBy('role', 'desc')
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  return rows.map(toAssignment)
}

/** Throws `record-not-found`. */
export async function getAssignment(db: Readable, id: AssignmentId): Promise<Assignment> {
  const row = await db.selectFrom('assignment').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new AppError('record-not-found', { noun: 'assignment', id })
  return toAssignment(row)
}

export async function insertAssignment(trace: Trace, assignment: Omit<Assignment, 'version'>): Promise<Assignment> {
  return toAssignment(await trace.insert('assignment', assignmentRow(assignment)))
}

/** Writes a share as it should be; `version` is the one it was read with. */
export async function updateAssignment(trace: Trace, assignment: Assignment): Promise<Assignment> {
  return toAssignment(await trace.update('assignment', assignment.id, assignmentRow(assignment), assignment.version))
}

/** What was reported of these tasks, the first first. */
export async function listProgress(db: Readable, taskIds: readonly TaskId[]): Promise<readonly Progress[]> {
  if (taskIds.length === 0) return []
  const rows = await db
    .selectFrom('progress')
    .innerJoin('assignment', 'assignment.id', 'progress.assignment_id')
    .selectAll('progress')
    .where('assignment.task_id', 'in', taskIds)
    .orderBy('progress.happened_on')
    .orderBy('progress.recorded_at')
    .orderBy('progress.id')
    .execute()
  return rows.map(toProgress)
}

/** What was reported of these shares, was neither corrected nor verified; the first first. */
export async function listUnverified(db: Readable, assignmentIds: readonly AssignmentId[]): Promise<readonly Progress[]> {
  if (assignmentIds.length === 0) return []
  const rows = await db
    .selectFrom('progress')
    .leftJoin('progress as correction', 'correction.corrects_id', 'progress.id')
    .selectAll('progress')
    .where('progress.assignment_id', 'in', assignmentIds)
    .where('progress.verified_at', 'is', null)
    .where('correction.id', 'is', null)
    .orderBy('progress.happened_on')
    .orderBy('progress.recorded_at')
    .orderBy('progress.id')
    .execute()
  return rows.map(toProgress)
}

/**
 * The same without its words: what the lights of a year are judged by. Of 5,000 answers the words are two thirds of the time to read them.
 */
export async function listProgressFacts(db: Readable, taskIds: readonly TaskId[]): Promise<readonly ProgressFacts[]> {
  if (taskIds.length === 0) return []
  const rows = await db
    .selectFrom('progress')
    .innerJoin('assignment', 'assignment.id', 'progress.assignment_id')
    .select(['progress.id', 'assignment_id', 'due', 'happened_on', 'state', 'percent', 'corrects_id'])
    .where('assignment.task_id', 'in', taskIds)
    .orderBy('progress.happened_on')
    .orderBy('progress.recorded_at')
    .orderBy('progress.id')
    .execute()
  return rows.map((row) => ({
    id: row.id as ProgressId,
    assignmentId: row.assignment_id as AssignmentId,
    due: row.due,
    happenedOn: row.happened_on,
    state: row.state as Progress['state'],
    percent: row.percent,
    correctsId: row.corrects_id as ProgressId | null,
  }))
}

/**
 * The last word of each share under each due in each year, up to a day, those that were corrected left out; in the order they happened. What a light is
 * judged by hangs on no earlier word.
 */
export async function listLastWords(db: Readable, taskIds: readonly TaskId[], until: Day): Promise<readonly ProgressFacts[]> {
  if (taskIds.length === 0) return []
  // The parts have a fixed length or no blank, so that the greatest text is the latest word, with all that is asked of it.
  const word = sql<string>`max(happened_on || ' ' || recorded_at || ' ' || progress.id || ' ' || state || ' ' || coalesce(cast(percent as text), ''))`
  const rows = await db
    .selectFrom('progress')
    .innerJoin('assignment', 'assignment.id', 'progress.assignment_id')
    .select(['assignment_id', 'due', word.as('word')])
    .where('assignment.task_id', 'in', taskIds)
    .where('happened_on', '<=', until)
    .where(sql<boolean>`progress.id not in (select corrects_id from progress as later where corrects_id is not null)`)
    .groupBy(['assignment_id', 'due', sql`substr(happened_on, 1, 4)`])
    .execute()
  return rows
    .toSorted((one, other) => (one.word < other.word ? -1 : 1))
    .map((row) => {
      const [happenedOn = '', , id = '', state = '', percent = ''] = row.word.split(' ')
      return {
        id: id as ProgressId,
        assignmentId: row.assignment_id as AssignmentId,
        due: row.due,
        happenedOn,
        state: state as Progress['state'],
        percent: percent === '' ? null : Number(percent),
        correctsId: null,
      }
    })
}

/** Throws `record-not-found`. */
export async function getProgress(db: Readable, id: ProgressId): Promise<Progress> {
  const row = await db.selectFrom('progress').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new AppError('record-not-found', { noun: 'progress', id })
  return toProgress(row)
}

export async function insertProgress(trace: Trace, progress: Omit<Progress, 'version'>): Promise<Progress> {
  return toProgress(await trace.insert('progress', progressRow(progress)))
}

/** Locks an entry: the secretariat looked at it. `version` is the one it was read with. */
export async function verifyProgress(trace: Trace, progress: Progress, at: string, by: string): Promise<Progress> {
  return toProgress(await trace.update('progress', progress.id, { verified_at: at, verified_by: by }, progress.version))
}

/** Days of these tasks that were moved, the first decision first. */
export async function listExtensions(db: Readable, taskIds: readonly TaskId[]): Promise<readonly Extension[]> {
  if (taskIds.length === 0) return []
  const rows = await db.selectFrom('extension').selectAll().where('task_id', 'in', taskIds).orderBy('decided_on').orderBy('id').execute()
  return rows.map(toExtension)
}

/** Throws `record-not-found`. */
export async function getExtension(db: Readable, id: ExtensionId): Promise<Extension> {
  const row = await db.selectFrom('extension').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new AppError('record-not-found', { noun: 'extension', id })
  return toExtension(row)
}

export async function insertExtension(trace: Trace, extension: Omit<Extension, 'version'>): Promise<Extension> {
  const { id, taskId, assignmentId, due, oldDue, newDue, decidedOn, reason, basis, file } = extension
  return toExtension(
    await trace.insert('extension', {
      id,
      task_id: taskId,
      assignment_id: assignmentId,
      due,
      old_due: oldDue,
      new_due: newDue,
      decided_on: decidedOn,
      reason,
      basis: toJson(basis),
      file: file === null ? null : toJson(file),
    }),
  )
}

/** Evidence by its ids, in no order that means anything. */
export async function listEvidence(db: Readable, ids: readonly EvidenceId[]): Promise<readonly Evidence[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('evidence').selectAll().where('id', 'in', ids).orderBy('id').execute()
  return rows.map(toEvidence)
}

export async function insertEvidence(trace: Trace, evidence: Omit<Evidence, 'version'>): Promise<Evidence> {
  const { id, symbol, issuedOn, issuer, title, file } = evidence
  return toEvidence(
    await trace.insert('evidence', { id, symbol, issued_on: issuedOn, issuer, title, file: file === null ? null : toJson(file) }),
  )
}

/** When each of these tasks is done; a task that says nothing wants all its leads. */
export async function readDoneRules(db: Readable, taskIds: readonly TaskId[]): Promise<ReadonlyMap<TaskId, DoneRule>> {
  if (taskIds.length === 0) return new Map()
  const rows = await db.selectFrom('task').select(['id', 'done_rule']).where('id', 'in', taskIds).execute()
  return new Map(rows.map(({ id, done_rule }) => [id as TaskId, done_rule === null ? { kind: 'all' } : fromJson<DoneRule>(done_rule)]))
}
