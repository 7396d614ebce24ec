import type { Canary } from '../canary/spellings'
import { goldenOperation } from './golden'

/** Every secret that the service holds has this in it: where it is found, it leaked. */
export const LITEMAIL_CANARY: Canary = {
  key: 'QWZKM4TR7XH2VNDBLP5YJC3GSE6UAF2K',
  pieces: ['QWZKM4TR7XH2VNDB', 'LP5YJC3GSE6UAF2K'],
}

export interface WorkspaceRecord {
  readonly id: string
  readonly name: string
}

export interface TagRecord {
  readonly id: string
  readonly name: string
  readonly color: string
}

/** A mailbox as the service holds it; moments are ISO 8601, UTC. */
export interface MailboxRecord {
  readonly id: string
  readonly workspaceId: string
  readonly username: string
  readonly email: string
  readonly domain: string
  readonly domainId: string
  readonly firstName: string | null
  readonly lastName: string | null
  readonly status: string | null
  readonly profilePicture: string | null
  readonly tags: readonly TagRecord[]
  readonly assignedOn: string | null
  readonly expireOn: string | null
  readonly createdAt: string | null
  /** Live credentials. */
  readonly appPassword: string
  readonly password: string
  readonly secret: string
}

/** What a check of a domain's DNS finds. */
export interface DnsMarks {
  readonly mx: boolean
  readonly spf: boolean
  readonly dkim: boolean
  readonly dmarc: boolean
}

export interface DnsRecord {
  readonly id: string
  readonly host: string
  readonly value: string
  readonly recordType: string
  readonly priority?: number
  readonly ttl: number
  /** The golden examples change and delete one that their list does not show. */
  readonly isUnlisted?: boolean
}

export interface DomainRecord {
  readonly id: string
  readonly workspaceId: string
  readonly domain: string
  readonly status: string | null
  readonly nameServers: readonly string[]
  readonly expectedNameServers: readonly string[]
  readonly registeredOn: string | null
  readonly expireOn: string | null
  readonly autoRenew: boolean
  readonly forwardTo: string | null
  readonly dmarcEmail: string | null
  readonly forwardingEmail: string | null
  readonly catchAllEmail: string | null
  readonly tags: readonly TagRecord[]
  /** Left out: nothing is missing. No list shows it. */
  readonly dns?: DnsMarks
  /** Left out: those of the golden example. No list shows them. */
  readonly records?: readonly DnsRecord[]
}

export interface SubscriptionRecord {
  readonly id: string
  readonly subscriptionId: string
  readonly subscriptionStatus: string
  readonly plan: string
  readonly price: number | null
  readonly totalMailboxQuantity: number
  readonly periodStart: string
  readonly periodEnd: string
}

export interface WalletRecord {
  readonly walletBalance: number
  readonly autoRechargeEnabled: boolean
  readonly autoRechargeDetails: { readonly threshold: number; readonly minimumRechargeAmount: number }
}

export interface PersonRecord {
  readonly id: string
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly activePlan: string
  readonly planEndsOn: string
  readonly purchasedMailboxes: number
}

export interface WebhookRecord {
  readonly id: string
  readonly url: string
  readonly events: readonly string[]
  readonly signingSecret: string
  readonly createdAt: string
}

export interface ExportRecord {
  readonly id: string
  readonly app: string
  readonly status: string
  readonly mailboxCount: number
  readonly createdAt: string
}

export interface PlacementRecord {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly inbox: number | null
  readonly spam: number | null
  readonly createdAt: string
}

/** A login at another platform. */
export interface ThirdPartyRecord {
  readonly id: string
  readonly app: string
  readonly email: string
  readonly password: string
}

export interface CloudflareRecord {
  readonly credentials: {
    readonly email: string
    readonly apiKey: string
    readonly accountId: string
  } | null
  readonly domains: readonly {
    readonly id: string
    readonly name: string
    readonly status: string
    readonly isConnected: boolean
  }[]
}

/** A page to pay at that was given out. */
export interface LinkRecord {
  readonly link: string
  readonly amount: number
  readonly isPaid: boolean
}

