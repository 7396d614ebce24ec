import type { Answer } from '../../loopback/answer'
import { inWorkspace } from '../asked'
import { recordsOf } from '../dns'
import type { DnsRecord, DomainRecord } from '../records'
import {
  type AskedWrite,
  change,
  costOf,
  type Fields,
  lacking,
  newId,
  numberIn,
  pay,
  type RowEnd,
  refusalOf,
  remove,
  tellRows,
  textIn,
  textsIn,
  unaffordable,
  type Write,
} from './written'

const DAY_MS = 86_400_000
const NAME_SERVERS = ['ns1.litemail.test', 'ns2.litemail.test']
const PARKED = ['ns1.parking.test', 'ns2.parking.test']

const missing = ({ refuse, switches }: AskedWrite, noun = 'Domain') =>
  refuse(404, switches.missing === 'named' ? `${noun} not found` : 'Not found')

/** Those of the workspace that is asked under. */
const heldIn = (asked: AskedWrite): readonly DomainRecord[] =>
  asked.holdings.domains.filter(inWorkspace(asked))

const newDomain = (
  { now, workspaceId, holdings }: AskedWrite,
  id: string,
  domain: string,
  years: number,
) => ({
  ...{ id, domain, workspaceId: workspaceId ?? holdings.workspaces[0]?.id ?? '' },
  ...{ nameServers: PARKED, expectedNameServers: NAME_SERVERS },
  registeredOn: new Date(now).toISOString(),
  expireOn: new Date(now + years * 365 * DAY_MS).toISOString(),
  ...{ autoRenew: false, forwardTo: null, dmarcEmail: null, forwardingEmail: null, catchAllEmail: null },
  ...{ tags: [], records: [], dns: { mx: false, spf: false, dkim: false, dmarc: false } },
})

const isTaken = ({ holdings, switches }: AskedWrite, name: string): boolean =>
  switches.takenDomains.includes(name) || holdings.domains.some(({ domain }) => domain === name)

const register: Write = (asked) => {
  const { sent, holdings, refuse } = asked
  const wrong = lacking(asked, 'domainName', 'years', 'useWallet')
  if (wrong) return wrong
  const name = textIn(sent, 'domainName') ?? ''
  const years = numberIn(sent, 'years') ?? 1
  const refused = refusalOf(asked, name)
  if (refused !== null) return refuse(400, refused)
  if (isTaken(asked, name)) return refuse(409, 'Domain is not available')
  const cost = sent.useWallet === true ? costOf(asked) * years : 0
  const poor = unaffordable(asked, cost)
  if (poor) return poor
  const id = newId('cm8u0k4xw0013l508acmereac', holdings.domains)
  const status = 'PENDING'
  return {
    rows: [{ ...sent, id }],
    data: { id, domain: name, status },
    apply: () => {
      holdings.domains.unshift({ ...newDomain(asked, id, name, years), status })
      pay(asked, cost)
    },
  }
}

const connect: Write = (asked) => {
  const { sent, holdings, refuse } = asked
  const names = textsIn(sent, 'domainNames')
  if (names.length === 0) return refuse(400, 'domainNames must not be empty')
  const made: DomainRecord[] = []
  const ends = names.map((value): RowEnd => {
    const refused =
      refusalOf(asked, value) ??
      (isTaken(asked, value) || made.some(({ domain }) => domain === value)
        ? 'Domain belongs to another account'
        : null)
    const id = newId('cm8u0k4xw0022l508connecte', [...holdings.domains, ...made])
    if (refused === null)
      made.push({ ...newDomain(asked, id, value, 1), status: 'PENDING_NAMESERVERS', registeredOn: null })
    return { name: 'domainName', value, refused }
  })
  return {
    rows: made.map(({ id, domain }) => ({ id, domain })),
    message: `${made.length} of ${ends.length} domains connected`,
    data: tellRows(asked, ends, 'Connected'),
    apply: () => {
      holdings.domains.unshift(...made)
    },
  }
}

/** The ids that a request is about: all there are, where the body of a DELETE is not looked at. */
const idsIn = (asked: AskedWrite): readonly string[] =>
  asked.request.method === 'DELETE' && asked.switches.deleteBodies === 'ignored'
    ? heldIn(asked).map(({ id }) => id)
    : textsIn(asked.sent, 'domainIds')

/** A setting of several domains. */
const set =
  (value: (sent: Fields) => Partial<DomainRecord> | null, ...needed: readonly string[]): Write =>
  (asked) => {
    const { sent, refuse, holdings } = asked
    const wrong = lacking(asked, ...needed)
    const facts = value(sent)
    const ids = idsIn(asked)
    if (wrong || facts === null) return wrong ?? refuse(400, 'Not understood')
    if (ids.length === 0) return refuse(400, 'domainIds must not be empty')
    const held = heldIn(asked)
    const ends = ids.map((id): RowEnd & { readonly domain: DomainRecord | undefined } => {
      const domain = held.find((one) => one.id === id)
      const refused = domain ? refusalOf(asked, id, domain.domain) : 'Domain not found'
      return { name: 'domainId', value: id, refused, domain }
    })
    const done = ends.flatMap(({ refused, domain }) => (refused === null && domain ? [domain] : []))
    const { results, ...counts } = tellRows(asked, ends, 'Done')
    return {
      rows: done.map(({ id, domain }) => ({ ...sent, domainIds: null, id, domain })),
      data: { ...counts, ...(counts.failedCount === 0 ? {} : { results }) },
      apply: () => {
        for (const { id } of done) change(holdings.domains, id, facts)
      },
    }
  }

