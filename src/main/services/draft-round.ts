import type { Actor } from '#shared/domain/actor.ts'
import type { AgencyRegistry, Party } from '#shared/domain/agency.ts'
import { partyWords } from '#shared/domain/agency.ts'
import type { DraftRoundId, PlanId } from '#shared/domain/identifier.ts'
import type { Plan } from '#shared/domain/plan.ts'
import type { Appendix, Task } from '#shared/domain/task.ts'
import { buildPlanDocument } from '#shared/document/plan-document.ts'
import type { Input } from '#shared/ipc/contract.ts'
import type { DraftRound } from '#shared/ipc/plan-contract.ts'
import { draftRoundText as words } from '#shared/text/vi/draft-round.ts'
import { readAgencyRegistry } from '#main/store/repositories/agency.ts'
import { insertAppendix, listAppendices, updateAppendix } from '#main/store/repositories/appendix.ts'
import { listFields } from '#main/store/repositories/field.ts'
import { getDraftRound, insertDraftRound, listDraftRounds } from '#main/store/repositories/frozen.ts'
import { updatePlan } from '#main/store/repositories/plan.ts'
import { listProvisions } from '#main/store/repositories/provision.ts'
import { insertTask, listTasks, removeTask, updateTask } from '#main/store/repositories/task.ts'
import { dropUnsavedText } from '#main/store/repositories/unsaved-text.ts'
import type { Trace } from '#main/store/trace.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'
import { optionsFor, readPaperRecords, type PaperRecords } from './document-source.ts'
import { editablePlan } from './plan-guard.ts'
import { writePlanText } from './plan-text.ts'

/** A plan's rounds, the first first. */
export async function readDraftRounds({ db }: ServiceContext, { planId }: Input<'draft-round.list'>): Promise<readonly DraftRound[]> {
  return listDraftRounds(db, planId)
}

/** "Lưu thành dự thảo lần n": freezes text, appendices, rows and the paper with its mark. Throws `plan-not-editable` once the plan is signed. */
export async function saveDraftRound(
  context: ServiceContext,
  actor: Actor,
  { planId, name }: Input<'draft-round.save'>,
): Promise<DraftRound> {
  return runCommand(context, actor, { command: 'draft-round.save', undoable: true }, async (trace) => {
    const plan = await editablePlan(trace.trx, planId)
    const ordinal = ((await listDraftRounds(trace.trx, planId)).at(-1)?.ordinal ?? 0) + 1
    const content = await readPaperRecords(trace.trx, planId)
    const { document } = buildPlanDocument(content.records, optionsFor(plan, 'electronic', ordinal))
    const given = name?.trim().normalize('NFC') ?? ''
    const round: DraftRound = {
      id: context.newId<DraftRoundId>(),
      planId,
      ordinal,
      name: given === '' ? words.name(ordinal) : given,
      savedAt: context.now().toISOString(),
      savedBy: actor.name,
    }
    return insertDraftRound<PaperRecords>(trace, round, { content, document })
  })
}

/**
 * Makes the plan what it was in a round: its form, text, appendices and rows, as one command that can be taken back. Bodies and fields
 * that are gone from the lists since then come back as words, or as no field.
 */
export async function restoreDraftRound(context: ServiceContext, actor: Actor, { id }: Input<'draft-round.restore'>): Promise<Plan> {
  return runCommand(context, actor, { command: 'draft-round.restore', undoable: true }, async (trace) => {
    const { round, content } = await getDraftRound<PaperRecords>(trace.trx, id)
    const now = await editablePlan(trace.trx, round.planId)
    const { plan: then, provisions, appendices, tasks, registry } = content.records
    const plan = await updatePlan(trace, {
      ...then,
      status: now.status,
      number: now.number,
      issuedOn: now.issuedOn,
      replacesPlanId: now.replacesPlanId,
      documentRecordId: now.documentRecordId,
      version: now.version,
    })
    const standing = new Map((await listAppendices(trace.trx, plan.id)).map((appendix) => [appendix.id, appendix]))
    for (const appendix of appendices) await putAppendix(trace, appendix, standing.get(appendix.id))
    await writePlanText(trace, plan, await listProvisions(trace.trx, plan.id), provisions, [])
    await dropUnsavedText(trace.trx, plan.id)
    await putTasks(trace, plan.id, tasks, registry)
    const kept = new Set(appendices.map((appendix) => appendix.id))
    for (const appendix of standing.values()) if (!kept.has(appendix.id)) await trace.remove('appendix', appendix.id)
    return plan
  })
}

async function putAppendix(trace: Trace, appendix: Appendix, standing: Appendix | undefined): Promise<void> {
  if (standing === undefined) await insertAppendix(trace, appendix)
  else await updateAppendix(trace, { ...appendix, version: standing.version })
}

async function putTasks(trace: Trace, planId: PlanId, tasks: readonly Task[], frozen: AgencyRegistry): Promise<void> {
  const registry = await readAgencyRegistry(trace.trx)
  const known = new Set<string>([...registry.agencies.map((agency) => agency.id), ...registry.groups.map((group) => group.id)])
  const fields = new Set((await listFields(trace.trx)).map((field) => field.id))
  const alive = (party: Party): Party => {
    const id = party.kind === 'agency' ? party.agencyId : party.kind === 'group' ? party.groupId : null
    return id === null || known.has(id) ? party : { kind: 'words', words: partyWords(party, frozen) }
  }
  const standing = new Map((await listTasks(trace.trx, planId)).map((task) => [task.id, task]))
  const wanted = new Set(tasks.map((task) => task.id))
  for (const task of standing.values()) if (!wanted.has(task.id)) await removeTask(trace, task)
  for (const task of tasks) {
    const fieldId = task.fieldId !== null && fields.has(task.fieldId) ? task.fieldId : null
    const old = standing.get(task.id)
    const restored = { ...task, fieldId, leads: task.leads.map(alive), coordinating: task.coordinating.map(alive) }
    if (old === undefined) await insertTask(trace, restored)
    else await updateTask(trace, { ...restored, version: old.version })
  }
}
