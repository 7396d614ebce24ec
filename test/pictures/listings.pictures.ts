import { addressRows, pressNewAddress } from '../support/app/journey'
import { MINUTE } from './support/moments'
import { connect, expect, test } from './support/scene'

const OTHER_KEY = 'sk_live_test_other_000000000000000002'

test('listings', async ({ openConnected, likedo }) => {
  likedo.addUser({
    name: 'other',
    keys: [OTHER_KEY],
    addresses: ['somebody.elses@ig.do', 'and.another@ig.do'],
  })
  const { page, picture, account } = await openConnected()
  for (const name of ['forum.bicycles', 'garden.centre', 'print.shop']) {
    likedo.hold('caller', `${name}@ig.do`, 'website')
  }
  await page.getByRole('button', { name: 'Refresh', exact: true }).click()
  await expect(addressRows(page)).toHaveCount(3)
  await picture('listings-refreshed')

  await page.getByRole('button', { name: 'More about refreshing' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await picture('listings-menu')
  await page.getByRole('menuitem', { name: /^Refresh all…/ }).click()
  await expect(page.getByRole('dialog', { name: 'Refresh all' })).toBeVisible()
  await picture('listings-cost')
  await page.keyboard.press('Escape')

  likedo.next({ kind: 'hold', at: 'received' }, { method: 'GET' })
  await page.getByRole('button', { name: 'Refresh', exact: true }).click()
  await expect(page.getByText('Reading LikeDo’s list…')).toBeVisible()
  await picture('listings-reading')
  likedo.release()

  await page.evaluate(
    ([id, key]) =>
      window.bridge.call('accounts.replaceKey', {
        id: id ?? '',
        key: key ?? '',
        keyEndsOn: null,
        keyKept: 'keychain',
        whenUnreached: 'say',
      }),
    [account.id, OTHER_KEY],
  )
  await page.getByRole('button', { name: 'Refresh', exact: true }).click()
  await expect(page.getByText('Is it the same LikeDo user?')).toBeVisible()
  await picture('listings-doubt')
})

test('listings-several', async ({ openConnected, likedo }) => {
  likedo.addUser({ name: 'other', keys: [OTHER_KEY] })
  const { page, picture } = await openConnected({ name: 'Home' })
  await pressNewAddress(page)
  await connect(page, likedo, { key: OTHER_KEY, name: 'Work', plan: 'pro' })
  likedo.revokeKey(OTHER_KEY)
  await page.getByRole('button', { name: 'Refresh', exact: true }).click()
  await expect(page.getByText('LikeDo refused the API key').first()).toBeVisible()
  await picture('listings-several')
})

test('listings-none', async ({ openFilled }) => {
  const { page, picture } = await openFilled(async (filler) => {
    const account = await filler.account({ canList: false })
    await filler.press(account, {
      email: 'quiet-lantern-207@ig.do',
      at: Date.now() - MINUTE,
      ending: { state: 'done' },
    })
  })
  await expect(page.getByText('LikeDo does not list addresses here')).toBeVisible()
  await picture('listings-none')
})
