import { expandGroup, isActive, type AgencyRegistry, type Party } from './agency.ts'
import type { Coverage } from './coverage.ts'
import type { AgencyId, Day } from './identifier.ts'
import { plainText, type Inline } from './inline.ts'
import type { NameFinder } from './name-marks.ts'
import { organisationBlocks, outlinePlan, taskSentences } from './provision-tree.ts'
import type { ProvisionContent } from './provision.ts'
import type { Task } from './task.ts'

/** Agencies a party stands for on a day: itself, a group's members, nobody for words not recognised. */
export function agenciesOfParty(party: Party, registry: AgencyRegistry, on: Day): readonly AgencyId[] {
  switch (party.kind) {
    case 'agency':
      return [party.agencyId]
    case 'group': {
      const group = registry.groups.find((one) => one.id === party.groupId)
      return group === undefined ? [] : expandGroup(group, registry, on).map((agency) => agency.id)
    }
    case 'words':
      return []
    default:
      return party satisfies never
  }
}

/** Agencies named one by one in a content, by their marks and by the names found in its words. */
function agenciesNamed(content: readonly Inline[], find: NameFinder): readonly AgencyId[] {
  const marked = content.flatMap((inline) => (inline.kind === 'text' && inline.party?.kind === 'agency' ? [inline.party.agencyId] : []))
  const found = find(plainText(content)).flatMap(({ party }) => (party.kind === 'agency' ? [party.agencyId] : []))
  return [...marked, ...found]
}

function parties(task: Task): readonly Party[] {
  return [...task.leads, ...task.coordinating]
}

/**
 * What still has no partner between a plan and its tasks. Groups expand as of `on` (the plan's `agenciesAsOf`).
 * An agency named in the organisation part counts as given work when it leads or helps, by its own name or through a group.
 */
export function coverageOf(
  provisions: readonly ProvisionContent[],
  tasks: readonly Task[],
  registry: AgencyRegistry,
  on: Day,
  find: NameFinder,
): Coverage {
  const outline = outlinePlan(provisions)
  const linked = new Set(tasks.flatMap((task) => task.provisionIds))
  const idsOf = (wanted: (task: Task) => boolean): readonly Task['id'][] => tasks.filter(wanted).map((task) => task.id)

  const busy = new Set(tasks.flatMap((task) => parties(task).flatMap((party) => agenciesOfParty(party, registry, on))))
  const named = new Set(organisationBlocks(outline).flatMap((block) => agenciesNamed(block.content, find)))
  const kindOf = new Map(registry.agencies.map((agency) => [agency.id, agency.kind]))

  return {
    provisionsWithoutTask: taskSentences(outline)
      .filter(({ block }) => !linked.has(block.id))
      .map(({ block, address, text }) => ({ provisionId: block.id, address, text })),
    tasksWithoutProvision: idsOf((task) => task.provisionIds.length === 0),
    tasksWithoutLead: idsOf((task) => task.leads.length === 0),
    tasksWithoutProduct: idsOf((task) => task.product.trim() === ''),
    tasksWithoutDeadline: idsOf((task) => task.deadline.phrase.trim() === ''),
    tasksWithUnrecognisedParty: idsOf((task) => parties(task).some((party) => party.kind === 'words')),
    tasksWithInactiveAgency: tasks.flatMap((task) =>
      inactiveAgencies(task, registry, on).map((agencyId) => ({
        taskId: task.id,
        agencyId,
        successorIds: successorsOf(agencyId, registry, on),
      })),
    ),
    // The provincial committee issues the plan and the central bodies are above it: the plan gives them no task.
    agenciesWithoutTask: [...named].filter(
      (id) => !busy.has(id) && kindOf.get(id) !== 'provincial-committee' && kindOf.get(id) !== 'central',
    ),
  }
}

/** Agencies of a task's lists that are not alive on a day, each once. */
export function inactiveAgencies(task: Pick<Task, 'leads' | 'coordinating'>, registry: AgencyRegistry, on: Day): readonly AgencyId[] {
  const ids = [...task.leads, ...task.coordinating].flatMap((party) => (party.kind === 'agency' ? [party.agencyId] : []))
  return [...new Set(ids)].filter((id) => {
    const agency = registry.agencies.find((one) => one.id === id)
    return agency !== undefined && !isActive(agency, on)
  })
}

/** Bodies that took over from an agency and are alive on a day, followed through later mergers. */
export function successorsOf(agencyId: AgencyId, registry: AgencyRegistry, on: Day): readonly AgencyId[] {
  const found = new Set<AgencyId>()
  const seen = new Set<AgencyId>([agencyId])
  const waiting = [agencyId]
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    for (const next of registry.agencies.find((agency) => agency.id === id)?.successorIds ?? []) {
      if (seen.has(next)) continue
      seen.add(next)
      const agency = registry.agencies.find((one) => one.id === next)
      if (agency !== undefined && isActive(agency, on)) found.add(next)
      else waiting.push(next)
    }
  }
  return [...found]
}
