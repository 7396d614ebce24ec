import { oneLine } from '../phrases'
import { figure } from './common'

/** One of what these words count. */
const singles: Readonly<Record<string, string>> = {
  mailboxes: 'mailbox',
  domains: 'domain',
  workspaces: 'workspace',
  subscriptions: 'subscription',
  tags: 'tag',
}

const many = (count: number, noun: string) =>
  count === 1 ? `1 ${singles[noun] ?? noun}` : `${figure(count)} ${noun}`

/** How fresh the fleet is: the line above its lists, and what is behind it. */
export const fleetText = {
  label: 'How fresh this is',
  unknown: (reason: string) => `How fresh this is could not be read: ${reason}.`,
  refresh: 'Refresh',
  details: 'What was read when',
  detailsLead: 'Every list that Mailroom reads by itself, and how that went at last.',
  nouns: {
    user: 'User',
    workspaces: 'Workspaces',
    mailboxes: 'Mailboxes',
    domains: 'Domains',
    subscriptions: 'Subscriptions',
    wallet: 'Wallet',
    tags: 'Tags',
  },
  states: {
    waiting: 'Waiting for its turn',
    paused: 'Paused; it goes on from its place',
  },
  headerIgnored: 'Litemail answers the same for every workspace, so that it is read once.',
  incomplete: 'The last reading did not show all of it, so nothing was removed.',
  offline: 'Litemail is not reached. What was read before stays searchable; Mailroom reads on by itself.',
  doubt: (gone: number, known: number, noun: string, place: string) =>
    `${many(gone, noun)} of ${figure(known)} in ${oneLine(place)} ${gone === 1 ? 'is' : 'are'} missing at Litemail.`,
  doubtMeaning: 'That is more than a tenth, so Mailroom asks first. Were they removed?',
  gone: 'They are gone',
  keep: 'Keep them',
  decided: (areGone: boolean, gone: number, noun: string) =>
    areGone
      ? `Removed from this list: ${many(gone, noun)}. Their notes stay for 30 days.`
      : `Kept: ${many(gone, noun)}, marked “not seen since …”.`,
  noAccount: 'No Litemail account is connected',
  noAccountLead: 'Connect one to see its mailboxes and domains here, offline too.',
  connect: 'Connect Litemail',
} as const
