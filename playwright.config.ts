import { defineConfig } from '@playwright/test'

// `npm run test:long` draws ten times the seeds.
const patience = process.env.MAILROOM_LONG ? 10 : 1

export default defineConfig({
  testDir: 'test/desktop',
  outputDir: 'test-results/desktop',
  // Journeys on two cores wait for half of their time: for services, the pace of requests, and the desktop.
  workers: 3,
  // A journey that passes only the second time has failed.
  retries: 0,
  timeout: 120_000 * patience,
  globalTimeout: 20 * 60_000 * patience,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  use: { actionTimeout: 15_000, navigationTimeout: 30_000 },
})
