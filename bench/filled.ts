import type { Session } from '../test/support/desktop/session'
import { addressesOfAYear, fillProfile } from '../test/support/profile/fill'

/** Makes a profile with one account and so many addresses of the last year, noted and labelled; answers its folder. */
export async function fillAddresses(session: Session, rows: number): Promise<string> {
  const userData = session.makeFolder(`mailroom-${rows}`)
  await fillProfile(session.account, userData, async (filler) => {
    const account = await filler.account({ name: 'LikeDo' })
    if (rows > 0) await filler.addresses(account, addressesOfAYear(rows, Date.now()))
  })
  return userData
}

/**
 * Makes a profile with one Litemail account that holds so many mailboxes, a hundred a domain, which its user looked at
 * last; answers its folder.
 */
export async function fillMailboxes(session: Session, mailboxes: number): Promise<string> {
  const userData = session.makeFolder(`fleet-${mailboxes}`)
  await fillProfile(session.account, userData, async (filler) => {
    await filler.fleet({ mailboxes, domains: Math.max(3, Math.ceil(mailboxes / 100)), workspaces: 3 })
    await filler.settings({ screen: 'mailboxes' })
  })
  return userData
}

/** Makes a profile with so many addresses, so many mailboxes and the domains they are of; answers its folder. */
export async function fillBoth(session: Session, rows: number): Promise<string> {
  const userData = session.makeFolder(`both-${rows}`)
  await fillProfile(session.account, userData, async (filler) => {
    const account = await filler.account({ name: 'LikeDo' })
    await filler.addresses(account, addressesOfAYear(rows, Date.now()))
    await filler.fleet({ mailboxes: rows, domains: Math.max(3, Math.ceil(rows / 100)), workspaces: 3 })
  })
  return userData
}
