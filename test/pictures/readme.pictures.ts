import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { copiedAddress, pressNewAddress, status } from '../support/app/journey'
import { takeOn } from './support/photograph'
import { expect, test } from './support/scene'

const DOCS = join(import.meta.dirname, '../../docs')
const LARGEST = 150_000

// The README's picture. What stands across the top of this very window (that it shows sample data, that it may run on
// another Electron than it is made for) is not in it: the picture begins below.
test('readme', async ({ open }) => {
  const { app, page } = await open({ args: ['--demo'] })
  await takeOn(app, page, { theme: 'light', width: 1280, height: 720 })
  await pressNewAddress(page)
  await copiedAddress(page)
  await status(page)
    .getByText(/^Copied: /)
    .hover()
  await takeOn(app, page, { theme: 'light', width: 1280, height: 720 })
  const below = await page.getByRole('navigation', { name: 'Main' }).boundingBox()
  const y = below?.y ?? 0
  mkdirSync(DOCS, { recursive: true })
  const path = join(DOCS, 'mailroom.png')
  const clip = { x: 0, y, width: 1280, height: 720 - y }
  await page.screenshot({ path, clip, animations: 'disabled', caret: 'initial' })
  expect(statSync(path).size).toBeLessThan(LARGEST)
})
