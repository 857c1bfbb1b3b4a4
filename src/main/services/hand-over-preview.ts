import type { PlanId } from '#shared/domain/identifier.ts'
import type { PackRow, PackRows } from '#shared/domain/pack.ts'
import type { PackPreview, PackVerdict } from '#shared/ipc/hand-over-contract.ts'
import { handOverText as words } from '#shared/text/vi/hand-over.ts'
import { runDocumentJob } from '#main/documents/worker-pool.ts'
import { wantedReferred } from '#main/store/hand-over/referred.ts'
import { contentHash, readPlanRows } from '#main/store/hand-over/rows.ts'
import { ownedTables, referredTables, tablesInOrder } from '#main/store/hand-over/standing.ts'
import type { Readable } from '#main/store/schema.ts'
import { sameRow } from '#main/store/trace.ts'
import { readPaperRecords } from './document-source.ts'
import { logLines } from './hand-over.ts'
import { planHere, rowsHere, signerOf, verdictOf, type OpenedPack } from './hand-over-open.ts'
import type { JobControl } from './jobs.ts'
import { fingerprintOf } from './pack-key.ts'

/** Everything a person is shown of an opened pack before anything is done with it. */
export async function previewPack(db: Readable | null, opened: OpenedPack, token: string, control: JobControl): Promise<PackPreview> {
  const { manifest, content, file } = opened
  const verdict = await verdictOf(db, opened)
  const planId = await planHere(db, opened)
  const count = (table: string): number => content.rows.get(table)?.length ?? 0
  return {
    token,
    file,
    verdict,
    direction: manifest.direction,
    scope: manifest.scope,
    title: manifest.title,
    officeName: manifest.officeName,
    fromName: manifest.fromName,
    toName: manifest.toName,
    at: manifest.at,
    fingerprint: fingerprintOf(manifest.publicKey),
    signer: await signerOf(db, opened),
    planId,
    counts: {
      plans: count('plan'),
      provisions: count('provision'),
      tasks: count('task_wording'),
      rounds: count('draft_round'),
      files: content.files.length,
    },
    missing: db === null || manifest.scope === 'workspace' ? {} : await countMissing(db, await wantedReferred(db, content)),
    comparisons: db === null ? [] : await comparePlans(db, opened, verdict, control),
    records:
      db === null || manifest.scope === 'plan' || verdict === 'receive-workspace'
        ? []
        : countDifferences(await rowsHere(db, opened), content.rows),
    log: logLines(content.log),
    mayKeepAsRound: planId !== null && (verdict === 'late' || verdict === 'unknown' || verdict === 'plan-exists'),
  }
}

async function countMissing(db: Readable, referred: PackRows): Promise<Record<string, number>> {
  const missing: Record<string, number> = {}
  for (const table of referredTables) {
    const ids = (referred.get(table) ?? []).map(({ id }) => id)
    if (ids.length === 0) continue
    const here = await (db as Pick<typeof db, 'selectFrom'>).selectFrom(table).select('id').where('id', 'in', ids).execute()
    if (here.length < ids.length) missing[table] = ids.length - here.length
  }
  return missing
}

/** How many plans of a workspace are compared word by word; the others are counted with the other records. */
const MOST_COMPARED = 12

async function comparePlans(
  db: Readable,
  opened: OpenedPack,
  verdict: PackVerdict,
  control: JobControl,
): Promise<PackPreview['comparisons']> {
  if (verdict === 'receive-workspace') return []
  const plans = (opened.content.rows.get('plan') ?? []).map(({ id }) => id as PlanId)
  const compared: PackPreview['comparisons'][number][] = []
  control.tell(0, null, words.comparing)
  for (const planId of plans) {
    const here = await readPlanRows(db, [planId])
    if (here.get('plan')?.length !== 1 || compared.length === MOST_COMPARED) continue
    if (contentHash(here, ownedTables) === contentHash(await readPlanRows(opened.scratch.db, [planId]), ownedTables)) continue
    const before = (await readPaperRecords(db, planId)).records
    const after = (await readPaperRecords(opened.scratch.db, planId)).records
    const comparison = await runDocumentJob('compare-plans', { before, after, cameFrom: [] }, { signal: control.signal })
    compared.push({ planId, title: after.plan.subject, comparison })
  }
  return compared
}

function countDifferences(here: PackRows, wanted: PackRows): PackPreview['records'] {
  return tablesInOrder
    .filter((table) => table !== 'profile')
    .map((table) => {
      const old = new Map((here.get(table) ?? []).map((row) => [row.id, row]))
      const rows: readonly PackRow[] = wanted.get(table) ?? []
      const added = rows.filter((row) => !old.has(row.id)).length
      const changed = rows.filter((row) => old.has(row.id) && !sameRow(old.get(row.id) ?? null, row)).length
      return { table, added, changed, removed: old.size + added - rows.length }
    })
    .filter(({ added, changed, removed }) => added + changed + removed > 0)
}
