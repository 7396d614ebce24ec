import type {
  DomainFacts,
  ListPage,
  MailboxFacts,
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
  'subscriptions.list': ListPage<SubscriptionFacts>
  'wallet.balance': WalletFacts
  'tags.list': ListPage<TagFacts>
}
export type KnownRead = keyof ReadAnswers
