import { createHash } from 'node:crypto'
import { randomFrom } from '../random'
import {
  credentialsOf,
  type DomainRecord,
  goldenOthers,
  type Holdings,
  type MailboxRecord,
  type SubscriptionRecord,
  type TagRecord,
} from './records'

/** A made fleet: the same numbers and seed make the same one, moments apart. */
export interface FleetOptions {
  /** How many, or their names; default one, `Main`. The first is the primary one. */
  readonly workspaces?: number | readonly string[]
  /** Spread evenly over the workspaces. */
  readonly domains: number
  /** Spread evenly over the domains. */
  readonly mailboxes: number
  /** Default 5. */
  readonly tags?: number
  /** Default 4; their periods end in 3, 12, 25 and 40 days, then as much again. The last one has no price. */
  readonly subscriptions?: number
  readonly seed?: number
  /** What the moments are counted from, epoch milliseconds; default now. */
  readonly at?: number
}

const DAY = 86_400_000
const firstNames = ['Anna', 'Ben', 'Cleo', 'Dara', 'Emil', 'Fay', 'Gus', 'Hana', 'Ivo', 'Jule', 'Kai', 'Lena']
const lastNames = ['Keller', 'Ortiz', 'Brandt', 'Voss', 'Ito', 'Meyer', 'Novak', 'Okafor', 'Patel', 'Quint']
const nouns = [
  'harbor',
  'meadow',
  'copper',
  'lantern',
  'orchard',
  'summit',
  'willow',
  'anchor',
  'maple',
  'quartz',
]
const kinds = ['reach', 'desk', 'mail', 'team', 'works', 'hub']
const tagNames = ['warm', 'cold', 'client', 'paused', 'spare', 'vip', 'trial', 'old']
const colors = ['#2f9e44', '#1971c2', '#e8590c', '#868e96']
const workspaceNames = ['Acme', 'Globex', 'Initech', 'Umbrella', 'Hooli', 'Stark', 'Wayne', 'Tyrell']

const at = <T>(list: readonly T[], index: number): T => {
  const item = list[index % list.length]
  if (item === undefined) throw new RangeError('nothing to take from')
  return item
}

/** A 25-character id as a cuid has it; those of different users and kinds are apart. */
const idOf = (user: string, kind: string, n: number): string => {
  const tag = createHash('sha256').update(user).digest('hex').slice(0, 11)
  return `c${kind}${tag}${n.toString(36).padStart(12, '0')}`
}

const spread = (count: number, over: number, index: number): number => Math.floor((index * over) / count)

const makeSubscription = (user: string, n: number, isLast: boolean, now: number): SubscriptionRecord => {
  const inDays = [3, 12, 25, 40][n % 4] ?? 40
  const end = now + (inDays + 40 * Math.floor(n / 4)) * DAY
  return {
    id: `sub_${user}_${n + 1}`,
    subscriptionId: `sub_stripe_${user}_${n + 1}`,
    subscriptionStatus: n % 5 === 4 ? 'CANCELLED' : 'ACTIVE',
    plan: n % 2 === 0 ? 'Basic' : 'Pro',
    price: isLast ? null : 36 + 12 * (n % 3),
    totalMailboxQuantity: 20,
    periodStart: new Date(end - 30 * DAY).toISOString(),
    periodEnd: new Date(end).toISOString(),
  }
}

/** Makes everything that a user of that id holds. */
export const makeHoldings = (user: string, options: FleetOptions): Holdings => {
  const { workspaces: wanted = ['Main'], tags: tagCount = 5, subscriptions = 4, seed = 1 } = options
  const now = options.at ?? Date.now()
  const random = randomFrom(seed)
  const names =
    typeof wanted === 'number'
      ? Array.from({ length: wanted }, (_, n) =>
          n < workspaceNames.length ? at(workspaceNames, n) : `${at(workspaceNames, n)} ${n}`,
        )
      : wanted
  const iso = (days: number): string => new Date(now + Math.round(days * DAY)).toISOString()

  const workspaces = names.map((name, n) => ({ id: idOf(user, 'w', n + 1), name }))
  const tags: TagRecord[] = Array.from({ length: tagCount }, (_, n) => ({
    id: idOf(user, 't', n + 1),
    name: n < tagNames.length ? at(tagNames, n) : `${at(tagNames, n)} ${n}`,
    color: at(colors, n),
  }))
  const domains = Array.from({ length: options.domains }, (_, n): DomainRecord => {
    const domain = `${at(nouns, n)}-${at(kinds, Math.floor(n / nouns.length))}-${n + 1}.test`
    return {
      id: idOf(user, 'd', n + 1),
      workspaceId: at(workspaces, spread(options.domains, workspaces.length, n)).id,
      domain,
      status: random.chance(0.9) ? 'ACTIVE' : 'PENDING_NAMESERVERS',
      nameServers: ['ns1.litemail.test', 'ns2.litemail.test'],
      expectedNameServers: ['ns1.litemail.test', 'ns2.litemail.test'],
      registeredOn: iso(-random.integer(30, 700)),
      expireOn: iso(random.integer(1, 365)),
      autoRenew: random.chance(0.7),
      forwardTo: random.chance(0.5) ? 'https://acme.test' : null,
      dmarcEmail: random.chance(0.5) ? `dmarc@${domain}` : null,
      forwardingEmail: null,
      catchAllEmail: random.chance(0.3) ? `all@${domain}` : null,
      tags: [],
    }
  })
  const mailboxes = Array.from({ length: options.mailboxes }, (_, n): MailboxRecord => {
    const home = at(domains, spread(options.mailboxes, domains.length, n))
    const [firstName, lastName] = [at(firstNames, n), at(lastNames, Math.floor(n / firstNames.length))]
    const username = `${firstName}.${lastName}${n + 1}`.toLowerCase()
    const assigned = -random.integer(10, 400)
    return {
      id: idOf(user, 'm', n + 1),
      workspaceId: home.workspaceId,
      username,
      email: `${username}@${home.domain}`,
      domain: home.domain,
      domainId: home.id,
      firstName,
      lastName,
      status: random.chance(0.85) ? 'ACTIVE' : random.pick(['IN_PROGRESS', 'SCHEDULED_FOR_REMOVAL']),
      profilePicture: null,
      tags: tags.length > 0 && random.chance(0.4) ? [random.pick(tags)] : [],
      assignedOn: iso(assigned),
      expireOn: iso(random.integer(1, 60) + 0.5),
      createdAt: iso(assigned - 0.01),
      ...credentialsOf(n + 1),
    }
  })
  return {
    person: {
      id: user,
      email: `${user}@litemail-user.test`,
      firstName: 'Olivia',
      lastName: 'Marsh',
      activePlan: 'PRO',
      planEndsOn: iso(200),
      purchasedMailboxes: options.mailboxes,
    },
    wallet: {
      walletBalance: 142.5,
      autoRechargeEnabled: true,
      autoRechargeDetails: { threshold: 20, minimumRechargeAmount: 50 },
    },
    workspaces,
    mailboxes,
    domains,
    tags,
    subscriptions: Array.from({ length: subscriptions }, (_, n) =>
      makeSubscription(user, n, n === subscriptions - 1 && n > 0, now),
    ),
    ...goldenOthers(),
  }
}
