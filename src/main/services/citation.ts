import { AppError } from '#shared/app-error.ts'
import type { Actor } from '#shared/domain/actor.ts'
import { maybeSame } from '#shared/domain/citation-candidates.ts'
import { normaliseSymbol } from '#shared/domain/citation.ts'
import type { CitedDocument, CitedDocumentFacts } from '#shared/domain/cited-document.ts'
import type { CitedDocumentId } from '#shared/domain/identifier.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import { insertCitedDocument, listCitedDocuments, updateCitedDocument } from '#main/store/repositories/cited-document.ts'
import type { Trace } from '#main/store/trace.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'

/** The registry of documents that plans cite, the newest first. */
export async function readCitedDocuments({ db }: ServiceContext): Promise<readonly CitedDocument[]> {
  return listCitedDocuments(db)
}

/** Adds a document, or writes one that is there. Throws `record-not-found`, `record-changed-meanwhile`, `bad-input` (neither symbol nor title). */
export async function saveCitedDocument(
  context: ServiceContext,
  actor: Actor,
  { id, version, facts }: Input<'citation.save'>,
): Promise<CitedDocument> {
  return runCommand(context, actor, { command: 'citation.save', undoable: true }, async (trace) => {
    const clean = cleanFacts(facts)
    refuseUnfit(clean)
    if (id === null) return insertCitedDocument(trace, { ...clean, id: context.newId<CitedDocumentId>() })
    const replacedByIds = clean.replacedByIds.filter((other) => other !== id)
    return updateCitedDocument(trace, { ...clean, replacedByIds, id, version: version ?? 0 })
  })
}

/** Takes a document out of the registry; texts stay as they are. Throws `record-not-found`, `record-changed-meanwhile`. */
export async function removeCitedDocument(
  context: ServiceContext,
  actor: Actor,
  { id, version }: Input<'citation.remove'>,
): Promise<Record<never, never>> {
  return runCommand(context, actor, { command: 'citation.remove', undoable: true }, async (trace) => {
    for (const other of await listCitedDocuments(trace.trx))
      if (other.replacedByIds.includes(id))
        await updateCitedDocument(trace, { ...other, replacedByIds: other.replacedByIds.filter((each) => each !== id) })
    await trace.remove('cited_document', id, version)
    return {}
  })
}

/** "Ghi nhận tất cả", pasting: adds those that are not there yet, as one command. */
export async function createCitedDocuments(
  context: ServiceContext,
  actor: Actor,
  { documents }: Input<'citation.create-many'>,
): Promise<Output<'citation.create-many'>> {
  return runCommand(context, actor, { command: 'citation.create-many', undoable: true }, async (trace) => ({
    added: await addCitedDocuments(context, trace, documents),
  }))
}

/** The same inside another command: making the sample. */
export async function addCitedDocuments(
  context: ServiceContext,
  trace: Trace,
  documents: readonly CitedDocumentFacts[],
): Promise<readonly CitedDocument[]> {
  const there: CitedDocumentFacts[] = [...(await listCitedDocuments(trace.trx))]
  const added: CitedDocument[] = []
  for (const facts of documents.map(cleanFacts)) {
    refuseUnfit(facts)
    if (there.some((other) => isThere(facts, other))) continue
    added.push(await insertCitedDocument(trace, { ...facts, id: context.newId<CitedDocumentId>() }))
    there.push(facts)
  }
  return added
}

/** Whether a document that is to be added is in the registry already. A law without a symbol is known by its name. */
export function isThere(facts: CitedDocumentFacts, other: CitedDocumentFacts): boolean {
  if (facts.symbol === '') return other.type === facts.type && other.title === facts.title
  return maybeSame(facts, other)
}

/** What the form shows as wrong before it asks. */
function refuseUnfit({ symbol, title, validFrom, expiredFrom }: CitedDocumentFacts): void {
  const problem =
    symbol === '' && title === ''
      ? 'neither symbol nor title'
      : validFrom !== null && expiredFrom !== null && validFrom > expiredFrom
        ? 'ends before it begins'
        : null
  if (problem !== null) throw new AppError('bad-input', { channel: 'citation.save', problem })
}

/** One line of NFC words. */
function words(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}

function cleanFacts(facts: CitedDocumentFacts): CitedDocumentFacts {
  return {
    ...facts,
    type: words(facts.type),
    symbol: normaliseSymbol(facts.symbol),
    issuer: words(facts.issuer),
    title: words(facts.title),
    note: facts.note.normalize('NFC').trim(),
  }
}
