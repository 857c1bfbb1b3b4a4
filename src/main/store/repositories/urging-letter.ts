import { AppError } from '#shared/app-error.ts'
import type { OfficialDocument } from '#shared/document/blocks.ts'
import type { AgencyId, AssignmentId, DocumentRecordId, TaskId, UrgingLetterId } from '#shared/domain/identifier.ts'
import type { UrgingLetter, UrgingStatus } from '#shared/domain/urging-letter.ts'
import { fromJson, toJson } from '../json.ts'
import type { NewRowOf, Readable, RowOf } from '../schema.ts'
import type { Trace } from '../trace.ts'

/** One thing owed that a letter named, with how the letter stands. */
export interface NamedInLetter {
  readonly letterId: UrgingLetterId
  readonly status: UrgingStatus
  readonly number: string | null
  readonly sentOn: string | null
  readonly madeAt: string
  readonly taskId: TaskId
  readonly assignmentId: AssignmentId
  readonly agencyId: AgencyId
  readonly due: string
  readonly times: number
}

function toLetter(row: RowOf<'urging_letter'>): UrgingLetter {
  return {
    id: row.id as UrgingLetterId,
    status: row.status as UrgingStatus,
    paper: fromJson(row.paper),
    number: row.number,
    sentOn: row.sent_on,
    documentRecordId: row.document_record_id as DocumentRecordId | null,
    madeAt: row.made_at,
    madeBy: row.made_by,
    withdrawnBecause: row.withdrawn_because,
    version: row.version,
  }
}

function toRow(letter: Omit<UrgingLetter, 'version'>): Omit<NewRowOf<'urging_letter'>, 'document_hash'> {
  return {
    id: letter.id,
    year: letter.paper.year,
    status: letter.status,
    paper: toJson(letter.paper),
    number: letter.number,
    sent_on: letter.sentOn,
    document_record_id: letter.documentRecordId,
    made_at: letter.madeAt,
    made_by: letter.madeBy,
    withdrawn_because: letter.withdrawnBecause,
  }
}

/** A year's letters, the newest first. */
export async function listUrgingLetters(db: Readable, year: number): Promise<readonly UrgingLetter[]> {
  const rows = await db
    .selectFrom('urging_letter')
    .selectAll()
    .where('year', '=', year)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(toLetter)
}

/** Throws `record-not-found`. */
export async function getUrgingLetter(db: Readable, id: UrgingLetterId): Promise<UrgingLetter> {
  return toLetter(await rowOf(db, id))
}

async function rowOf(db: Readable, id: UrgingLetterId): Promise<RowOf<'urging_letter'>> {
  const row = await db.selectFrom('urging_letter').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new AppError('record-not-found', { noun: 'urging-letter', id })
  return row
}

/** The blocks of a letter as they were when it was sent, or null before that. Throws `record-not-found`. */
export async function readSentLetter(db: Readable, id: UrgingLetterId): Promise<OfficialDocument | null> {
  const { document_hash: hash } = await rowOf(db, id)
  if (hash === null) return null
  const frozen = await db.selectFrom('frozen_text').select('text').where('hash', '=', hash).executeTakeFirst()
  if (frozen === undefined) throw new Error(`frozen text ${hash} is missing`)
  return fromJson(frozen.text)
}

/** Adds a letter with a row for each thing that it names. */
export async function insertUrgingLetter(trace: Trace, letter: Omit<UrgingLetter, 'version'>, newId: () => string): Promise<UrgingLetter> {
  const made = toLetter(await trace.insert('urging_letter', { ...toRow(letter), document_hash: null }))
  for (const [ordinal, line] of letter.paper.lines.entries()) {
    await trace.insert('urging_line', {
      id: newId(),
      letter_id: letter.id,
      ordinal,
      task_id: line.taskId,
      assignment_id: line.assignmentId,
      due: line.due,
      agency_id: line.agencyId,
      times: line.times,
    })
  }
  return made
}

/** Writes a letter; `version` is the one it was read with. `document` freezes what it says, once and for ever. */
export async function updateUrgingLetter(trace: Trace, letter: UrgingLetter, document: OfficialDocument | null): Promise<UrgingLetter> {
  const hash = document === null ? {} : { document_hash: await trace.freeze(toJson(document)) }
  return toLetter(await trace.update('urging_letter', letter.id, { ...toRow(letter), ...hash }, letter.version))
}

/** Takes a letter away with what it names. Throws `record-not-found`, `record-changed-meanwhile`. */
export async function removeUrgingLetter(trace: Trace, id: UrgingLetterId, version: number): Promise<void> {
  const lines = await trace.trx.selectFrom('urging_line').select('id').where('letter_id', '=', id).orderBy('ordinal').execute()
  for (const line of lines) await trace.remove('urging_line', line.id)
  await trace.remove('urging_letter', id, version)
}

/** Everything that letters named of some tasks, the first letter first. */
export async function listNamedInLetters(db: Readable, taskIds: readonly TaskId[]): Promise<readonly NamedInLetter[]> {
  if (taskIds.length === 0) return []
  const rows = await db
    .selectFrom('urging_line')
    .innerJoin('urging_letter', 'urging_letter.id', 'urging_line.letter_id')
    .select([
      'urging_letter.id as letter_id',
      'urging_letter.status',
      'urging_letter.number',
      'urging_letter.sent_on',
      'urging_letter.made_at',
      'urging_line.task_id',
      'urging_line.assignment_id',
      'urging_line.agency_id',
      'urging_line.due',
      'urging_line.times',
    ])
    .where('urging_line.task_id', 'in', taskIds)
    .orderBy('urging_letter.made_at')
    .orderBy('urging_letter.id')
    .orderBy('urging_line.ordinal')
    .execute()
  return rows.map((row) => ({
    letterId: row.letter_id as UrgingLetterId,
    status: row.status as UrgingStatus,
    number: row.number,
    sentOn: row.sent_on,
    madeAt: row.made_at,
    taskId: row.task_id as TaskId,
    assignmentId: row.assignment_id as AssignmentId,
    agencyId: row.agency_id as AgencyId,
    due: row.due,
    times: row.times,
  }))
}
