import type { Topic } from '../../shared/contract'
import type { Writes } from './methods'

type TopicsOf<M extends keyof Writes> =
  | readonly Topic[]
  | ((value: ReturnType<Writes[M]>) => readonly Topic[])

const FLEET: readonly Topic[] = ['fleet', 'mailboxes', 'domains']

/** What is no longer what it was, once a write has been kept. */
export const topicsByWrite: { readonly [M in keyof Writes]: TopicsOf<M> } = {
  'accounts.insert': ['accounts', 'allowance'],
  // Addresses and Activity show the account's name.
  'accounts.update': ['accounts', 'addresses', 'activity', 'allowance'],
  'accounts.setDefault': ['accounts'],
  'accounts.markRemoved': ['accounts', 'allowance', 'litemail', ...FLEET],
  'journal.plan': ['addresses', 'activity'],
  'journal.planMany': ['addresses', 'activity'],
  'journal.dropNew': ['activity'],
  'journal.rename': ['addresses', 'activity'],
  'journal.startSending': ['addresses', 'activity'],
  'journal.settle': ['addresses', 'activity', 'allowance'],
  'journal.recoverInterrupted': ['addresses', 'activity'],
  // A plan is nobody's work yet.
  'operations.unlock': ['api-paths'],
  'operations.lock': ['api-paths'],
  'jobs.plan': [],
  'jobs.planMore': [],
  'jobs.begin': ['jobs', 'activity'],
  'jobs.rest': ['jobs', 'activity'],
  'jobs.watched': ['jobs', 'activity'],
  'jobs.pause': ['jobs', 'activity'],
  'jobs.forgetPlans': [],
  'jobs.startSending': ['jobs', 'activity'],
  'jobs.settle': ['jobs', 'activity'],
  'jobs.confirm': ['jobs', 'activity'],
  'jobs.vouch': ['jobs', 'activity'],
  'jobs.vouchAll': ['jobs', 'activity'],
  'jobs.confirmListed': ({ confirmed }) => (confirmed > 0 ? ['jobs', 'activity'] : []),
  'jobs.dropWaiting': ['jobs', 'activity'],
  'jobs.recoverInterrupted': ['jobs', 'activity'],
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
  'restore.merge': [
    'accounts',
    'addresses',
    'activity',
    'jobs',
    'settings',
    'allowance',
    'listings',
    'litemail',
    'api-paths',
    'views',
    'messages',
    ...FLEET,
  ],
  'windows.save': [],
  'hints.say': [],
  'limits.save': ['allowance'],
  'listings.update': ['listings'],
  'batches.dropWaiting': ['addresses', 'activity', 'batches'],
  'litemail.insertAccount': ['litemail', ...FLEET],
  // Lists show the account's name.
  'litemail.updateAccount': ['litemail', ...FLEET],
  'litemail.saveTried': ['litemail'],
  // What is read of an account may be read otherwise now.
  'apiMaps.take': ['api-paths', 'accounts'],
  'apiMaps.undo': ['api-paths', 'accounts'],
  'operations.noteAnswer': ['api-paths'],
  'operations.keepAnswer': [],
  'operationViews.save': ['views'],
  'operationViews.remove': ['views'],
  'fleet.savePart': ['fleet'],
  'fleet.nextPass': [],
  'fleet.closePasses': ['fleet'],
  // A row that says what it said is only stamped.
  'fleet.take': ({ changed }) => (changed > 0 ? FLEET : ['fleet']),
  'fleet.takeSeen': ({ changed }) => (changed > 0 ? FLEET : []),
  'fleet.endWhole': FLEET,
  'fleet.decide': FLEET,
  'fleet.giveUp': (gone) => (gone > 0 ? FLEET : []),
  'fleet.markGone': FLEET,
  'fleet.forget': FLEET,
  'fleet.believeClock': [],
  'fleet.sweep': (swept) => (swept > 0 ? FLEET : []),
  'mailboxes.setNote': ['mailboxes'],
  'domains.setNote': ['domains'],
  'dns.takeChecks': ['domains'],
  'dns.takeRecords': ['domains'],
  'dns.takeNameServers': ['domains'],
  'dns.takePropagation': ['domains'],
  'dns.takeLosses': (losses) => (losses.length > 0 ? ['activity'] : []),
  'messages.keep': ['messages', 'addresses'],
  'messages.forget': ['messages', 'addresses'],
  'doings.note': ['activity'],
  'partFiles.note': [],
  'partFiles.forget': [],
  'wallets.markTold': [],
  'palette.use': [],
  'views.save': ['views'],
  'views.remove': ['views'],
}

/** What a write that was kept may have changed, by what it answered. */
export const topicsOf = <M extends keyof Writes>(
  method: M,
  value: ReturnType<Writes[M]>,
): readonly Topic[] => {
  const of: TopicsOf<M> = topicsByWrite[method]
  return typeof of === 'function' ? of(value) : of
}
