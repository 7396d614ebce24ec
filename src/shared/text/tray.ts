import { explain } from './errors'
import { figure } from './window/common'

/** What the tray's menu says. The line of the last ending has its words from `endings.ts`. */
export const trayText = {
  newAddress: 'New address',
  newAddressWith: 'New address with…',
  open: 'Open Mailroom',
  pause: 'Pause notifications',
  quit: 'Quit',
  creating: (count: number) =>
    count === 1 ? 'Creating an address…' : `Creating ${figure(count)} addresses…`,
  addressesLeft: (left: number, limit: number) =>
    `${figure(left)} of ${figure(limit)} addresses left this month`,
  addressesMade: (made: number) => `about ${figure(made)} addresses made this month`,
  requestsLeft: (left: number, limit: number) =>
    `about ${figure(left)} of ${figure(limit)} requests this hour`,
  allowance: (addresses: string, requests: string) => `${addresses} · ${requests}`,
  allowanceUnknown: 'What is left this month could not be read',
  ofAccount: (name: string, line: string) => `${name}: ${line}`,
  noAccount: explain({ kind: 'no-account' }).reason,
  accountsUnknown: 'The accounts could not be read',
  recentUnknown: 'The last addresses could not be read',
  keyRefused: explain({ kind: 'unauthorized', message: null }).reason,
  litemailRefused: explain({ kind: 'unauthorized', message: null }, 'litemail').reason,
  fleetUnknown: 'What was read from Litemail could not be read',
  fleetQuestion: 'Many rows are missing at Litemail: were they removed?',
  notReached: 'LikeDo was not reached at the last attempt',
  unconfirmed: (count: number) =>
    count === 1 ? 'An address is not confirmed' : `${figure(count)} addresses are not confirmed`,
  writesUnconfirmed: (count: number) =>
    count === 1 ? 'A write is not confirmed' : `${figure(count)} writes are not confirmed`,
  jobsWaiting: (count: number) =>
    count === 1 ? 'A job waits for you' : `${figure(count)} jobs wait for you`,
  messagesOf: 'Messages of',
  /** A recent address, with what it is for. */
  recent: (email: string, note: string) => `${email} – ${note}`,
  /** Beside the icon. */
  tip: {
    normal: 'Mailroom',
    busy: 'Mailroom: creating',
    offline: 'Mailroom: LikeDo was not reached',
    attention: 'Mailroom: look into the menu',
  },
} as const
