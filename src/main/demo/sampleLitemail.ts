import type { Keys } from '../secrets/keys'
import type { LitemailAccountRow } from '../store/fleetRows'
import type { Store } from '../store/store'
import { demoLitemail, demoUserId } from './demoLitemail'
import { createDemoLitemail } from './litemail'
import { sampleId } from './sampleId'
import type { Embedded } from './transport'

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
 * Gives a sample profile its Litemail account, and answers its service. An account with a fleet of another size forgets
 * what was read of it, and whose it is; the service answers once that is done, and no window waits for it.
 */
export async function openSampleLitemail(
  store: Store,
  mailboxes: number,
  now: () => number,
): Promise<Embedded> {
  const account = sampleLitemail(mailboxes, now())
  const known = await store.read('litemail.account', account.id)
  const row = known.ok ? known.value : null
  // The dates of its fleet are counted from when the account came.
  const service = createDemoLitemail({ mailboxes, since: row?.createdAt ?? account.createdAt, now })
  if (known.ok && row === null) await store.write('litemail.insertAccount', account)
  if (row === null || row.removedAt !== null || row.userId === account.userId) return service
  // What was cut short is done at the next start: until the service has said who the user is, it is of no size.
  await store.write('litemail.updateAccount', { id: account.id, patch: { userId: null } })
  const forgotten = forgetFleet(store, account.id)
  return async (request) => {
    await forgotten
    return service(request)
  }
}

async function forgetFleet(store: Store, accountId: string): Promise<void> {
  for (;;) {
    const dropped = await store.write('fleet.forget', accountId)
    if (!dropped.ok || dropped.value === 0) return
  }
}

/** Gives the sample account its key, which is worth nothing and lives in memory. */
export async function keepSampleLitemailKey(keys: Keys): Promise<void> {
  await keys.keep(sampleLitemail(demoLitemail.mailboxes, 0), demoLitemail.key)
}
