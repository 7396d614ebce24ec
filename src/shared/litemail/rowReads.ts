import type { AppError } from '../errors'
import type { OperationId } from './operations'

/** A row of a service's lists. */
export type Row = 'mailbox' | 'domain'

const rows: { readonly [O in OperationId]?: Row } = {
  'mailboxes.get': 'mailbox',
  'domains.get': 'domain',
  'dns.list': 'domain',
  'domains.checkDns': 'domain',
  'domains.nameServers': 'domain',
  'domains.verifyNameServers': 'domain',
}
const byOperation: ReadonlyMap<string, Row> = new Map(Object.entries(rows))

/** What a read is about that with 404 may say that this row is gone; all their paths are guesses. Null: about no row. */
export const rowOf = (operation: string): Row | null => byOperation.get(operation) ?? null

/** What may be gone: a 404 without a word about the row says as little about the path. Null: nothing is. */
export const perhapsGone = (error: AppError): Row | null =>
  error.kind === 'no-such-path' && error.status === 404 ? rowOf(error.operation) : null
