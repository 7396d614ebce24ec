import { ok } from '../../shared/result'
import type { Context } from './context'
import { RESEND_WITHIN_MS, settleAddress } from './settleAddress'

/** Pauses between two attempts in the background, in milliseconds; the last one repeats. */
const PAUSES_MS = [2_000, 5_000, 15_000, 30_000, 60_000]
const DEADLINE_MS = 10_000

/**
 * Goes on settling a row in the background until it is settled, only its user can settle it, or it is
 * too old to be sent again by itself. Tells when it turned out to be created.
 */
export function settleLater(context: Context, id: string): void {
  void keepSettling(context, id)
}

async function keepSettling(context: Context, id: string): Promise<void> {
  const startedAt = context.clock.monotonic()
  for (let attempt = 0; context.clock.monotonic() - startedAt < RESEND_WITHIN_MS; attempt++) {
    await context.clock.sleep(PAUSES_MS[Math.min(attempt, PAUSES_MS.length - 1)] ?? 0)
    if (!(await admitInterrupted(context, id))) continue
    const settled = await settleAddress(context, id, { isAsked: false, deadlineMs: DEADLINE_MS })
    if (!settled.ok) {
      if (isLasting(settled.error.kind)) return
      continue
    }
    const { state, email, accountId, problem } = settled.value
    if (state === 'done' && email !== null && accountId !== null) {
      context.announce(ok({ id, email, accountId, state: 'created', isCopied: false }))
      return
    }
    if (state !== 'unconfirmed' || problem?.kind === 'owner-unknown') return
  }
}

/** A row whose answer could not be written down still says `sending`: its answer is lost by now. */
async function admitInterrupted(context: Context, id: string): Promise<boolean> {
  const row = await context.store.read('journal.get', id)
  if (!row.ok) return false
  if (row.value?.state !== 'sending' || context.settling.has(id)) return true
  const problem = { kind: 'interrupted' } as const
  const settlement = { state: 'unconfirmed', at: context.clock.now(), problem } as const
  return (await context.store.write('journal.settle', { id, settlement })).ok
}

/** Errors that no waiting mends. */
const isLasting = (kind: string) =>
  ['storage', 'keychain', 'not-found', 'unauthorized', 'key-replaced', 'internal'].includes(kind)
