import { expect, test } from '../../../support/app/fixture'
import { DEFAULT_KEY } from '../../../support/likedo/server'

const appFolder = process.env.MAILROOM_SCRATCH_APP ?? ''

test.use({ likedoOptions: { canList: false } })

test('passes: an application in order', async ({ launch, session, likedo }) => {
  const app = await launch({ appFolder })
  await expect((await app.window()).getByRole('heading', { name: 'Scratch' })).toBeVisible()
  await session.writeClipboard('left behind')
  expect((await fetch(`${likedo.origin}/api/v1/emails?key=${DEFAULT_KEY}`)).status).toBe(404)
})

test('passes: the next one finds nothing left behind', async ({ session }) => {
  expect(await session.readClipboard()).toBeNull()
})

test('passes: a problem that was expected', async ({ launch }) => {
  const app = await launch({ appFolder, args: ['--page-console'] })
  app.expectProblems(/a word on the console/)
})

test('fails: a word on the console', async ({ launch }) => {
  await launch({ appFolder, args: ['--page-console'] })
})

test('fails: the second application writes an error', async ({ launch }) => {
  const first = await launch({ appFolder })
  await first.close()
  await launch({ appFolder, userData: first.userData, args: ['--early-output'] })
})
