import type { WritingId } from '../litemail/writing'
import type { FilledInputs } from '../operationAnswer'
import { dollars } from './money'
import { oneLine } from './phrases'
import { platformName } from './platforms'
import { figure } from './window/common'

/** What a write is told by: how many rows it has, whose they are, and what its first row says. */
export interface WriteSight {
  readonly count: number
  /** The account by its name. */
  readonly account: string
  readonly inputs: FilledInputs
}

/** What an operation that writes does, in words. */
export interface WriteWords {
  /** As a list of what was done names it: "Remove mailboxes". */
  readonly name: string
  /** What its rows are: "12 mailboxes". */
  readonly things: (count: number) => string
  /** "Remove 12 mailboxes". */
  readonly deed: (sight: WriteSight) => string
  /** With its account, as a title and a button say it: "Remove 12 mailboxes from Acme". */
  readonly whole: (sight: WriteSight) => string
  /** What is to be known of it beforehand beside that; null: nothing. */
  readonly meaning: string | null
}

type Noun = (count: number) => string

const counted =
  (one: string, many: string): Noun =>
  (count) =>
    count === 1 ? `1 ${one}` : `${figure(count)} ${many}`

const workspaces = counted('workspace', 'workspaces')
const mailboxes = counted('mailbox', 'mailboxes')
const domains = counted('domain', 'domains')
const subscriptions = counted('subscription', 'subscriptions')
const records = counted('DNS record', 'DNS records')
const tags = counted('tag', 'tags')
const webhooks = counted('webhook', 'webhooks')
const logins = counted('platform login', 'platform logins')
const tests = counted('placement test', 'placement tests')
const payments = counted('payment', 'payments')
const settings = counted('setting', 'settings')

/** "Remove 12 mailboxes" and "from Acme". */
const several = (
  name: string,
  [verb, things, before]: readonly [string, Noun, string],
  meaning: string | null = null,
): WriteWords => ({
  ...{ name, things, meaning },
  deed: ({ count }) => `${verb} ${things(count)}`,
  whole: ({ count, account }) => `${verb} ${things(count)} ${before} ${oneLine(account)}`,
})

/** What is said the same however many rows it has. */
const single = (
  name: string,
  things: Noun,
  { deed, whole }: Pick<WriteWords, 'deed' | 'whole'>,
  meaning: string | null = null,
): WriteWords => ({ name, things, deed, whole, meaning })

const amountOf = ({ amount }: FilledInputs): string =>
  typeof amount === 'number' ? dollars(amount) : 'an amount'

const walletOf = (account: string) => `${oneLine(account)}’s wallet`

const appOf = ({ app }: FilledInputs): string =>
  typeof app === 'string' && app !== '' ? platformName(oneLine(app)) : 'a platform'

const switched = ({ enable }: FilledInputs): string =>
  enable === false ? 'Turn off auto-recharge' : 'Turn on auto-recharge'

const ofCloudflare = ({ count, inputs: { domainName } }: WriteSight): string =>
  typeof domainName === 'string'
    ? `Connect ${domains(count)} through Cloudflare`
    : 'Save the Cloudflare credentials'

const anywhere =
  (deed: WriteWords['deed'], before: string): WriteWords['whole'] =>
  (sight) =>
    `${deed(sight)} ${before} ${oneLine(sight.account)}`

