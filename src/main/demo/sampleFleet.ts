import { drawn, idOf, layOut, pick, type Range, type SampleWorkspace } from './sampleLayout'
import { domainWords, firstNames, lastNames, tagNames } from './sampleWords'

const DAY_MS = 86_400_000
/** Mailboxes renew after so many days. */
const PERIOD_DAYS = 30
const PRICE = 3.5
/** So many subscriptions has each workspace; the last one is cancelled. */
const SUBSCRIPTIONS = 4

/** What is asked of the sample fleet: how large it is, and since when it is there, in epoch milliseconds. */
export interface SampleFleetWish {
  readonly mailboxes: number
  readonly since: number
  readonly now: () => number
}

const iso = (ms: number): string => new Date(ms).toISOString()

/** Each workspace has its own, of the same names. */
const tagsOfWorkspace = (workspace: number) =>
  tagNames.map((tag, n) => ({ id: idOf('t', workspace * tagNames.length + n), ...tag }))

/** One in five has a tag, and one in fifty has two. */
const tagsOf = (kind: number, n: number, workspace: number) => {
  const number = drawn(kind, n) % 50
  const tags = tagsOfWorkspace(workspace)
  return [...(number < 10 ? [pick(tags, number)] : []), ...(number === 0 ? [pick(tags, number + 2)] : [])]
}

const appPasswordOf = (n: number): string => `sample ${drawn(5, n).toString(36)}`

/** Eight letters of base32 (RFC 4648). */
const seedPart = (number: number): string =>
  Array.from({ length: 8 }, (_, place) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.charAt((number >>> (place * 4)) & 31),
  ).join('')

const mailboxStatusOf = (n: number): string => {
  const number = drawn(1, n) % 100
  if (number < 91) return 'ACTIVE'
  if (number < 95) return 'IN_PROGRESS'
  return number < 98 ? 'SCHEDULED_FOR_REMOVAL' : 'SUSPENDED'
}

/**
 * A fleet that is never held as a whole: each row is made when it is asked for, and always the same. All of its addresses
 * and domains end in `.example`.
 */
