import type { Topic } from '../../shared/contract'
import type { Writes } from './methods'

/** What is no longer what it was, once a write has been kept. */
export const topicsOf: { readonly [M in keyof Writes]: readonly Topic[] } = {
  'accounts.insert': ['accounts', 'allowance'],
  // Addresses and Activity show the account's name.
  'accounts.update': ['accounts', 'addresses', 'activity', 'allowance'],
  'accounts.setDefault': ['accounts'],
  'accounts.markRemoved': ['accounts', 'allowance'],
  'journal.plan': ['addresses', 'activity'],
  'journal.planMany': ['addresses', 'activity'],
  'journal.dropNew': ['activity'],
  'journal.rename': ['addresses', 'activity'],
  'journal.startSending': ['addresses', 'activity'],
  'journal.settle': ['addresses', 'activity', 'allowance'],
  'journal.recoverInterrupted': ['addresses', 'activity'],
  'addresses.setNote': ['addresses'],
  'addresses.label': ['addresses'],
  'addresses.renameLabel': ['addresses'],
  'addresses.hide': ['addresses'],
  'addresses.undo': ['addresses'],
  'addresses.forgetChanges': [],
  'addresses.mergeListed': ['addresses', 'activity', 'allowance'],
  'settings.update': ['settings'],
  'import.merge': ['addresses'],
  'restore.stage': [],
  'restore.drop': [],
  'restore.forecast': [],
  'restore.merge': ['accounts', 'addresses', 'activity', 'settings', 'allowance', 'listings'],
  'windows.save': [],
  'hints.say': [],
  'limits.save': ['allowance'],
  'listings.update': ['listings'],
  'batches.dropWaiting': ['addresses', 'activity', 'batches'],
}
