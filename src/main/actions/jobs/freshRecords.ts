import type { LitemailAccount } from '../../../shared/litemail/account'
import type { WritingId } from '../../../shared/litemail/writing'
import type { RowsWish } from '../../../shared/plan'
import type { Context } from '../context'
import { readOperation } from '../litemail/readOperation'

const WAIT_MS = 15_000
/** Of so many domains at most; what others have stays as old as it is, and is said to be. */
const MOST_DOMAINS = 20

/** Whether an operation writes DNS records, which are judged beside those that stand at their domain. */
export const isOfRecords = (operation: WritingId): boolean =>
  operation === 'dns.create' || operation === 'dns.update' || operation === 'dns.delete'

/**
 * Reads the records of the domains once more whose records are to be written, where they were not read since `since`, in
 * epoch milliseconds. What cannot be read stays as it is.
 */
export async function readRecordsAgain(
  context: Context,
  account: LitemailAccount,
  rows: RowsWish['rows'],
  since: number,
): Promise<void> {
  const { store, clock } = context
  const homes = new Map(
    rows.flatMap(({ workspaceId, inputs: { domainId } }) =>
      typeof domainId === 'string' ? [[domainId, workspaceId] as const] : [],
    ),
  )
  for (const [domainId, workspaceId] of [...homes].slice(0, MOST_DOMAINS)) {
    const known = await store.read('dns.records', { accountId: account.id, domainId })
    // Of a domain that no list shows nothing is kept.
    if (!known.ok || known.value === null) continue
    const { domain, records } = known.value
    const readAt = records.reduce((latest, { lastSeenAt }) => Math.max(latest, lastSeenAt), 0)
    if (readAt >= since && readAt <= clock.now()) continue
    const read = await readOperation(context, account, 'dns.list', {
      ...{ inputs: { domainId }, workspaceId, pace: 'click' },
      ...{ waitMs: WAIT_MS, timeoutMs: WAIT_MS },
    })
    // Nobody answers, or this cannot be asked here: the others need not be tried.
    if (!read.ok) return
    const at = clock.now()
    await store.write('dns.takeRecords', { accountId: account.id, domain, at, records: read.value })
  }
}
