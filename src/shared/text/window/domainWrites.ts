import type { HealthMark } from '../../health'
import { markNames } from '../health'
import { figure } from './common'

const domainCount = (count: number): string => (count === 1 ? '1 domain' : `${figure(count)} domains`)

/** What is changed about domains. */
export const domainWritesText = {
  change: 'Change',
  dmarc: 'DMARC…',
  forwarding: 'Forwarding…',
  'email-forwarding': 'E-mail forwarding…',
  'catch-all': 'Catch-all…',
  remove: 'Remove unused…',
  proceed: 'Continue',
  titles: {
    dmarc: (about: string) => `DMARC of ${about}`,
    forwarding: (about: string) => `Forwarding of ${about}`,
    'email-forwarding': (about: string) => `E-mail forwarding of ${about}`,
    'catch-all': (about: string) => `Catch-all of ${about}`,
  },
  domainCount,
  leads: {
    dmarc: 'Litemail adds a DMARC record, which has reports sent to this address.',
    forwarding: 'Who visits the domain is sent to this page.',
    'email-forwarding': 'Mail to the domain is passed on to this address.',
    'catch-all': 'Mail to addresses that do not exist goes to this one.',
  },
  fields: {
    dmarc: 'Reports go to',
    forwarding: 'Web address',
    'email-forwarding': 'E-mail address',
    'catch-all': 'E-mail address',
  },
  deed: 'What is done',
  deeds: { set: 'Set', remove: 'Remove' },
  removeLead: 'It ends for each of these domains that has it.',

  account: 'Account',
  connect: 'Connect domains…',
  connectTitle: 'Connect domains',
  connectLead: 'Domains that you own elsewhere. Litemail tells which name servers they need.',
  names: 'Domains',
  namesHint: 'One a line',
  namesEmpty: 'Enter a domain such as example.com.',
  namesMany: (most: number) => `At most ${figure(most)} at once.`,
  /** `bad`: at least one. */
  notNames: (bad: readonly string[]) => {
    const told = bad.slice(0, 3).join(', ')
    const left = bad.length - 3
    const more = left > 0 ? ` and ${figure(left)} more` : ''
    return bad.length === 1 ? `This is no domain: ${told}` : `These are no domains: ${told}${more}`
  },
  twice: (count: number) =>
    `${domainCount(count)} named more than once ${count === 1 ? 'is' : 'are'} taken once.`,
  counted: (count: number) => (count === 0 ? 'No domain yet.' : `${domainCount(count)}.`),
  connectedTitle: 'Set the name servers',
  connectedLead:
    'Set these name servers where each domain is registered. They are looked at every minute while this is open.',
  lateTitle: 'Not in Litemail’s list yet',
  rowStates: {
    planned: 'Not sent yet',
    sending: 'Being sent…',
    done: 'Accepted',
    refused: 'Refused',
    unconfirmed: 'Not confirmed',
    dropped: 'Not sent',
  },
  servers: 'Name servers',
  noServers: 'Litemail does not tell which.',
  lookNow: 'Look now',
  looking: 'Looking…',
  verified: 'Set and known everywhere',
  notVerified: 'Not set everywhere yet',
  notLooked: 'Not looked at yet',
  looked: 'looked at',
  copyServersOf: (name: string) => `Copy name servers of ${name}`,
  rowsFailed: 'How it went could not be read',

  find: 'Find a free domain…',
  findTitle: 'Find a free domain',
  findLead: 'Litemail says which are free, and what they cost.',
  name: 'Name',
  nameHint: 'Without its ending, as acme',
  nameEmpty: 'Enter a name of letters, digits and hyphens.',
  endings: 'Endings',
  endingsHint: 'With commas, as com, net',
  endingsEmpty: 'Enter at least one ending, as com.',
  years: 'Years',
  yearsOne: 'A whole number from 1 to 10.',
  search: 'Search',
  searching: 'Searching…',
  notSearched: 'Nothing was found out',
  answer: 'What Litemail answered',
  wanted: 'Domain to buy',
  wantedEmpty: 'Enter the whole domain, as acme.com.',
  payLink: 'Get a payment link',
  linking: 'Asking…',
  notLinked: 'There is no payment link',
  buy: 'Buy with the wallet…',

  addRecord: 'Add record…',
  addTitle: (domain: string) => `Add a DNS record to ${domain}`,
  editTitle: (domain: string) => `Edit a DNS record of ${domain}`,
  edit: 'Edit…',
  delete: 'Delete…',
  putBack: 'Put back…',
  changeOf: (record: string) => `Change ${record}`,
  type: 'Type',
  host: 'Host',
  hostHint: (domain: string) => `Without ${domain}; @ for the domain itself`,
  value: 'Value',
  valueHints: {
    A: 'An IPv4 address, as 192.0.2.1',
    AAAA: 'An IPv6 address, as 2001:db8::1',
    CNAME: 'The name that it stands for, as shop.example.net',
    MX: 'The name of the mail server, as mx1.example.net',
    TXT: 'A text. Over 255 characters it is sent in quoted parts.',
    NS: 'The name of a name server',
    SRV: 'Weight, port and name, as 0 389 ldap.example.com',
    CAA: 'As 0 issue "ca.example.net"',
  },
  ttl: 'TTL in seconds',
  ttlHint: 'Left empty, Litemail decides',
  priority: 'Priority',
  remarks: {
    'spf-open': 'It does not say what is with other senders. SPF usually ends in ~all or -all.',
    'spf-passes-all': 'It lets everybody send in the name of this domain.',
  },
  parted: (parts: number) => `It is sent in ${figure(parts)} quoted parts.`,
  unread: 'The records are not read: what stands beside it is not known.',

  elsewhere: 'Its name servers are others than expected',
  elsewhereLead:
    'What stands here has no effect until they are set, and is not edited until then. Set them where the domain is registered.',
  repairs: 'What can be put back',
  repair: (mark: HealthMark) => `Repair ${markNames[mark]}…`,
  /** Before a moment, as `seen 3 Nov`. */
  lastGood: 'Last good on this domain, seen',
  fromEmail: (email: string) => `Reports go to ${email}, as the list of domains had it`,
  noRepair: (marks: readonly HealthMark[]) =>
    `${marks.map((mark) => markNames[mark]).join(', ')}: no earlier value of this domain is known.`,
  readForRepair: 'Read the records to see whether an earlier value is known.',
} as const
