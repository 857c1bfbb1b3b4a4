import type { PlanId, ProvisionId } from '#shared/domain/identifier.ts'
import type { Provision } from '#shared/domain/provision.ts'
import { fromJson, toJson } from '../json.ts'
import type { NewRowOf, Readable, RowOf } from '../schema.ts'
import type { Trace } from '../trace.ts'

function toProvision(row: RowOf<'provision'>): Provision {
  return {
    id: row.id as ProvisionId,
    planId: row.plan_id as PlanId,
    area: row.area as Provision['area'],
    kind: row.kind as Provision['kind'],
    content: fromJson(row.content),
    position: row.position,
    version: row.version,
  }
}

function toRow(provision: Omit<Provision, 'version'>): NewRowOf<'provision'> {
  return {
    id: provision.id,
    plan_id: provision.planId,
    area: provision.area,
    kind: provision.kind,
    content: toJson(provision.content),
    position: provision.position,
  }
}

/** A plan's text in its order. */
export async function listProvisions(db: Readable, planId: PlanId): Promise<readonly Provision[]> {
  const rows = await db.selectFrom('provision').selectAll().where('plan_id', '=', planId).orderBy('position').orderBy('id').execute()
  return rows.map(toProvision)
}

export async function insertProvision(trace: Trace, provision: Omit<Provision, 'version'>): Promise<Provision> {
  return toProvision(await trace.insert('provision', toRow(provision)))
}

/** Writes a block; `version` is the one it was read with. */
export async function updateProvision(trace: Trace, provision: Provision): Promise<Provision> {
  return toProvision(await trace.update('provision', provision.id, toRow(provision), provision.version))
}