/** What of a user no fleet is made of. */
export interface OtherHoldings {
  readonly webhooks: WebhookRecord[]
  readonly exports: ExportRecord[]
  readonly placements: PlacementRecord[]
  readonly thirdParty: ThirdPartyRecord[]
  cloudflare: CloudflareRecord
  /** Null: none were given. */
  billing: Readonly<Record<string, unknown>> | null
  readonly links: LinkRecord[]
}

/** All that belongs to one user. The first workspace is the primary one. */
export interface Holdings extends OtherHoldings {
  person: PersonRecord
  wallet: WalletRecord
  readonly workspaces: WorkspaceRecord[]
  readonly mailboxes: MailboxRecord[]
  readonly domains: DomainRecord[]
  readonly tags: TagRecord[]
  readonly subscriptions: SubscriptionRecord[]
}

/** The credentials of the `n`th mailbox; the third is a TOTP seed in base32. */
export const credentialsOf = (n: number): Pick<MailboxRecord, 'appPassword' | 'password' | 'secret'> => ({
  appPassword: `${LITEMAIL_CANARY.key}-app-${n}`,
  password: `pw-${LITEMAIL_CANARY.key}-${n}`,
  secret: `${LITEMAIL_CANARY.key}${n
    .toString(2)
    .padStart(8, '0')
    .slice(-8)
    .replaceAll('0', 'A')
    .replaceAll('1', 'B')}`,
})

const goldenData = (id: string): unknown => {
  const body = goldenOperation(id).answer.body
  return typeof body === 'object' && body !== null && 'data' in body ? body.data : null
}

const goldenMarks = (): DnsMarks => {
  const [check] = goldenData('domains.checkDns') as Readonly<Record<string, boolean>>[]
  return {
    mx: check?.mxRecords === true,
    spf: check?.spfRecord === true,
    dkim: check?.dkimRecords === true,
    dmarc: check?.dmarcRecords === true,
  }
}

/** What the golden examples show of what no fleet is made of; a made user has it too. */
export const goldenOthers = (): OtherHoldings => {
  // The golden file has these shapes; that the service's answers are the golden ones is tested.
  const { credentials, domains } = goldenData('cloudflare.get') as CloudflareRecord
  return {
    webhooks: [...(goldenData('webhooks.list') as WebhookRecord[])],
    exports: [...(goldenData('exportHistory.list') as ExportRecord[])],
    placements: [...(goldenData('placement.list') as PlacementRecord[])],
    thirdParty: [goldenData('exports.addAccount') as ThirdPartyRecord],
    cloudflare: { credentials, domains },
    billing: null,
    links: [],
  }
}

/** The records of a domain of which nothing else is said. */
export const goldenRecords = (): readonly DnsRecord[] =>
  [...(goldenData('dns.list') as (DnsRecord & { domainId: string })[])].map(
    ({ domainId: _domain, ...record }) => record,
  )

const unlistedRecord = (): DnsRecord => {
  const { domainId: _domain, ...record } = goldenData('dns.create') as DnsRecord & { domainId: string }
  return { ...record, isUnlisted: true }
}

/** What the golden examples show of one user: its answers are made of exactly this. */
export const goldenHoldings = (): Holdings => {
  // The golden file has these shapes; that the service's answers are the golden ones is tested.
  const {
    walletBalance: _balance,
    assignedMailboxes: _count,
    ...person
  } = goldenData('users.get') as PersonRecord & Record<'walletBalance' | 'assignedMailboxes', number>
  const workspaces = goldenData('workspaces.list') as WorkspaceRecord[]
  const { mailboxes } = goldenData('mailboxes.list') as { mailboxes: MailboxRecord[] }
  const { domains } = goldenData('domains.list') as { domains: DomainRecord[] }
  const workspaceId = workspaces[0]?.id ?? ''
  return {
    person,
    wallet: goldenData('wallet.balance') as WalletRecord,
    workspaces: workspaces.map(({ id, name }) => ({ id, name })),
    mailboxes: mailboxes.map((mailbox, index) => ({ ...mailbox, workspaceId, ...credentialsOf(index + 1) })),
    domains: domains.map((domain) => ({
      ...{ ...domain, workspaceId, dns: goldenMarks() },
      records: [...goldenRecords(), unlistedRecord()],
    })),
    tags: [...(goldenData('tags.list') as TagRecord[])],
    subscriptions: [...(goldenData('subscriptions.list') as SubscriptionRecord[])],
    ...goldenOthers(),
  }
}
