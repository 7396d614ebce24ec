import { audit } from '../pictures/support/audit'
import { expect, test } from '../support/app/fixture'
import { addAccount, connectAndOpenList, status } from '../support/app/journey'
import { watchOpenedPages } from '../support/app/openedPages'
import { quickPage } from '../support/app/quickCreate'
import { searchFiles } from '../support/canary/files'
import { wantedOf } from '../support/canary/search'
import { hatchCanary } from '../support/canary/spellings'
import { hostileMessages } from '../support/likedo/hostileMessages'
import { DEFAULT_KEY } from '../support/likedo/server'
import { details, makeAddress, rowOf } from './details/panel'
import { rawMessages } from './messages/rawMessages'
import { REACHING, reachOutside } from './messages/unguarded'
import { type Listener, startListener } from './security/listener'

test('mail comes by itself while an address is open: its code is copied, its link asked about, and what is kept is found again', async ({
  launch,
  likedo,
  session,
  notifications,
}) => {
  const app = await launch()
  const openedLinks = await watchOpenedPages(app)
  const page = await app.window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  const email = await makeAddress(page)
  await rowOf(page, email).focus()
  await page.keyboard.press('Enter')
  await expect(details(page)).toContainText('No messages yet')
  await expect(details(page)).toContainText(
    /Checked every 10 s until \d\d:\d\d\. About 19\d of 200 requests left/,
  )

  // Nobody has the window before them: without a window manager no window has the focus.
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.blur())
  likedo.deliver(email, {
    subject: 'Confirm your email address',
    text: 'Your verification code is 482913. Or: https://accounts.shop.example/confirm?token=abc',
    attachments: '[{"filename":"terms.pdf","mimeType":"application/pdf","size":12000}]',
  })
  const row = details(page).getByRole('button', { name: /The Shop.+Confirm your email address/ })
  await expect(row).toBeVisible({ timeout: 30_000 })
  expect(await notifications.shown(/^Mail came/)).toMatchObject({
    title: `Mail came for ${email}`,
    body: 'The Shop: Confirm your email address',
  })

  // What one waits for is offered at once.
  await session.writeClipboard('something else')
  await details(page).getByRole('button', { name: 'Copy code 482913' }).click()
  await expect.poll(() => session.readClipboard()).toBe('482913')
  await row.press('Enter')
  await details(page).getByRole('button', { name: 'Open link at accounts.shop.example' }).click()
  const dialog = page.getByRole('dialog', { name: 'Open this link?' })
  await expect(dialog).toContainText('accounts.shop.example')
  expect(await openedLinks()).toEqual([])
  await dialog.getByRole('button', { name: 'Open in browser' }).click()
  await expect.poll(openedLinks).toEqual(['https://accounts.shop.example/confirm?token=abc'])
  await expect(details(page)).toContainText('terms.pdf · application/pdf · 12 KB')
  await expect.poll(() => audit(page)).toEqual([])

  const search = page.getByRole('searchbox', { name: 'Search addresses' })
  await search.fill('verification')
  await expect(rowOf(page, email)).toHaveCount(0)
  await search.fill('')
  await details(page).getByRole('button', { name: 'Keep this message' }).click()
  await expect(details(page)).toContainText('Kept on this computer.')
  await search.fill('verification')
  await expect(rowOf(page, email)).toHaveCount(1)

  // Kept, it is there without LikeDo, and in the next run; the others are nowhere.
  const canary = hatchCanary()
  likedo.deliver(email, { subject: 'Another', text: canary.key, html: `<p>${canary.key}</p>` })
  await details(page).getByRole('button', { name: 'All messages' }).press('Enter')
  await details(page).getByRole('button', { name: 'Check now' }).press('Enter')
  await details(page)
    .getByRole('button', { name: /Another/ })
    .press('Enter')
  await details(page).getByRole('button', { name: 'Show formatting' }).press('Enter')
  await expect(details(page).locator('iframe').contentFrame().getByText(canary.key)).toBeVisible()
  await likedo.goOffline()
  const { userData } = app
  await app.close()
  const { leaks, files } = await searchFiles(userData, wantedOf(canary))
  expect(leaks).toEqual([])
  expect(files.some((file) => file.endsWith('.sqlite'))).toBe(true)
  const next = await launch({ userData })
  const later = await next.window()
  await rowOf(later, email).focus()
  await later.keyboard.press('Enter')
  await expect(details(later).getByRole('button', { name: /Confirm your email address/ })).toBeVisible()
  await expect(details(later).getByRole('button', { name: /Another/ })).toHaveCount(0)
  await expect(details(later).getByRole('alert')).toContainText(/Messages not read/, { timeout: 20_000 })
  await details(later)
    .getByRole('button', { name: /Confirm your email address/ })
    .click()
  await details(later).getByRole('button', { name: 'Forget' }).click()
  await expect(details(later)).toContainText('Forgotten here.')
})

