import { defineConfig } from '@playwright/test'

/** Takes the pictures of the user guide: `npm run guide`. Not part of the tests. */
export default defineConfig({
  testDir: '.',
  testMatch: ['pictures.ts', '*-pictures.ts'],
  outputDir: '../../.cache/guide',
  workers: 1,
  timeout: 600_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
})
