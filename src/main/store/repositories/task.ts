import { AppError } from '#shared/app-error.ts'
import type { Party } from '#shared/domain/agency.ts'
import type { AgencyGroupId, AgencyId, AppendixId, FieldId, PlanId, ProvisionId, TaskId, TaskWordingId } from '#shared/domain/identifier.ts'
import type { Task, TaskSource } from '#shared/domain/task.ts'
import { fromJson, toJson } from '../json.ts'
import { inNfc } from '../nfc.ts'
import type { NewRowOf, Readable, RowOf } from '../schema.ts'
import type { Trace } from '../trace.ts'
import { getGivenTask } from './given-task.ts'

type PartyRole = 'lead' | 'coordinating'

function toParty(row: RowOf<'task_party'>): Party {
  const qualifier = row.qualifier === null ? {} : { qualifier: row.qualifier }
  const written = row.written === null ? {} : { written: row.written }
  if (row.agency_id !== null) return { kind: 'agency', agencyId: row.agency_id as AgencyId, ...qualifier }
  if (row.group_id !== null) return { kind: 'group', groupId: row.group_id as AgencyGroupId, ...qualifier, ...written }
  return { kind: 'words', words: row.words ?? '' }
}

function toPartyRow(wordingId: TaskWordingId, role: PartyRole, ordinal: number, party: Party): NewRowOf<'task_party'> {
  return {
    id: `${wordingId}:${role}:${ordinal}`,
    wording_id: wordingId,
    role,
    ordinal,
    kind: party.kind,
    agency_id: party.kind === 'agency' ? party.agencyId : null,
    group_id: party.kind === 'group' ? party.groupId : null,
    words: party.kind === 'words' ? party.words : null,
    qualifier: party.kind === 'words' ? null : (party.qualifier ?? null),
    written: party.kind === 'group' ? (party.written ?? null) : null,
  }
}

function toRow(task: Omit<Task, 'version'>): NewRowOf<'task_wording'> {
  return {
    id: task.id,
    task_id: task.taskId,
    plan_id: task.planId,
    appendix_id: task.appendixId,
    field_id: task.fieldId,
    subgroup: task.subgroup,
    position: task.position,
    content: task.content,
    product: task.product,
    deadline: toJson(task.deadline),
    extra: toJson(task.extra),
  }
}

function partyRowsOf(task: Pick<Task, 'id' | 'leads' | 'coordinating'>): NewRowOf<'task_party'>[] {
  return [
    ...task.leads.map((party, ordinal) => toPartyRow(task.id, 'lead', ordinal, party)),
    ...task.coordinating.map((party, ordinal) => toPartyRow(task.id, 'coordinating', ordinal, party)),
  ]
}

function provisionRowsOf(task: Pick<Task, 'id' | 'provisionIds'>): NewRowOf<'task_provision'>[] {
  return task.provisionIds.map((provisionId, ordinal) => ({
    id: `${task.id}:${provisionId}`,
    wording_id: task.id,
    provision_id: provisionId,
    ordinal,
  }))
}

/** Which tasks to read: one plan's, or those of the ids. */
type Choice = { readonly planId: PlanId } | { readonly ids: readonly TaskWordingId[] }

async function readTasks(db: Readable, choice: Choice): Promise<readonly Task[]> {
  let wordings = db
    .selectFrom('task_wording')
    .innerJoin('task', 'task.id', 'task_wording.task_id')
    .selectAll('task_wording')
    .select('task.source')
  let parties = db.selectFrom('task_party').innerJoin('task_wording', 'task_wording.id', 'task_party.wording_id').selectAll('task_party')
  let provisions = db
    .selectFrom('task_provision')
    .innerJoin('task_wording', 'task_wording.id', 'task_provision.wording_id')
    .selectAll('task_provision')
  if ('planId' in choice) {
    wordings = wordings.where('task_wording.plan_id', '=', choice.planId)
    parties = parties.where('task_wording.plan_id', '=', choice.planId)
    provisions = provisions.where('task_wording.plan_id', '=', choice.planId)
  } else {
    wordings = wordings.where('task_wording.id', 'in', choice.ids)
    parties = parties.where('task_wording.id', 'in', choice.ids)
    provisions = provisions.where('task_wording.id', 'in', choice.ids)
  }
  const partiesOf = Map.groupBy(await parties.orderBy('task_party.ordinal').execute(), (row) => row.wording_id)
  const provisionsOf = Map.groupBy(await provisions.orderBy('task_provision.ordinal').execute(), (row) => row.wording_id)
  const rows = await wordings.orderBy('task_wording.position').orderBy('task_wording.id').execute()
  return rows.map((row) => {
    const own = partiesOf.get(row.id) ?? []
    return {
      id: row.id as TaskWordingId,
      taskId: row.task_id as TaskId,
      planId: row.plan_id as PlanId,
      appendixId: row.appendix_id as AppendixId,
      source: row.source as TaskSource,
      fieldId: row.field_id as FieldId | null,
      subgroup: row.subgroup,
      position: row.position,
      content: row.content,
      product: row.product,
      leads: own.filter((party) => party.role === 'lead').map(toParty),
      coordinating: own.filter((party) => party.role === 'coordinating').map(toParty),
      deadline: fromJson(row.deadline),
      provisionIds: (provisionsOf.get(row.id) ?? []).map((link) => link.provision_id as ProvisionId),
      extra: fromJson(row.extra),
      version: row.version,
    }
  })
}

