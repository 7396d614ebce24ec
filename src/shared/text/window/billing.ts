import { figure } from './common'
import type { OnDemandText } from './credentials'

const subscriptions = (n: number): string => (n === 1 ? '1 subscription' : `${figure(n)} subscriptions`)

/** Billing: what an account pays, and with what. */
export const billingText = {
  title: 'Billing',
  account: 'Account',
  reading: 'Reading what is paid…',
  failed: 'Billing could not be read',
  notLoaded: 'Not loaded yet',
  wallet: 'Wallet',
  balance: 'Balance',
  recharge: 'Auto-recharge',
  recharging: { on: 'On', off: 'Off' },
  rechargeBelow: 'Recharges below',
  rechargeBy: 'By at least',
  openLitemail: 'Open Litemail',
  subscriptions: 'Subscriptions',
  noSubscription: 'No subscription at Litemail.',
  columns: {
    plan: 'Plan',
    workspace: 'Workspace',
    status: 'Status',
    mailboxes: 'Mailboxes',
    price: 'Price',
    next: 'Next date',
  },
  noPrice: 'No price in dollars',
  noDate: 'No date told',
  past: 'Its date is past',
  over: 'Does not renew',
  undated: (n: number) =>
    `${subscriptions(n)} that may renew ${n === 1 ? 'has' : 'have'} no coming date, and ${n === 1 ? 'is' : 'are'} in no forecast.`,
  unclear: (n: number) =>
    `${subscriptions(n)} ${n === 1 ? 'has a status that does' : 'have a status that does'} not say whether ${n === 1 ? 'it renews, and is' : 'they renew, and are'} in no forecast.`,
  left: (shown: number, total: number) =>
    `${figure(shown)} of ${figure(total)} are shown. All of them can be read in Operations.`,
  inOperations: 'Open in Operations',
} as const

export const invoicesText: OnDemandText = {
  title: 'Invoices',
  lead: 'Asked from Litemail when you press. What it answers is kept, with its age.',
  read: 'Read the invoices',
  again: 'Read the invoices again',
  failed: 'The invoices could not be read',
}
