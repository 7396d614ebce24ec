import type { Locator, Page } from '@playwright/test'
import { launchApp } from '../test/support/app/launch'
import type { Session } from '../test/support/desktop/session'
import { fillBoth } from './filled'

/** How the command palette feels, in milliseconds. */
export interface PaletteTimes {
  /** Addresses, and as many mailboxes. */
  readonly rows: number
  /** From each key in its field to the frame that shows what was found for all that is typed. */
  readonly keys: readonly number[]
}

/** What people type: names of actions, parts of addresses, names, domains; one letter is the most that can be found. */
const WORDS = ['new address', 'number 6', 'ada', 'fischer 0', 'sett', '1234', 'warm jan', 'acme', 'dns', 'z']
/** A key whose answer is not there by then is a failure, not a slow one. */
const PATIENCE_MS = 10_000

/** Types into the palette, over so many addresses and as many mailboxes. */
export async function measurePalette(session: Session, rows: number): Promise<PaletteTimes> {
  const app = await launchApp(session, { userData: await fillBoth(session, rows) })
  try {
    const page = await app.window()
    await page.getByRole('grid', { name: 'Addresses' }).locator('[data-row]').first().waitFor()
    // What the window loads in its rest is not the palette's.
    await page.waitForTimeout(3_000)
    await app.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('palette')?.click())
    const field = page.getByRole('combobox', { name: 'What are you looking for?' })
    await field.waitFor()
    await typeWords(page, field)
    const keys = await typeWords(page, field)
    const problems = app.problems()
    if (problems.length > 0) throw new Error(`the application had problems: ${JSON.stringify(problems)}`)
    return { rows, keys }
  } finally {
    await app.close()
  }
}

async function typeWords(page: Page, field: Locator): Promise<number[]> {
  const times: number[] = []
  for (const words of WORDS) {
    await field.fill('')
    await page.waitForTimeout(200)
    // A blank at the end asks for nothing else.
    for (const key of words) times.push(await typeKey(page, key === ' ' ? 'Space' : key))
  }
  return times
}

/** Milliseconds from one key to the frame in which the answer to all that is typed is there. */
async function typeKey(page: Page, key: string): Promise<number> {
  const watched = await page.evaluateHandle((patience) => {
    const field = document.querySelector<HTMLInputElement>('[role=combobox]')
    const list = document.querySelector('[role=listbox]')
    if (field === null || list === null) throw new Error('the palette is not open')
    const took = new Promise<number>((resolve, reject) => {
      let pressedAt = Number.NaN
      addEventListener('keydown', ({ timeStamp }) => (pressedAt = timeStamp), { capture: true, once: true })
      const observer = new MutationObserver(() => {
        if (Number.isNaN(pressedAt) || list.getAttribute('data-answered') !== field.value) return
        observer.disconnect()
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve(performance.now() - pressedAt)
          port2.postMessage(null)
        })
      })
      observer.observe(list, { attributes: true })
      setTimeout(() => reject(new Error(`no answer to “${field.value}”`)), patience)
    })
    return { took }
  }, PATIENCE_MS)
  await page.keyboard.press(key)
  const took = await watched.evaluate(({ took }) => took)
  await watched.dispose()
  return took
}
