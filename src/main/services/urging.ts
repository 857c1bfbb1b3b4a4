import { AppError } from '#shared/app-error.ts'
import type { Actor } from '#shared/domain/actor.ts'
import { addDays } from '#shared/domain/deadline-meaning.ts'
import type { DocumentRecordId, TaskId, UrgingLetterId } from '#shared/domain/identifier.ts'
import { linesByAgency, type UrgingLetter, type UrgingPaper } from '#shared/domain/urging-letter.ts'
import { buildUrgingLetter, LETTER_TYPE, letterSubject, planCitation } from '#shared/document/urging-letter.ts'
import { urgingIssuers, usualRecipients } from '#shared/document/urging-issuer.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import type { UrgingRequest } from '#shared/ipc/urging-contract.ts'
import { urgingText } from '#shared/text/vi/urging.ts'
import { runDocumentJob } from '#main/documents/worker-pool.ts'
import { listAgencies } from '#main/store/repositories/agency.ts'
import { findSameNumber, getDocumentRecord, insertDocumentRecord, updateDocumentRecord } from '#main/store/repositories/document-record.ts'
import { getPlan } from '#main/store/repositories/plan.ts'
import { noteStoredFile } from '#main/store/repositories/stored-file.ts'
import {
  getUrgingLetter,
  insertUrgingLetter,
  listNamedInLetters,
  listUrgingLetters,
  removeUrgingLetter,
  updateUrgingLetter,
} from '#main/store/repositories/urging-letter.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'
import { plainNumber } from './issue.ts'
import { requireOffice } from './office.ts'
import { letterFileName } from './urging-file-name.ts'
import { readUrgingLines } from './urging-lines.ts'

/** Days that agencies are given to answer unless a person sets another day. */
const USUAL_DAYS_TO_ANSWER = 10

/** What letters of a year can be made of on a day, and what they usually begin with. Throws `workspace-not-set-up`. */
export async function startUrging(context: ServiceContext, input: Input<'urging.start'>): Promise<Output<'urging.start'>> {
  const { db } = context
  const office = await requireOffice(db)
  const { today, lines, waiting, planIds } = await readUrgingLines(context, input)
  const plans = await Promise.all(planIds.map((planId) => getPlan(db, planId)))
  const standing = (await listAgencies(db)).find(({ id }) => id === office.standingAgencyId)?.name ?? ''
  return {
    today,
    lines,
    waiting,
    // Without a standing agency there is nobody of that name to sign.
    issuers: urgingIssuers(office, standing).filter(({ kind }) => kind !== 'standing' || standing !== ''),
    recipients: usualRecipients(office.draftingSymbol),
    basis: plans
      .map((plan) => planCitation(plan, office))
      .filter((words) => words !== '')
      .join('; '),
    answerTo: standing,
    answerBy: addDays(today, USUAL_DAYS_TO_ANSWER),
    sizeSet: office.sizeSet,
  }
}

/**
 * The letters that a request asks for, as they would be made now: one, or one to each agency in the office's order. Throws `urging-rows-settled` where
 * something chosen is owed no more.
 */
export async function papersOf(context: ServiceContext, request: UrgingRequest): Promise<readonly UrgingPaper[]> {
  const { lines, today, basis, sizeSet } = await startUrging(context, request)
  const wanted = new Set(request.chosen.map(({ assignmentId, due }) => `${assignmentId} ${due}`))
  const chosen = lines.filter(({ assignmentId, due }) => wanted.has(`${assignmentId} ${due}`))
  if (chosen.length < wanted.size) throw new AppError('urging-rows-settled', { count: wanted.size - chosen.length })
  const letters = request.joint ? [chosen] : linesByAgency(chosen).map((one) => one.lines)
  return letters.map((own) => ({ ...request.words, year: request.year, judgedOn: today, sizeSet, basis, lines: own }))
}

/** A year's letters, the newest first. */
export async function readUrgingLetters({ db }: ServiceContext, { year }: Input<'urging.list'>): Promise<readonly UrgingLetter[]> {
  return listUrgingLetters(db, year)
}

/** Letters that named a task, the first first. */
export async function readLettersOfTask(
  { db }: ServiceContext,
  { taskId }: { readonly taskId: TaskId },
): Promise<Output<'urging.of-task'>> {
  const named = await listNamedInLetters(db, [taskId])
  const symbols = new Map<UrgingLetterId, string>()
  for (const { letterId } of named) if (!symbols.has(letterId)) symbols.set(letterId, (await getUrgingLetter(db, letterId)).paper.symbol)
  return named.map(({ letterId, status, number, sentOn, madeAt, assignmentId, agencyId, due, times }) => ({
    letterId,
    status,
    number,
    sentOn,
    madeAt,
    assignmentId,
    agencyId,
    due,
    times,
    symbol: symbols.get(letterId) ?? '',
  }))
}

