import type { Page } from '@playwright/test'
import { mailboxesByAddress } from '../src/shared/mailbox'
import { connectLitemail, openFleet } from '../test/support/app/fleetJourney'
import { launchApp } from '../test/support/app/launch'
import type { Session } from '../test/support/desktop/session'
import { startLitemailProcess } from '../test/support/litemail/remote'
import { LITEMAIL_KEY } from '../test/support/litemail/server'
import { litemailLimits } from '../test/support/litemail/switches'
import type { Figure } from './report'
import { watchMain } from './stall'
import { waitUntilRead } from './sync'

/** One job on so many mailboxes, from its plan to the end of its last row, with the list in sight. */
export interface JobTimes {
  readonly rows: number
  readonly requests: number
  /** Milliseconds from the wish to the plan that is shown. */
  readonly planned: number
  /** Milliseconds from the plan's beginning to the end of its last row. */
  readonly took: number
  /** The longest time in which main did nothing else, in milliseconds. */
  readonly longestStall: number
}

const STALL_LIMIT = 50
/** So many rows leave in one request. */
const TOGETHER = 20

/** Has all mailboxes of a Litemail exported by one job, and watches main. */
export async function measureJob(session: Session, rows: number): Promise<JobTimes> {
  const litemail = await startLitemailProcess({
    users: [
      {
        ...{ id: 'measured', keys: [LITEMAIL_KEY] },
        holds: { workspaces: 3, domains: Math.ceil(rows / 100), mailboxes: rows },
      },
    ],
    limits: litemailLimits({ kind: 'sliding' }),
    delays: { beforeMs: 75, afterMs: 75 },
  })
  const app = await launchApp(session)
  try {
    const page = await app.window()
    await connectLitemail(page, { server: `${litemail.origin}/v1` })
    await openFleet(page, 'Mailboxes')
    await waitUntilRead(page, rows)
    const before = (await litemail.requests()).length
    const longestStall = await watchMain(app)
    const { planned, took } = await runJob(page, rows)
    const stall = await longestStall()
    const writes = (await litemail.requests()).slice(before).filter(({ method }) => method === 'POST')
    const least = Math.ceil(rows / TOGETHER)
    if (writes.length < least) throw new Error(`${writes.length} requests for ${rows} rows`)
    const problems = app.problems()
    if (problems.length > 0) throw new Error(`the application had problems: ${JSON.stringify(problems)}`)
    return { rows, requests: writes.length, planned, took, longestStall: stall }
  } finally {
    await app.close()
    await litemail.close()
  }
}

/** As a window does it: the choice of a list is planned, run, and followed until nothing is left. */
const runJob = (page: Page, rows: number): Promise<{ planned: number; took: number }> =>
  page.evaluate(
    async ([wanted, view]) => {
      const answered = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
        if (!result.ok) throw new Error(JSON.stringify(result.error))
        return result.value
      }
      const { bridge } = window
      const { snapshot } = answered(await bridge.call('mailboxes.snapshot', { view }))
      const asked = performance.now()
      const plan = answered(
        await bridge.call('operations.plan', {
          requestId: crypto.randomUUID(),
          operation: 'exports.mailboxes',
          of: { list: 'mailboxes', choice: { snapshot, except: [] }, inputs: { apps: ['MANUAL'] } },
        }),
      )
      const planned = performance.now() - asked
      if (plan.count !== wanted) throw new Error(`${plan.count} rows are planned`)
      const begun = performance.now()
      answered(await bridge.call('operations.run', { planId: plan.id }))
      for (;;) {
        const { counts, job } = answered(await bridge.call('jobs.get', { id: plan.id }))
        if (job.rest !== null) throw new Error(`it rests: ${JSON.stringify(job.rest)}`)
        if (counts.planned === 0 && counts.sending === 0) {
          if (counts.done !== wanted) throw new Error(`not all done: ${JSON.stringify(counts)}`)
          return { planned, took: performance.now() - begun }
        }
        await new Promise((resolve) => setTimeout(resolve, 1_000))
      }
    },
    [rows, mailboxesByAddress] as const,
  )

/** What a job comes to. */
export const jobFigures = ({ rows, requests, planned, took, longestStall }: JobTimes): Figure[] => [
  {
    name: `A job of ${rows.toLocaleString('en')} rows: main’s longest stall`,
    value: longestStall,
    unit: 'ms',
    limit: STALL_LIMIT,
    beside: `planned in ${Math.round(planned)} ms; ${requests} requests in ${(took / 1_000).toFixed(1)} s, with the list in sight`,
  },
]
