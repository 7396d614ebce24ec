import type { Page } from '@playwright/test'
import { connectLitemail, openFleet } from '../test/support/app/fleetJourney'
import { launchApp } from '../test/support/app/launch'
import type { Session } from '../test/support/desktop/session'
import { startLitemailProcess } from '../test/support/litemail/remote'
import { LITEMAIL_KEY } from '../test/support/litemail/server'
import { litemailLimits } from '../test/support/litemail/switches'
import type { Figure } from './report'
import { watchMain } from './stall'

/** The first reading of a fleet, with its list in sight. */
export interface SyncTimes {
  readonly mailboxes: number
  /** Milliseconds from the first request for a page to the end of the last list. */
  readonly took: number
  readonly requests: number
  /** How often the service said that it was asked too often. */
  readonly refusals: number
  /** The longest time in which main did nothing else, in milliseconds. */
  readonly longestStall: number
}

/** Requests a second that the service grants (Litemail, "Rate limits"). */
const GRANTED = 5
const LIMITS = { stall: 50, beyondFloor: 1.15 } as const
/** What is asked every so often whether all is read. */
const LOOK_MS = 2_000

/** Connects a Litemail of so many mailboxes, a hundred a domain, and watches main until all of it is read. */
export async function measureSync(session: Session, mailboxes: number): Promise<SyncTimes> {
  const domains = Math.max(3, Math.ceil(mailboxes / 100))
  const litemail = await startLitemailProcess({
    users: [{ id: 'measured', keys: [LITEMAIL_KEY], holds: { workspaces: 3, domains, mailboxes } }],
    limits: litemailLimits({ kind: 'sliding' }),
    delays: { beforeMs: 75, afterMs: 75 },
  })
  const app = await launchApp(session)
  try {
    const page = await app.window()
    await connectLitemail(page, { server: `${litemail.origin}/v1` })
    await openFleet(page, 'Mailboxes')
    const stall = await watchMain(app)
    await waitUntilRead(page, mailboxes)
    const longestStall = await stall()
    const asked = (await litemail.requests()).filter(({ method }) => method === 'GET')
    const [first, last] = [asked[0], asked.at(-1)]
    if (first === undefined || last === undefined) throw new Error('nothing was asked')
    const problems = app.problems()
    if (problems.length > 0) throw new Error(`the application had problems: ${JSON.stringify(problems)}`)
    return {
      mailboxes,
      took: last.at - first.at,
      requests: asked.length,
      refusals: asked.filter(({ answered }) => answered?.status === 429).length,
      longestStall,
    }
  } finally {
    await app.close()
    await litemail.close()
  }
}

/** Resolves when all lists are read whole; throws where that takes far too long. */
export async function waitUntilRead(page: Page, mailboxes: number): Promise<void> {
  // Twice what the limit makes of it, and a minute.
  const patience = (mailboxes / 100 / GRANTED) * 2_000 + 60_000
  const until = Date.now() + patience
  for (;;) {
    const told = await page.evaluate(async () => {
      const result = await window.bridge.call('fleet.status', {})
      if (!result.ok) throw new Error(`no status: ${JSON.stringify(result.error)}`)
      return result.value.parts.map(({ noun, state, kept, wholeAt, problem }) => ({
        noun,
        state,
        kept,
        wholeAt,
        problem,
      }))
    })
    const kept = told.filter(({ noun }) => noun === 'mailboxes').reduce((sum, part) => sum + part.kept, 0)
    const isOver = told.every(({ state }) => state === 'resting')
    if (isOver && kept === mailboxes && told.every(({ wholeAt }) => wholeAt !== null)) return
    if (Date.now() > until) throw new Error(`not read in ${patience} ms: ${JSON.stringify(told)}`)
    await page.waitForTimeout(LOOK_MS)
  }
}

/** What a reading comes to. The floor: no pacing could be faster than the requests that are granted. */
export const syncFigures = ({ mailboxes, took, requests, refusals, longestStall }: SyncTimes): Figure[] => {
  const fleet = `${mailboxes.toLocaleString('en')} mailboxes`
  const floor = ((requests - 1) / GRANTED) * 1_000
  const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`
  return [
    {
      name: `Reading ${fleet}: against what the limit allows`,
      value: took / floor,
      unit: 'times',
      limit: LIMITS.beyondFloor,
      beside: `${requests} requests in ${seconds(took)} against ${seconds(floor)}`,
    },
    {
      name: `Reading ${fleet}: refused as too many`,
      value: refusals,
      unit: 'count',
      limit: 0,
      beside: 'of a service that counts the requests of any second',
    },
    {
      name: `Reading ${fleet}: main’s longest stall`,
      value: longestStall,
      unit: 'ms',
      limit: LIMITS.stall,
      beside: 'with the list in sight',
    },
  ]
}
