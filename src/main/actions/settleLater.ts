import { ok } from '../../shared/result'
import type { Context } from './context'
import { RESEND_WITHIN_MS, settleAddress } from './settleAddress'

/** Pauses between two attempts in the background, in milliseconds; the last one repeats. */
const PAUSES_MS = [2_000, 5_000, 15_000, 30_000, 60_000]
const DEADLINE_MS = 10_000

/**
 * Goes on settling a row in the background until it is settled, only its user can settle it, or it is
 * too old to be sent again by itself. Tells when this showed that it was created.
 */
export function settleLater(context: Context, id: string): void {
  if (context.settlingLater.has(id)) return
  context.settlingLater.add(id)
  void keepSettling(context, id).finally(() => context.settlingLater.delete(id))
}

async function keepSettling(context: Context, id: string): Promise<void> {
  const startedAt = context.clock.monotonic()
  for (let attempt = 0; context.clock.monotonic() - startedAt < RESEND_WITHIN_MS; attempt++) {
    await context.clock.sleep(PAUSES_MS[Math.min(attempt, PAUSES_MS.length - 1)] ?? 0)
    const row = await context.store.read('journal.get', id)
    if (!row.ok) continue
    // Settled meanwhile by somebody who has told of it: by "Check now", or by its user.
    if (row.value?.state !== 'unconfirmed' && row.value?.state !== 'sending') return
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

/** Errors that no waiting mends. A full disk may have room again: until then nothing is sent. */
const isLasting = (kind: string) =>
  ['keychain', 'not-found', 'unauthorized', 'key-replaced', 'internal'].includes(kind)