let opened: Listener | undefined
test.afterEach(async () => {
  await opened?.close()
  opened = undefined
})

test('thirty hostile messages run nothing, fetch nothing, and leave the window usable', async ({
  launch,
  likedo,
}) => {
  const listener = await startListener()
  opened = listener
  const outside = `http://127.0.0.1:${listener.port}`
  const messages = hostileMessages(outside)
  expect(messages.length).toBeGreaterThanOrEqual(30)
  const app = await launch()
  const openedLinks = await watchOpenedPages(app)
  const page = await app.window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  const email = await makeAddress(page)
  for (const message of messages) likedo.deliver(email, message)
  const title = await page.title()

  await rowOf(page, email).focus()
  await page.keyboard.press('Enter')
  const list = details(page).getByRole('list', { name: 'Messages, newest first' })
  await expect(list).toBeVisible({ timeout: 30_000 })
  await details(page).getByRole('button', { name: 'Older messages' }).click()
  await expect(list.getByRole('button')).toHaveCount(messages.length, { timeout: 30_000 })

  const article = details(page).getByRole('article', { name: 'Message' })
  const frame = article.locator('iframe')
  for (let place = 0; place < messages.length; place += 1) {
    await list.getByRole('button').nth(place).press('Enter')
    await article.getByRole('button', { name: 'Show formatting' }).press('Enter')
    await frame.contentFrame().locator('meta[http-equiv]').waitFor({ state: 'attached' })
    const [sandbox, srcdoc] = [await frame.getAttribute('sandbox'), await frame.getAttribute('srcdoc')]
    expect({ sandbox, hasPolicy: srcdoc?.includes("default-src 'none'") }).toEqual({
      sandbox: '',
      hasPolicy: true,
    })
    expect(page.frames().map((each) => each.url())).toEqual([page.url(), 'about:srcdoc'])
    // There is nothing in it that leads anywhere or asks for anything.
    await expect(frame.contentFrame().locator('body :is([href], [src], [action], form, input)')).toHaveCount(
      0,
    )
    await details(page).getByRole('button', { name: 'All messages' }).press('Enter')
  }
  await expect(list.getByRole('button').nth(messages.length - 1)).toBeFocused()

  // Asked before the page is loaded anew, and forgets it.
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)

  // The frame itself refuses all of it, were what main makes harmless not so.
  app.expectProblems(
    /Refused to|violates the|Content Security Policy|securitypolicyviolation|sandboxed|Unsafe attempt to load/i,
    /ERR_BLOCKED_BY_CSP|--trace-warnings|^ \(about:srcdoc/,
  )
  await list.getByRole('button').first().press('Enter')
  await details(page).getByRole('button', { name: 'Show formatting' }).click()
  await expect.poll(() => page.frames().length).toBe(2)
  await rawMessages(page, messages, async () => {
    // What is asked from elsewhere after all of them arrives, and nothing before it.
    const knock = (url: string) =>
      app.electron.evaluate(
        ({ session }, at) =>
          session
            .fromPartition('outside')
            .fetch(at)
            .then(() => undefined),
        url,
      )
    await knock(outside)
    expect(listener.arrivals()).toEqual(['tcp'])
  })
  expect(listener.arrivals()).toEqual(['tcp'])
  expect(likedo.requests.every(({ path }) => path.startsWith('/api/v1/emails'))).toBe(true)
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  expect(await openedLinks()).toEqual([])
  expect(await page.title()).toBe(title)
  expect(app.electron.windows().length).toBe(1)
  // Elsewhere they do what they are made for.
  expect(await reachOutside(app)).toEqual(expect.arrayContaining(REACHING))
  await rowOf(page, email).focus()
  await page.keyboard.press('Enter')
  await expect(list.getByRole('button')).toHaveCount(20)

  // Of texts and dates that are told under other names it is said, beside the way to the answer.
  const bare = await makeAddress(page)
  likedo.deliver(bare, { subject: 'Hello', text: undefined, html: undefined, date: null, createdAt: null })
  await rowOf(page, bare).focus()
  await page.keyboard.press('Enter')
  await expect(details(page)).toContainText('no texts and no dates of these messages', { timeout: 30_000 })
  expect(await audit(page)).toEqual([])
  await details(page).getByRole('button', { name: /Hello/ }).press('Enter')
  await expect(details(page)).toContainText('LikeDo’s answer has no text of this message')
  await details(page).getByRole('button', { name: 'All messages' }).press('Enter')
  await details(page).getByRole('button', { name: 'Show in Operations' }).press('Enter')
  await expect(page.getByRole('region', { name: 'Request' })).toContainText('/api/v1/emails/inbox')
})

