import { AppError } from '#shared/app-error.ts'
import type { Actor } from '#shared/domain/actor.ts'
import { inactiveAgencies, successorsOf } from '#shared/domain/coverage-rules.ts'
import { readDeadline } from '#shared/domain/deadline-phrase.ts'
import type { DocumentRecord } from '#shared/domain/document-record.ts'
import type { Day, DocumentRecordId, PlanId } from '#shared/domain/identifier.ts'
import type { Plan } from '#shared/domain/plan.ts'
import type { Task } from '#shared/domain/task.ts'
import { officialNumber } from '#shared/decree/official-words.ts'
import { buildPlanDocument, documentTitle } from '#shared/document/plan-document.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import { writeDay } from '#shared/language/day.ts'
import { exportFileName } from '#shared/text/vi/export.ts'
import { issueChecksText } from '#shared/text/vi/issue-checks.ts'
import { planText } from '#shared/text/vi/plan.ts'
import { runDocumentJob } from '#main/documents/worker-pool.ts'
import { readAgencyRegistry } from '#main/store/repositories/agency.ts'
import { listAppendices } from '#main/store/repositories/appendix.ts'
import { findSameNumber, insertDocumentRecord } from '#main/store/repositories/document-record.ts'
import { insertFrozenDocument } from '#main/store/repositories/frozen.ts'
import { getPlan, updatePlan } from '#main/store/repositories/plan.ts'
import { listProvisions } from '#main/store/repositories/provision.ts'
import { noteStoredFile } from '#main/store/repositories/stored-file.ts'
import { listTasks, updateTask } from '#main/store/repositories/task.ts'
import { findUnsavedText } from '#main/store/repositories/unsaved-text.ts'
import type { Readable } from '#main/store/schema.ts'
import type { Trace } from '#main/store/trace.ts'
import { giveOutTasks } from './assignment-making.ts'
import { citationProblems } from './citation-places.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'
import { optionsFor, readPaperRecords, type PaperRecords } from './document-source.ts'
import { issueProblems, missingData } from './issue-checks.ts'
import { openLeftovers } from './leftover.ts'

/** What stands in the way of issuing, by the day the plan's agencies count now. */
export async function checkIssue({ db }: ServiceContext, { planId }: Input<'plan.check-issue'>): Promise<Output<'plan.check-issue'>> {
  const plan = await getPlan(db, planId)
  const records = {
    plan,
    provisions: await listProvisions(db, planId),
    tasks: await listTasks(db, planId),
    appendices: await listAppendices(db, planId),
    registry: await readAgencyRegistry(db),
    hasUnsavedText: (await findUnsavedText(db, planId)) !== null,
    leftovers: await openLeftovers(db, plan),
  }
  return { problems: [...issueProblems(records, plan.agenciesAsOf), ...(await citationProblems(db, plan))] }
}

/**
 * Issues a plan with the number, day and signer as received from the records office. Freezes both copies' blocks and Word files, and the
 * records with all names and groups; deadlines that count from the issue get their day; the plan it amends is superseded. A barrier:
 * never undone.
 * Throws `plan-move-not-allowed`, `issue-data-missing`, `task-without-lead`, `agency-not-active` (as of the issue),
 * `document-number-taken` unless the duplicate is accepted, `leftovers-open` unless a reason is given (kept in the log as the command's note),
 * `record-changed-meanwhile`.
 */
export async function issuePlan(context: ServiceContext, actor: Actor, input: Input<'plan.issue'>): Promise<Output<'plan.issue'>> {
  const reason = input.leftoverReason?.trim().normalize('NFC') ?? ''
  const kind = { command: 'plan.issue', undoable: false, ...(reason !== '' && { note: reason }) }
  return runCommand(context, actor, kind, async (trace) => {
    const before = await getPlan(trace.trx, input.planId)
    if (before.status !== 'signed-awaiting-number') throw new AppError('plan-move-not-allowed', { from: before.status, to: 'issued' })
    const number = plainNumber(input.number)
    await refuseUnready(trace.trx, before, number, input.signerName.trim(), input.issuedOn)
    if (reason === '') await refuseLeftovers(trace.trx, before)
    const issuer = before.letterhead.issuer.join(' ')
    await refuseTakenNumber(
      trace.trx,
      { issuer, number, symbol: before.symbol, year: Number(input.issuedOn.slice(0, 4)) },
      input.acceptDuplicate,
    )

    const recordId = context.newId<DocumentRecordId>()
    const issued: Plan = {
      ...before,
      status: 'issued',
      number,
      issuedOn: input.issuedOn,
      signature: { ...before.signature, name: input.signerName.trim().normalize('NFC') },
      agenciesAsOf: input.issuedOn,
      version: input.version,
    }
    await dateDeadlines(trace, issued)
    await giveOutTasks(context, trace, issued)
    const record = await freeze(context, trace, issued, recordId, issuer)
    // The record first: the plan's key points to it.
    const plan = await updatePlan(trace, { ...issued, documentRecordId: recordId })
    if (plan.replacesPlanId !== null) await supersede(trace, plan.replacesPlanId)
    return { plan, record }
  })
}

