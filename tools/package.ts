// Puts the program into a folder that runs on a machine with nothing installed.
//
//   npm run package                          Linux folder, Windows folder and Windows zip, in dist/
//   npm run package -- --target linux        one target: linux | windows
//   npm run package -- --no-archive          folders only
//   npm run package -- --no-build            packs what out/ holds
//
// A script of our own, because the usual packagers ship the whole of node_modules or look up a download host
// (docs/decisions/0004).
import {
  createWriteStream,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { createPackageWithOptions } from '@electron/asar'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { Data, NtExecutable, NtExecutableResource, Resource } from 'resedit'
import { unpackRelease } from './electron.mjs'
import { root, runTool } from './run.mjs'

interface Target {
  readonly name: 'linux' | 'windows'
  /** Platform and architecture as Electron and the native module's prebuilt files name them. */
  readonly platform: 'linux-x64' | 'win32-x64'
  readonly executable: string
}

const TARGETS: readonly Target[] = [
  { name: 'linux', platform: 'linux-x64', executable: 'ban-lam-viec-cchc' },
  { name: 'windows', platform: 'win32-x64', executable: 'Bàn làm việc CCHC.exe' },
]
/** What a program shows of itself in Windows' file properties. */
const PRODUCT = 'Bàn làm việc CCHC'
/** Vietnamese for the office, English because Chromium falls back to it. */
const LOCALES = new Set(['vi.pak', 'en-US.pak'])

interface LockEntry {
  readonly dev?: boolean
  readonly devOptional?: boolean
  readonly optional?: boolean
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly name: string
  readonly version: string
  readonly main: string
}
const electronVersion = (JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')) as { readonly version: string })
  .version

/** Packages that stay outside the bundle, with all they need: what the lock file does not mark as development or optional. */
function shippedPackages(): readonly string[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, LockEntry>>
  }
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path !== '' && entry.dev !== true && entry.devOptional !== true && entry.optional !== true)
    .map(([path]) => path)
}

/** Sources, types, maps and the other platforms' binaries are of no use to a running program. */
function isShipped(file: string, platform: string): boolean {
  const path = file.replaceAll('\\', '/')
  if (/\/(deps|src|test|tests|docs|benchmark|examples|\.github)(\/|$)/.test(path.replace(/^.*node_modules\/(@[^/]+\/)?[^/]+/, '')))
    return false
  if (/\.(d\.[cm]?ts|map|md|gyp|markdown|ttf\.png)$/.test(path)) return false
  return !path.endsWith('.node') || basename(path) === `${platform}.node`
}

/** The application's own files, as they go into the archive. */
function collectApplication(folder: string, target: Target): void {
  mkdirSync(folder, { recursive: true })
  const { name, version, main } = manifest
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version, main, type: 'module' }))
  cpSync(join(root, 'out'), join(folder, 'out'), { recursive: true })
  if (existsSync(join(root, 'resources'))) cpSync(join(root, 'resources'), join(folder, 'resources'), { recursive: true })
  for (const path of shippedPackages())
    cpSync(join(root, path), join(folder, path), { recursive: true, filter: (file) => isShipped(relative(root, file), target.platform) })
}

/** Electron's release for a target: the one in node_modules for this machine, else unpacked once into the cache. */
function electronRelease(target: Target): string {
  if (target.platform === `${process.platform}-${process.arch}`) return join(root, 'node_modules/electron/dist')
  const folder = join(root, '.cache', `electron-${electronVersion}-${target.platform}`)
  if (!existsSync(join(folder, 'version'))) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(join(root, '.cache'), { recursive: true })
    unpackRelease(target.platform, folder)
  }
  return folder
}

/** Turns off every way to run something else in the program's name. */
async function setFuses(executable: string): Promise<void> {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  })
}

