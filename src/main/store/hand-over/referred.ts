import type { PackRow, PackRows } from '#shared/domain/pack.ts'
import type { Readable } from '../schema.ts'
import { uuidsIn } from './rows.ts'

/**
 * What a workspace takes of the rows a pack refers to: all that the plan's rows name, one by one or through each other. Bodies that came
 * only because a group of the plan holds every body of their kind are for a workspace that has none of that kind: where there are some, the
 * group means those, and a second "Sở Nội vụ" beside the first would only mislead.
 */
export async function wantedReferred(
  db: Readable,
  { rows, referred }: { readonly rows: PackRows; readonly referred: PackRows },
): Promise<PackRows> {
  const byId = new Map([...referred.values()].flat().map((row) => [row.id, row]))
  const wanted = new Set<string>()
  const want = (from: readonly PackRow[]): void => {
    let latest = from
    while (latest.length > 0) {
      const named = [...uuidsIn(latest)].filter((id) => byId.has(id) && !wanted.has(id))
      for (const id of named) wanted.add(id)
      latest = named.flatMap((id) => byId.get(id) ?? [])
    }
  }
  want([...rows.values()].flat())
  // The office comes with its standing agency, where none is set up yet.
  if ((await db.selectFrom('office').select('id').executeTakeFirst()) === undefined) want(referred.get('office') ?? [])
  const kinds = await db.selectFrom('agency').select('kind').distinct().execute()
  const known = new Set(kinds.map(({ kind }) => kind))
  const strange = (referred.get('agency') ?? []).filter(({ id, kind }) => !wanted.has(id) && !known.has(String(kind)))
  for (const { id } of strange) wanted.add(id)
  // What a body belongs to, or was succeeded by, goes before it.
  want(strange)
  return new Map([...referred].map(([table, list]) => [table, list.filter(({ id }) => wanted.has(id) || table === 'office')]))
}