/** A plan's tasks by order key; `orderTasks` of the domain puts them under their fields. */
export async function listTasks(db: Readable, planId: PlanId): Promise<readonly Task[]> {
  return readTasks(db, { planId })
}

/** The tasks of these rows, in no order that means anything. */
export async function listTasksOfRows(db: Readable, ids: readonly TaskWordingId[]): Promise<readonly Task[]> {
  return ids.length === 0 ? [] : readTasks(db, { ids })
}

/**
 * By what deadline a task is followed now: its newest plan's and that plan's year, or, of a task that another document gave, that document's. Throws
 * `record-not-found`.
 */
export async function readLatestWording(
  db: Readable,
  taskId: TaskId,
): Promise<{ readonly task: Pick<Task, 'taskId' | 'deadline'>; readonly year: number }> {
  const row = await db
    .selectFrom('task_wording')
    .innerJoin('plan', 'plan.id', 'task_wording.plan_id')
    .select(['task_wording.id', 'plan.year'])
    .where('task_wording.task_id', '=', taskId)
    .where('plan.status', '!=', 'superseded')
    .orderBy('plan.year', 'desc')
    .orderBy('plan.id', 'desc')
    .executeTakeFirst()
  if (row === undefined) {
    const { given } = await getGivenTask(db, taskId)
    return { task: given, year: Number(given.document.issuedOn.slice(0, 4)) }
  }
  return { task: await getTask(db, row.id as TaskWordingId), year: row.year }
}

/** Throws `record-not-found`. */
export async function getTask(db: Readable, id: TaskWordingId): Promise<Task> {
  const [task] = await readTasks(db, { ids: [id] })
  if (task === undefined) throw new AppError('record-not-found', { noun: 'task', id })
  return task
}

/**
 * Adds a wording with its parties and sentences. The task's identity is added too, unless it lives already in another plan
 * (an amendment, next year): then only the wording is new.
 */
export async function insertTask(trace: Trace, given: Omit<Task, 'version'>, origin: string | null = null): Promise<Task> {
  const task = inNfc(given)
  const known = await trace.trx.selectFrom('task').select('id').where('id', '=', task.taskId).executeTakeFirst()
  if (known === undefined)
    await trace.insert('task', { id: task.taskId, source: task.source, origin, closed_on: null, closed_note: null, done_rule: null })
  const row = await trace.insert('task_wording', toRow(task))
  for (const party of partyRowsOf(task)) await trace.insert('task_party', party)
  for (const link of provisionRowsOf(task)) await trace.insert('task_provision', link)
  return { ...task, version: row.version }
}

/**
 * Writes a wording as it should be; `version` is the one it was read with. A changed lead, helper or sentence raises the wording's
 * version too, so that two people cannot change one row's leads unseen.
 */
export async function updateTask(trace: Trace, given: Task): Promise<Task> {
  const task = inNfc(given)
  const before = await getTask(trace.trx, task.id)
  let row = await trace.update('task_wording', task.id, toRow(task), task.version)
  const writtenBefore = trace.items.length
  await alignRows(partyRowsOf(before), partyRowsOf(task), {
    remove: (id) => trace.remove('task_party', id),
    insert: (party) => trace.insert('task_party', party),
    update: (party) => trace.update('task_party', party.id, party),
  })
  await alignRows(provisionRowsOf(before), provisionRowsOf(task), {
    remove: (id) => trace.remove('task_provision', id),
    insert: (link) => trace.insert('task_provision', link),
    update: (link) => trace.update('task_provision', link.id, link),
  })
  if (trace.items.length > writtenBefore && row.version === task.version) row = await trace.touch('task_wording', task.id)
  return { ...task, version: row.version }
}

/** Makes the rows of a child table those that are wanted. */
async function alignRows<R extends { readonly id: string }>(
  before: readonly R[],
  wanted: readonly R[],
  write: {
    readonly remove: (id: string) => Promise<void>
    readonly insert: (row: R) => Promise<unknown>
    readonly update: (row: R) => Promise<unknown>
  },
): Promise<void> {
  const wantedIds = new Set(wanted.map((row) => row.id))
  const oldIds = new Set(before.map((row) => row.id))
  for (const row of before) if (!wantedIds.has(row.id)) await write.remove(row.id)
  for (const row of wanted) await (oldIds.has(row.id) ? write.update(row) : write.insert(row))
}

/** Removes a wording with its parties and sentences, and the task itself when no other plan words it and nobody was ever given it. */
export async function removeTask(trace: Trace, task: Pick<Task, 'id' | 'taskId'>, version?: number): Promise<void> {
  const parties = await trace.trx.selectFrom('task_party').select('id').where('wording_id', '=', task.id).orderBy('id').execute()
  const links = await trace.trx.selectFrom('task_provision').select('id').where('wording_id', '=', task.id).orderBy('id').execute()
  for (const { id } of parties) await trace.remove('task_party', id)
  for (const { id } of links) await trace.remove('task_provision', id)
  await trace.remove('task_wording', task.id, version)
  const other = await trace.trx.selectFrom('task_wording').select('id').where('task_id', '=', task.taskId).executeTakeFirst()
  const share = await trace.trx.selectFrom('assignment').select('id').where('task_id', '=', task.taskId).executeTakeFirst()
  if (other === undefined && share === undefined) await trace.remove('task', task.taskId)
}
