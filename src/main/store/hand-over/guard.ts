import type { Kysely } from 'kysely'
import { AppError } from '#shared/app-error.ts'
import { isAway, type HandOver } from '#shared/domain/hand-over.ts'
import type { PlanId } from '#shared/domain/identifier.ts'
import { listAway } from '../repositories/hand-over.ts'
import type { DomainTable, Readable } from '../schema.ts'
import type { RowGuard } from '../trace.ts'
import { standings } from './standing.ts'

/** The sentence of a copy that may not be written: who has the living one, since when. */
export function awayError({ state, title, otherName, at, returnedAt }: HandOver): AppError {
  return state === 'sent-back'
    ? new AppError('sent-back', { title, to: otherName, on: (returnedAt ?? at).slice(0, 10) })
    : new AppError('handed-over', { title, to: otherName, on: at.slice(0, 10) })
}

/** Throws `handed-over` or `sent-back` where the plan (null: anything at all) may not be written now, for it is with another person. */
export async function refuseAway(db: Readable, planId: PlanId | null): Promise<void> {
  const away = (await listAway(db)).find((one) => one.scope === 'workspace' || (planId !== null && one.planIds.includes(planId)))
  if (away !== undefined) throw awayError(away)
}

/**
 * What stands before every row while something is handed over; null while nothing is, which is nearly always. People of the machine
 * and the hand-overs themselves may be written: without them nobody could take anything back.
 */
export async function guardOf(trx: Readable): Promise<RowGuard | null> {
  const away = (await listAway(trx)).filter(isAway)
  if (away.length === 0) return null
  const whole = away.find((one) => one.scope === 'workspace')
  return async (table, before, after) => {
    if (table === 'profile' || table === 'hand_over') return
    if (whole !== undefined) throw awayError(whole)
    for (const row of [before, after]) {
      if (row === null) continue
      const plans = await plansOf(trx, table, row)
      const locked = away.find((one) => one.planIds.some((id) => plans.includes(id)))
      if (locked !== undefined) throw awayError(locked)
    }
  }
}

/** The plans a row belongs to; none for what belongs to no plan. */
async function plansOf(trx: Readable, table: DomainTable, image: object): Promise<readonly string[]> {
  const standing = standings[table]
  const row = image as Readonly<Record<string, unknown>>
  if (standing.kind === 'plan') return [String(row['id'])]
  if (standing.kind === 'worded') {
    const worded = await trx.selectFrom('task_wording').select('plan_id').where('task_id', '=', String(row['id'])).execute()
    return worded.map(({ plan_id }) => plan_id)
  }
  if (standing.kind !== 'column') return []
  const owner = row[standing.column]
  if (typeof owner !== 'string') return []
  if (standing.of === 'plan') return [owner]
  const tables = trx as unknown as Pick<Kysely<Record<string, { readonly id: string }>>, 'selectFrom'>
  const above = await tables.selectFrom(standing.of).selectAll().where('id', '=', owner).executeTakeFirst()
  return above === undefined ? [] : plansOf(trx, standing.of, above)
}
