import { AppError } from '#shared/app-error.ts'
import type { Actor, Profile } from '#shared/domain/actor.ts'
import type { ProfileId } from '#shared/domain/identifier.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { workspaceText } from '#shared/text/vi/workspace.ts'
import { insertProfile, listProfiles, updateProfile } from '#main/store/repositories/profile.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'

/** The person a command is given by. */
export function actorOf(profile: Profile): Actor {
  return { profileId: profile.id, name: profile.name, role: profile.role }
}

/** The profiles of a workspace; an empty one gets its first, of the secretariat, so that the first start asks nothing. */
export async function ensureProfiles(context: ServiceContext): Promise<readonly [Profile, ...(readonly Profile[])]> {
  const [first, ...others] = await listProfiles(context.db)
  if (first !== undefined) return [first, ...others]
  const profile = { id: context.newId<ProfileId>(), name: workspaceText.firstProfile, role: 'secretariat' } as const
  const actor: Actor = { profileId: profile.id, name: profile.name, role: profile.role }
  const made = await runCommand(context, actor, { command: 'profile.save', undoable: 'apart' }, (trace) => insertProfile(trace, profile))
  return [made]
}

/** Adds a person (no id) or changes one. Throws `record-not-found`. */
export async function saveProfile(context: ServiceContext, actor: Actor, input: Input<'profile.save'>): Promise<Profile> {
  return runCommand(context, actor, { command: 'profile.save', undoable: 'apart' }, async (trace) => {
    if (input.id === null) return insertProfile(trace, { id: context.newId<ProfileId>(), name: input.name, role: input.role })
    const profile = (await listProfiles(trace.trx)).find(({ id }) => id === input.id)
    if (profile === undefined) throw new AppError('record-not-found', { noun: 'profile', id: input.id })
    return updateProfile(trace, { ...profile, name: input.name, role: input.role })
  })
}
