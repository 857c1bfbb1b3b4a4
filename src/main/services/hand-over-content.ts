import type { HandOverScope } from '#shared/domain/hand-over.ts'
import type { FileHash, HandOverId, PlanId } from '#shared/domain/identifier.ts'
import type { PackContent, PackRows } from '#shared/domain/pack.ts'
import { readLog, logOfPlans } from '#main/store/hand-over/log.ts'
import { contentHash, hashesIn, readNamedTexts, readPlanRows, readReferredRows, readWorkspaceRows } from '#main/store/hand-over/rows.ts'
import { hashedTables, ownedTables } from '#main/store/hand-over/standing.ts'
import { listSentVersions } from '#main/store/repositories/sent-version.ts'
import type { DomainTable, Readable } from '#main/store/schema.ts'
import type { ServiceContext } from './context.ts'

/** What is handed over: the plan with the versions it replaces, or everything. */
export interface Scope {
  readonly scope: HandOverScope
  readonly planIds: readonly PlanId[]
}

/** The tables that a scope's content hash is of. */
export function tablesOf({ scope }: Pick<Scope, 'scope'>): readonly DomainTable[] {
  return scope === 'workspace' ? hashedTables : ownedTables
}

export async function readScopeRows(db: Readable, { scope, planIds }: Scope): Promise<PackRows> {
  return scope === 'workspace' ? readWorkspaceRows(db) : readPlanRows(db, planIds)
}

/** The hash of a scope as it is now. */
export async function hashOfScope(db: Readable, scope: Scope): Promise<FileHash> {
  return contentHash(await readScopeRows(db, scope), tablesOf(scope))
}

/**
 * Everything a pack of this scope carries. `since`: the hand-over whose log goes back with it; null for one that goes out, which takes
 * the whole log of a workspace and none of a plan.
 */
export async function readPackContent(context: ServiceContext, scope: Scope, since: HandOverId | null): Promise<PackContent> {
  const { db, files } = context
  const rows = await readScopeRows(db, scope)
  const referred: PackRows = scope.scope === 'workspace' ? new Map() : await readReferredRows(db, rows)
  const sent = await listSentVersions(db, scope.scope === 'workspace' ? null : scope.planIds)
  const hashes = [...new Set([...hashesIn(rows), ...hashesIn(referred), ...sent.map((version) => version.content_hash)])]
  const named = await readNamedTexts(db, hashes)
  const stored = []
  for (const { hash, name, stored_at, bytes } of named.files) stored.push({ hash, name, stored_at, bytes, content: await files.read(hash) })
  return { rows, referred, texts: named.texts, files: stored, sent, log: await readPackLog(db, scope, rows, since) }
}

async function readPackLog(db: Readable, { scope }: Scope, rows: PackRows, since: HandOverId | null): Promise<PackContent['log']> {
  if (scope === 'workspace') return readLog(db, since)
  return since === null ? [] : logOfPlans(await readLog(db, since), rows)
}
