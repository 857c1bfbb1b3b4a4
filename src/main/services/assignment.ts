import { AppError } from '#shared/app-error.ts'
import type { Party } from '#shared/domain/agency.ts'
import { tasksGivenToAgency, tasksGivenToMember } from '#shared/domain/assignment-rules.ts'
import type { Deadline } from '#shared/domain/deadline.ts'
import { readDeadline } from '#shared/domain/deadline-phrase.ts'
import { matchParties, prepareRegistry, type PreparedRegistry } from '#shared/domain/party-match.ts'
import type { Plan } from '#shared/domain/plan.ts'
import type { TaskPatch } from '#shared/domain/task.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import { readAgencyRegistry } from '#main/store/repositories/agency.ts'
import { listMembers } from '#main/store/repositories/member.ts'
import { getPlan } from '#main/store/repositories/plan.ts'
import type { ServiceContext } from './context.ts'
import { readPlanSources } from './plan-sources.ts'

/** What an agency was given, by its own name or through a group as of the plan's day. */
export async function readGivenToAgency(
  { db }: ServiceContext,
  input: Input<'task.given-to-agency'>,
): Promise<Output<'task.given-to-agency'>> {
  const { plan, tasks, registry } = await readPlanSources(db, input.planId)
  return tasksGivenToAgency(tasks, input.agencyId, registry, plan.agenciesAsOf)
}

/** What stands in a committee member's portfolio. Throws `record-not-found`. */
export async function readGivenToMember(
  { db }: ServiceContext,
  input: Input<'task.given-to-member'>,
): Promise<Output<'task.given-to-member'>> {
  const member = (await listMembers(db)).find((one) => one.id === input.memberId)
  if (member === undefined) throw new AppError('record-not-found', { noun: 'member', id: input.memberId })
  const { plan, tasks, registry } = await readPlanSources(db, input.planId)
  return tasksGivenToMember(tasks, member, registry, plan.agenciesAsOf)
}

/** What the words of a deadline mean in a plan's year. */
export function readDeadlineWords({ phrase, planYear }: Input<'deadline.read'>): Deadline {
  return readDeadline(phrase.normalize('NFC'), { planYear })
}

/** The bodies that a list names, as of the plan's day. */
export async function readPartyWords({ db }: ServiceContext, { text, planId }: Input<'party.read'>): Promise<readonly Party[]> {
  const plan = await getPlan(db, planId)
  const { parties, coordinating } = matchParties(text, await readAgencyRegistry(db), plan.agenciesAsOf)
  return [...parties, ...coordinating]
}

/** What a block of cells from a spreadsheet would mean under the given columns; nothing is written. Numbers of rows are computed, so STT is dropped. */
export async function readCells(
  { db }: ServiceContext,
  { planId, columns, rows }: Input<'task.read-cells'>,
): Promise<Output<'task.read-cells'>> {
  const plan = await getPlan(db, planId)
  const registry = prepareRegistry(await readAgencyRegistry(db))
  return { patches: rows.map((cells) => patchOfCells(columns, cells, plan, registry)) }
}

function patchOfCells(columns: readonly string[], cells: readonly string[], plan: Plan, registry: PreparedRegistry): TaskPatch {
  const patch: TaskPatch = {}
  const extra: Record<string, string> = {}
  /** Helpers that the cell of leads names itself: "Sở Y tế chủ trì, phối hợp với …". */
  let besideLeads: readonly Party[] = []
  columns.forEach((column, index) => {
    const words = cells[index]?.normalize('NFC').replace(/\r\n?/g, '\n').trim()
    if (words === undefined) return
    if (column === 'task') patch.content = words
    else if (column === 'product') patch.product = words
    else if (column === 'deadline') patch.deadline = readDeadline(words, { planYear: plan.year, issuedOn: plan.issuedOn })
    else if (column === 'lead') {
      const matched = matchParties(words, registry, plan.agenciesAsOf)
      patch.leads = matched.parties
      besideLeads = matched.coordinating
    } else if (column === 'coordinating') {
      const matched = matchParties(words, registry, plan.agenciesAsOf)
      patch.coordinating = [...matched.parties, ...matched.coordinating]
    } else if (column.startsWith('extra:')) extra[column] = words
  })
  if (besideLeads.length > 0) patch.coordinating = [...besideLeads, ...(patch.coordinating ?? [])]
  return Object.keys(extra).length === 0 ? patch : { ...patch, extra }
}
