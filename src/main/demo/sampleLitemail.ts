import type { AppError } from '../../shared/errors'
import { ok, type Result } from '../../shared/result'
import type { Keys } from '../secrets/keys'
import type { LitemailAccountRow } from '../store/fleetRows'
import type { Store } from '../store/store'
import { demoLitemail, demoUserId } from './demoLitemail'
import { sampleId } from './sampleId'

const sampleLitemail = (mailboxes: number, now: number): LitemailAccountRow => ({
  id: sampleId('litemail'),
  service: 'litemail',
  name: 'Litemail (sample)',
  origin: demoLitemail.origin,
  basePath: demoLitemail.basePath,
  authentication: 'api-key',
  userId: demoUserId(mailboxes),
  userEmail: demoLitemail.userEmail,
  keyEndsAt: null,
  keyGeneration: 1,
  keyKept: 'until-quit',
  keyStanding: 'accepted',
  createdAt: now,
  removedAt: null,
})

/**
 * Gives a sample profile its Litemail account. One with a fleet of another size forgets what was read of it, and is of
 * this size from then on. Answers since when the account is there, in epoch milliseconds: the dates of its fleet are
 * counted from it.
 */
export async function fillSampleLitemail(
  store: Store,
  mailboxes: number,
  now: number,
): Promise<Result<number, AppError>> {
  const account = sampleLitemail(mailboxes, now)
  const known = await store.read('litemail.account', account.id)
  if (!known.ok) return known
  if (known.value === null) {
    const inserted = await store.write('litemail.insertAccount', account)
    return inserted.ok ? ok(now) : inserted
  }
  const since = ok(known.value.createdAt)
  if (known.value.userId === account.userId || known.value.removedAt !== null) return since
  for (let dropped = 1; dropped > 0; ) {
    const forgotten = await store.write('fleet.forget', account.id)
    if (!forgotten.ok) return forgotten
    dropped = forgotten.value
  }
  const { userId } = account
  const changed = await store.write('litemail.updateAccount', { id: account.id, patch: { userId } })
  return changed.ok ? since : changed
}

/** Gives the sample account its key, which is worth nothing and lives in memory. */
export async function keepSampleLitemailKey(keys: Keys): Promise<void> {
  await keys.keep(sampleLitemail(demoLitemail.mailboxes, 0), demoLitemail.key)
}
