// `npm run bench` runs every `*.bench.ts` here, one after the other, in a process of its own; `npm run bench -- start` runs
// those whose name begins so. A benchmark prints ratios: `what: 1.12 × than what (aim ≤ 1.25)`. Adding a file adds a benchmark.
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { cpus } from 'node:os'
import { basename, join } from 'node:path'

const wanted = process.argv.slice(2)
const files = globSync('*.bench.ts', { cwd: import.meta.dirname })
  .filter((file) => wanted.length === 0 || wanted.some((name) => file.startsWith(name)))
  .toSorted()

console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`)
let failed = false
for (const file of files) {
  console.log(`\n${basename(file, '.bench.ts')}`)
  const { status } = spawnSync(process.execPath, ['--expose-gc', join(import.meta.dirname, file)], { stdio: 'inherit' })
  failed ||= status !== 0
}
process.exitCode = failed || files.length === 0 ? 1 : 0
