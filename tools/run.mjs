// Small helpers of the scripts beside it.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** Runs a tool of node_modules/.bin (or `node` with a script) in the root, showing its output; the answer is its exit code. */
export function runTool(command, parameters, options = {}) {
  const bin = join(root, 'node_modules', '.bin')
  const separator = process.platform === 'win32' ? ';' : ':'
  const environment = { ...process.env, PATH: `${bin}${separator}${process.env.PATH}` }
  const result = spawnSync(command, parameters, {
    cwd: root,
    stdio: 'inherit',
    env: environment,
    shell: process.platform === 'win32',
    ...options,
  })
  return result.status ?? 1
}