const removeUnused: Write = (asked) => {
  const { holdings, refuse, id } = asked
  const found = heldIn(asked).find((domain) => domain.id === id)
  if (found === undefined) return missing(asked)
  const refused = refusalOf(asked, found.id, found.domain)
  if (refused !== null) return refuse(400, refused)
  return {
    rows: [{ id: found.id, domain: found.domain }],
    apply: () => remove(holdings.domains, [found.id]),
  }
}

/** The domain that a record belongs to, and the record; or that there is none. */
const recordIn = (
  asked: AskedWrite,
  domainId: unknown,
): { readonly domain: DomainRecord; readonly record: DnsRecord } | Answer => {
  const domain = heldIn(asked).find(({ id }) => id === domainId)
  if (domain === undefined) return missing(asked)
  const record = recordsOf(domain).find(({ id }) => id === asked.id)
  return record === undefined ? missing(asked, 'DNS record') : { domain, record }
}

const factsOf = (sent: Fields): Omit<DnsRecord, 'id' | 'ttl'> & { readonly ttl?: number } => {
  const [ttl, priority] = [numberIn(sent, 'ttl'), numberIn(sent, 'priority')]
  return {
    host: textIn(sent, 'host') ?? '',
    value: textIn(sent, 'value') ?? '',
    recordType: textIn(sent, 'recordType') ?? '',
    ...(priority === null ? {} : { priority }),
    ...(ttl === null ? {} : { ttl }),
  }
}

const createRecord: Write = (asked) => {
  const { sent, holdings, refuse } = asked
  const wrong = lacking(asked, 'domainId', 'recordType', 'host', 'value')
  if (wrong) return wrong
  const domain = heldIn(asked).find(({ id }) => id === sent.domainId)
  if (domain === undefined) return missing(asked)
  const refused = refusalOf(asked, sent.host, sent.value, domain.domain)
  if (refused !== null) return refuse(400, refused)
  const records = recordsOf(domain)
  const id = newId(
    'cm8u0k4xw0016l508dnstxt00',
    records.filter(({ isUnlisted }) => !isUnlisted),
  )
  const record = { ttl: 3_600, ...factsOf(sent), id }
  return {
    rows: [{ ...sent, id }],
    data: { ...record, domainId: domain.id },
    apply: () =>
      change(holdings.domains, domain.id, { records: [...records.filter((one) => one.id !== id), record] }),
  }
}

const updateRecord: Write = (asked) => {
  const { sent, holdings, refuse } = asked
  const wrong = lacking(asked, 'domainId', 'recordType', 'host', 'value')
  if (wrong) return wrong
  const found = recordIn(asked, sent.domainId)
  if ('status' in found && 'body' in found) return found
  const { domain, record } = found
  const refused = refusalOf(asked, record.id, sent.host, sent.value)
  if (refused !== null) return refuse(400, refused)
  const { isUnlisted: _unlisted, ...listed } = record
  const after = { ...listed, ...factsOf(sent) }
  const records = recordsOf(domain).map((one) => (one.id === record.id ? after : one))
  return {
    rows: [{ ...sent, id: record.id }],
    data: { ...after, domainId: domain.id },
    apply: () => change(holdings.domains, domain.id, { records }),
  }
}

const deleteRecord: Write = (asked) => {
  const found = recordIn(asked, asked.request.query.domainId)
  if ('status' in found && 'body' in found) return found
  const { domain, record } = found
  const refused = refusalOf(asked, record.id, record.host, record.value)
  if (refused !== null) return asked.refuse(400, refused)
  const records = recordsOf(domain).filter(({ id }) => id !== record.id)
  return {
    rows: [{ ...record, domainId: domain.id }],
    apply: () => change(asked.holdings.domains, domain.id, { records }),
  }
}

/** What is written about domains and their DNS. */
export const domainWrites: Readonly<Record<string, Write>> = {
  'domains.register': register,
  'domains.connect': connect,
  'domains.addDmarc': set((sent) => ({ dmarcEmail: textIn(sent, 'email') }), 'email'),
  'domains.addForwarding': set((sent) => ({ forwardTo: textIn(sent, 'forwardTo') }), 'forwardTo'),
  'domains.removeForwarding': set(() => ({ forwardTo: null })),
  'domains.enableEmailForwarding': set((sent) => ({ forwardingEmail: textIn(sent, 'email') }), 'email'),
  'domains.removeEmailForwarding': set(() => ({ forwardingEmail: null })),
  'domains.enableCatchAll': set((sent) => ({ catchAllEmail: textIn(sent, 'email') }), 'email'),
  'domains.removeCatchAll': set(() => ({ catchAllEmail: null })),
  'domains.remove': removeUnused,
  'dns.create': createRecord,
  'dns.update': updateRecord,
  'dns.delete': deleteRecord,
}
