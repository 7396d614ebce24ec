import { figure } from './common'

const dollarsWhole = new Intl.NumberFormat('en', {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 0,
})
const dollarsExact = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD' })

/** An amount of money as the service has it, in dollars: `$84`, `$84.50`. */
export const dollars = (amount: number): string =>
  (Number.isInteger(amount) ? dollarsWhole : dollarsExact).format(amount)

const count = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${figure(n)} ${many}`)

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
  nothingRenews: 'No subscription renews',
  atLeast: (amount: number, unpriced: number) =>
    unpriced === 0
      ? dollars(amount)
      : `At least ${dollars(amount)}; ${count(unpriced, 'subscription has', 'subscriptions have')} no price`,
  unpricedOnly: (unpriced: number) =>
    unpriced === 1
      ? 'One subscription, without a price'
      : `${figure(unpriced)} subscriptions, without a price`,
  covered: (whose: Whose, left: number) =>
    whose === 'one'
      ? `The wallet covers it and keeps ${dollars(left)}`
      : `The wallets together cover it and keep ${dollars(left)}`,
  coveredAtLeast: (whose: Whose) =>
    whose === 'one' ? 'The wallet covers what has a price' : 'The wallets together cover what has a price',
  short: (whose: Whose, missing: number, isRecharging: boolean) => {
    const words = `${whose === 'one' ? 'The wallet is' : 'The wallets together are'} ${dollars(missing)} short`
    return isRecharging ? `${words}; ${whose === 'one' ? 'it recharges' : 'one recharges'} by itself` : words
  },
  walletUnknown: 'The wallet is not loaded',
  balanceOf: (name: string) => `Balance of ${name}`,
  recharging: { on: 'Recharges by itself', off: 'Does not recharge by itself' },
  unread: (nouns: string) => `Not loaded yet: ${nouns}.`,
  places: (names: readonly string[]) =>
    names.length <= 3 ? names.join(', ') : `${figure(names.length)} workspaces`,
  away: (accounts: string) => `Not reached: ${accounts}. The figures are of what was read before.`,
  allWell: 'Everything was read to its end.',
} as const
