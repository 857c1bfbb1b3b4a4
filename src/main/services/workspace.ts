import { existsSync } from 'node:fs'
import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as uuid } from 'uuid'
import { AppError } from '#shared/app-error.ts'
import type { Actor, Profile } from '#shared/domain/actor.ts'
import type { ProfileId } from '#shared/domain/identifier.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import type { BackupFile, WorkspaceStatus } from '#shared/ipc/workspace-contract.ts'
import { workspaceText } from '#shared/text/vi/workspace.ts'
import type { FolderProbes } from '#main/files/folder-kind.ts'
import { isDailyBackupDue, listBackups, makeBackup } from '#main/store/backup.ts'
import { findLastChangeAt } from '#main/store/repositories/change.ts'
import { listAway } from '#main/store/repositories/hand-over.ts'
import { findOffice } from '#main/store/repositories/office.ts'
import { listProfiles } from '#main/store/repositories/profile.ts'
import { copyWorkspace, isWorkspace, openWorkspace, openWorkspaceToRead, restoreWorkspace, type Workspace } from '#main/store/workspace.ts'
import { authorise } from './authorise.ts'
import { runCommand } from './command.ts'
import { createContext, type Emit, type ServiceContext } from './context.ts'
import { checkWorkspace } from './health.ts'
import { readHistoryState } from './history.ts'
import { readMachineSettings, writeMachineSettings } from './machine-settings.ts'
import { readOrganisationSeed, seedOrganisation } from './organisation-seed.ts'
import { keepAway, type PackTools } from './hand-over.ts'
import { readPackKey } from './pack-key.ts'
import { actorOf, ensureProfiles, saveProfile } from './profile.ts'

/** What the program is given once, when it starts. */
export interface WorkspacesSetting {
  /** Where this program keeps what belongs to the user: settings, and the workspaces unless they are elsewhere. */
  readonly userDataFolder: string
  readonly programVersion: string
  /** Description of the sample province (`resources/sample/organisation.json`). */
  readonly sampleOrganisation: string
  /** What else a new sample workspace gets, after its organisation: the plan and its appendix. */
  readonly fillSample: (context: ServiceContext, actor: Actor) => Promise<void>
  readonly emit: Emit
  readonly now: () => Date
  readonly newId?: <Id extends string>() => Id
  readonly probes?: FolderProbes
  /** See `PackTools.workFactor`; the age format's own when left out. */
  readonly packWorkFactor?: number
  /** Whether the machine remembers what was opened, for the next start. The command line leaves that to the window. */
  readonly remember: boolean
}

/** What a window must ask anew when another workspace opens. */
const EVERY_NOUN = [
  'agency',
  'agency-group',
  'appendix',
  'backup',
  'cited-document',
  'document',
  'draft-round',
  'field',
  'goal',
  'hand-over',
  'member',
  'office',
  'phrase',
  'plan',
  'plan-template',
  'profile',
  'programme',
  'provision',
  'served-goal',
  'task',
  'workspace',
]

/** A workspace in use and the person who uses it: what every other service is called with. */
export interface Session {
  readonly context: ServiceContext
  readonly actor: Actor
}

/** The workspaces of this machine; at most one is open. */
export interface Workspaces {
  /** The open workspace and its user. Throws `workspace-not-set-up` while none is open. */
  readonly session: () => Session
  /** Throws why the last workspace could not be opened, while none is. */
  readonly status: () => Promise<WorkspaceStatus>
  /** Opens the sample, a folder, or what was open last; a failure is kept for `status`, so that the window can tell it. */
  readonly openAtStart: (start: { readonly workspace: string | null; readonly sample: boolean }) => Promise<void>
  readonly openSample: () => Promise<WorkspaceStatus>
  /** Opens the office's own workspace in its usual folder or another one, making it where there is none. */
  readonly openOwn: (folder: string | null) => Promise<WorkspaceStatus>
  /** Opens a workspace to read beside another program that has it open. */
  readonly openToRead: (folder: string | null) => Promise<Session>
  /** "Chép về máy": copies a workspace from a network drive or a synchronised folder into the user's data and opens the copy. */
  readonly copyToThisMachine: (folder: string) => Promise<WorkspaceStatus>
  /** Makes a workspace of its own in the user's data, has it filled, and opens it for the person who is at the keyboard. */
  readonly openFilled: (fill: (context: ServiceContext, actor: Actor) => Promise<void>) => Promise<WorkspaceStatus>
  /** What hand-overs need of the program: the person's key pair, made when it is first asked for. */
  readonly packTools: PackTools
  /** Adds or changes a person; who changes himself goes on under the new name. */
  readonly saveProfile: (input: Input<'profile.save'>) => Promise<Profile>
  readonly chooseProfile: (id: ProfileId) => Promise<Profile>
  readonly backUp: () => Promise<BackupFile>
  /** The backup of the day, unless there is one; null then, for the sample, and while nothing is open. Asked at the start and every hour. */
  readonly backUpDaily: () => Promise<BackupFile | null>
  readonly backups: () => Promise<readonly BackupFile[]>
  readonly check: () => Promise<Output<'workspace.check'>>
  readonly restore: (file: string) => Promise<WorkspaceStatus>
  readonly close: () => Promise<void>
}

