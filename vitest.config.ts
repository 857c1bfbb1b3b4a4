import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    environment: 'node',
    // Native modules do not survive several worker threads of one process.
    pool: 'forks',
    // A loaded machine is slow, not wrong: no test measures a time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', ['json', { outputFile: '.cache/reports/vitest.json' }]],
  },
})
