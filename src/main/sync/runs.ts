import type { AppError } from '../../shared/errors'
import type { LitemailAccount } from '../../shared/litemail/account'
import { err, ok, type Result } from '../../shared/result'
import type { Context } from '../actions/context'
import { type FleetRun, type FleetRunEnd, type FleetRunReport, partName } from '../actions/fleet/reading'
import type { ReadWish } from '../actions/litemail/readOperation'
import { type AccountRun, createAccountRun } from './accountRun'
import { countRows } from './countRows'
import { readAccount, type Wanted, wantedOf } from './readAccount'
import { isPaused } from './readList'

interface AnyWish {
  readonly pace: () => ReadWish['pace']
  /** Somebody asks for it just now: what a run that is under way has read to its end is read once more. */
  readonly isAsked?: boolean
}

export type ReadingWish = AnyWish &
  (
    | { readonly what: Exclude<FleetRunReport['what'], 'written'> }
    /** Answers, once it begins, which lists are read, by `partName`. */
    | { readonly what: 'written'; readonly takeParts: () => ReadonlySet<string> }
  )

/** What a run reads, so that one that reads more is not taken for one that reads less. */
const wishes = new WeakMap<FleetRun, ReadingWish['what']>()

/** Whether an account may be asked: its key is here, and was not refused. */
export const isAskable = ({ keyStanding }: LitemailAccount): boolean =>
  keyStanding === 'accepted' || keyStanding === 'unchecked'

/**
 * Reads an account; where that is under way already, joins it. Answers when it has begun. `interrupted` where Mailroom is
 * ending.
 */
export async function beginReading(
  context: Context,
  account: LitemailAccount,
  wish: ReadingWish,
): Promise<Result<FleetRun, AppError>> {
  const { fleetRuns } = context
  for (;;) {
    if (fleetRuns.isClosed) return err({ kind: 'interrupted' })
    const running = fleetRuns.byAccount.get(account.id)
    if (running === undefined) break
    const isSameKey = running.keyGeneration === account.keyGeneration
    const under = wishes.get(running)
    if (isSameKey && isJoined(wish.what, under)) {
      if (wish.isAsked !== true || running.repeat()) return ok(running)
    }
    // What is left over is read with everything else: it keeps its place.
    if (!isSameKey || under === 'rest') running.stop()
    await running.ended
  }
  return ok(start(context, account, wish))
}

/** Whether what is wanted is read by a run that is under way. What was written before it was read has to be read afterwards. */
function isJoined(wanted: ReadingWish['what'], under: ReadingWish['what'] | undefined): boolean {
  if (wanted === 'written' || under === 'written') return false
  return wanted === 'counts' || under === 'lists' || under === wanted
}

/**
 * Stops the reading of an account, its pages with it, and begins it anew. `between`: what is done when nothing of it is
 * written any more. Answers when that has begun; null: nothing was under way.
 */
export async function beginAnew(
  context: Context,
  account: LitemailAccount,
  between: () => Promise<Result<unknown, AppError>>,
): Promise<Result<FleetRun, AppError> | null> {
  const running = context.fleetRuns.byAccount.get(account.id)
  if (running === undefined) return null
  const under = wishes.get(running) ?? 'lists'
  // What was left of it is read with everything else.
  const what = under === 'written' ? 'rest' : under
  running.stop()
  await running.ended
  const done = await between()
  return done.ok ? beginReading(context, account, { what, pace: () => 'window' }) : done
}

function start(context: Context, account: LitemailAccount, wish: ReadingWish): FleetRun {
  const { what, pace } = wish
  const { fleetRuns } = context
  const run = createAccountRun({ context, account, pace })
  const ended = readAll(run, wish)
    .catch((cause): FleetRunEnd => {
      // What is still on its way is written no more. It counts as read, so that it is not begun again and again.
      run.stop()
      fleetRuns.onFault(cause)
      return 'done'
    })
    .finally(() => {
      fleetRuns.byAccount.delete(account.id)
      run.clear()
    })
  const fleetRun: FleetRun = {
    keyGeneration: account.keyGeneration,
    stop: run.stop,
    repeat: run.repeat,
    ended,
  }
  wishes.set(fleetRun, what)
  fleetRuns.byAccount.set(account.id, fleetRun)
  ended
    .then((end) => fleetRuns.onEnd?.({ accountId: account.id, what, end, problem: run.cause }))
    .catch(fleetRuns.onFault)
  return fleetRun
}

const wantedParts =
  (parts: ReadonlySet<string>): Wanted =>
  (key) =>
    parts.has(partName(key))

async function readAll(run: AccountRun, wish: ReadingWish): Promise<FleetRunEnd> {
  const loaded = await run.load()
  if (loaded.ok && wish.what === 'counts') await countRows(run)
  if (loaded.ok && wish.what !== 'counts') {
    const isWanted = wish.what === 'written' ? wantedParts(wish.takeParts()) : wantedOf(run, wish.what)
    await readAccount(run, isWanted, wish.what === 'written')
    for (let names = run.takeRepeats(); names.size > 0; names = run.takeRepeats()) {
      const due = names
      // A workspace that only the repeat finds has nothing that was read before.
      await readAccount(run, (key) => due.has(partName(key)) || run.part(key).at === null)
    }
  }
  if (run.isStopped) return 'stopped'
  const hasPaused = run.failures().some((problem) => isPaused(run, problem))
  return hasPaused || (run.cause !== null && isPaused(run, run.cause)) ? 'paused' : 'done'
}
