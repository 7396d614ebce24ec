import type { JobRow } from '../../../shared/job'
import type { LitemailAccount } from '../../../shared/litemail/account'
import { operationOf } from '../../../shared/litemail/operations'
import { isWritingId } from '../../../shared/litemail/writing'
import type { Context } from '../context'
import { findLitemailAccount } from '../litemail/account'
import { readOperation } from '../litemail/readOperation'

/** So often, and for so long, the balance is read after a page to pay at was opened, in milliseconds. */
const EVERY_MS = 30_000
const FOR_MS = 10 * 60_000
const WAIT_MS = 20_000

/**
 * A page to pay at, which a job's answer led to, was opened: reads the balance until it has grown, which says that what was
 * paid is credited, for ten minutes at most. In the background; once for each job. Where Litemail tells no balance it is not
 * found out. `isEnded`: nothing more is to be asked.
 */
export async function watchCredit(context: Context, jobId: string, isEnded: () => boolean): Promise<void> {
  const { store, clock, jobs } = context
  if (jobs.opened.has(jobId)) return
  const job = await store.read('jobs.get', jobId)
  if (!job.ok || job.value === null || !isWritingId(job.value.operation)) return
  if (operationOf(job.value.operation).effect !== 'link') return
  const rows = await store.read('jobs.rows', { jobId, offset: 0, limit: 1 })
  const account = await findLitemailAccount(context, job.value.accountId)
  const [row] = rows.ok ? rows.value : []
  if (!account.ok || row === undefined || jobs.opened.has(jobId)) return
  const openedAt = clock.now()
  jobs.opened.set(jobId, openedAt)
  context.tellChanged(['jobs'])
  const before = await readBalance(context, account.value, row)
  if (before === null) return
  while (clock.now() - openedAt < FOR_MS) {
    await clock.sleep(EVERY_MS)
    if (isEnded()) return
    const balance = await readBalance(context, account.value, row)
    if (balance === null || balance <= before) continue
    const at = clock.now()
    const settlement = { state: 'done', at, evidence: 'read', confirmedAt: at } as const
    await store.write('jobs.settle', [{ id: row.id, settlement }])
    await store.write('jobs.confirm', { ids: [row.id], at })
    return
  }
}

/** The balance as it is now, which is kept as well; null: it is not told. */
async function readBalance(
  context: Context,
  account: LitemailAccount,
  { workspaceId }: JobRow,
): Promise<number | null> {
  const wallet = await readOperation(context, account, 'wallet.balance', {
    ...{ workspaceId, pace: 'window' },
    ...{ waitMs: WAIT_MS, timeoutMs: WAIT_MS },
  })
  if (!wallet.ok) return null
  await context.store.write('fleet.takeSeen', {
    ...{ accountId: account.id, workspaceId: '', at: context.clock.now() },
    taken: { noun: 'wallet', rows: [wallet.value] },
  })
  return wallet.value.balance
}
