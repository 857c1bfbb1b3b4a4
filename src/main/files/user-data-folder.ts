import { join } from 'node:path'

const FOLDER = 'ban-lam-viec-cchc'

/**
 * The folder Electron gives this program for the user's data, for the command line, which has no Electron to ask.
 * The name is the package's: an ASCII name, because it also goes into the user agent, which takes no other letters.
 */
export function userDataFolder(platform: NodeJS.Platform, home: string, environment: Readonly<Record<string, string | undefined>>): string {
  if (platform === 'win32') return join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), FOLDER)
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', FOLDER)
  return join(environment['XDG_CONFIG_HOME'] ?? join(home, '.config'), FOLDER)
}
