/*
 * What Litemail tells of its nouns, as its answers are decoded: null for what an answer does not say. Moments are epoch
 * milliseconds, money is in dollars. `other`: what no column is known for, as the service named it; never a credential.
 */

export type OtherFacts = Readonly<Record<string, unknown>>

export interface UserFacts {
  readonly id: string
  readonly email: string | null
  readonly name: string | null
  readonly plan: string | null
  readonly other: OtherFacts
}

export interface WorkspaceFacts {
  readonly id: string
  readonly name: string | null
  /** The one that requests without a workspace header are about; null where the answer does not say. */
  readonly isPrimary: boolean | null
  readonly domainCount: number | null
  readonly mailboxCount: number | null
  readonly other: OtherFacts
}

export interface TagFacts {
  readonly id: string
  readonly name: string
  readonly color: string | null
}

export interface MailboxFacts {
  readonly id: string
  /** The whole address; made of user name and domain where the answer has no address. */
  readonly email: string
  readonly username: string | null
  readonly domain: string | null
  readonly domainId: string | null
  readonly firstName: string | null
  readonly lastName: string | null
  /** A free word of the service: `ACTIVE`, `IN_PROGRESS`, …, kept as it came. */
  readonly status: string | null
  /** Names; an id where only ids are told. Null where the answer says nothing of tags. */
  readonly tags: readonly string[] | null
  readonly assignedAt: number | null
  readonly renewsAt: number | null
  readonly createdAt: number | null
  readonly other: OtherFacts
}

export interface DomainFacts {
  readonly id: string
  readonly name: string
  readonly status: string | null
  /** How many mailboxes the service says it has. */
  readonly mailboxCount: number | null
  readonly registeredAt: number | null
  readonly expiresAt: number | null
  readonly isAutoRenewing: boolean | null
  /** Where visitors of the domain are sent; '' where the service says: nowhere. */
  readonly forwardTo: string | null
  readonly forwardingEmail: string | null
  readonly catchAllEmail: string | null
  readonly dmarcEmail: string | null
  readonly tags: readonly string[] | null
  readonly nameServers: readonly string[]
  readonly expectedNameServers: readonly string[]
  readonly other: OtherFacts
}

export interface SubscriptionFacts {
  readonly id: string
  readonly status: string | null
  readonly plan: string | null
  readonly price: number | null
  readonly mailboxCount: number | null
  readonly periodStart: number | null
  readonly periodEnd: number | null
  readonly other: OtherFacts
}

export interface WalletFacts {
  readonly balance: number | null
  readonly isAutoRecharging: boolean | null
  readonly rechargeBelow: number | null
  readonly rechargeBy: number | null
  readonly other: OtherFacts
}

/** One DNS record of a domain. */
export interface DnsRecordFacts {
  readonly id: string | null
  /** In capitals: `MX`, `TXT`, … */
  readonly type: string
  /** `@` for the domain itself. */
  readonly host: string
  /** To the letter. */
  readonly value: string
  readonly priority: number | null
  /** In seconds. */
  readonly ttl: number | null
}

/** What a check found of one domain's records; null for what it does not say. At least one of the four is said. */
export interface DnsCheckFacts {
  /** A check of one domain alone may name it neither by id nor by name. */
  readonly id: string | null
  readonly name: string | null
  readonly mx: boolean | null
  readonly spf: boolean | null
  readonly dkim: boolean | null
  readonly dmarc: boolean | null
}

export interface NameServerFacts {
  readonly nameServers: readonly string[]
}

export interface PropagationFacts {
  /** The domain's name servers are the expected ones everywhere that the service looked. */
  readonly isWhole: boolean
  readonly nameServers: readonly string[] | null
  readonly expectedNameServers: readonly string[] | null
}

/** One page of a list, as its answer tells it. */
export interface ListPage<Facts> {
  readonly rows: readonly Facts[]
  /** How many rows the whole list has; null where the answer does not say. */
  readonly total: number | null
  /** Which page this is, from 1. */
  readonly page: number | null
  readonly pages: number | null
  /** Null where the answer does not say. Never to be trusted alone: at a sibling it does not end. */
  readonly hasNext: boolean | null
}
