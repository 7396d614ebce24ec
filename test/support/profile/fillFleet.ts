import { randomUUID } from 'node:crypto'
import {
  type FleetPartRow,
  type LitemailAccountRow,
  neverReadPart,
  type PartKey,
} from '../../../src/main/store/fleetRows'
import type { Store } from '../../../src/main/store/store'
import type { DomainFacts, MailboxFacts, WorkspaceFacts } from '../../../src/shared/litemail/facts'
import { take } from '../actions/take'

/** How large a fleet is. */
export interface FleetSize {
  readonly mailboxes: number
  readonly domains: number
  readonly workspaces: number
}

const DAY_MS = 86_400_000
const FIRST = ['Ada', 'Björn', 'Chloé', 'Dario', 'Emma', 'Farid', 'Greta', 'Hugo', 'Inês', 'Jan'] as const
const LAST = ['Archer', 'Baker', 'Carter', 'Dyer', 'Fischer', 'Glover', 'Hooper', 'Keeler', 'Mason'] as const
const TAGS = ['client', 'warm up', 'paused', 'Q3', 'renew by hand'] as const
const STATUSES = ['ACTIVE', 'ACTIVE', 'ACTIVE', 'ACTIVE', 'IN_PROGRESS', 'SCHEDULED_FOR_REMOVAL'] as const

const pick = <T>(items: readonly [T, ...T[]], n: number): T => items[n % items.length] ?? items[0]
const number = (n: number): string => String(n).padStart(6, '0')
const domainOf = (n: number): string => `measured-domain-${String(n).padStart(4, '0')}.example`

/** Always the same for the same place: one in three has tags, one in fifty has no status, and each renews within 60 days. */
const mailboxOf = (n: number, { domains }: FleetSize, now: number): MailboxFacts => {
  const [firstName, lastName] = [pick(FIRST, n), pick(LAST, n)]
  const domain = n % domains
  const username = `${firstName}.${lastName}`.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
  return {
    id: `mailbox-${number(n)}`,
    email: `${username}.${number(n)}@${domainOf(domain)}`,
    username: `${username}.${number(n)}`,
    domain: domainOf(domain),
    domainId: `domain-${number(domain)}`,
    firstName,
    lastName,
    status: n % 50 === 7 ? null : pick(STATUSES, n),
    tags: n % 3 === 0 ? [pick(TAGS, n), `batch ${n % 20}`] : [],
    assignedAt: now - (n % 300) * DAY_MS,
    renewsAt: now + (n % 60) * DAY_MS,
    createdAt: now - (n % 300) * DAY_MS,
    other: { profilePicture: '', warmup: { limit: n % 40 } },
  }
}

const domainFacts = (n: number, { mailboxes, domains }: FleetSize, now: number): DomainFacts => ({
  id: `domain-${number(n)}`,
  name: domainOf(n),
  status: n % 20 === 3 ? 'PENDING_NAMESERVERS' : 'ACTIVE',
  mailboxCount: Math.floor(mailboxes / domains),
  registeredAt: now - (n % 700) * DAY_MS,
  expiresAt: now + (n % 365) * DAY_MS,
  isAutoRenewing: n % 4 !== 1,
  forwardTo: n % 3 === 0 ? 'https://www.acme.example' : '',
  forwardingEmail: null,
  catchAllEmail: n % 6 === 1 ? `catch-all@${domainOf(n)}` : null,
  dmarcEmail: 'dmarc@reports.example',
  tags: n % 5 === 0 ? [pick(TAGS, n)] : [],
  nameServers: ['ns1.measured.example', 'ns2.measured.example'],
  expectedNameServers: ['ns1.measured.example', 'ns2.measured.example'],
  other: {},
})

const workspaceOf = (n: number): WorkspaceFacts => ({
  id: `workspace-${n}`,
  name: `Workspace ${n + 1}`,
  isPrimary: n === 0,
  domainCount: null,
  mailboxCount: null,
  other: {},
})

/** So many rows go to the store's thread at once. */
const CHUNK = 1_000

/** An account of Litemail's, whose key is nowhere: nothing of it is read anew. */
export const aFleetAccount = (given: Partial<LitemailAccountRow> = {}): LitemailAccountRow => ({
  id: randomUUID(),
  service: 'litemail',
  name: 'Litemail',
  origin: 'https://api.litemail.app',
  basePath: '/v1',
  authentication: 'api-key',
  userId: 'measured-user',
  userEmail: 'me@measured.example',
  keyEndsAt: null,
  keyGeneration: 1,
  keyKept: 'keychain',
  keyStanding: 'absent',
  createdAt: Date.now(),
  removedAt: null,
  ...given,
})

/**
 * Keeps a fleet of an account as if a pass over each of its lists had just come to its end: mailboxes and domains are spread
 * evenly over the workspaces.
 */
export async function keepFleet(store: Store, accountId: string, size: FleetSize): Promise<void> {
  const now = Date.now()
  const whole = (key: PartKey, announced: number): FleetPartRow => ({
    ...neverReadPart(key),
    wholeAt: now,
    at: now,
    announced,
  })
  const every = { pass: 1, at: now }
  const workspaces = Array.from({ length: size.workspaces }, (_, n) => workspaceOf(n))
  const part = whole({ accountId, noun: 'workspaces', workspaceId: '' }, workspaces.length)
  take(await store.write('fleet.take', { ...every, part, taken: { noun: 'workspaces', rows: workspaces } }))

  for (const [place, { id: workspaceId }] of workspaces.entries()) {
    const placesOf = (count: number): number[] => {
      const from = Math.floor((count * place) / workspaces.length)
      const to = Math.floor((count * (place + 1)) / workspaces.length)
      return Array.from({ length: to - from }, (_, n) => from + n)
    }
    const domains = placesOf(size.domains).map((n) => domainFacts(n, size, now))
    const domainPart = whole({ accountId, noun: 'domains', workspaceId }, domains.length)
    const takenDomains = { noun: 'domains', rows: domains } as const
    take(await store.write('fleet.take', { ...every, part: domainPart, taken: takenDomains }))

    const places = placesOf(size.mailboxes)
    const mailboxPart = whole({ accountId, noun: 'mailboxes', workspaceId }, places.length)
    for (let from = 0; from < places.length; from += CHUNK) {
      const rows = places.slice(from, from + CHUNK).map((n) => mailboxOf(n, size, now))
      take(
        await store.write('fleet.take', { ...every, part: mailboxPart, taken: { noun: 'mailboxes', rows } }),
      )
    }
  }
}
