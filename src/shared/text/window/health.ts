import type { HealthCheck, HealthChoice, HealthMark, Standing } from '../../health'
import { markNames } from '../health'
import { figure } from './common'

/** Servers are there; they are others. */
const OTHER_SERVERS = 'Others than expected'

/** What stands in a column, beside an icon. */
const states = {
  good: 'Good',
  missing: 'Missing',
  unchecked: 'Not checked',
} as const satisfies Record<Standing['state'], string>

const meanings: Readonly<Record<HealthMark, Readonly<Record<'good' | 'missing', string>>>> = {
  mx: { good: 'MX is there', missing: 'MX is missing' },
  spf: { good: 'SPF is there', missing: 'SPF is missing' },
  dkim: { good: 'DKIM is there', missing: 'DKIM is missing' },
  dmarc: { good: 'DMARC is there', missing: 'DMARC is missing' },
  ns: {
    good: 'The name servers are the expected ones',
    missing: 'The name servers are not the expected ones',
  },
}

const uncheckedMeaning: Readonly<Record<HealthMark, string>> = {
  mx: 'No check of MX is known',
  spf: 'No check of SPF is known',
  dkim: 'No check of DKIM is known',
  dmarc: 'No check of DMARC is known',
  ns: 'Litemail did not tell which name servers it has and which it should have',
}

/** The DNS of domains. */
export const healthText = {
  states,
  /** The same in a word about one mark. */
  state: (mark: HealthMark, state: Standing['state']): string =>
    mark === 'ns' && state === 'missing' ? OTHER_SERVERS : states[state],
  titles: { mx: 'MX', spf: 'SPF', dkim: 'DKIM', dmarc: 'DMARC', ns: 'Name servers' } satisfies Record<
    HealthMark,
    string
  >,
  /** `age`: as `5 min ago`; null where nothing was found out. */
  meaning: (mark: HealthMark, state: Standing['state'], age: string | null): string =>
    state === 'unchecked' || age === null ? uncheckedMeaning[mark] : `${meanings[mark][state]}, ${age}`,
  filter: 'Health',
  choices: {
    mx: 'MX missing',
    spf: 'SPF missing',
    dkim: 'DKIM missing',
    dmarc: 'DMARC missing',
    ns: 'Other name servers',
    good: 'Nothing found missing',
    unchecked: 'Not checked',
  } satisfies Record<HealthChoice, string>,
  title: 'DNS check',
  failed: 'What is known of its DNS could not be read',
  check: 'Check DNS now',
  checking: 'Checking…',
  /** The service names no id of it, which a check needs. */
  noId: 'Only mailboxes show this domain. Litemail checks and lists records of domains that its list of domains has.',
  notCheckedOf: (accountName: string) => `Domains of ${accountName} are not checked`,
  notCheckedHere: 'Domains of this account are not checked',
  history: 'History',
  noHistory: 'No check yet.',
  checks: (count: number): string => (count === 1 ? '1 check' : `${figure(count)} checks`),
  /** What one check, or several that said the same, found. */
  found: ({ mx, spf, dkim, dmarc }: HealthCheck): string => {
    const said = Object.entries({ mx, spf, dkim, dmarc } satisfies Partial<
      Record<HealthMark, boolean | null>
    >)
    // The entries of exactly these names.
    const named = (wanted: boolean) =>
      said
        .filter(([, is]) => is === wanted)
        .map(([mark]) => markNames[mark as 'mx' | 'spf' | 'dkim' | 'dmarc'])
    const [missing, good] = [named(false), named(true)]
    if (missing.length === 0) return `Nothing missing: ${good.join(', ')}`
    return `Missing: ${missing.join(', ')}`
  },
  missingMarks: (marks: readonly HealthMark[]): string =>
    `Missing: ${marks.map((mark) => markNames[mark]).join(', ')}`,
  records: 'DNS records',
  readRecords: 'Read the records',
  readAgain: 'Read again',
  reading: 'Reading…',
  notLoaded: 'Not loaded yet.',
  noRecords: 'Litemail lists no record of this domain.',
  /** Above the records where a later answer could not be read as such. */
  readBefore: 'As they were read before',
  readAt: 'Read',
  recordColumns: { type: 'Type', host: 'Host', value: 'Value' },
  priority: (priority: number) => `priority ${figure(priority)}`,
  ttl: (seconds: number) => `TTL ${figure(seconds)} s`,
  goneRecord: 'No longer there',
  lastSeen: 'last seen',
  nameServers: 'Name servers',
  current: 'Set now',
  expected: 'Expected',
  told: 'As Litemail answered',
  asListed: 'As the list of domains had them',
  readServers: 'Read name servers',
  copyServers: 'Copy name servers',
  copiedServers: (count: number) =>
    count === 1 ? 'Copied 1 name server.' : `Copied ${figure(count)} name servers.`,
  propagation: 'Propagation',
  checkPropagation: 'Check propagation',
  propagated: 'They are known everywhere',
  notPropagated: 'They are not known everywhere yet',
  /** Said when it is there. */
  came: {
    'domains.checkDns': 'DNS checked.',
    'dns.list': 'DNS records read.',
    'domains.nameServers': 'Name servers read.',
    'domains.verifyNameServers': 'Propagation checked.',
  },
  unread: {
    'domains.checkDns': 'The answer could not be read as a check',
    'dns.list': 'The answer could not be read as records',
    'domains.nameServers': 'The answer could not be read as name servers',
    'domains.verifyNameServers': 'The answer could not be read as whether they are known',
  },
  unreadLead: 'It is below as Litemail sent it. In Operations you can say where in it things stand.',
  openOperation: 'Show in Operations',
  mailboxes: 'Mailboxes',
  allMailboxes: (count: number) => `Show all ${figure(count)}`,
  /** Other accounts have mailboxes at this domain, too. */
  allMailboxesOfAll: (count: number) => `Show all ${figure(count)} of all accounts`,
  mailboxesFailed: 'Its mailboxes could not be read',
  noMailboxes: 'None that Mailroom has read.',
  /** Overview. */
  missing: (mark: HealthMark, count: number): string => {
    const domains = count === 1 ? '1 domain' : `${figure(count)} domains`
    if (mark === 'ns') return `${domains} with other name servers than expected`
    return `${domains} without ${markNames[mark]}`
  },
  unchecked: (count: number): string =>
    count === 1 ? '1 domain was not checked yet' : `${figure(count)} domains were not checked yet`,
} as const
