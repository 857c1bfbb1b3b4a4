import { AppError } from '#shared/app-error.ts'
import type { Actor } from '#shared/domain/actor.ts'
import { createNameFinder, markText } from '#shared/domain/name-marks.ts'
import type { ProvisionId } from '#shared/domain/identifier.ts'
import type { Plan } from '#shared/domain/plan.ts'
import type { Provision, ProvisionContent } from '#shared/domain/provision.ts'
import { mergeText, sameText } from '#shared/domain/text-merge.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import { readAgencyRegistry } from '#main/store/repositories/agency.ts'
import { findLostLinks } from '#main/store/repositories/lost-links.ts'
import { insertProvision, listProvisions, updateProvision } from '#main/store/repositories/provision.ts'
import { listTasks, updateTask } from '#main/store/repositories/task.ts'
import { dropUnsavedText } from '#main/store/repositories/unsaved-text.ts'
import type { Readable } from '#main/store/schema.ts'
import type { Trace } from '#main/store/trace.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'
import { editablePlan } from './plan-guard.ts'
import { followHeirs } from './served-goal.ts'
import { heirsOf, planTextChanges, storedOrNormalised } from './plan-text-changes.ts'

/**
 * Writes a plan's whole text, given in order: only what differs, as one command, one item a block. Agencies and documents named in
 * blocks that changed are marked, so that a name corrected later follows into them. Tasks of a sentence that goes move to the sentence its words
 * were joined into, else lose that link. What was kept against a crash is dropped. What was changed since the window last heard of the text (`base`) stays,
 * but for blocks that were changed in the window too.
 * Throws `plan-not-editable`, `bad-input` (an id that stands twice, or belongs to another plan).
 */
export async function savePlanText(
  context: ServiceContext,
  actor: Actor,
  input: Input<'plan.save-text'>,
): Promise<Output<'plan.save-text'>> {
  return runCommand(context, actor, { command: 'plan.save-text', undoable: true }, async (trace) => {
    const plan = await editablePlan(trace.trx, input.planId)
    const stored = await listProvisions(trace.trx, plan.id)
    const wanted = await withMarks(trace.trx, plan, stored, mergedWithStored(input, stored))
    await writePlanText(trace, plan, stored, wanted, input.joins ?? [])
    await dropUnsavedText(trace.trx, plan.id)
    return { provisions: await listProvisions(trace.trx, plan.id), savedAt: context.now().toISOString() }
  })
}

function mergedWithStored({ base, provisions }: Input<'plan.save-text'>, stored: readonly Provision[]): readonly ProvisionContent[] {
  const theirs = stored.map(({ id, area, kind, content }): ProvisionContent => ({ id, area, kind, content }))
  return base === undefined || sameText(base, theirs) ? provisions : mergeText(base, provisions, theirs)
}

/** Makes the stored text the wanted one; shared by saving, replacing and restoring a round. */
export async function writePlanText(
  trace: Trace,
  plan: Plan,
  stored: readonly Provision[],
  wanted: readonly ProvisionContent[],
  joins: readonly { readonly from: ProvisionId; readonly into: ProvisionId }[],
): Promise<void> {
  const { inserted, updated, removed } = planTextChanges(plan.id, stored, wanted)
  await refuseForeignIds(
    trace.trx,
    inserted.map((block) => block.id),
  )
  for (const block of inserted) await insertProvision(trace, { ...block, planId: plan.id })
  for (const provision of updated) await updateProvision(trace, provision)
  const order = new Map(wanted.map((block, index) => [block.id, index]))
  const inOrder = (ids: Iterable<ProvisionId>): readonly ProvisionId[] =>
    [...new Set(ids)].toSorted((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0))
  await giveBackLinks(
    trace,
    plan,
    inserted.map((block) => block.id),
    inOrder,
  )
  if (removed.length === 0) return
  // Links first: a task must never point to a sentence that is gone.
  const heirs = heirsOf(
    removed.map((provision) => provision.id),
    joins,
    new Set(order.keys()),
  )
  for (const task of await listTasks(trace.trx, plan.id)) {
    if (!task.provisionIds.some((id) => heirs.has(id))) continue
    const kept = task.provisionIds.flatMap((id) => {
      const heir = heirs.has(id) ? heirs.get(id) : id
      return heir === undefined || heir === null ? [] : [heir]
    })
    await updateTask(trace, { ...task, provisionIds: inOrder(kept) })
  }
  await followHeirs(trace, plan.id, heirs)
  for (const provision of removed) await trace.remove('provision', provision.id, provision.version)
}

/**
 * A sentence that comes back with its id (cut, saved, then pasted; a join taken back in the editor) gets the tasks back that it lost when it
 * went; the sentence that had taken them over lets them go, unless others of theirs are still in it.
 */
async function giveBackLinks(
  trace: Trace,
  plan: Plan,
  returned: readonly ProvisionId[],
  inOrder: (ids: Iterable<ProvisionId>) => readonly ProvisionId[],
): Promise<void> {
  const lost = await findLostLinks(trace.trx, returned)
  if (lost.length === 0) return
  const byTask = Map.groupBy(lost, (link) => link.wordingId)
  for (const task of await listTasks(trace.trx, plan.id)) {
    const links = byTask.get(task.id)
    if (links === undefined) continue
    const heirs = new Set(links.flatMap(({ heirId, shared }) => (heirId === null || shared ? [] : [heirId])))
    const kept = task.provisionIds.filter((id) => !heirs.has(id))
    await updateTask(trace, { ...task, provisionIds: inOrder([...kept, ...links.map((link) => link.provisionId)]) })
  }
}

/** Blocks pasted from another plan must come with ids of their own: the other plan's tasks point to the old ones. */
async function refuseForeignIds(db: Readable, ids: readonly ProvisionId[]): Promise<void> {
  if (ids.length === 0) return
  const taken = await db.selectFrom('provision').select('id').where('id', 'in', ids).executeTakeFirst()
  if (taken !== undefined) throw new AppError('bad-input', { channel: 'plan.save-text', problem: `id ${taken.id} belongs to another plan` })
}

/** Marks the citations and names in the blocks that differ from the stored ones; a block nobody touched is left as it is, whatever the registry says today. */
export async function withMarks(
  db: Readable,
  plan: Plan,
  stored: readonly Provision[],
  wanted: readonly ProvisionContent[],
): Promise<readonly ProvisionContent[]> {
  const storedById = new Map(stored.map((provision) => [provision.id, provision]))
  const clean = wanted.map((block) => ({ ...block, content: storedOrNormalised(block.content, storedById.get(block.id)) }))
  const touched = clean.filter((block) => storedById.get(block.id)?.content !== block.content)
  if (touched.length === 0) return clean
  const find = createNameFinder(await readAgencyRegistry(db), plan.agenciesAsOf)
  const marked = new Map(touched.map((block) => [block.id, markText(block.content, find)]))
  return clean.map((block) => ({ ...block, content: marked.get(block.id) ?? block.content }))
}
