import { z } from 'zod'
import { CitationFinding, CitationFix } from '../domain/citation-finding.ts'
import { CitedDocument, CitedDocumentFacts } from '../domain/cited-document.ts'
import { CitingAddress, CitingPlace } from '../domain/citing-text.ts'
import { CitedDocumentId, PlanId, ProvisionId, Version } from '../domain/identifier.ts'
import { Inline } from '../domain/inline.ts'
import { ProvisionArea } from '../domain/provision.ts'
import { call } from './call.ts'

const nothing = z.object({})

/** One place of one plan where a document is cited. */
export const CitedPlace = z.object({
  planId: PlanId,
  year: z.number(),
  subject: z.string(),
  place: CitingPlace,
  address: CitingAddress,
  start: z.number().int().nonnegative(),
  length: z.number().int().positive(),
  before: z.string(),
  match: z.string(),
  after: z.string(),
})
export type CitedPlace = z.infer<typeof CitedPlace>

/** A document that plans cite and the registry has not. */
export const UnregisteredDocument = z.object({ facts: CitedDocumentFacts, times: z.number().int(), planIds: z.array(PlanId).readonly() })
export type UnregisteredDocument = z.infer<typeof UnregisteredDocument>

/** A fix at its place. */
export const PlacedFix = z.object({ place: CitingPlace, fix: CitationFix })
export type PlacedFix = z.infer<typeof PlacedFix>

export const citationContract = {
  'citation.list': call(nothing, z.array(CitedDocument).readonly()),
  /** In how many plans and places each document is cited, and what plans cite beside the registry. */
  'citation.usage': call(
    nothing,
    z.object({
      counts: z.array(z.object({ id: CitedDocumentId, plans: z.number().int(), places: z.number().int() })).readonly(),
      unregistered: z.array(UnregisteredDocument).readonly(),
    }),
  ),
  'citation.places': call(z.object({ id: CitedDocumentId }), z.array(CitedPlace).readonly()),
  /** Adds (`id` null) or writes one. */
  'citation.save': call(
    z.object({ id: CitedDocumentId.nullable(), version: Version.nullable(), facts: CitedDocumentFacts }),
    CitedDocument,
  ),
  /** Takes one out; documents it replaced lose that note. */
  'citation.remove': call(z.object({ id: CitedDocumentId, version: Version }), nothing),
  /** Adds those that are not there yet ("ghi nhận tất cả", pasting); gives the ones it added. */
  'citation.create-many': call(
    z.object({ documents: z.array(CitedDocumentFacts).min(1).max(2000) }),
    z.object({ added: z.array(CitedDocument).readonly() }),
  ),
  /** What a block of cells from a spreadsheet would add. */
  'citation.preview-paste': call(
    z.object({ text: z.string().max(1_000_000) }),
    z.object({
      rows: z
        .array(
          z.object({
            facts: CitedDocumentFacts,
            problem: z.enum(['no-symbol', 'already-there', 'type-guessed', 'date-not-understood']).nullable(),
            written: z.string(),
          }),
        )
        .readonly(),
    }),
  ),
  /** All that may be said of a plan's citations as they are stored. */
  'citation.check': call(
    z.object({ planId: PlanId }),
    z.object({
      mentions: z.number().int(),
      findings: z.array(CitationFinding).readonly(),
      unregistered: z.array(UnregisteredDocument).readonly(),
    }),
  ),
  /** Changes the words of citations, as one command; a place whose words are no longer those is left alone. */
  'citation.fix': call(z.object({ planId: PlanId, fixes: z.array(PlacedFix).min(1).max(5000) }), z.object({ done: z.number().int() })),
  /** Makes the legal bases of one paper those given, in order, as one command. An id that stays keeps its links. */
  'citation.write-bases': call(
    z.object({
      planId: PlanId,
      area: ProvisionArea,
      bases: z.array(z.object({ provisionId: ProvisionId.nullable(), content: z.array(Inline) })).max(200),
    }),
    nothing,
  ),
}
