import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { openWorld } from '../test/support/actions/world'
import { launchApp } from '../test/support/app/launch'
import { runtimeForTests } from '../test/support/app/runtime'
import type { Session } from '../test/support/desktop/session'
import { DEFAULT_KEY, type LikeDo, startLikeDo } from '../test/support/likedo/server'

/** What Mailroom itself took of each create, in milliseconds: the whole time without the service's own. */
export interface CreateTimes {
  /** From the click to the frame that shows "Copied". */
  readonly window: readonly number[]
  /** From the window's call to its answer: without drawing. */
  readonly call: readonly number[]
  /** Main's action in plain Node: the store, the limiter, the journal, and Node's HTTP in place of Electron's. */
  readonly action: readonly number[]
}

/** So long does the service take by itself; its real time is measured each time. */
const SERVICE_MS = 100
/** Connections, caches and compiled code are there after so many. */
const WARM_UP = 3
const PATH = '/api/v1/emails/create'

/** Makes so many addresses in each of three ways, at a LikeDo on loopback. */
export async function measureCreates(session: Session, count: number): Promise<CreateTimes> {
  const likedo = await startLikeDo({ users: [{ name: 'caller', keys: [DEFAULT_KEY], plan: 'lifetime' }] })
  likedo.faults(({ path }) => (path === PATH ? { kind: 'delay', before: SERVICE_MS } : undefined))
  const service = watchService(likedo)
  try {
    const { window, call } = await measureInWindow(session, likedo, service, count)
    const action = await measureAction(likedo, service, count)
    return { window, call, action }
  } finally {
    await likedo.close()
  }
}

/** Takes the time, in milliseconds, that the service had the last create. */
type TakeServiceTime = () => number

function watchService(likedo: LikeDo): TakeServiceTime {
  let receivedAt = Number.NaN
  let took = Number.NaN
  likedo.on('received', ({ path }) => {
    if (path === PATH) receivedAt = performance.now()
  })
  likedo.on('answered', ({ path }) => {
    if (path === PATH) took = performance.now() - receivedAt
  })
  return () => {
    const taken = took
    took = Number.NaN
    if (Number.isNaN(taken)) throw new Error('a create ended that the service has not answered')
    return taken
  }
}

async function measureInWindow(session: Session, likedo: LikeDo, service: TakeServiceTime, count: number) {
  const app = await launchApp(session)
  try {
    const page = await app.window()
    await connect(page, likedo.origin)
    await page.getByRole('button', { name: 'New address', exact: true }).waitFor()
    const window = await repeat(count, service, () => pressInWindow(page))
    const call = await repeat(count, service, () => callFromWindow(page))
    const problems = app.problems()
    if (problems.length > 0) throw new Error(`the application had problems: ${JSON.stringify(problems)}`)
    return { window, call }
  } finally {
    await app.close()
  }
}

async function measureAction(likedo: LikeDo, service: TakeServiceTime, count: number): Promise<number[]> {
  const { appFolder } = runtimeForTests()
  const world = await openWorld(pathToFileURL(join(appFolder ?? '', 'out/main/store-worker.js')))
  try {
    await world.connect(likedo.origin)
    return await repeat(count, service, async () => {
      const startedAt = performance.now()
      const ending = await world.press({ deadlineMs: 10_000 })
      if (!ending.ok || ending.value.state !== 'created')
        throw new Error(`not created: ${JSON.stringify(ending)}`)
      return performance.now() - startedAt
    })
  } finally {
    await world.close()
  }
}

async function repeat(
  count: number,
  service: TakeServiceTime,
  once: () => Promise<number>,
): Promise<number[]> {
  const times: number[] = []
  for (let turn = -WARM_UP; turn < count; turn++) {
    const whole = await once()
    const own = whole - service()
    if (turn >= 0) times.push(own)
  }
  return times
}

const connect = (page: Page, server: string): Promise<void> =>
  page.evaluate(
    async ({ server, key }) => {
      const result = await window.bridge.call('accounts.add', {
        service: 'likedo',
        server,
        key,
        plan: 'lifetime',
        requestsPerHour: null,
        keyEndsOn: null,
        keyKept: 'keychain',
        whenUnreached: 'say',
      })
      if (!result.ok) throw new Error(`not connected: ${JSON.stringify(result.error)}`)
    },
    { server, key: DEFAULT_KEY },
  )

/** Milliseconds from the mouse button to the frame with the new notice. */
async function pressInWindow(page: Page): Promise<number> {
  const shown = await page.evaluateHandle(() => {
    const copied = () =>
      [...document.querySelectorAll('[role=status] p')]
        .map(({ textContent }) => textContent ?? '')
        .filter((words) => words.startsWith('Copied: '))
    const before = new Set(copied())
    const took = new Promise<number>((resolve) => {
      let pressedAt = Number.NaN
      const button = document.body
      button.addEventListener('click', ({ timeStamp }) => (pressedAt = timeStamp), {
        capture: true,
        once: true,
      })
      const observer = new MutationObserver(() => {
        if (copied().every((words) => before.has(words))) return
        observer.disconnect()
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve(performance.now() - pressedAt)
          port2.postMessage(null)
        })
      })
      observer.observe(document.body, { childList: true, subtree: true, characterData: true })
    })
    return { took }
  })
  await page.getByRole('button', { name: 'New address', exact: true }).click()
  const took = await shown.evaluate(({ took }) => took)
  await shown.dispose()
  return took
}

/** Milliseconds of one call over the bridge, which creates and copies. */
const callFromWindow = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const startedAt = performance.now()
    const result = await window.bridge.call('addresses.create', {
      requestId: crypto.randomUUID(),
      via: 'window',
      wish: {},
      isOverBudgetAllowed: false,
    })
    if (!result.ok || result.value.state !== 'created' || !result.value.isCopied) {
      throw new Error(`not created and copied: ${JSON.stringify(result)}`)
    }
    return performance.now() - startedAt
  })