export function createSampleFleet({ mailboxes, since, now }: SampleFleetWish) {
  const day = since - (since % DAY_MS)
  const { domains, workspaces, firstMailboxOf, domainOf, domainNameOf, workspaceOf } = layOut(mailboxes)

  /** The next time that what began then renews. */
  const renewalOf = (begun: number): number => {
    const period = PERIOD_DAYS * DAY_MS
    return begun + Math.max(1, Math.ceil((now() - begun) / period)) * period
  }

  const mailboxAt = (n: number) => {
    const domain = domainOf(n)
    // 1,009 is prime: within a domain nobody comes twice.
    const person =
      (domain * 37 + (n - firstMailboxOf(domain)) * 1_009) % (firstNames.length * lastNames.length)
    const firstName = pick(firstNames, person)
    const lastName = pick(lastNames, Math.floor(person / firstNames.length))
    const username = `${firstName}${pick(['.', '-', '_'], domain)}${lastName}`.toLowerCase()
    const assigned = day - (drawn(2, n) % 330) * DAY_MS - (drawn(3, n) % DAY_MS)
    return {
      id: idOf('m', n),
      username,
      email: `${username}@${domainNameOf(domain)}`,
      domain: domainNameOf(domain),
      domainId: idOf('d', domain),
      firstName,
      lastName,
      status: mailboxStatusOf(n),
      profilePicture: null,
      tags: tagsOf(4, n, workspaceOf(domain)),
      assignedOn: iso(assigned),
      expireOn: iso(renewalOf(assigned)),
      createdAt: iso(assigned - 90_000),
      // As the service does it: what decodes an answer leaves them out.
      appPassword: appPasswordOf(n),
    }
  }

  /** What opens a mailbox that does not exist. */
  const credentialsOf = (n: number) => ({
    password: `${drawn(13, n).toString(36)}-${drawn(14, n).toString(36)}.example`,
    appPassword: appPasswordOf(n),
    secret: [15, 16, 17, 18].map((kind) => seedPart(drawn(kind, n))).join(''),
  })

  const domainAt = (n: number) => {
    const number = drawn(6, n) % 40
    const nameServers = ['ns1.sample-dns.example', 'ns2.sample-dns.example']
    const isWaiting = number === 0
    const registered = day - (40 + (drawn(7, n) % 300)) * DAY_MS
    const name = domainNameOf(n)
    return {
      id: idOf('d', n),
      domain: name,
      status: isWaiting ? 'PENDING_NAMESERVERS' : 'ACTIVE',
      nameServers: isWaiting ? ['ns1.parking.example', 'ns2.parking.example'] : nameServers,
      expectedNameServers: nameServers,
      registeredOn: iso(registered),
      expireOn: iso(registered + 365 * DAY_MS),
      autoRenew: number % 4 !== 1,
      forwardTo: number % 3 === 0 ? `https://www.${pick(domainWords.second, drawn(8, n))}.example` : null,
      dmarcEmail: number % 5 === 4 ? null : 'dmarc@reports.example',
      forwardingEmail: number % 7 === 2 ? 'replies@inbox.example' : null,
      catchAllEmail: number % 6 === 1 ? `catch-all@${name}` : null,
      tags: tagsOf(9, n, workspaceOf(n)),
      assignedMailboxesCount: String(firstMailboxOf(n + 1) - firstMailboxOf(n)),
    }
  }

  const subscriptionsOf = ({ place, mailboxes: { from, to } }: SampleWorkspace) =>
    Array.from({ length: SUBSCRIPTIONS }, (_, n) => {
      const number = place * SUBSCRIPTIONS + n
      const begun = day - (drawn(10, number) % 200) * DAY_MS
      const end = renewalOf(begun)
      const upTo = (part: number): number => Math.floor((part * (to - from)) / SUBSCRIPTIONS)
      const quantity = upTo(n + 1) - upTo(n)
      return {
        id: idOf('s', number),
        subscriptionId: `sub_sample_${number}`,
        subscriptionStatus: number === workspaces.length * SUBSCRIPTIONS - 1 ? 'CANCELLED' : 'ACTIVE',
        plan: n === 2 ? 'Basic' : 'Pro',
        price: quantity * PRICE,
        totalMailboxQuantity: quantity,
        periodStart: iso(end - PERIOD_DAYS * DAY_MS),
        periodEnd: iso(end),
      }
    })

  const invoices = () =>
    workspaces.flatMap(subscriptionsOf).map(({ id, price, periodStart }, n) => ({
      id: `invoice-${n + 1}`,
      subscriptionId: id,
      amount: price,
      paidOn: periodStart,
    }))

  const warmupAt = (n: number) => {
    const sent = 20 + (drawn(11, n) % 20)
    const spam = drawn(12, n) % 3
    return { mailboxId: idOf('m', n), email: mailboxAt(n).email, sent, inbox: sent - spam, spam }
  }

  const statusCounts = ({ from, to }: Range): Readonly<Record<string, number>> => {
    const counts: Record<string, number> = {}
    for (let n = from; n < to; n += 1) counts[mailboxStatusOf(n)] = (counts[mailboxStatusOf(n)] ?? 0) + 1
    return counts
  }

  /** The place, among these, of the row that has this id; null where none has. */
  const placeOf = (kind: 'm' | 'd', id: string, { from, to }: Range): number | null => {
    const place = Number.parseInt(id.slice(-17), 36)
    return idOf(kind, place) === id && place >= from && place < to ? place : null
  }

  return {
    workspaces,
    tagsOfWorkspace,
    mailboxAt,
    credentialsOf,
    domainAt,
    warmupAt,
    statusCounts,
    subscriptionsOf,
    invoices,
    placeOf,
    size: { mailboxes, domains },
    /** In dollars: enough for a week's renewals, and not for a month's. */
    balance: Math.round(mailboxes * 0.6 * 100) / 100,
  }
}