/** What each operation that writes does, by its id. */
export const writeWords = {
  'workspaces.create': several('Create workspaces', ['Create', workspaces, 'in']),
  'workspaces.update': several('Rename workspaces', ['Rename', workspaces, 'of']),
  'billing.addDetails': single(
    'Save billing details',
    settings,
    {
      deed: () => 'Save the billing details',
      whole: ({ account }) => `Save the billing details of ${oneLine(account)}`,
    },
    'Saving replaces all of them. Litemail does not show what is there now.',
  ),
  'mailboxes.create': several('Assign mailboxes', ['Assign', mailboxes, 'in']),
  'mailboxes.assign': several('Assign mailboxes', ['Assign', mailboxes, 'in']),
  'mailboxes.update': several('Update mailboxes', ['Update', mailboxes, 'of']),
  'mailboxes.remove': several(
    'Remove mailboxes',
    ['Remove', mailboxes, 'from'],
    'Litemail removes a mailbox at its next renewal.',
  ),
  'wallet.addBalance': single(
    'Add funds',
    payments,
    {
      deed: ({ inputs }) => `Add ${amountOf(inputs)}`,
      whole: ({ inputs, account }) => `Add ${amountOf(inputs)} to ${walletOf(account)}`,
    },
    'Litemail answers with a page to pay at. Nothing is bought before you pay on that page.',
  ),
  'wallet.autoRecharge': single('Set auto-recharge', settings, {
    deed: ({ inputs }) => switched(inputs),
    whole: ({ inputs, account }) => `${switched(inputs)} for ${walletOf(account)}`,
  }),
  'wallet.addCredit': single('Add credit', payments, {
    deed: ({ inputs }) => `Add ${amountOf(inputs)} of credit`,
    whole: ({ inputs, account }) => `Add ${amountOf(inputs)} of credit to ${walletOf(account)}`,
  }),
  'exports.mailboxes': several('Export mailboxes', ['Export', mailboxes, 'of']),
  'exports.addAccount': several('Add platform logins', ['Add', logins, 'to']),
  'exports.updateAccount': several('Update platform logins', ['Update', logins, 'of']),
  'exports.connectInboxes': single('Connect mailboxes to a platform', mailboxes, {
    deed: ({ count, inputs }) => `Connect ${mailboxes(count)} to ${appOf(inputs)}`,
    whole: ({ count, inputs, account }) =>
      `Connect ${mailboxes(count)} of ${oneLine(account)} to ${appOf(inputs)}`,
  }),
  'exportHistory.create': several('Record exports', ['Record the export of', mailboxes, 'of']),
  'subscriptions.cancel': several('Cancel subscriptions', ['Cancel', subscriptions, 'of']),
  'subscriptions.upgrade': several('Upgrade subscriptions', ['Upgrade', subscriptions, 'of']),
  'domains.register': several('Buy domains', ['Buy', domains, 'for']),
  'domains.connect': several('Connect domains', ['Connect', domains, 'to']),
  'domains.addDmarc': several('Add DMARC', ['Add DMARC to', domains, 'of']),
  'domains.addForwarding': several('Forward domains', ['Forward', domains, 'of']),
  'domains.removeForwarding': several('Stop forwarding domains', ['Stop forwarding', domains, 'of']),
  'domains.enableEmailForwarding': several('Forward e-mail', ['Forward the e-mail of', domains, 'of']),
  'domains.removeEmailForwarding': several('Stop forwarding e-mail', [
    'Stop forwarding the e-mail of',
    domains,
    'of',
  ]),
  'domains.enableCatchAll': several('Turn on catch-all', ['Turn on catch-all for', domains, 'of']),
  'domains.removeCatchAll': several('Turn off catch-all', ['Turn off catch-all for', domains, 'of']),
  'domains.remove': several(
    'Remove domains',
    ['Remove', domains, 'from'],
    'Litemail removes unused domains only. What it does where one has mailboxes, it does not tell.',
  ),
  'dns.create': several('Add DNS records', ['Add', records, 'in']),
  'dns.update': several('Change DNS records', ['Change', records, 'in']),
  'dns.delete': several('Delete DNS records', ['Delete', records, 'from']),
  'tags.create': several('Create tags', ['Create', tags, 'in']),
  'tags.update': several('Change tags', ['Change', tags, 'of']),
  'tags.delete': several('Delete tags', ['Delete', tags, 'from']),
  'placement.create': several('Start placement tests', ['Start', tests, 'for']),
  'cloudflare.save': single('Save Cloudflare credentials or connect a domain', domains, {
    deed: ofCloudflare,
    whole: anywhere(ofCloudflare, 'for'),
  }),
  'webhooks.register': several('Register webhooks', ['Register', webhooks, 'in']),
  'webhooks.delete': several('Delete webhooks', ['Delete', webhooks, 'from']),
} as const satisfies Readonly<Record<WritingId, WriteWords>>

/** The words of an operation by its id as the journal has it; null: this Mailroom does not know it. */
export const writeWordsOf = (operation: string): WriteWords | null => {
  const words: Readonly<Record<string, WriteWords>> = writeWords
  return Object.hasOwn(words, operation) ? (words[operation] ?? null) : null
}
