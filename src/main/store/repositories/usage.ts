import type { AgencyGroupId, AgencyId, FieldId } from '#shared/domain/identifier.ts'
import type { Readable } from '../schema.ts'

/** Where an agency is in use, in counts; the office counts as one. */
export interface AgencyUsage {
  readonly tasks: number
  readonly sentences: number
  readonly members: number
  readonly parts: number
  readonly predecessors: number
  readonly groups: readonly string[]
  readonly fields: readonly string[]
  readonly office: number
}

export async function countAgencyUsage(db: Readable, id: AgencyId): Promise<AgencyUsage> {
  // Ids stand in JSON as they are, and no other text looks like one.
  const inside = `%${id}%`
  const agencies = await db
    .selectFrom('agency')
    .select(['parent_id', 'successor_ids'])
    .where((eb) => eb.or([eb('parent_id', '=', id), eb('successor_ids', 'like', inside)]))
    .execute()
  const groups = await db
    .selectFrom('agency_group')
    .select('name')
    .where((eb) => eb.or([eb('member_ids', 'like', inside), eb('excluded_ids', 'like', inside)]))
    .orderBy('position')
    .execute()
  const members = await db
    .selectFrom('member')
    .select('id')
    .where((eb) => eb.or([eb('agency_id', '=', id), eb('followed_agency_ids', 'like', inside)]))
    .execute()
  const fields = await db.selectFrom('field').select('name').where('usual_lead_ids', 'like', inside).orderBy('position').execute()
  const tasks = await db.selectFrom('task_party').select('wording_id').distinct().where('agency_id', '=', id).execute()
  const given = await db
    .selectFrom('given_task')
    .select('id')
    .where((eb) => eb.or([eb('leads', 'like', inside), eb('coordinating', 'like', inside)]))
    .execute()
  const sentences = await db.selectFrom('provision').select('id').where('content', 'like', inside).execute()
  const offices = await db.selectFrom('office').select('id').where('standing_agency_id', '=', id).execute()
  return {
    tasks: tasks.length + given.length,
    sentences: sentences.length,
    members: members.length,
    parts: agencies.filter((agency) => agency.parent_id === id).length,
    predecessors: agencies.filter((agency) => agency.successor_ids.includes(id)).length,
    groups: groups.map(({ name }) => name),
    fields: fields.map(({ name }) => name),
    office: offices.length,
  }
}

export async function countGroupUsage(db: Readable, id: AgencyGroupId): Promise<{ readonly tasks: number; readonly sentences: number }> {
  const tasks = await db.selectFrom('task_party').select('wording_id').distinct().where('group_id', '=', id).execute()
  const inside = `%${id}%`
  const given = await db
    .selectFrom('given_task')
    .select('id')
    .where((eb) => eb.or([eb('leads', 'like', inside), eb('coordinating', 'like', inside)]))
    .execute()
  const sentences = await db.selectFrom('provision').select('id').where('content', 'like', inside).execute()
  return { tasks: tasks.length + given.length, sentences: sentences.length }
}

export async function countFieldUsage(
  db: Readable,
  id: FieldId,
): Promise<{ readonly tasks: number; readonly members: number; readonly goals: number }> {
  const tasks = await db.selectFrom('task_wording').select('id').where('field_id', '=', id).execute()
  const given = await db.selectFrom('given_task').select('id').where('field_id', '=', id).execute()
  const members = await db.selectFrom('member').select('id').where('field_ids', 'like', `%${id}%`).execute()
  const goals = await db.selectFrom('programme_goal').select('id').where('field_id', '=', id).execute()
  return { tasks: tasks.length + given.length, members: members.length, goals: goals.length }
}
