import { expect, test } from '../support/app/fixture'
import { closeWindow } from '../support/app/journey'

test.use({ sessionOptions: { bus: false } })

test('without a session bus nothing shows the tray or notifications, and closing the window ends Mailroom', async ({
  launch,
}) => {
  const app = await launch()
  const page = await app.window()
  const state = async () => {
    const asked = await page.evaluate(() => window.bridge.call('desktop.state', {}))
    return asked.ok ? asked.value : asked.error
  }
  await expect.poll(state, { timeout: 10_000 }).toMatchObject({ tray: 'none', canNotify: false })
  await closeWindow(app)
  expect(await app.exited).toMatchObject({ code: 0 })
})
