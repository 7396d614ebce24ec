import type { JobRow } from '../../../shared/job'
import type { LitemailAccount } from '../../../shared/litemail/account'
import type { WalletFacts } from '../../../shared/litemail/facts'
import { operationOf } from '../../../shared/litemail/operations'
import { isWritingId } from '../../../shared/litemail/writing'
import { type Opened, paidBy } from '../../rules/credited'
import type { Context } from '../context'
import { findLitemailAccount } from '../litemail/account'
import { readOperation } from '../litemail/readOperation'

/** So often, and for so long, the balance is read after a page to pay at was opened, in milliseconds. */
const EVERY_MS = 30_000
const FOR_MS = 10 * 60_000
const WAIT_MS = 20_000

/** A page that was opened may still be paid at for so long, in milliseconds. */
const MAY_BE_PAID_MS = 60 * 60_000

/** Pages of an account to pay at that are not credited, and the balance that none of them has made grow. */
interface Credit {
  opened: Opened[]
  balance: number
}

/** By account; as long as Mailroom runs. */
const credits = new WeakMap<Context['jobs'], Map<string, Credit>>()

/**
 * A page to pay at, which a job's answer led to, was opened: reads the balance until it has grown by just that, which says that
 * what was paid is credited, for ten minutes at most. What makes the balance grow is credited to one page only. In the
 * background; once for each job. Where Litemail tells no balance it is not found out. `isEnded`: nothing more is to be asked.
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
  const { amount } = row.inputs
  if (typeof amount !== 'number') return
  const before = await readBalance(context, account.value, row)
  if (before === null || before.balance === null) return
  const credit = creditOf(context, account.value.id, before.balance)
  await settleGrowth(context, credit, before)
  // What has grown before a page was opened was not paid there.
  credit.balance = before.balance
  credit.opened.push({ rowId: row.id, amount, openedAt })
  while (clock.now() - openedAt < FOR_MS && credit.opened.some(({ rowId }) => rowId === row.id)) {
    await clock.sleep(EVERY_MS)
    if (isEnded()) return
    const wallet = await readBalance(context, account.value, row)
    if (wallet !== null) await settleGrowth(context, credit, wallet)
  }
}

function creditOf({ jobs }: Context, accountId: string, balance: number): Credit {
  const known = credits.get(jobs) ?? new Map<string, Credit>()
  credits.set(jobs, known)
  const credit = known.get(accountId) ?? { opened: [], balance }
  known.set(accountId, credit)
  return credit
}

/** Confirms the pages whose payment alone can have made the balance grow so. */
async function settleGrowth({ store, clock }: Context, credit: Credit, wallet: WalletFacts): Promise<void> {
  const at = clock.now()
  const { balance } = wallet
  if (balance === null) return
  const left = credit.opened.filter(({ openedAt }) => at - openedAt < MAY_BE_PAID_MS)
  const paid = paidBy(left, balance - credit.balance, wallet)
  credit.opened = left.filter((one) => !paid.includes(one))
  if (paid.length === 0) return
  credit.balance = balance
  const ids = paid.map(({ rowId }) => rowId)
  const settlement = { state: 'done', at, evidence: 'read', confirmedAt: at } as const
  await store.write(
    'jobs.settle',
    ids.map((id) => ({ id, settlement })),
  )
  await store.write('jobs.confirm', { ids, at })
}

/** The wallet as it is now, which is kept as well; null: it is not told. */
async function readBalance(
  context: Context,
  account: LitemailAccount,
  { workspaceId }: JobRow,
): Promise<WalletFacts | null> {
  const wallet = await readOperation(context, account, 'wallet.balance', {
    ...{ workspaceId, pace: 'window' },
    ...{ waitMs: WAIT_MS, timeoutMs: WAIT_MS },
  })
  if (!wallet.ok) return null
  await context.store.write('fleet.takeSeen', {
    ...{ accountId: account.id, workspaceId: '', at: context.clock.now() },
    taken: { noun: 'wallet', rows: [wallet.value] },
  })
  return wallet.value
}