interface Open extends Session {
  readonly workspace: Workspace
  readonly kind: 'sample' | 'office'
}

export function createWorkspaces(setting: WorkspacesSetting): Workspaces {
  const newId = setting.newId ?? (<Id extends string>() => uuid() as Id)
  const machine = { now: setting.now, ...(setting.probes === undefined ? {} : { probes: setting.probes }) }
  const settingsFile = join(setting.userDataFolder, 'machine.json')
  const sampleFolder = join(setting.userDataFolder, 'sample')
  const usualFolder = join(setting.userDataFolder, 'workspace')

  let open: Open | null = null
  let failure: unknown = null
  /** The folder last asked for, open or not: backups are listed and restored there even when it is damaged. */
  let wanted: { readonly folder: string; readonly kind: Open['kind'] } | null = null

  const contextOf = (workspace: Workspace): ServiceContext =>
    createContext(
      { dialect: workspace.connection.dialect, files: workspace.files, now: setting.now, newId, emit: setting.emit },
      workspace.connection.db,
    )

  /** The backup under way, for a database must not be closed while it is copied. */
  let backingUp: Promise<unknown> = Promise.resolve()
  const backUpAs = async (reason: 'manual' | 'daily', workspace: Workspace): Promise<BackupFile> => {
    const backup = makeBackup(workspace, reason, setting.now())
    backingUp = Promise.allSettled([backingUp, backup])
    const made = await backup
    setting.emit('data.changed', { nouns: ['backup', 'workspace'], command: 'workspace.back-up' })
    return made
  }

  const close = async (): Promise<void> => {
    const closing = open
    open = null
    await backingUp
    await closing?.workspace.close()
  }

  const enter = async (folder: string, kind: Open['kind']): Promise<void> => {
    wanted = { folder, kind }
    // Another workspace stays open until the new one is: when that one cannot be opened, work goes on where it was.
    if (open?.workspace.folder === folder) await close()
    const workspace = await openWorkspace(folder, machine)
    try {
      const context = contextOf(workspace)
      const profiles = await ensureProfiles(context)
      const settings = await readMachineSettings(settingsFile)
      const profile = profiles.find(({ id }) => id === settings.profiles[folder]) ?? profiles[0]
      await close()
      open = { workspace, kind, context, actor: actorOf(profile) }
      failure = null
      if (setting.remember) {
        const last = kind === 'office' ? 'own' : 'sample'
        await writeMachineSettings(settingsFile, { ...settings, ownFolder: kind === 'office' ? folder : settings.ownFolder, last })
      }
    } catch (error) {
      if (open?.workspace === workspace) open = null
      await workspace.close()
      throw error
    }
    setting.emit('data.changed', { nouns: EVERY_NOUN, command: 'workspace.open' })
  }

  const requireOpen = (): Open => {
    if (open === null) throw failure instanceof Error ? failure : new AppError('workspace-not-set-up', {})
    return open
  }

  const status = async (): Promise<WorkspaceStatus> => {
    const nothing = {
      folder: null,
      kind: 'none',
      office: null,
      profile: null,
      profiles: [],
      lastSavedAt: null,
      lastBackupAt: null,
      undo: null,
      redo: null,
    } as const
    if (open === null) {
      if (failure instanceof Error) throw failure
      return { ...nothing, programVersion: setting.programVersion }
    }
    const { context, actor, workspace, kind } = open
    const profiles = await listProfiles(context.db)
    return {
      folder: workspace.folder,
      kind,
      office: await findOffice(context.db),
      profile: profiles.find(({ id }) => id === actor.profileId) ?? null,
      profiles,
      lastSavedAt: await findLastChangeAt(context.db),
      lastBackupAt: (await listBackups(workspace.folder))[0]?.at ?? null,
      ...(await readHistoryState(context, actor)),
      programVersion: setting.programVersion,
    }
  }

  /** The sample is filled beside its place and put there when it is whole: a start that was cut short leaves no half one. */
  const makeSample = async (): Promise<void> => {
    const unfinished = `${sampleFolder}.part`
    await rm(unfinished, { recursive: true, force: true })
    const seed = await readOrganisationSeed(setting.sampleOrganisation)
    const workspace = await openWorkspace(unfinished, machine)
    try {
      const context = contextOf(workspace)
      const [profile] = await ensureProfiles(context)
      const actor = actorOf(profile)
      await runCommand(context, actor, { command: 'workspace.fill-sample', undoable: false }, (trace) =>
        seedOrganisation(trace, newId, seed),
      )
      await setting.fillSample(context, actor)
    } finally {
      await workspace.close()
    }
    await rename(unfinished, sampleFolder)
  }

  const openSample = async (): Promise<WorkspaceStatus> => {
    if (!isWorkspace(sampleFolder)) await makeSample()
    await enter(sampleFolder, 'sample')
    return status()
  }

  const ownFolder = async (folder: string | null): Promise<string> => {
    if (folder === null) return (await readMachineSettings(settingsFile)).ownFolder ?? usualFolder
    // A folder with other things in it (Documents, Desktop) is not strewn with ours: the workspace gets one of its own inside.
    const names = isWorkspace(folder) ? [] : await readdir(folder).catch(() => [])
    return names.length === 0 ? folder : join(folder, 'ban-lam-viec-cchc')
  }

  const openOwn = async (folder: string | null): Promise<WorkspaceStatus> => {
    const chosen = await ownFolder(folder)
    await enter(chosen, chosen === sampleFolder ? 'sample' : 'office')
    return status()
  }

  /** A folder of the user's data that is not there yet: `workspace`, `workspace-2` … */
  const freshFolder = (): string => {
    let folder = usualFolder
    for (let ordinal = 2; existsSync(folder); ordinal += 1) folder = `${usualFolder}-${ordinal}`
    return folder
  }

  const openFilled: Workspaces['openFilled'] = async (fill) => {
    const target = freshFolder()
    const unfinished = `${target}.part`
    await rm(unfinished, { recursive: true, force: true })
    const actor: Actor = open?.actor ?? { profileId: newId<ProfileId>(), name: workspaceText.firstProfile, role: 'secretariat' }
    const workspace = await openWorkspace(unfinished, machine)
    try {
      await fill(contextOf(workspace), actor)
    } finally {
      await workspace.close()
    }
    await rename(unfinished, target)
    const settings = await readMachineSettings(settingsFile)
    await writeMachineSettings(settingsFile, { ...settings, profiles: { ...settings.profiles, [target]: actor.profileId } })
    await enter(target, 'office')
    return status()
  }

  return {
    session: requireOpen,
    status,
    openFilled,
    packTools: {
      key: () => readPackKey(setting.userDataFolder),
      programVersion: setting.programVersion,
      workFactor: setting.packWorkFactor ?? null,
    },
    openSample,
    openOwn,
    close,
    openAtStart: async (start) => {
      try {
        const { last } = await readMachineSettings(settingsFile)
        if (start.sample) await openSample()
        else if (start.workspace !== null) await openOwn(start.workspace)
        else if (last === 'sample') await openSample()
        else if (last === 'own') await openOwn(null)
      } catch (error) {
        failure = error
      }
    },
    openToRead: async (folder) => {
      await close()
      const chosen = await ownFolder(folder)
      const workspace = await openWorkspaceToRead(chosen, machine)
      const context = contextOf(workspace)
      const [profile] = await listProfiles(context.db)
      const actor: Actor =
        profile === undefined ? { profileId: newId<ProfileId>(), name: '', role: 'reader' } : { ...actorOf(profile), role: 'reader' }
      open = { workspace, kind: 'office', context, actor }
      return open
    },
    copyToThisMachine: async (folder) => {
      const target = freshFolder()
      await copyWorkspace(folder, target)
      await enter(target, 'office')
      return status()
    },
    saveProfile: async (input) => {
      const { context, actor } = requireOpen()
      const profile = await saveProfile(context, actor, input)
      if (open !== null && open.actor.profileId === profile.id) open = { ...open, actor: actorOf(profile) }
      return profile
    },
    chooseProfile: async (id) => {
      const current = requireOpen()
      const profile = (await listProfiles(current.context.db)).find((one) => one.id === id)
      if (profile === undefined) throw new AppError('record-not-found', { noun: 'profile', id })
      open = { ...current, actor: actorOf(profile) }
      const settings = await readMachineSettings(settingsFile)
      await writeMachineSettings(settingsFile, { ...settings, profiles: { ...settings.profiles, [current.workspace.folder]: id } })
      setting.emit('data.changed', { nouns: ['workspace'], command: 'profile.choose' })
      return profile
    },
    backUp: async () => backUpAs('manual', requireOpen().workspace),
    backUpDaily: async () => {
      const current = open
      if (current === null || current.kind === 'sample' || !(await isDailyBackupDue(current.workspace.folder, setting.now()))) return null
      // Another one may have been opened while the folder was looked at.
      return open === current ? backUpAs('daily', current.workspace) : null
    },
    backups: async () => {
      const folder = open?.workspace.folder ?? wanted?.folder
      return folder === undefined ? [] : listBackups(folder)
    },
    check: async () => {
      const { context, workspace } = requireOpen()
      return checkWorkspace(context, workspace.connection.checkIntegrity)
    },
    restore: async (file) => {
      const target = open === null ? wanted : { folder: open.workspace.folder, kind: open.kind }
      if (target === null) throw new AppError('workspace-not-set-up', {})
      if (open !== null) authorise(open.actor, 'workspace.restore')
      // A backup of before a hand-over knows nothing of it: what is with another person stays read-only all the same.
      const away = open === null ? [] : await listAway(open.context.db)
      await close()
      try {
        await restoreWorkspace(target.folder, file, machine)
      } finally {
        // Whether it was put back or refused, the person goes on with what is there now.
        await enter(target.folder, target.kind).catch((error: unknown) => {
          failure = error
        })
      }
      if (open !== null) await keepAway(open.context, open.actor, away)
      return status()
    },
  }
}
