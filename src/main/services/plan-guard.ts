import { AppError } from '#shared/app-error.ts'
import type { PlanId } from '#shared/domain/identifier.ts'
import { isEditable, type Plan } from '#shared/domain/plan.ts'
import { getPlan } from '#main/store/repositories/plan.ts'
import type { Readable } from '#main/store/schema.ts'

/**
 * The plan, if its words may still be written. Every write to a plan's text, tasks, appendices or form asks here, inside its
 * transaction: from the signature on, what is on paper must stay what is on file.
 * Throws `record-not-found`, `plan-not-editable`.
 */
export async function editablePlan(db: Readable, id: PlanId): Promise<Plan> {
  const plan = await getPlan(db, id)
  if (!isEditable(plan.status)) throw new AppError('plan-not-editable', { status: plan.status })
  return plan
}
