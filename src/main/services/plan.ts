import { AppError } from '#shared/app-error.ts'
import type { Actor } from '#shared/domain/actor.ts'
import type { PlanId, ProvisionId } from '#shared/domain/identifier.ts'
import type { Office } from '#shared/domain/office.ts'
import { planStatusMoves, type Plan } from '#shared/domain/plan.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import { usualDecision, usualOutline, usualSubject, type OutlineBlock } from '#shared/document/usual-plan.ts'
import { carryOverText } from '#shared/text/vi/carry-over.ts'
import { getAgency } from '#main/store/repositories/agency.ts'
import { listAppendices } from '#main/store/repositories/appendix.ts'
import { listPlansMadeFrom, removeCarryOver } from '#main/store/repositories/carry-over.ts'
import { listFields } from '#main/store/repositories/field.ts'
import { listDraftRounds } from '#main/store/repositories/frozen.ts'
import { lastWrittenByPlan } from '#main/store/repositories/plan-activity.ts'
import { refuseAway } from '#main/store/hand-over/guard.ts'
import { getPlan, insertPlan, listPlans, readPlanCounts, updatePlan } from '#main/store/repositories/plan.ts'
import { insertProvision, listProvisions } from '#main/store/repositories/provision.ts'
import { listTasks, removeTask } from '#main/store/repositories/task.ts'
import { dropUnsavedText, findUnsavedText, keepUnsavedText } from '#main/store/repositories/unsaved-text.ts'
import type { Readable } from '#main/store/schema.ts'
import type { Trace } from '#main/store/trace.ts'
import { ensureAppendix } from './appendix.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'
import { requireOffice } from './office.ts'
import { positionsBetween } from './order.ts'
import { editablePlan } from './plan-guard.ts'
import { formOfTemplate, writeTemplate } from './plan-template.ts'
import { removeServedGoals } from './served-goal.ts'

/** All plans with their counts, the newest year first. */
export async function summarisePlans({ db }: ServiceContext): Promise<Output<'plan.list'>> {
  const [plans, counts, written] = [await listPlans(db), await readPlanCounts(db), await lastWrittenByPlan(db)]
  return plans.map((plan) => ({
    plan,
    provisionCount: counts.get(plan.id)?.provisionCount ?? 0,
    taskCount: counts.get(plan.id)?.taskCount ?? 0,
    updatedAt: written.get(plan.id) ?? null,
  }))
}

/** Everything the plan screen needs. Throws `record-not-found`. */
export async function describePlan({ db }: ServiceContext, { planId }: Input<'plan.get'>): Promise<Output<'plan.get'>> {
  return {
    plan: await getPlan(db, planId),
    provisions: await listProvisions(db, planId),
    appendices: await listAppendices(db, planId),
    unsaved: await findUnsavedText(db, planId),
  }
}

/** A plan by its id, or by a year that has only one. */
export type PlanChoice = { readonly planId: string; readonly year: number | null } | { readonly planId: null; readonly year: number }

/**
 * The one plan that a script means: by its id, else the only one of a year.
 * Throws `record-not-found`, `plan-not-found-for-year`, `year-fits-several-plans` (naming them).
 */
export async function findPlan(db: Readable, wanted: PlanChoice): Promise<Plan> {
  if (wanted.planId !== null) return getPlan(db, wanted.planId as PlanId)
  const ofYear = (await listPlans(db)).filter((plan) => plan.year === wanted.year)
  const [plan] = ofYear
  if (plan === undefined) throw new AppError('plan-not-found-for-year', { year: wanted.year })
  if (ofYear.length > 1) {
    throw new AppError('year-fits-several-plans', { year: wanted.year, plans: ofYear.map(({ id, subject }) => `${id} (${subject})`) })
  }
  return plan
}

/**
 * Makes a plan with the office's letterhead, signer and recipients, and the usual three parts when asked; of a template, with what that says instead.
 * Throws `workspace-not-set-up`, `record-not-found`.
 */
export async function createPlan(context: ServiceContext, actor: Actor, input: Input<'plan.create'>): Promise<Plan> {
  return runCommand(context, actor, { command: 'plan.create', undoable: true }, async (trace) => {
    const office = await requireOffice(trace.trx)
    const [usual] = office.signatures
    const templateId = typeof input.outline === 'object' ? input.outline.templateId : null
    const form = templateId === null ? null : await formOfTemplate(trace.trx, templateId, input.year, office)
    const plan = await insertPlan(trace, {
      id: context.newId<PlanId>(),
      year: input.year,
      subject: (input.subject ?? usualSubject(office.provinceName, input.year)).normalize('NFC'),
      legalForm: 'plan',
      status: 'drafting',
      letterhead: office.letterhead,
      symbol: office.planSymbol,
      number: null,
      issuedOn: null,
      recipients: office.recipients,
      signature: usual ?? { authority: [], title: '', name: '' },
      sizeSet: office.sizeSet,
      agenciesAsOf: firstDayOf(input.year),
      replacesPlanId: null,
      documentRecordId: null,
      ...form,
      ...(input.subject !== null && { subject: input.subject.normalize('NFC') }),
    })
    if (templateId !== null) await writeTemplate(context, trace, templateId, plan, office)
    if (input.outline === 'usual') {
      const fields = (await listFields(trace.trx)).filter((field) => field.inPlan).map((field) => field.name)
      const blocks = usualOutline(office.issuerInSentence, input.year, fields, await standingAgencyName(trace.trx, office))
      await insertBlocks(context, trace, plan.id, blocks, null, null)
      // The outline says that an appendix goes with the plan.
      await ensureAppendix(context, trace, plan.id, plan.year)
    }
    return plan
  })
}

