import type { Actor } from '#shared/domain/actor.ts'
import { readDeadline } from '#shared/domain/deadline-phrase.ts'
import { matchParties, prepareRegistry } from '#shared/domain/party-match.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import { readAgencyRegistry } from '#main/store/repositories/agency.ts'
import { updatePlan } from '#main/store/repositories/plan.ts'
import { listProvisions, updateProvision } from '#main/store/repositories/provision.ts'
import { listTasks, updateTask } from '#main/store/repositories/task.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'
import { findPlaces, replacePlaces } from './found-places.ts'
import { editablePlan } from './plan-guard.ts'
import { readPlanSources } from './plan-sources.ts'
import { patched } from './task.ts'

/** Every place of a plan's subject, its text, its footnotes and its appendices where the words stand. */
export async function findInPlan({ db }: ServiceContext, query: Input<'plan.find'>): Promise<Output<'plan.find'>> {
  return findPlaces(await readPlanSources(db, query.planId), query.text, query)
}

/** Replaces the words in the places given, as one command. Throws `plan-not-editable`. */
export async function replaceInPlan(context: ServiceContext, actor: Actor, input: Input<'plan.replace'>): Promise<Output<'plan.replace'>> {
  return runCommand(context, actor, { command: 'plan.replace', undoable: true }, async (trace) => {
    const plan = await editablePlan(trace.trx, input.planId)
    const provisions = await listProvisions(trace.trx, plan.id)
    const tasks = await listTasks(trace.trx, plan.id)
    const registry = await readAgencyRegistry(trace.trx)
    const prepared = prepareRegistry(registry)
    const { count, subject, contents, patches } = replacePlaces({ plan, provisions, tasks, registry }, input.places, input.replacement, {
      parties: (text) => {
        const { parties, coordinating } = matchParties(text, prepared, plan.agenciesAsOf)
        return [...parties, ...coordinating]
      },
      deadline: (phrase) => readDeadline(phrase, { planYear: plan.year, issuedOn: plan.issuedOn }),
    })
    if (subject !== null) await updatePlan(trace, { ...plan, subject })
    for (const provision of provisions) {
      const content = contents.get(provision.id)
      if (content !== undefined) await updateProvision(trace, { ...provision, content })
    }
    for (const task of tasks) {
      const patch = patches.get(task.id)
      if (patch !== undefined) await updateTask(trace, patched(task, patch, null))
    }
    return { replaced: count }
  })
}
