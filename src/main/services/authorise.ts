import { AppError } from '#shared/app-error.ts'
import type { Actor, Role } from '#shared/domain/actor.ts'

/**
 * What each role may write. Reading is open to everybody who can open the workspace. Members and readers write nothing yet but
 * their own history and profile: a member's opinions and progress will come as commands of their own.
 */
const mayWrite: Readonly<Record<Role, (command: string) => boolean>> = {
  secretariat: (command) => command !== 'history.purge',
  administrator: () => true,
  member: (command) => command.startsWith('opinion.') || command.startsWith('progress.'),
  reader: () => false,
}

/**
 * The one function that gives leave. Takes who asks and the command's name (`noun.verb`).
 * Throws `not-allowed` when the role may not.
 */
export function authorise(actor: Actor, command: string): void {
  if (!mayWrite[actor.role](command)) throw new AppError('not-allowed', { command, role: actor.role })
}
