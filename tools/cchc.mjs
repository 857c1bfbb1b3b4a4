// The command line: `npm run cchc -- export --year 2023 …`. Makes the machine ready and the program built when they are not,
// and says so on standard error only: standard output is the command's own (`--json` is read by machines).
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const built = join(root, 'out', 'main', 'cli.js')
const quiet = { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' }

const ready = spawnSync(process.execPath, [join(root, 'tools', 'ready.mjs'), '--quiet'], { stdio: ['ignore', 2, 2] })
if (ready.status !== 0) process.exit(ready.status ?? 1)

// Node 24 comes with node_modules where the machine's own may be older; on Windows the machine's own is used.
const carried = join(root, 'node_modules', '.bin', 'node')
const node = process.platform !== 'win32' && existsSync(carried) ? carried : process.execPath

/** Whether a source is newer than what was built from it. */
function isStale() {
  if (!existsSync(built)) return true
  const inputs = ['src/main', 'src/shared', 'package.json', 'electron.vite.config.ts']
  const age = statSync(built).mtimeMs
  const newer = (path) => {
    const stat = statSync(path)
    if (stat.isDirectory()) return readdirSync(path, { recursive: true }).some((file) => statSync(join(path, file)).mtimeMs > age)
    return stat.mtimeMs > age
  }
  return inputs.some((input) => newer(join(root, input)))
}

if (isStale()) {
  const vite = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const build = spawnSync(node, [vite, 'build', '--logLevel', 'error'], { ...quiet, shell: false })
  if (build.status !== 0) process.exit(build.status ?? 1)
}
const command = spawnSync(node, [built, ...process.argv.slice(2)], { stdio: 'inherit' })
process.exit(command.status ?? 1)
