import { randomUUID } from 'node:crypto'
import type { Output, Parsed } from '../../../shared/contract'
import type { AppError } from '../../../shared/errors'
import { LITEMAIL_ORIGIN } from '../../../shared/litemail/account'
import { err, ok, type Result } from '../../../shared/result'
import { jwtEnd } from '../../rules/jwtEnd'
import type { LitemailAccountRow } from '../../store/fleetRows'
import { litemailLimiterKey } from '../../upstream/limiterKey'
import type { Context } from '../context'
import { addWithKey } from '../keepKey'
import { nameAnew } from '../nameAnew'
import { tryLitemailKey } from './checkLitemail'
import { sameUserIn } from './sameUser'

const LITEMAIL = { name: 'Litemail', origin: LITEMAIL_ORIGIN }
/** What waits in line here: presses of "Connect". */
const CONNECTING = 'connecting Litemail'

type Connected = Output<'litemail.connect'>

/**
 * Tries a key with `users.get`, keeps it, and adds its account. Where the service refuses the key, is not reached and nobody
 * said to save it all the same, or says that it is of a user who has an account here, nothing is kept.
 */
export const connectLitemail = (
  context: Context,
  input: Parsed<'litemail.connect'>,
): Promise<Result<Connected, AppError>> =>
  // One after another: of two presses with keys of one user, one finds the other's account.
  context.line.waitAside(CONNECTING, async (isClosed) =>
    isClosed ? err({ kind: 'interrupted' }) : connect(context, input),
  )

async function connect(
  context: Context,
  input: Parsed<'litemail.connect'>,
): Promise<Result<Connected, AppError>> {
  const accounts = await context.store.read('litemail.accounts')
  if (!accounts.ok) return accounts
  const { origin, basePath } = input.server
  const blank: LitemailAccountRow = {
    id: randomUUID(),
    service: 'litemail',
    name: input.name ?? nameAnew(LITEMAIL, origin, accounts.value),
    origin,
    basePath,
    authentication: input.authentication,
    userId: null,
    userEmail: null,
    keyEndsAt: input.authentication === 'jwt' ? jwtEnd(input.key) : null,
    keyGeneration: 1,
    keyKept: input.keyKept,
    keyStanding: 'unchecked',
    createdAt: context.clock.now(),
    removedAt: null,
  }
  const tried = await tryLitemailKey(context, blank, input.key, input.whenUnreached)
  if (!tried.ok) return tried
  const { check, user } = tried.value
  const same = user === null ? null : sameUserIn(accounts.value, blank, user.id)
  if (same !== null) return err(same)
  const account: LitemailAccountRow =
    user === null ? blank : { ...blank, userId: user.id, userEmail: user.email, keyStanding: 'accepted' }
  await context.limiter.join(litemailLimiterKey(blank), litemailLimiterKey(account))
  const added = await addWithKey(context, account, input.key, (row) =>
    context.store.write('litemail.insertAccount', row),
  )
  return added.ok ? ok({ account: added.value, check }) : added
}
