// All tests, one after the other: checks, unit tests, build, the real window. Every stage runs even after a failed one, so
// that one run tells all. The last line counts the tests of both runners in words that a build server understands.
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root, runTool } from './run.mjs'

const reports = join(root, '.cache', 'reports')
rmSync(reports, { recursive: true, force: true })

const stages = [
  { name: 'check', run: () => runTool('node', ['tools/check.mjs']) },
  { name: 'unit tests', run: () => runTool('vitest', ['run']) },
  { name: 'build', run: () => runTool('electron-vite', ['build', '--logLevel', 'warn']) },
  { name: 'window tests', run: () => runTool('node', ['tools/with-display.mjs', 'playwright', 'test']) },
]
const broken = stages.filter(({ run }) => run() !== 0).map(({ name }) => name)

/** A report that is missing means that its runner never came to its tests: one failure. */
function count(file, read) {
  try {
    return read(JSON.parse(readFileSync(join(reports, file), 'utf8')))
  } catch {
    return { passed: 0, failed: 1 }
  }
}

const counts = [
  count('vitest.json', ({ numPassedTests, numFailedTests }) => ({ passed: numPassedTests, failed: numFailedTests })),
  count('playwright.json', ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky })),
]
const passed = counts.reduce((sum, one) => sum + one.passed, 0)
const failed = counts.reduce((sum, one) => sum + one.failed, 0)

if (broken.length > 0) console.log(`Failed: ${broken.join(', ')}.`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = broken.length > 0 || failed > 0 || passed === 0 ? 1 : 0
