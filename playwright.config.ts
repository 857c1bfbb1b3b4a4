import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: '.cache/playwright',
  // Each test starts its own program; two at once on a two-core machine only slow each other and time out.
  workers: 1,
  // A loaded machine is slow, not wrong: nothing here is a measurement.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env['CI'] !== undefined,
  // A test that needs a second try is a defect.
  retries: 0,
  reporter: [['list'], ['json', { outputFile: '.cache/reports/playwright.json' }]],
  use: { trace: 'retain-on-failure' },
})