/** Icon, name and version in the Windows executable. */
function describeExecutable(file: string): void {
  const executable = NtExecutable.from(readFileSync(file))
  const resources = NtExecutableResource.from(executable)
  const icon = join(root, 'resources/icon.ico')
  const [group] = Resource.IconGroupEntry.fromEntries(resources.entries)
  if (existsSync(icon) && group !== undefined) {
    const images = Data.IconFile.from(readFileSync(icon)).icons.map(({ data }) => data)
    Resource.IconGroupEntry.replaceIconsForResource(resources.entries, group.id, group.lang, images)
  }
  const [information] = Resource.VersionInfo.fromEntries(resources.entries)
  if (information !== undefined) {
    const [major = 0, minor = 0, patch = 0] = manifest.version.split('.').map(Number)
    // 1066: Vietnamese; 1200: UTF-16.
    const language = { lang: 1066, codepage: 1200 }
    information.removeAllStringValues({ lang: 1033, codepage: 1200 })
    information.setFileVersion(major, minor, patch, 0, language.lang)
    information.setProductVersion(major, minor, patch, 0, language.lang)
    information.setStringValues(language, {
      ProductName: PRODUCT,
      FileDescription: PRODUCT,
      InternalName: manifest.name,
      OriginalFilename: basename(file),
    })
    information.outputToResourceEntries(resources.entries)
  }
  resources.outputResource(executable)
  writeFileSync(file, Buffer.from(executable.generate()))
}

async function packageTarget(target: Target): Promise<string> {
  const folder = join(root, 'dist', `${manifest.name}-${manifest.version}-${target.name}-x64`)
  const work = join(root, '.cache', `package-${target.name}`)
  rmSync(folder, { recursive: true, force: true })
  rmSync(work, { recursive: true, force: true })
  cpSync(electronRelease(target), folder, { recursive: true, mode: 0 })
  for (const locale of readdirSync(join(folder, 'locales'))) if (!LOCALES.has(locale)) rmSync(join(folder, 'locales', locale))
  for (const surplus of ['resources/default_app.asar', 'electron.d.ts', 'version']) rmSync(join(folder, surplus), { force: true })
  const executable = join(folder, target.executable)
  renameSync(join(folder, target.name === 'windows' ? 'electron.exe' : 'electron'), executable)
  if (target.name === 'windows') describeExecutable(executable)
  await setFuses(executable)
  collectApplication(work, target)
  // A native module is loaded by the system, which cannot read inside the archive.
  await createPackageWithOptions(work, join(folder, 'resources', 'app.asar'), { unpack: '*.node' })
  rmSync(work, { recursive: true, force: true })
  return folder
}

/** Writes a folder into a zip, a file at a time: the folder is larger than a process should hold. */
async function archive(folder: string): Promise<string> {
  const file = `${folder}.zip`
  const output = createWriteStream(file)
  const written = new Promise<void>((resolve, reject) => {
    output.on('finish', resolve)
    output.on('error', reject)
  })
  const zip = new Zip((error, chunk, final) => {
    if (error) output.destroy(error)
    else output.write(chunk)
    if (final) output.end()
  })
  for (const path of globSync('**/*', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile())) {
    const full = join(path.parentPath, path.name)
    const name = `${basename(folder)}/${relative(folder, full).replaceAll('\\', '/')}`
    const entry = /\.(pak|woff2|png)$/.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 })
    zip.add(entry)
    entry.push(await readFile(full), true)
    if (output.writableNeedDrain) await new Promise<void>((resolve) => output.once('drain', () => resolve()))
  }
  zip.end()
  await written
  return file
}

const { values } = parseArgs({
  options: { target: { type: 'string' }, archive: { type: 'boolean', default: true }, build: { type: 'boolean', default: true } },
  allowNegative: true,
})
const targets = TARGETS.filter(({ name }) => values.target === undefined || values.target === name)
if (targets.length === 0) throw new Error(`no such target: ${values.target}`)
if (values.build && runTool('electron-vite', ['build', '--logLevel', 'warn']) !== 0) throw new Error('the build failed')
for (const target of targets) {
  const folder = await packageTarget(target)
  console.log(relative(root, folder))
  // Linux keeps what may be run in the file's mode, which a zip does not carry everywhere; Windows has no such thing.
  if (target.name === 'windows' && values.archive) console.log(relative(root, await archive(folder)))
}
