import { runCommand } from '../support/app/command'
import { expect, test } from '../support/app/fixture'
import { copiedAddress, pressNewAddress, status } from '../support/app/journey'
import { hatchCanary } from '../support/canary/spellings'
import { carelessRequests, openWatched, typeIntoConnect } from '../support/canary/watched'

test.use({ sessionOptions: { keyring: 'none' } })

test('without a keychain a key is kept in main’s memory, and is gone when Mailroom quits', async ({
  launch,
  likedo,
  session,
}) => {
  const canary = hatchCanary()
  likedo.addKey('caller', canary.key)
  const { app, page, ...watched } = await openWatched({ launch, session })
  await typeIntoConnect(page, { origin: likedo.origin, key: canary.key })
  await page.getByRole('button', { name: 'Use this key until Mailroom quits' }).click()
  await expect(status(page)).toContainText('Connected.')
  await pressNewAddress(page)
  await copiedAddress(page)

  expect(await watched.leaksInWindow(canary)).toEqual([])
  // Once for each press of a button that sends it.
  expect(await watched.crossings(canary)).toEqual(['call', 'call'])
  expect(await watched.leaksOnMachine(canary)).toEqual([])
  await app.close()
  expect(await watched.leaksOnMachine(canary)).toEqual([])
  expect(carelessRequests(likedo, canary)).toEqual([])

  likedo.forget()
  const later = await runCommand(session, ['--new-address', '--print'], { userData: app.userData })
  expect(later).toMatchObject({ code: 4, stdout: '' })
  expect(likedo.requests).toEqual([])
})
