// Everything that is known without running the program. All checks run, so that one look shows all there is to mend.
import { runTool } from './run.mjs'

const SOURCES = ['src', 'tests', 'tools', 'bench', 'electron.vite.config.ts', 'vitest.config.ts', 'playwright.config.ts']

const CHECKS = [
  { name: 'types', command: 'tsc', parameters: ['--build'] },
  { name: 'lint', command: 'oxlint', parameters: ['--type-aware', '--deny-warnings', '--quiet', ...SOURCES] },
  { name: 'format', command: 'oxfmt', parameters: ['--check', ...SOURCES] },
  { name: 'boundaries', command: 'node', parameters: ['tools/boundaries.ts'] },
  { name: 'unused code', command: 'knip', parameters: ['--no-progress', '--no-config-hints'] },
]

const failed = []
for (const { name, command, parameters } of CHECKS) {
  const begin = performance.now()
  const code = runTool(command, parameters)
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${Math.round(performance.now() - begin)} ms)`)
  if (code !== 0) failed.push(name)
}
if (failed.length > 0) {
  console.error(`check failed: ${failed.join(', ')}`)
  process.exitCode = 1
}
