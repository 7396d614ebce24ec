import type { OperationId } from '../../../../shared/litemail/operations'
import type { Decoder } from '../envelope'
import { billing } from './billing'
import { cloudflare } from './cloudflare'
import { dashboard } from './dashboard'
import { dns } from './dns'
import { domains } from './domains'
import { exportHistory } from './exportHistory'
import { exports } from './exports'
import { mailboxes } from './mailboxes'
import { placement } from './placement'
import { subscriptions } from './subscriptions'
import { tags } from './tags'
import { users } from './users'
import { wallet } from './wallet'
import { webhooks } from './webhooks'
import { workspaces } from './workspaces'

/** How the answer of each operation is read; an operation without a decoder does not compile. */
export const decoders = {
  ...users,
  ...workspaces,
  ...billing,
  ...mailboxes,
  ...wallet,
  ...exports,
  ...exportHistory,
  ...subscriptions,
  ...domains,
  ...dns,
  ...tags,
  ...placement,
  ...dashboard,
  ...cloudflare,
  ...webhooks,
} satisfies Record<OperationId, Decoder<unknown>>
