import { citationCandidates } from '#shared/domain/citation-candidates.ts'
import { checkCitations } from '#shared/domain/citation-check.ts'
import { readCitations } from '#shared/domain/citation-reading.ts'
import type { CitingPlan } from '#shared/domain/citing-text.ts'
import type { CitedDocumentId, PlanId } from '#shared/domain/identifier.ts'
import type { Plan } from '#shared/domain/plan.ts'
import { surroundings } from '#shared/domain/text-search.ts'
import type { CitedPlace, UnregisteredDocument } from '#shared/ipc/citation-contract.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import { issueChecksText } from '#shared/text/vi/issue-checks.ts'
import { listCitedDocuments } from '#main/store/repositories/cited-document.ts'
import { listFields } from '#main/store/repositories/field.ts'
import { getPlan, listPlans } from '#main/store/repositories/plan.ts'
import { listProvisions } from '#main/store/repositories/provision.ts'
import { listTasks } from '#main/store/repositories/task.ts'
import type { Readable } from '#main/store/schema.ts'
import type { ServiceContext } from './context.ts'
import type { IssueProblem } from './issue-checks.ts'

const WIDTH = 60

/** A plan's texts as citations are looked for in them. */
export async function readCitingPlan(db: Readable, plan: Plan): Promise<CitingPlan> {
  return {
    legalForm: plan.legalForm,
    provisions: await listProvisions(db, plan.id),
    tasks: await listTasks(db, plan.id),
    fields: await listFields(db),
  }
}

/** The day as of which a plan's citations are judged: of its issue, else the one its agencies are taken on. */
function dayOf({ issuedOn, agenciesAsOf }: Plan): string {
  return issuedOn ?? agenciesAsOf
}

/** All that may be said of one plan's citations as they are stored. Throws `record-not-found`. */
export async function checkPlanCitations({ db }: ServiceContext, { planId }: Input<'citation.check'>): Promise<Output<'citation.check'>> {
  const plan = await getPlan(db, planId)
  const citing = await readCitingPlan(db, plan)
  const registry = await listCitedDocuments(db)
  const { mentions, findings } = checkCitations(citing, registry, dayOf(plan))
  const unregistered = citationCandidates(citing, registry).map(({ facts, times }) => ({ facts, times, planIds: [planId] }))
  return { mentions: mentions.length, findings, unregistered }
}

/** Before a plan is issued: citations that need mending are one reminder, for each has its fix beside the text. Never blocking. */
export async function citationProblems(db: Readable, plan: Plan): Promise<readonly IssueProblem[]> {
  const { findings } = checkCitations(await readCitingPlan(db, plan), await listCitedDocuments(db), dayOf(plan))
  const alarms = findings.filter(({ severity }) => severity === 'alarm')
  const place = alarms[0]?.place
  if (place === undefined) return []
  return [
    {
      code: 'citations',
      blocking: false,
      text: issueChecksText.citations(alarms.length),
      taskId: place.kind === 'task' ? place.taskId : null,
      provisionId: place.kind === 'task' ? null : place.provisionId,
    },
  ]
}

/** How often each document of the registry is cited, and what plans cite beside it. */
export async function countCitations({ db }: ServiceContext): Promise<Output<'citation.usage'>> {
  const registry = await listCitedDocuments(db)
  const counts = new Map<CitedDocumentId, { plans: number; places: number }>(registry.map(({ id }) => [id, { plans: 0, places: 0 }]))
  const unregistered = new Map<string, UnregisteredDocument>()
  for (const plan of await listPlans(db)) {
    const citing = await readCitingPlan(db, plan)
    for (const [id, places] of Map.groupBy(readCitations(citing, registry, dayOf(plan)), ({ document }) => document?.id)) {
      const count = id === undefined ? undefined : counts.get(id)
      if (count === undefined) continue
      count.plans += 1
      count.places += places.length
    }
    for (const { facts, times } of citationCandidates(citing, registry)) {
      const key = `${facts.symbol} ${facts.issuedOn ?? ''}`
      const known = unregistered.get(key)
      const planIds: readonly PlanId[] = [...(known?.planIds ?? []), plan.id]
      unregistered.set(key, { facts: known?.facts ?? facts, times: (known?.times ?? 0) + times, planIds })
    }
  }
  return { counts: [...counts].map(([id, count]) => ({ id, ...count })), unregistered: [...unregistered.values()] }
}

/** Every place of every plan that cites a document, the newest plan first. */
export async function findCitedPlaces({ db }: ServiceContext, { id }: Input<'citation.places'>): Promise<readonly CitedPlace[]> {
  const registry = await listCitedDocuments(db)
  const places: CitedPlace[] = []
  for (const plan of await listPlans(db)) {
    const mentions = readCitations(await readCitingPlan(db, plan), registry, dayOf(plan))
    for (const { mention, text } of mentions.filter(({ document }) => document?.id === id)) {
      const { start, length } = mention
      const { place, address, kind, footnote, stt } = text
      const at = { place, address: { address, kind, footnote, stt }, start, length }
      places.push({ planId: plan.id, year: plan.year, subject: plan.subject, ...at, ...surroundings(text.text, { start, length }, WIDTH) })
    }
  }
  return places
}
