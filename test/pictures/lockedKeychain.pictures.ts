import { connectLikeDo } from '../support/app/journey'
import { DEFAULT_KEY, expect, test } from './support/scene'

test.use({ sessionOptions: { keyring: 'locked' } })

test('connect-locked-keychain', async ({ open, likedo }) => {
  const { page, picture } = await open()
  await connectLikeDo(page, likedo.origin, DEFAULT_KEY)
  await expect(page.getByText('The keychain is locked')).toBeVisible()
  await picture('connect-locked-keychain')
})