/** Keeps the letters of a request as drafts. Throws as `papersOf`. */
export async function makeUrgingLetters(context: ServiceContext, actor: Actor, request: UrgingRequest): Promise<readonly UrgingLetter[]> {
  const papers = await papersOf(context, request)
  return runCommand(context, actor, { command: 'urging.make', undoable: true }, async (trace) => {
    const made: UrgingLetter[] = []
    for (const paper of papers) {
      const letter = {
        id: context.newId<UrgingLetterId>(),
        status: 'draft',
        paper,
        number: null,
        sentOn: null,
        documentRecordId: null,
        madeAt: context.now().toISOString(),
        madeBy: actor.name,
        withdrawnBecause: '',
      } as const
      made.push(await insertUrgingLetter(trace, letter, () => context.newId()))
    }
    return made
  })
}

/** Takes a draft away. Throws `urging-letter-sent` (it went out), `record-not-found`, `record-changed-meanwhile`. */
export async function removeUrgingDraft(
  context: ServiceContext,
  actor: Actor,
  { id, version }: Input<'urging.remove'>,
): Promise<Record<never, never>> {
  return runCommand(context, actor, { command: 'urging.remove', undoable: true }, async (trace) => {
    refuseSent(await getUrgingLetter(trace.trx, id))
    await removeUrgingLetter(trace, id, version)
    return {}
  })
}

/**
 * Marks a letter as sent with the number and day received from the records office: its blocks and Word file are frozen, it stands among the documents,
 * and from now on it counts for every share that it names. A barrier: never undone, only withdrawn.
 * Throws `urging-letter-sent`, `document-number-taken` unless the duplicate is accepted, `record-changed-meanwhile`.
 */
export async function markLetterSent(context: ServiceContext, actor: Actor, input: Input<'urging.mark-sent'>): Promise<UrgingLetter> {
  return runCommand(context, actor, { command: 'urging.mark-sent', undoable: false }, async (trace) => {
    const before = await getUrgingLetter(trace.trx, input.id)
    refuseSent(before)
    const number = plainNumber(input.number)
    const paper: UrgingPaper = {
      ...before.paper,
      signature: { ...before.paper.signature, name: input.signerName.trim().normalize('NFC') },
    }
    const issuer = paper.letterhead.issuer.join(' ')
    const year = Number(input.sentOn.slice(0, 4))
    if (!input.acceptDuplicate && (await findSameNumber(trace.trx, { issuer, number, symbol: paper.symbol, year })).length > 0)
      throw new AppError('document-number-taken', { symbol: paper.symbol, number, year })
    const sentAt = context.now().toISOString()
    const document = buildUrgingLetter(paper, { number, issuedOn: input.sentOn, copy: 'paper', stamp: sentAt })
    const kept = await context.files.keep(await runDocumentJob('write-docx', document))
    const name = letterFileName({ ...before, paper, number, sentOn: input.sentOn }, 'docx')
    await noteStoredFile(trace.trx, { ...kept, name, storedAt: sentAt })
    const record = await insertDocumentRecord(trace, {
      id: context.newId<DocumentRecordId>(),
      type: LETTER_TYPE,
      number,
      symbol: paper.symbol,
      issuedOn: input.sentOn,
      issuer,
      subject: `V/v ${letterSubject(paper)}`,
      signer: paper.signature.name,
      planId: null,
      ourFile: { ...kept, name },
      signedFile: null,
    })
    return updateUrgingLetter(
      trace,
      { ...before, paper, number, status: 'sent', sentOn: input.sentOn, documentRecordId: record.id, version: input.version },
      document,
    )
  })
}

/**
 * A letter that was sent counts no more: the answer to one that was marked by mistake, or taken back by its issuer. It stays on the lists, marked.
 * Throws `urging-letter-not-sent`, `record-changed-meanwhile`.
 */
export async function withdrawLetter(context: ServiceContext, actor: Actor, input: Input<'urging.withdraw'>): Promise<UrgingLetter> {
  const reason = input.reason.trim().normalize('NFC')
  return runCommand(context, actor, { command: 'urging.withdraw', undoable: false, note: reason }, async (trace) => {
    const before = await getUrgingLetter(trace.trx, input.id)
    if (before.status !== 'sent') throw new AppError('urging-letter-not-sent', {})
    if (before.documentRecordId !== null) {
      const record = await getDocumentRecord(trace.trx, before.documentRecordId)
      await updateDocumentRecord(trace, { ...record, type: urgingText.withdrawnType })
    }
    return updateUrgingLetter(trace, { ...before, status: 'withdrawn', withdrawnBecause: reason, version: input.version }, null)
  })
}

function refuseSent({ status, number, paper }: UrgingLetter): void {
  if (status !== 'draft') throw new AppError('urging-letter-sent', { number: `${number ?? ''}/${paper.symbol}` })
}