/** Edits the forms of a plan. A plan that becomes a decision gets that form's usual articles, once. */
export async function changePlan(context: ServiceContext, actor: Actor, { planId, version, patch }: Input<'plan.update'>): Promise<Plan> {
  return runCommand(context, actor, { command: 'plan.update', undoable: true }, async (trace) => {
    const before = await editablePlan(trace.trx, planId)
    const after: Plan = { ...before, ...withoutAbsent(patch), version }
    // The day of the agencies follows the year for as long as nobody has set it otherwise.
    const followsYear = before.agenciesAsOf === firstDayOf(before.year) && patch.agenciesAsOf === undefined
    const dated = followsYear ? { ...after, agenciesAsOf: firstDayOf(after.year) } : after
    if (dated.legalForm === before.legalForm) return updatePlan(trace, dated)
    const office = await requireOffice(trace.trx)
    const symbols = { plan: office.planSymbol, decision: office.decisionSymbol }
    const followsForm = before.symbol === symbols[before.legalForm] && patch.symbol === undefined
    const plan = await updatePlan(trace, followsForm ? { ...dated, symbol: symbols[dated.legalForm] } : dated)
    const provisions = await listProvisions(trace.trx, planId)
    if (plan.legalForm === 'decision' && !provisions.some((provision) => provision.area === 'decision')) {
      const blocks = usualDecision(plan.subject, await standingAgencyName(trace.trx, office))
      await insertBlocks(context, trace, planId, blocks, null, provisions[0]?.position ?? null)
    }
    return plan
  })
}

function withoutAbsent(patch: Input<'plan.update'>['patch']): Partial<Plan> {
  const subject = patch.subject?.normalize('NFC')
  return Object.fromEntries(Object.entries({ ...patch, subject }).filter(([, value]) => value !== undefined))
}

/**
 * Removes a draft with its text, tasks, appendices and rounds. Throws `plan-not-editable` once the plan has left the office's hands,
 * `record-in-use` when another plan was made from it.
 */
export async function removePlan(
  context: ServiceContext,
  actor: Actor,
  { planId, version }: Input<'plan.remove'>,
): Promise<Record<never, never>> {
  return runCommand(context, actor, { command: 'plan.remove', undoable: true }, async (trace) => {
    const { subject } = await editablePlan(trace.trx, planId)
    await refuseSource(trace.trx, planId, subject)
    await removeCarryOver(trace, planId)
    for (const task of await listTasks(trace.trx, planId)) await removeTask(trace, task)
    for (const appendix of await listAppendices(trace.trx, planId)) await trace.remove('appendix', appendix.id)
    for (const provision of await listProvisions(trace.trx, planId)) await trace.remove('provision', provision.id)
    for (const round of await listDraftRounds(trace.trx, planId)) await trace.remove('draft_round', round.id)
    await removeServedGoals(trace, planId)
    await dropUnsavedText(trace.trx, planId)
    await trace.remove('plan', planId, version)
    return {}
  })
}

/** A plan that another was made from stays: what is left of it, and what became of its tasks, is told by it. */
async function refuseSource(db: Readable, planId: PlanId, subject: string): Promise<void> {
  const [made] = await listPlansMadeFrom(db, planId)
  if (made === undefined) return
  throw new AppError('record-in-use', { noun: 'plan', name: subject, usedBy: carryOverText.planOf((await getPlan(db, made)).year) })
}

/** Keeps what is being typed; no command, no log. Throws `plan-not-editable`, `handed-over`, `sent-back`. */
export async function keepUnsaved(
  context: ServiceContext,
  { planId, provisions }: Input<'plan.keep-unsaved'>,
): Promise<Output<'plan.keep-unsaved'>> {
  await editablePlan(context.db, planId)
  await refuseAway(context.db, planId)
  const savedAt = context.now().toISOString()
  await keepUnsavedText(context.db, planId, { savedAt, provisions })
  return { savedAt }
}

/** Drops what was typed and not saved. */
export async function dropUnsaved({ db }: ServiceContext, { planId }: Input<'plan.drop-unsaved'>): Promise<Record<never, never>> {
  await dropUnsavedText(db, planId)
  return {}
}

/** Moves a plan along its way; the reason is kept in the log. Issuing has its own command. Throws `plan-move-not-allowed`. */
export async function movePlan(
  context: ServiceContext,
  actor: Actor,
  { planId, version, status, reason }: Input<'plan.set-status'>,
): Promise<Plan> {
  const kind = { command: 'plan.set-status', undoable: true, ...(reason.trim() !== '' && { note: reason.trim().normalize('NFC') }) }
  return runCommand(context, actor, kind, async (trace) => {
    const plan = await getPlan(trace.trx, planId)
    if (status === 'issued' || !planStatusMoves[plan.status].includes(status)) {
      throw new AppError('plan-move-not-allowed', { from: plan.status, to: status })
    }
    return updatePlan(trace, { ...plan, status, version })
  })
}

/** 1 January of a plan's year: the day its groups expand until it is issued. */
function firstDayOf(year: number): string {
  return `${year}-01-01`
}

async function standingAgencyName(db: Readable, office: Office): Promise<string | null> {
  return office.standingAgencyId === null ? null : (await getAgency(db, office.standingAgencyId)).name
}

async function insertBlocks(
  context: ServiceContext,
  trace: Trace,
  planId: PlanId,
  blocks: readonly OutlineBlock[],
  before: string | null,
  after: string | null,
): Promise<void> {
  const positions = positionsBetween(before, after, blocks.length)
  for (const [index, { area, kind, text }] of blocks.entries()) {
    await insertProvision(trace, {
      id: context.newId<ProvisionId>(),
      planId,
      area,
      kind,
      content: text === '' ? [] : [{ kind: 'text', text }],
      position: positions[index] ?? '',
    })
  }
}
