import type { Profile } from '#shared/domain/actor.ts'
import type { ProfileId } from '#shared/domain/identifier.ts'
import type { NewRowOf, Readable, RowOf } from '../schema.ts'
import type { Trace } from '../trace.ts'

function toProfile(row: RowOf<'profile'>): Profile {
  return { id: row.id as ProfileId, name: row.name, role: row.role as Profile['role'], version: row.version }
}

function toRow(profile: Omit<Profile, 'version'>): NewRowOf<'profile'> {
  return { id: profile.id, name: profile.name, role: profile.role }
}

/** All who use this workspace, the first made first. */
export async function listProfiles(db: Readable): Promise<readonly Profile[]> {
  return (await db.selectFrom('profile').selectAll().orderBy('id').execute()).map(toProfile)
}

export async function insertProfile(trace: Trace, profile: Omit<Profile, 'version'>): Promise<Profile> {
  return toProfile(await trace.insert('profile', toRow(profile)))
}

/** Writes a profile; `version` is the one it was read with. */
export async function updateProfile(trace: Trace, profile: Profile): Promise<Profile> {
  return toProfile(await trace.update('profile', profile.id, toRow(profile), profile.version))
}
