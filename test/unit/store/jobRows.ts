import { randomUUID } from 'node:crypto'
import type { NewJob, NewJobRow } from '../../../src/main/store/jobPlanning'
import type { LitemailAccount } from '../../../src/shared/litemail/account'
import { NOON } from './rows'

/** So many rows, each about a mailbox; `requests`: which of them leave together, else each by itself. */
export const jobRows = (count: number, requests?: readonly number[]): NewJobRow[] =>
  Array.from({ length: count }, (_, at) => ({
    id: randomUUID(),
    request: requests?.[at] ?? at,
    workspaceId: 'w',
    target: { noun: 'mailbox', serviceId: `m-${at}`, name: `m${at}@acme.example` },
    inputs: { firstName: 'Ada', id: `m-${at}` },
    before: { firstName: 'Anna' },
  }))

/** A plan of one row, but for what is given. */
export const aJob = (
  account: Pick<LitemailAccount, 'id' | 'keyGeneration'>,
  given: Partial<NewJob> = {},
): NewJob => ({
  id: randomUUID(),
  requestId: randomUUID(),
  accountId: account.id,
  operation: 'mailboxes.update',
  keyGeneration: account.keyGeneration,
  askedSince: null,
  plannedAt: NOON,
  rows: jobRows(1),
  ...given,
})
