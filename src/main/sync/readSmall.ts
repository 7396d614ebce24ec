import type { AppError } from '../../shared/errors'
import type { FleetPartRow, PartKey, Taken } from '../store/fleetRows'
import type { AccountRun } from './accountRun'
import { failPass } from './readList'

/** Reads who the user is; null where nothing stands against reading on. */
export async function readUser(run: AccountRun): Promise<AppError | null> {
  const key: PartKey = { accountId: run.account.id, noun: 'user', workspaceId: '' }
  run.show(key, { state: 'reading', page: 1, pages: 1 })
  return run.inTurn(
    () => run.ask('users.get'),
    async (user) => {
      if (user.ok) return keepOne(run, key, { noun: 'user', rows: [user.value] })
      await failOne(run, key, user.error)
      return run.cause
    },
  )
}

export async function readWallet(run: AccountRun): Promise<void> {
  const key: PartKey = { accountId: run.account.id, noun: 'wallet', workspaceId: '' }
  run.show(key, { state: 'reading', page: 1, pages: 1 })
  await run.inTurn(
    () => run.ask('wallet.balance'),
    async (wallet) => {
      if (wallet.ok) await keepOne(run, key, { noun: 'wallet', rows: [wallet.value] })
      else await failOne(run, key, wallet.error)
    },
  )
}

const failOne = async (run: AccountRun, key: PartKey, problem: AppError): Promise<void> => {
  if (!run.isStopped) await failPass(run, key, null, problem)
}

async function keepOne(run: AccountRun, key: PartKey, taken: Taken): Promise<AppError | null> {
  if (run.isStopped) return run.cause
  const at = run.context.clock.now()
  const part: FleetPartRow = { ...run.part(key), at, wholeAt: at, problem: null, isIncomplete: false }
  const kept = await run.context.store.write('fleet.take', { part, taken, pass: 0, at })
  if (!kept.ok) run.end(kept.error)
  else run.notePart(part)
  run.show(key, null)
  return run.cause
}
