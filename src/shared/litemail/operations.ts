import type { AnyOperation, Operation } from './operation'
import { billing } from './operations/billing'
import { cloudflare } from './operations/cloudflare'
import { dashboard } from './operations/dashboard'
import { dns } from './operations/dns'
import { domains } from './operations/domains'
import { exportHistory } from './operations/exportHistory'
import { exports } from './operations/exports'
import { mailboxes } from './operations/mailboxes'
import { placement } from './operations/placement'
import { subscriptions } from './operations/subscriptions'
import { tags } from './operations/tags'
import { users } from './operations/users'
import { wallet } from './operations/wallet'
import { webhooks } from './operations/webhooks'
import { workspaces } from './operations/workspaces'

const table = [
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
] as const

/** `mailboxes.list`, …: how an operation is called in the table, in decoders, in errors and in the journal. */
export type OperationId = (typeof table)[number]['id']

export interface KnownOperation extends Operation {
  readonly id: OperationId
}

/** The operations of Litemail's documentation, in its order. */
export const operations: readonly KnownOperation[] = table

const byId = new Map<string, KnownOperation>(operations.map((operation) => [operation.id, operation]))

/** Whether a word names an operation. */
export const isOperationId = (word: string): word is OperationId => byId.has(word)

/** The row of an operation. */
export function operationOf(id: OperationId): KnownOperation {
  const operation = byId.get(id)
  // Cannot be: the ids are those of the table.
  if (operation === undefined) throw new Error(`no operation ${id}`)
  return operation
}

/** Whether it is about one row, which its path names. */
export const isAboutOne = ({ input }: AnyOperation): boolean => input.some(({ place }) => place === 'path')

/** Whether an operation only reads: nothing at the service is other afterwards, and asking twice costs nothing. */
export const isReading = ({ method, effect }: AnyOperation): boolean =>
  effect === 'read' || (effect === 'link' && method === 'GET')

/** The reads that need nothing to be known: no id in the path, nothing that the query must have. */
export const openReads: readonly OperationId[] = operations
  .filter(({ effect, input }) => effect === 'read' && input.every(({ isRequired }) => !isRequired))
  .map(({ id }) => id)
