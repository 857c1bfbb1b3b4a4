import { buildComparisonDocument, type Revision } from '#shared/document/comparison-document.ts'
import type { OfficialDocument } from '#shared/document/blocks.ts'
import { buildPlanDocument, type DocumentOptions, type PlanRecords } from '#shared/document/plan-document.ts'
import { pairRecords, type ComparedRecords } from '#shared/domain/comparison-pairs.ts'
import type { PlanComparison } from '#shared/domain/comparison.ts'
import { comparePlans } from '#shared/domain/plan-comparison.ts'

/** Of records of the newer side: the record of the older one that each came from. */
type Origins = readonly (readonly [string, string])[]

/** The comparison of two sides as a job: long texts that were all rewritten take longer than a window may wait. */
export function comparePlansJob({
  before,
  after,
  cameFrom,
}: {
  readonly before: ComparedRecords
  readonly after: ComparedRecords
  readonly cameFrom: Origins
}): PlanComparison {
  return comparePlans(before, after, new Map(cameFrom))
}

interface PaperOfSide {
  readonly records: PlanRecords
  readonly options: DocumentOptions
}

/** The paper that compares two papers, as a job for the same reason. */
export function comparePapersJob({
  before,
  after,
  cameFrom,
  revision,
}: {
  readonly before: PaperOfSide
  readonly after: PaperOfSide
  readonly cameFrom: Origins
  readonly revision: Revision
}): OfficialDocument {
  const { provisions, footnotes, appendices, fields, tasks } = pairRecords(before.records, after.records, new Map(cameFrom))
  return buildComparisonDocument(
    buildPlanDocument(before.records, before.options).document,
    buildPlanDocument(after.records, after.options).document,
    new Map([...provisions, ...footnotes, ...appendices, ...fields, ...tasks]),
    revision,
  )
}