async function refuseUnready(db: Readable, plan: Plan, number: string, signerName: string, issuedOn: Day): Promise<void> {
  const tasks = await listTasks(db, plan.id)
  const missing = [
    ...(number === '' ? [issueChecksText.number] : []),
    ...(signerName === '' ? [issueChecksText.signerName] : []),
    ...missingData(plan, await listProvisions(db, plan.id)),
    ...(tasks.some((task) => task.content.trim() === '') ? [issueChecksText.withoutContent] : []),
    ...((await findUnsavedText(db, plan.id)) === null ? [] : [issueChecksText.unsaved]),
  ]
  if (missing.length > 0) throw new AppError('issue-data-missing', { missing })
  const withoutLead = tasks.filter((task) => task.leads.length === 0)
  if (withoutLead.length > 0) throw new AppError('task-without-lead', { count: withoutLead.length })
  const registry = await readAgencyRegistry(db)
  const nameOf = (id: string): string => registry.agencies.find((agency) => agency.id === id)?.name ?? ''
  for (const task of tasks) {
    const [gone] = inactiveAgencies(task, registry, issuedOn)
    if (gone === undefined) continue
    const successors = successorsOf(gone, registry, issuedOn).map(nameOf)
    throw new AppError('agency-not-active', {
      name: nameOf(gone),
      on: writeDay(issuedOn),
      successor: successors.length === 0 ? null : successors.join(', '),
    })
  }
}

/** What is left of the plan it was made from and must be settled stops the issue; a person may say why it does not. */
async function refuseLeftovers(db: Readable, plan: Plan): Promise<void> {
  const red = (await openLeftovers(db, plan)).filter(({ severity }) => severity === 'red')
  if (red.length > 0) throw new AppError('leftovers-open', { count: red.length })
}

async function refuseTakenNumber(db: Readable, wanted: Parameters<typeof findSameNumber>[1], acceptDuplicate: boolean): Promise<void> {
  if (acceptDuplicate) return
  const same = await findSameNumber(db, wanted)
  if (same.length > 0) throw new AppError('document-number-taken', { symbol: wanted.symbol, number: wanted.number, year: wanted.year })
}

/** "05" and "5" are one number; one with a letter ("12a") stays as received. */
export function plainNumber(number: string): string {
  const trimmed = number.trim()
  return /^\d+$/.test(trimmed) ? String(Number(trimmed)) : trimmed
}

/** Deadlines counted from the issue ("15 ngày kể từ ngày Kế hoạch được ban hành") get their day now that it is known. */
async function dateDeadlines(trace: Trace, plan: Plan): Promise<void> {
  for (const task of await listTasks(trace.trx, plan.id)) {
    if (!task.deadline.milestones.some((milestone) => milestone.relative !== null && milestone.due === null)) continue
    const read = readDeadline(task.deadline.phrase, { planYear: plan.year, issuedOn: plan.issuedOn })
    const dated: Task['deadline'] = {
      ...task.deadline,
      milestones: task.deadline.milestones.map((milestone, index) => {
        const again = read.milestones[index]
        // A milestone that a person read otherwise than the program stays as the person has it.
        return milestone.relative !== null && milestone.due === null && again?.kind === milestone.kind ? again : milestone
      }),
    }
    await updateTask(trace, { ...task, deadline: dated })
  }
}

async function freeze(
  context: ServiceContext,
  trace: Trace,
  plan: Plan,
  recordId: DocumentRecordId,
  issuer: string,
): Promise<DocumentRecord> {
  const live = await readPaperRecords(trace.trx, plan.id)
  const content: PaperRecords = {
    ...live,
    records: { ...live.records, plan: { ...plan, documentRecordId: recordId, version: plan.version + 1 } },
  }
  const issuedAt = context.now().toISOString()
  const name = `${exportFileName({
    what: 'plan',
    year: plan.year,
    number: officialNumber(plan.number ?? '', plan.symbol).replaceAll('/', '-'),
    round: null,
    of: null,
    day: plan.issuedOn ?? plan.agenciesAsOf,
  })}.docx`
  let ourFile: DocumentRecord['ourFile'] = null
  for (const copy of ['electronic', 'paper'] as const) {
    const { document } = buildPlanDocument(content.records, optionsFor(plan, copy, null))
    const { hash, bytes } = await context.files.keep(await runDocumentJob('write-docx', document))
    await noteStoredFile(trace.trx, { hash, bytes, name, storedAt: issuedAt })
    await insertFrozenDocument(trace, { id: context.newId(), planId: plan.id, copy, docx: { hash, name }, issuedAt, content, document })
    ourFile = { hash, name, bytes }
  }
  return insertDocumentRecord(trace, {
    id: recordId,
    type: planText.documentTypes[plan.legalForm],
    number: plan.number ?? '',
    symbol: plan.symbol,
    issuedOn: plan.issuedOn,
    issuer,
    subject: plan.legalForm === 'plan' ? plan.subject : documentTitle(plan),
    signer: plan.signature.name,
    planId: plan.id,
    ourFile,
    signedFile: null,
  })
}

async function supersede(trace: Trace, planId: PlanId): Promise<void> {
  const old = await getPlan(trace.trx, planId)
  if (old.status === 'issued') await updatePlan(trace, { ...old, status: 'superseded' })
}
