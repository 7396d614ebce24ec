import { defineConfig } from 'vitest/config'

// `npm run test:long` draws ten times the seeds.
const patience = process.env.MAILROOM_LONG ? 10 : 1

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Native modules and killed children want processes of their own.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000 * patience,
    hookTimeout: 30_000 * patience,
    allowOnly: !process.env.CI,
    restoreMocks: true,
    unstubEnvs: true,
  },
})
