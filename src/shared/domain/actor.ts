import { z } from 'zod'
import { ProfileId, Version } from './identifier.ts'

/** Role of the person at the keyboard; `authorise` (main/services) is the one function that gives leave. */
export const Role = z.enum(['secretariat', 'member', 'reader', 'administrator'])
export type Role = z.infer<typeof Role>

/** A person who uses this workspace on this machine. */
export const Profile = z.object({ id: ProfileId, name: z.string().min(1), role: Role, version: Version })
export type Profile = z.infer<typeof Profile>

/** Who gives a command: written into its trace. */
export interface Actor {
  readonly profileId: ProfileId
  readonly name: string
  readonly role: Role
}
