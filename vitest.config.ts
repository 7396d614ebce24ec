import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// `npm run test:long` draws ten times the seeds.
const patience = process.env.MAILROOM_LONG ? 10 : 1

/** The longest first, so that no worker is still at one of them when the others have nothing left to do. */
const longest = [
  'test/unit/crash/crash.test.ts',
  'test/unit/crash/writeCrash.test.ts',
  'test/unit/crash/fleetCrash.test.ts',
  'test/unit/sync/pace.test.ts',
  'test/unit/actions/litemail/tryReads.test.ts',
  'test/unit/actions/settleAddress.test.ts',
  'test/unit/actions/litemail/faults.test.ts',
  'test/unit/actions/recovery.test.ts',
  'test/unit/actions/litemail/secrets.test.ts',
  'test/unit/actions/litemail/readOperation.test.ts',
  'test/unit/actions/backup.test.ts',
]

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const rankOf = ({ moduleId }: TestSpecification): number => {
      const rank = longest.indexOf(path.relative(import.meta.dirname, moduleId))
      return rank === -1 ? longest.length : rank
    }
    // Sorting keeps the order of what is equal (ECMAScript 2019).
    return sorted.sort((one, other) => rankOf(one) - rankOf(other))
  }
}

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Native modules and killed children want processes of their own.
    pool: 'forks',
    // A busy machine is late; what never comes fails all the same.
    expect: { poll: { timeout: 10_000 } },
    // Tests on two cores wait for half of their time: for clocks, disks and other processes.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    testTimeout: 30_000 * patience,
    hookTimeout: 30_000 * patience,
    allowOnly: !process.env.CI,
    restoreMocks: true,
    unstubEnvs: true,
  },
})
