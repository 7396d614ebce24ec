import type { Locator, Page } from '@playwright/test'
import { type AddressView, newestFirst } from '../src/shared/addressView'
import { type MailboxView, mailboxesByAddress } from '../src/shared/mailbox'
import { launchApp } from '../test/support/app/launch'
import type { Session } from '../test/support/desktop/session'
import { fillAddresses, fillMailboxes } from './filled'

export type ListName = 'addresses' | 'mailboxes'

/** How a long list feels, in milliseconds. */
export interface ListTimes {
  readonly list: ListName
  readonly rows: number
  /** From each key in the search box to the frame that shows its rows. */
  readonly keys: readonly number[]
  /** Between one frame and the next while the list scrolls. */
  readonly frames: readonly number[]
  /** From the window's question what a list might be narrowed to, to the answer. */
  readonly facets: readonly number[]
}

interface Subject {
  readonly title: string
  readonly fill: (session: Session, rows: number) => Promise<string>
  /** What stands in the box already, and keys that mostly leave fewer rows: what such a key found can be seen to be there. */
  readonly searches: readonly (readonly [begun: string, keys: string])[]
}

const subjects: Readonly<Record<ListName, Subject>> = {
  addresses: {
    title: 'Addresses',
    fill: fillAddresses,
    searches: [
      ['', '1234'],
      ['number 6', '21'],
      ['', '5678'],
      ['number 8', '47'],
      ['', '9012'],
      ['number 3', '35'],
    ],
  },
  mailboxes: {
    title: 'Mailboxes',
    fill: fillMailboxes,
    searches: [
      ['', '1234'],
      ['client ada', ' 12'],
      ['', '5678'],
      ['fischer 0', '47'],
      ['', '9012'],
      ['warm ', 'jan'],
    ],
  },
}
const FEWEST_KEYS = 12
/** A key that changed nothing by then found what was found before. */
const NOTHING_ELSE_MS = 1_500
const SCROLL_MS = 4_000
/** Of one frame: a quick hand turns a wheel by 6,000 pixels a second. */
const SCROLL_STEP = 100

/** Types into the search box, scrolls, and asks for facets, over a list of so many rows. */
export async function measureList(session: Session, list: ListName, rows: number): Promise<ListTimes> {
  const { title, fill, searches } = subjects[list]
  const userData = await fill(session, rows)
  const app = await launchApp(session, { userData })
  try {
    const page = await app.window()
    await page.getByRole('navigation', { name: 'Main' }).getByText(title, { exact: true }).click()
    await page.getByRole('grid', { name: title }).locator('[data-row]').first().waitFor()
    // What the window loads in its rest is not the list's.
    await page.waitForTimeout(3_000)
    const box = page.getByRole('searchbox', { name: `Search ${list}` })
    await typeWords(page, box, searches)
    const keys = await typeWords(page, box, searches)
    const frames = await scroll(page)
    const words = searches.flatMap(([begun, typed]) => [begun, `${begun}${typed}`])
    const facets = await askAll(page, words.map(facetsOf[list]))
    const problems = app.problems()
    if (problems.length > 0) throw new Error(`the application had problems: ${JSON.stringify(problems)}`)
    return { list, rows, keys, frames, facets }
  } finally {
    await app.close()
  }
}

async function typeWords(page: Page, box: Locator, searches: Subject['searches']): Promise<number[]> {
  const times: number[] = []
  for (const [begun, keys] of searches) {
    await box.focus()
    await box.fill(begun)
    await page.waitForTimeout(200)
    for (const key of keys) {
      const took = await typeKey(page, key === ' ' ? 'Space' : key)
      if (took !== null) times.push(took)
    }
    await box.fill('')
    await page.waitForTimeout(200)
  }
  if (times.length < FEWEST_KEYS) throw new Error(`only ${times.length} keys found anything else`)
  return times
}

/** One question what a list might be narrowed to. */
type Asked =
  | { readonly method: 'addresses.facets'; readonly input: { readonly view: AddressView } }
  | { readonly method: 'mailboxes.facets'; readonly input: { readonly view: MailboxView } }

const facetsOf: Readonly<Record<ListName, (search: string) => Asked>> = {
  addresses: (search) => ({ method: 'addresses.facets', input: { view: { ...newestFirst, search } } }),
  mailboxes: (search) => ({ method: 'mailboxes.facets', input: { view: { ...mailboxesByAddress, search } } }),
}

/** Milliseconds from each question to its answer, one after the other. */
const askAll = (page: Page, questions: readonly Asked[]): Promise<number[]> =>
  page.evaluate(async (questions) => {
    const times: number[] = []
    for (const { method, input } of questions) {
      const startedAt = performance.now()
      const result =
        method === 'addresses.facets'
          ? await window.bridge.call(method, input)
          : await window.bridge.call(method, input)
      if (!result.ok) throw new Error(`not counted: ${JSON.stringify(result.error)}`)
      times.push(performance.now() - startedAt)
    }
    return times
  }, questions)

/** Milliseconds from one key to the frame in which the list has another number of rows; null where it keeps its number. */
async function typeKey(page: Page, key: string): Promise<number | null> {
  const watched = await page.evaluateHandle((patience) => {
    const numberOfRows = () => document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') ?? 'none'
    const before = numberOfRows()
    const took = new Promise<number | null>((resolve) => {
      let pressedAt = Number.NaN
      addEventListener('keydown', ({ timeStamp }) => (pressedAt = timeStamp), { capture: true, once: true })
      const observer = new MutationObserver(() => {
        if (numberOfRows() === before) return
        observer.disconnect()
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve(performance.now() - pressedAt)
          port2.postMessage(null)
        })
      })
      observer.observe(document.body, { subtree: true, childList: true, attributes: true })
      setTimeout(() => resolve(null), patience)
    })
    return { took }
  }, NOTHING_ELSE_MS)
  await page.keyboard.press(key)
  const took = await watched.evaluate(({ took }) => took)
  await watched.dispose()
  return took
}

/** Scrolls a bit with every frame, and answers how long each frame took. */
function scroll(page: Page): Promise<number[]> {
  return page.evaluate(
    ({ lasts, step }) =>
      new Promise<number[]>((resolve, reject) => {
        const list = document.querySelector('[role=grid]')
        if (list === null) return reject(new Error('there is no list'))
        const frames: number[] = []
        const startedAt = performance.now()
        let before = Number.NaN
        let by = step
        const next = (now: number) => {
          if (!Number.isNaN(before)) frames.push(now - before)
          before = now
          if (list.scrollTop + list.clientHeight >= list.scrollHeight - step) by = -step
          if (list.scrollTop <= 0) by = step
          list.scrollTop += by
          if (now - startedAt < lasts) requestAnimationFrame(next)
          else resolve(frames)
        }
        requestAnimationFrame(next)
      }),
    { lasts: SCROLL_MS, step: SCROLL_STEP },
  )
}
