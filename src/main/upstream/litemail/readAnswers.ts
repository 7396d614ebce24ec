import type {
  DnsCheckFacts,
  DnsRecordFacts,
  DomainFacts,
  ListPage,
  MailboxFacts,
  NameServerFacts,
  PropagationFacts,
  SubscriptionFacts,
  TagFacts,
  UserFacts,
  WalletFacts,
  WorkspaceFacts,
} from '../../../shared/litemail/facts'

/** What the reads that Mailroom draws from bring; every other operation's answer is a table. */
export interface ReadAnswers {
  'users.get': UserFacts
  'workspaces.list': ListPage<WorkspaceFacts>
  'mailboxes.list': ListPage<MailboxFacts>
  'mailboxes.get': MailboxFacts
  'domains.list': ListPage<DomainFacts>
  'domains.get': DomainFacts
  'domains.nameServers': NameServerFacts
  'domains.verifyNameServers': PropagationFacts
  'domains.checkDns': readonly DnsCheckFacts[]
  'dns.list': readonly DnsRecordFacts[]
  'subscriptions.list': ListPage<SubscriptionFacts>
  'wallet.balance': WalletFacts
  'tags.list': ListPage<TagFacts>
}
export type KnownRead = keyof ReadAnswers

/** An answer that no screen is designed for, as it came: credentials are gone from it. */
export interface TableAnswer {
  /** Names of the service, in the order in which they first came. */
  readonly columns: readonly string[]
  /** Cells as JSON (RFC 8259), one a column; null where the row has none. */
  readonly rows: readonly (readonly (string | null)[])[]
  /** So many rows are not among these, because nobody could look at all of them. */
  readonly rowsLeft: number
  /** What stands beside the rows. */
  readonly beside: readonly { readonly name: string; readonly value: string }[]
  /** What the service says of it, as it may be shown. */
  readonly message: string | null
}
