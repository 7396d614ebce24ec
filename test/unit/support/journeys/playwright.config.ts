import { defineConfig } from '@playwright/test'

/** Runs the journeys beside it, some of which must fail: fixture.test.ts looks at the outcome. */
export default defineConfig({ testDir: '.', testMatch: '*.journey.ts', workers: 1, timeout: 60_000 })
