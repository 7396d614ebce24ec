import type { Page } from '@playwright/test'
import { credentialsPart, openMailbox, show, showButton } from '../desktop/credentials/part'
import { fleetDetails, openReadList } from '../desktop/list/fleetList'
import { openFleet } from '../support/app/fleetJourney'
import { pressMenu } from '../support/app/menu'
import { LITEMAIL_KEY, type Litemail } from '../support/litemail/server'
import { answerInstead } from './support/answers'
import { expect, test } from './support/scene'

const FLEET = { domains: 4, mailboxes: 20 }

test.use({ litemailOptions: { users: [{ id: 'anna', keys: [LITEMAIL_KEY], holds: FLEET }] } })

const firstOf = (litemail: Litemail) => {
  const [first] = [...litemail.holdings().mailboxes].sort((one, other) => (one.email < other.email ? -1 : 1))
  if (first === undefined) throw new Error('no mailbox')
  return first
}
const toSight = (page: Page) =>
  credentialsPart(page).evaluate((part) => part.scrollIntoView({ block: 'center' }))

test('credentials', async ({ open, litemail }) => {
  const { app, page, picture } = await open()
  await openReadList(page, litemail, 'Mailboxes', FLEET.mailboxes)
  const { id, email } = firstOf(litemail)
  litemail.changeMailbox(id, {
    password: 'Brisk-Harbor-412',
    appPassword: 'abcd efgh ijkl mnop',
    secret: 'JBSWY3DPEHPK3PXP',
  })
  await openMailbox(page, email)
  await toSight(page)
  await picture('credentials-hidden')
  await show(page)
  await picture('credentials-shown')
  await credentialsPart(page).getByRole('button', { name: 'Copy password' }).click()
  await picture('credentials-copied')

  litemail.changeMailbox(id, { appPassword: '', secret: 'no seed!' })
  await page.keyboard.press('Escape')
  await openMailbox(page, email)
  await show(page)
  await picture('credentials-bad-seed')
  await credentialsPart(page).getByRole('button', { name: 'Hide', exact: true }).click()

  litemail.configure({ paths: { 'mailboxes.get': '404' } })
  await showButton(page).click()
  await expect(credentialsPart(page)).toContainText('The credentials could not be shown')
  await picture('credentials-no-path')
  litemail.configure({ paths: {} })

  await fleetDetails(page).getByRole('button', { name: 'Read the warm-up analytics' }).click()
  await expect(fleetDetails(page)).toContainText('Answered')
  await picture('credentials-warmup')
  await page.getByRole('navigation', { name: 'Main' }).getByText('Activity', { exact: true }).click()
  await expect(page.getByRole('grid', { name: 'Activity' })).toContainText('Password copied')
  await picture('credentials-activity')

  await pressMenu(app, 'hide-sensitive')
  await openFleet(page, 'Overview')
  await expect(page.getByRole('link', { name: /: hidden$/ })).toBeVisible()
  await picture('sensitive-hidden-overview')
  await openFleet(page, 'Mailboxes')
  await toSight(page)
  await picture('sensitive-hidden-mailbox')
})

test('credentials-refused', async ({ open, litemail }) => {
  const { app, page, picture } = await open()
  await openReadList(page, litemail, 'Mailboxes', FLEET.mailboxes)
  const { id, email } = firstOf(litemail)
  await openMailbox(page, email)
  await answerInstead(app, { 'credentials.reveal': 'none' })
  await toSight(page)
  await showButton(page).click()
  await expect(credentialsPart(page)).toContainText('Asking Litemail')
  await picture('credentials-asking')

  await answerInstead(app, {})
  await page.keyboard.press('Escape')
  litemail.changeMailbox(id, { password: '', appPassword: '', secret: '' })
  await openMailbox(page, email)
  await toSight(page)
  await show(page)
  await expect(credentialsPart(page)).toContainText('Litemail told no credentials')
  await picture('credentials-none')
  await credentialsPart(page).getByRole('button', { name: 'Hide', exact: true }).click()

  // Of one that Mailroom asks no more: it holds the key since it was connected.
  await answerInstead(app, { 'credentials.reveal': { kind: 'keychain', problem: 'locked' } })
  await showButton(page).click()
  await expect(credentialsPart(page)).toContainText('The keychain is locked')
  await picture('credentials-locked-keychain')
  await answerInstead(app, { 'credentials.reveal': { kind: 'hidden', why: 'passed' } })
  await showButton(page).click()
  await expect(credentialsPart(page)).toContainText('Not shown: this window lost the keyboard')
  await picture('credentials-missed')
  await answerInstead(app, {})

  await fleetDetails(page).getByRole('button', { name: 'Read all fields' }).click()
  await expect(fleetDetails(page).getByRole('region', { name: 'All fields' })).toContainText('Answered')
  await fleetDetails(page)
    .getByRole('region', { name: 'All fields' })
    .evaluate((part) => part.scrollIntoView({ block: 'start' }))
  await picture('credentials-all-fields')
})
