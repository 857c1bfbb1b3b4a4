import { AppError } from '#shared/app-error.ts'
import { normaliseContent } from '#shared/domain/inline-text.ts'
import type { DraftRoundId, PlanId } from '#shared/domain/identifier.ts'
import type { Member } from '#shared/domain/member.ts'
import type { Plan } from '#shared/domain/plan.ts'
import { buildAgencyListDocument } from '#shared/document/agency-list.ts'
import type { OfficialDocument } from '#shared/document/blocks.ts'
import { draftMark } from '#shared/document/draft-mark.ts'
import { buildLeaderReadingDocument } from '#shared/document/leader-reading.ts'
import { buildMemberTableDocument } from '#shared/document/member-table.ts'
import type { DocumentNotice } from '#shared/document/notice.ts'
import {
  buildAppendixDocument,
  buildPlanDocument,
  type BuiltDocument,
  type DocumentOptions,
  type PlanRecords,
} from '#shared/document/plan-document.ts'
import type { DocumentRequest } from '#shared/ipc/exchange-contract.ts'
import { readAgencyRegistry } from '#main/store/repositories/agency.ts'
import { listAppendices } from '#main/store/repositories/appendix.ts'
import { listFields } from '#main/store/repositories/field.ts'
import { findFrozenDocument, getDraftRound } from '#main/store/repositories/frozen.ts'
import { listMembers } from '#main/store/repositories/member.ts'
import { getPlan } from '#main/store/repositories/plan.ts'
import { listProvisions } from '#main/store/repositories/provision.ts'
import { listTasks } from '#main/store/repositories/task.ts'
import type { Readable } from '#main/store/schema.ts'
import type { ServiceContext } from './context.ts'
import { requireOffice } from './office.ts'

/** Everything that papers of one plan are made of: kept whole in a draft round and at issue, so that later changes reach no frozen paper. */
export interface PaperRecords {
  readonly records: PlanRecords
  readonly members: readonly Member[]
}

/** A paper asked for, with where its words come from. */
export interface Paper {
  readonly plan: Plan
  readonly document: OfficialDocument
  readonly notices: readonly DocumentNotice[]
  /** Number of the draft round it is of, or null. */
  readonly round: number | null
  /** Bytes frozen at issue that are this very paper's Word file, by their hash; null when it is made on the spot. */
  readonly frozenDocx: string | null
  /** The records it is made of, where its Word file can come back edited: a plan or an appendix that was not issued. */
  readonly sent: PaperRecords | null
}

/** Records of a plan as they are now. Throws `record-not-found`, `workspace-not-set-up`. */
export async function readPaperRecords(db: Readable, planId: PlanId): Promise<PaperRecords> {
  return {
    records: {
      plan: await getPlan(db, planId),
      provisions: await listProvisions(db, planId),
      appendices: await listAppendices(db, planId),
      tasks: await listTasks(db, planId),
      fields: await listFields(db),
      registry: await readAgencyRegistry(db),
      office: await requireOffice(db),
    },
    members: await listMembers(db),
  }
}

/** The moment in a paper's file: a day of the records, never the clock, so that the same records give the same bytes. */
export function optionsFor(plan: Plan, copy: DocumentOptions['copy'], round: number | null): DocumentOptions {
  return { copy, draftMark: round === null ? null : draftMark(round), stamp: `${plan.issuedOn ?? plan.agenciesAsOf}T00:00:00.000Z` }
}

/**
 * Makes the paper a request asks for. An issued plan and a draft round are served from what was frozen, word for word; everything else
 * from the records as they are now, with the editor's unsaved text where the request brings it.
 * Throws `record-not-found`, `agency-not-found` (a list asked for no agency).
 */
export async function readPaper({ db }: ServiceContext, request: DocumentRequest): Promise<Paper> {
  if (request.draftRoundId !== null) return paperOfRound(db, request, request.draftRoundId)
  const frozen = await findFrozenDocument<PaperRecords>(db, request.planId, request.copy)
  if (frozen !== null) {
    // Its own status and successor may have changed since; what the paper says has not.
    const plan = await getPlan(db, request.planId)
    if (request.what === 'plan')
      return { plan, document: frozen.document, notices: [], round: null, frozenDocx: frozen.docx.hash, sent: null }
    return { plan, ...build(frozen.content, request, null), round: null, frozenDocx: null, sent: null }
  }
  const live = await readPaperRecords(db, request.planId)
  const records =
    request.unsaved === null
      ? live.records
      : { ...live.records, provisions: request.unsaved.map((block) => ({ ...block, content: normaliseContent(block.content) })) }
  const content = { ...live, records }
  return { plan: records.plan, ...build(content, request, null), round: null, frozenDocx: null, sent: mergeable(request) ? content : null }
}

async function paperOfRound(db: Readable, request: DocumentRequest, id: DraftRoundId): Promise<Paper> {
  const { round, content, document } = await getDraftRound<PaperRecords>(db, id)
  const { plan } = content.records
  const sent = mergeable(request) ? content : null
  if (request.what === 'plan') return { plan, document, notices: [], round: round.ordinal, frozenDocx: null, sent }
  return { plan, ...build(content, request, round.ordinal), round: round.ordinal, frozenDocx: null, sent }
}

/** Lists made for one reader show tasks beside other words: they are no place to edit the plan. */
function mergeable({ what }: DocumentRequest): boolean {
  return what === 'plan' || what === 'appendix'
}

function build({ records, members }: PaperRecords, request: DocumentRequest, round: number | null): BuiltDocument {
  const options = optionsFor(records.plan, request.copy, round)
  switch (request.what) {
    case 'plan':
      return buildPlanDocument(records, options)
    case 'appendix':
      return buildAppendixDocument(records, options)
    case 'leader-reading':
      return buildLeaderReadingDocument(records, options)
    case 'member-table':
      return buildMemberTableDocument(records, members, request.memberId, options)
    case 'agency-list': {
      const agency = records.registry.agencies.find((one) => one.id === request.agencyId)
      if (agency === undefined) throw new AppError('agency-not-found', { name: request.agencyId ?? '' })
      return buildAgencyListDocument(records, agency, options)
    }
    default:
      return request.what satisfies never
  }
}

/** The name of whom a paper is for, for its file's name; null for a paper for all. */
export async function addresseeOf({ db }: ServiceContext, request: DocumentRequest): Promise<string | null> {
  if (request.what === 'agency-list')
    return (await readAgencyRegistry(db)).agencies.find((agency) => agency.id === request.agencyId)?.name ?? null
  if (request.what === 'member-table' && request.memberId !== null)
    return (await listMembers(db)).find((member) => member.id === request.memberId)?.name ?? null
  return null
}
