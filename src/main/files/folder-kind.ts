import { readdirSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join, parse } from 'node:path'
import { AppError } from '#shared/app-error.ts'
import { fold } from '#shared/language/fold.ts'

/** What is asked of the machine about a folder; tests stand in for machines we do not have. */
export interface FolderProbes {
  readonly platform: NodeJS.Platform
  /** The folder's true path: Windows gives the server's name (`\\server\share\…`) for a mapped letter. Null when it is not there. */
  readonly truePath: (folder: string) => string | null
  /** Text of `/proc/mounts`, or null where there is none. */
  readonly mounts: () => string | null
  /** Names in a folder; empty when it is not there. */
  readonly names: (folder: string) => readonly string[]
}

/** Asks this machine. */
export const machineProbes: FolderProbes = {
  platform: process.platform,
  truePath: (folder) => {
    try {
      return realpathSync.native(folder)
    } catch {
      return null
    }
  },
  mounts: () => {
    try {
      return readFileSync('/proc/mounts', 'utf8')
    } catch {
      return null
    }
  },
  names: (folder) => {
    try {
      return readdirSync(folder)
    } catch {
      return []
    }
  },
}

/** Services that copy folders to other machines behind our back: what their folders are called (folded) and what they leave in them. */
const SYNC_SERVICES: readonly { readonly service: string; readonly folders: RegExp; readonly marks: RegExp }[] = [
  { service: 'OneDrive', folders: /^onedrive( ?-.*)?$/, marks: /^\.849c9593-d756-4e56-8d6e-42412f2a707b$/i },
  {
    service: 'Google Drive',
    folders: /^(google ?drive( .*)?|googledrive-.*|drive cua toi|my drive|drivefs)$/,
    marks: /^\.tmp\.drive(down|up)load$|^\.shortcut-targets-by-id$/,
  },
  { service: 'Dropbox', folders: /^dropbox( \(.*\))?$/, marks: /^\.dropbox(\.cache)?$/ },
  { service: 'iCloud', folders: /^(iclouddrive|icloud drive|mobile documents|com~apple~clouddocs)$/, marks: /^\.icloud$/ },
  { service: 'Zalo', folders: /^(zalo( pc| received files)?|zalopc|zalodata|zalodownloads)$/, marks: /^\.zalo/ },
  { service: 'Nextcloud', folders: /^(nextcloud|owncloud)$/, marks: /^\._?sync_[0-9a-f]+\.db$/ },
  { service: 'Syncthing', folders: /^syncthing$/, marks: /^\.stfolder$/ },
  { service: 'MEGA', folders: /^megasync$/, marks: /^\.megasync/ },
  { service: 'Box', folders: /^(box sync|box-box)$/, marks: /^\.box-sync/ },
]

const NETWORK_FILE_SYSTEMS = /^(nfs4?|cifs|smb3?|smbfs|afpfs|9p|ncpfs|fuse\.(sshfs|smbnetfs|gvfsd-fuse|rclone|davfs2?)|davfs)$/

/**
 * Refuses a folder where a database comes to harm: on a network drive (locks are not kept there) or in a folder that a service
 * copies to other machines (half a transaction travels). The folder itself need not be there yet; the nearest one above it counts.
 * Throws `workspace-on-network-drive`, `workspace-in-synced-folder`.
 */
export function refuseUnsafeFolder(folder: string, probes: FolderProbes = machineProbes): void {
  const real = nearestTruePath(folder, probes)
  if (isOnNetwork(folder, probes) || isOnNetwork(real, probes)) throw new AppError('workspace-on-network-drive', { folder })
  const service = syncServiceOf(real, probes) ?? syncServiceOf(folder, probes)
  if (service !== null) throw new AppError('workspace-in-synced-folder', { folder, service })
}

/** The true path of the folder, or of the nearest folder above it that is there, with the rest put behind. */
function nearestTruePath(folder: string, probes: FolderProbes): string {
  const rest: string[] = []
  for (let at = folder; ;) {
    const real = probes.truePath(at)
    if (real !== null) return join(real, ...rest)
    const above = dirname(at)
    if (above === at) return folder
    rest.unshift(parse(at).base)
    at = above
  }
}

function isOnNetwork(folder: string, probes: FolderProbes): boolean {
  // `\\?\C:\…` and `\\.\…` are this machine's own long names.
  if (/^(\\\\|\/\/)(?![?.][\\/])/.test(folder) || /^\\\\\?\\UNC\\/i.test(folder)) return true
  const mounts = probes.platform === 'linux' ? probes.mounts() : null
  if (mounts === null) return false
  // The longest mount point that the folder lies under is the one that holds it; of two at one place the later counts.
  let holding = { point: '', type: '' }
  for (const line of mounts.split('\n')) {
    const [, written, type] = line.split(' ')
    if (written === undefined || type === undefined) continue
    const point = written.replace(/\\(\d{3})/g, (_, octal: string) => String.fromCodePoint(Number.parseInt(octal, 8)))
    const under = folder === point || folder.startsWith(point.endsWith('/') ? point : `${point}/`)
    if (under && point.length >= holding.point.length) holding = { point, type }
  }
  return NETWORK_FILE_SYSTEMS.test(holding.type)
}

function syncServiceOf(folder: string, probes: FolderProbes): string | null {
  const segments = folder.split(/[\\/]/).map(fold)
  const byName = SYNC_SERVICES.find(({ folders }) => segments.some((segment) => folders.test(segment)))
  if (byName !== undefined) return byName.service
  for (let at = folder; ;) {
    const names = probes.names(at)
    const byMark = SYNC_SERVICES.find(({ marks }) => names.some((name) => marks.test(name)))
    if (byMark !== undefined) return byMark.service
    const above = dirname(at)
    if (above === at) return null
    at = above
  }
}
