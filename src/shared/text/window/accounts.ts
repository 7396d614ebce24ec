import type { Account } from '../../account'
import { figure } from './common'

/** Settings, Accounts. */
export const accountsText = {
  likedo: 'LikeDo',
  lead: 'Accounts at LikeDo that Mailroom makes addresses with.',
  list: 'Accounts',
  connect: 'Connect LikeDo',
  connectAnother: 'Connect another account',
  empty: 'No account yet',
  failed: 'The accounts could not be read',
  isDefault: 'Default account',
  makeDefault: 'Make default',
  standing: {
    accepted: 'Key accepted',
    refused: 'Key refused',
    unchecked: 'Key not checked',
    absent: 'No key here',
  } satisfies Record<Account['keyStanding'], string>,
  kept: {
    keychain: 'in the keychain',
    'until-quit': 'until Mailroom quits',
    nowhere: 'not on this computer',
  } satisfies Record<Account['keyKept'] | 'nowhere', string>,
  facts: {
    server: 'Server',
    plan: 'Plan',
    key: 'Key',
    endsOn: 'Key ends on',
    requests: 'Requests',
    addresses: 'Addresses',
    path: 'Creates at',
  },
  ownRequests: (requests: string) => `${requests} requests an hour`,
  noEnd: 'not entered',
  requestsLeft: (left: number, limit: number) =>
    `about ${figure(left)} of ${figure(limit)} requests left this hour`,
  addressesLeft: (left: number, limit: number) =>
    `${figure(left)} of about ${figure(limit)} addresses left this month`,
  addressesMade: (made: number) => `about ${figure(made)} made this month; the plan has no limit`,
  requestsLabel: 'Requests left this hour',
  addressesLabel: 'Addresses left this month',
  endsSoon: (days: number, day: string) =>
    days === 0
      ? 'The key ends today. Make a new one at LikeDo and replace it.'
      : `The key ends in ${days === 1 ? '1 day' : `${days} days`}, on ${day}. Make a new one at LikeDo and replace it.`,
  ended: (day: string) => `The key ended on ${day}. Make a new one at LikeDo and replace it.`,
  refusedAdvice: 'LikeDo refused this key. Replace it to make addresses again.',
  absentAdvice: 'This computer has no key for this account. Enter one to make addresses with it again.',
  enterKey: 'Enter the key',
  enterKeys: 'Enter the keys',
  untilQuitAdvice: 'The key is only in memory. After a restart Mailroom asks for it again.',
  checkKey: 'Check key',
  checking: 'Checking…',
  replaceKey: 'Replace key',
  apiPaths: 'API paths',
  edit: 'Edit',
  remove: 'Remove',
  editTitle: 'Edit account',
  planPath: 'Path for creating',
  planPathHint: 'LikeDo’s documentation names two. Change it only if creating fails with “no such path”.',
  removeTitle: (name: string) => `Remove ${name}?`,
  removeKey: 'Its key is deleted from this computer’s keychain.',
  removeMemoryKey: 'Its key is forgotten.',
  removeStays: 'Its addresses stay readable here, and they still exist at LikeDo.',
  removeUnsettled: (count: number) =>
    count === 1
      ? 'One address is not settled. Without the account Mailroom can no longer find out about it:'
      : `${figure(count)} addresses are not settled. Without the account Mailroom can no longer find out about them:`,
  removeUnsettledList: 'Not settled',
  removeReading: 'Looking for addresses that are not settled…',
  removeConfirm: 'Remove account',
  removing: 'Removing…',
} as const
