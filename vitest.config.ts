import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    environment: 'node',
    // Native modules do not survive several worker threads of one process.
    pool: 'forks',
    testTimeout: 20_000,
    reporters: ['default', ['json', { outputFile: '.cache/reports/vitest.json' }]],
  },
})
