import { connectLikeDo } from '../support/app/journey'
import { DEFAULT_KEY, expect, test } from './support/scene'

test.use({ sessionOptions: { keyring: 'none' } })

test('connect-no-keychain', async ({ open, likedo }) => {
  const { page, picture } = await open()
  await connectLikeDo(page, likedo.origin, DEFAULT_KEY)
  await expect(page.getByRole('button', { name: 'Use this key until Mailroom quits' })).toBeVisible()
  await picture('connect-no-keychain')
})
