import { z } from 'zod'
import { Profile, Role } from '../domain/actor.ts'
import { Change } from '../domain/change.ts'
import { ChangeId, Moment, ProfileId, Version } from '../domain/identifier.ts'
import { Office } from '../domain/office.ts'
import { call } from './call.ts'

export const WorkspaceStatus = z.object({
  /** Null before a workspace is chosen (first start). */
  folder: z.string().nullable(),
  kind: z.enum(['none', 'sample', 'office']),
  /** Null until "Tạo đơn vị của tôi" is done. */
  office: Office.nullable(),
  profile: Profile.nullable(),
  profiles: z.array(Profile).readonly(),
  lastSavedAt: Moment.nullable(),
  lastBackupAt: Moment.nullable(),
  /** What undo and redo would do now, as a command name, or null. */
  undo: z.string().nullable(),
  redo: z.string().nullable(),
  programVersion: z.string(),
})
export type WorkspaceStatus = z.infer<typeof WorkspaceStatus>

export const BackupFile = z.object({
  file: z.string(),
  at: Moment,
  bytes: z.number(),
  reason: z.enum(['manual', 'daily', 'before-migration', 'before-restore']),
})
export type BackupFile = z.infer<typeof BackupFile>

const nothing = z.object({})
const OfficeInput = Office.omit({ isSample: true, version: true, standingAgencyId: true })

export const workspaceContract = {
  'workspace.status': call(nothing, WorkspaceStatus),
  'workspace.open-sample': call(nothing, WorkspaceStatus),
  /** Opens (or makes) the person's own workspace in the default folder or the chosen one. */
  'workspace.open-own': call(z.object({ folder: z.string().nullable() }), WorkspaceStatus),
  /** "Chép về máy": copies a workspace from a network drive or a synchronised folder into the user's data and opens the copy. */
  'workspace.copy-to-machine': call(z.object({ folder: z.string().min(1) }), WorkspaceStatus),
  /** Asks for a folder with the system's dialog; null when cancelled. */
  'workspace.choose-folder': call(nothing, z.string().nullable()),
  'workspace.back-up': call(nothing, BackupFile),
  'workspace.list-backups': call(nothing, z.array(BackupFile).readonly()),
  'workspace.restore': call(z.object({ file: z.string() }), WorkspaceStatus),
  /** Looks at the database file, the log's chain, every record and every stored file; an empty list means that all is well. */
  'workspace.check': call(
    nothing,
    z.object({
      problems: z
        .array(z.object({ what: z.enum(['database', 'log', 'record', 'file-missing', 'file-changed']), detail: z.string() }))
        .readonly(),
    }),
  ),
  'office.create': call(OfficeInput, Office),
  'office.update': call(z.object({ version: Version, patch: OfficeInput.partial() }), Office),
  'profile.save': call(z.object({ id: ProfileId.nullable(), name: z.string().min(1), role: Role }), Profile),
  'profile.choose': call(z.object({ id: ProfileId }), Profile),
  'history.list': call(z.object({ recordId: z.string().nullable(), limit: z.number().int().min(1).max(500) }), z.array(Change).readonly()),
  'history.undo': call(nothing, z.object({ changeId: ChangeId, command: z.string() })),
  'history.redo': call(nothing, z.object({ changeId: ChangeId, command: z.string() })),
  /** Stops the long work of that id; the work answers `cancelled`. */
  'job.cancel': call(z.object({ jobId: z.uuid() }), nothing),
  /** The window, asked to close or to load its page again, has written its words: the office now does what was asked. */
  'window.leave': call(nothing, nothing),
}
