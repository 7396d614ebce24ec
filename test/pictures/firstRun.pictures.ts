import { test } from './support/scene'

test('first-run', async ({ open }) => {
  const { picture } = await open()
  await picture('first-run')
})
