import { z } from 'zod'
import { Day, DocumentRecordId, KeptFile, PlanId, Version } from './identifier.ts'

/**
 * Document (văn bản): anything issued or received. A list of the dossier, not the official register:
 * numbers come from the office's own document system; (issuer, symbol, number, year) is unique, a duplicate warns.
 */
export const DocumentRecord = z.object({
  id: DocumentRecordId,
  /** "Kế hoạch", "Quyết định", "Công văn"… */
  type: z.string().min(1),
  number: z.string(),
  symbol: z.string(),
  issuedOn: Day.nullable(),
  issuer: z.string(),
  subject: z.string(),
  signer: z.string(),
  planId: PlanId.nullable(),
  /** Our DOCX as frozen at issue, and the signed file of record. */
  ourFile: KeptFile.nullable(),
  signedFile: KeptFile.nullable(),
  version: Version,
})
export type DocumentRecord = z.infer<typeof DocumentRecord>
