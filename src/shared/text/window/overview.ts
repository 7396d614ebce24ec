import type { Renewals } from '../../billing'
import { dollars } from '../money'
import { figure } from './common'

const count = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${figure(n)} ${many}`)

type Counted = Pick<Renewals, 'count' | 'atLeast' | 'unpriced'>

/** How many wallets there are to pay from. */
type Whose = 'one' | 'several'

/** Overview: the fleet in a few figures. */
export const overviewText = {
  title: 'Overview',
  failed: 'The overview could not be read',
  reading: 'Reading the overview…',
  mailboxes: 'Mailboxes',
  domains: 'Domains',
  renewals: 'Renewals',
  wallets: 'Wallet',
  attention: 'Stale or failing',
  notLoaded: 'Not loaded yet',
  none: { mailboxes: 'No mailbox at Litemail', domains: 'No domain at Litemail' },
  /** The service told no status. */
  noStatus: 'No status told',
  nouns: { mailboxes: 'mailboxes', domains: 'domains' },
  others: (statuses: number, n: number) =>
    `${figure(n)} of ${count(statuses, 'other status', 'other statuses')}`,
  readAt: (age: string) => `Read ${age}`,
  countOf: (n: number, status: string, noun: string) => `${figure(n)} ${noun}: ${status}`,
  all: (n: number, noun: string) => `All ${figure(n)} ${noun}`,
  unseen: (n: number) => `${count(n, 'mailbox was', 'mailboxes were')} not seen in the last reading`,
  onlySeen: 'Litemail’s list of domains was not read: these are the domains of your mailboxes.',
  within: { 7: 'Next 7 days', 30: 'Next 30 days' },
  renewing: (n: number) => `${count(n, 'mailbox renews', 'mailboxes renew')}`,
  subscriptions: (n: number) => count(n, 'subscription', 'subscriptions'),
  /** `isAll`: nothing else may renew, as far as the service tells. */
  renews: ({ count: n, atLeast, unpriced }: Counted, isAll: boolean) => {
    if (n === 0) return isAll ? 'No subscription renews' : 'No subscription is known to renew'
    if (unpriced === n) {
      const words = `${count(n, 'subscription', 'subscriptions')}, without a price`
      return isAll ? words : `At least ${words}`
    }
    if (unpriced === 0) return isAll ? dollars(atLeast) : `At least ${dollars(atLeast)}`
    return `At least ${dollars(atLeast)}; ${count(unpriced, 'subscription has', 'subscriptions have')} no price`
  },
  unclear: (n: number) =>
    n === 1
      ? 'One more may renew: Litemail does not tell when, or whether.'
      : `${figure(n)} more may renew: Litemail does not tell when, or whether.`,
  notAllRead: 'Not all subscriptions are read.',
  covered: (whose: Whose, left: number) =>
    whose === 'one'
      ? `The wallet covers it and keeps ${dollars(left)}`
      : `The wallets together cover it and keep ${dollars(left)}`,
  coveredAtLeast: (whose: Whose, what: 'priced' | 'known') => {
    const words = what === 'priced' ? 'what has a price' : 'what is known'
    return whose === 'one' ? `The wallet covers ${words}` : `The wallets together cover ${words}`
  },
  /** `isAll`: nothing else may renew, and all has a price. */
  short: (whose: Whose, missing: number, isAll: boolean, isRecharging: boolean) => {
    const much = isAll ? dollars(missing) : `at least ${dollars(missing)}`
    const words = `${whose === 'one' ? 'The wallet is' : 'The wallets together are'} ${much} short`
    return isRecharging ? `${words}; ${whose === 'one' ? 'it recharges' : 'one recharges'} by itself` : words
  },
  walletUnknown: 'The wallet is not loaded',
  walletUntold: 'The balance is not told in dollars',
  /** The service told no balance that can be read. */
  noBalance: 'Not told in dollars',
  balanceOf: (name: string) => `Balance of ${name}`,
  recharging: { on: 'Recharges by itself', off: 'Does not recharge by itself' },
  unread: (nouns: string) => `Not loaded yet: ${nouns}.`,
  places: (names: readonly string[]) =>
    names.length <= 3 ? names.join(', ') : `${figure(names.length)} workspaces`,
  away: (accounts: string) => `Not reached: ${accounts}. The figures are of what was read before.`,
  allWell: 'Everything was read to its end.',
} as const
