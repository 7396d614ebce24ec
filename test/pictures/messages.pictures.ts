import { quickPage } from '../support/app/quickCreate'
import { photographQuick } from './support/photographQuick'
import { DEFAULT_KEY, expect, test } from './support/scene'

const CODE = {
  subject: 'Confirm your email address',
  fromName: 'Accounts of a shop with a long name that goes on',
  text: 'Welcome!\n\nYour verification code is 482913.\n\nhttps://accounts.shop.example/confirm?token=0123456789abcdef0123456789abcdef',
  html: '<h1 style="font-size:20px">Welcome!</h1><p>Your verification code is <b style="background-color:#eef">482913</b>.</p>',
  attachments: '[{"filename":"terms.pdf","mimeType":"application/pdf","size":48213}]',
}

test('messages', async ({ openConnected, likedo }) => {
  const { page, picture } = await openConnected()
  const email = 'quiet-lantern-207@ig.do'
  likedo.hold(DEFAULT_KEY, email)
  await page.evaluate(() => window.bridge.call('listings.refresh', { isWhole: false }))
  const details = page.getByRole('complementary', { name: 'Details' })
  await page.getByRole('row').filter({ hasText: email }).focus()
  await page.keyboard.press('Enter')
  await expect(details).toContainText('No messages yet')
  await picture('messages-none')

  likedo.deliver(email, { subject: 'Thank you for signing up', text: 'Hello, thank you.' })
  likedo.deliver(email, CODE)
  await details.getByRole('button', { name: 'Check now' }).click()
  await expect(details.getByRole('button', { name: /Confirm your email/ })).toBeVisible()
  await picture('messages-list')
  await details.getByRole('button', { name: /Confirm your email/ }).press('Enter')
  await expect(details.getByRole('button', { name: 'Copy code 482913' })).toBeVisible()
  await picture('messages-message')
  await details.getByRole('button', { name: /^Open link at/ }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await picture('messages-link')
  await page.keyboard.press('Escape')
  await details.getByRole('button', { name: 'Show formatting' }).click()
  await expect(details.locator('iframe')).toBeVisible()
  await picture('messages-formatting')
  await details.getByRole('button', { name: 'All messages' }).press('Enter')
  likedo.configure({ inboxPath: null })
  await details.getByRole('button', { name: 'Check now' }).click()
  await expect(details.getByRole('alert')).toBeVisible()
  await picture('messages-no-path')
  await page.evaluate(() => window.bridge.call('settings.update', { isSensitiveHidden: true }))
  await expect(details).toContainText('are masked')
  await picture('messages-masked')
})

test('the small window for messages', async ({ openConnected, likedo, panel }) => {
  const { app, page } = await openConnected()
  const email = 'quiet-lantern-207@ig.do'
  likedo.hold(DEFAULT_KEY, email)
  likedo.deliver(email, CODE)
  await page.evaluate(() => window.bridge.call('listings.refresh', { isWhole: false }))
  await panel.press(email, 'Messages of')
  const mail = await quickPage(app, 'app://mailroom/mail/index.html')
  await mail.emulateMedia({ colorScheme: null })
  const pictureOf = (state: string) => photographQuick(app, mail, `messages-window-${state}`)
  const row = mail.getByRole('button', { name: /Confirm your email/ })
  await expect(row).toBeVisible()
  await pictureOf('list')
  await row.press('Enter')
  await expect(mail.getByRole('article')).toBeVisible()
  await pictureOf('message')
  await page.evaluate(() => window.bridge.call('settings.update', { isSensitiveHidden: true }))
  await expect(mail.getByRole('article')).toContainText('••••••')
  await pictureOf('masked')
  await page.evaluate(() => window.bridge.call('settings.update', { isSensitiveHidden: false }))
  await mail.getByRole('button', { name: 'All messages' }).press('Enter')
  likedo.configure({ inboxPath: null })
  await mail.getByRole('button', { name: 'Check now' }).press('Enter')
  await expect(mail.getByRole('alert')).toBeVisible()
  await pictureOf('no-path')
})