test('the tray opens the messages of one of the last addresses in a window of their own', async ({
  launch,
  likedo,
  panel,
  session,
}) => {
  const app = await launch()
  const page = await app.window()
  await addAccount(page, likedo.origin)
  const email = await makeAddress(page)
  likedo.deliver(email, {
    subject: 'Your code',
    text: 'Your login code is 771204. https://a.example/login?token=1',
    html: '<p>Your login code is <b>771204</b>.</p>',
  })
  await panel.press(email, 'Messages of')
  const mail = await quickPage(app, 'app://mailroom/mail/index.html')
  await expect(mail.getByRole('heading', { level: 1, name: email })).toBeVisible()
  // Escape leaves the message first, for its row, and only then the window.
  await mail.getByRole('button', { name: /Your code/ }).press('Enter')
  await mail.getByRole('article').click()
  await mail.keyboard.press('Escape')
  await expect(mail.getByRole('button', { name: /Your code/ })).toBeFocused()
  await mail.getByRole('button', { name: /Your code/ }).click()
  await mail.getByRole('button', { name: 'Copy code 771204' }).click()
  await expect.poll(() => session.readClipboard()).toBe('771204')

  // Escape leaves what is in front, and the window stays.
  await mail.getByRole('button', { name: 'Open link at a.example' }).press('Enter')
  await expect(mail.getByRole('dialog', { name: 'Open this link?' })).toBeVisible()
  await mail.keyboard.press('Escape')
  await expect(mail.getByRole('dialog')).toHaveCount(0)
  await expect(mail.getByRole('button', { name: 'Open link at a.example' })).toBeFocused()

  // What is sensitive is hidden here as well, at once.
  const hide = (isSensitiveHidden: boolean) =>
    page.evaluate((is) => window.bridge.call('settings.update', { isSensitiveHidden: is }), isSensitiveHidden)
  await mail.getByRole('button', { name: 'Show formatting' }).press('Enter')
  await expect(mail.locator('iframe')).toBeVisible()
  await expect.poll(() => audit(mail)).toEqual([])
  await mail.getByRole('button', { name: 'Open link at a.example' }).press('Enter')
  await expect(mail.getByRole('dialog', { name: 'Open this link?' })).toBeVisible()
  await hide(true)
  await expect(mail.getByRole('article')).toContainText('Your login code is ••••••. ••••••')
  await expect(mail.getByRole('button', { name: /Copy code|771204/ })).toHaveCount(0)
  expect(await mail.locator('body').innerHTML()).not.toContain('771204')
  await hide(false)
  await expect(mail.getByRole('button', { name: 'Copy code 771204' })).toBeVisible()
  // What was asked about before is not asked by itself, and nothing is shown formatted by itself.
  await expect(mail.getByRole('dialog')).toHaveCount(0)
  await expect(mail.getByRole('button', { name: 'Show formatting' })).toBeVisible()
  await expect(mail.locator('iframe')).toHaveCount(0)
  await expect(mail.getByRole('status').filter({ hasText: 'Copied' })).toHaveCount(0)
  await expect.poll(() => audit(mail)).toEqual([])

  // Where the guessed path is wrong, it leads to where that is set.
  await mail.getByRole('button', { name: 'All messages' }).press('Enter')
  likedo.configure({ inboxPath: null })
  await mail.getByRole('button', { name: 'Check now' }).press('Enter')
  await mail.getByRole('alert').getByRole('button', { name: 'Fix path' }).press('Enter')
  await expect(details(page).getByRole('heading', { name: 'Retrieve inbox messages' })).toBeVisible()
  // Where it answers again, the keyboard goes to what asks for the same.
  await mail.getByRole('alert').getByRole('button', { name: 'Try again' }).focus()
  likedo.configure({ inboxPath: '/api/v1/emails/inbox' })
  await mail.keyboard.press('Enter')
  await expect(mail.getByRole('alert')).toHaveCount(0)
  await expect(mail.getByRole('button', { name: 'Check now' })).toBeFocused()

  // Asked for once more where it is open, it asks at once: each press is another one.
  const pressed = () => mail.evaluate(() => window.bridge.call('messages.order', {}))
  expect(await pressed()).toMatchObject({ value: { press: 1 } })
  await panel.press(email, 'Messages of')
  await expect.poll(pressed).toMatchObject({ value: { press: 2 } })

  // It may ask for messages and for nothing else.
  const refused = await mail.evaluate(() => window.bridge.call('accounts.list', {}))
  expect(refused).toEqual({ ok: false, error: { kind: 'forbidden' } })
  await mail.getByRole('button', { name: 'Open in Mailroom' }).click()
  await expect(details(page).getByRole('heading', { name: email })).toBeVisible()
  await expect(status(page)).toHaveCount(1)

  await session.writeClipboard('something else')
  await panel.press(email)
  await expect.poll(() => session.readClipboard()).toBe(email)
})
