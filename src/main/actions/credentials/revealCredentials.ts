import type { Revealed } from '../../../shared/credentials'
import type { AppError } from '../../../shared/errors'
import type { Mailbox } from '../../../shared/mailbox'
import { err, ok, type Result } from '../../../shared/result'
import { codesUntil, readSeed } from '../../rules/totp'
import { readMailboxSecrets } from '../../upstream/litemail/mailboxSecrets'
import type { Context } from '../context'
import { findLitemailAccount } from '../litemail/account'
import { readWith } from '../litemail/readOperation'
import { judgeShowing } from './judgeShowing'
import type { HeldCredentials, ShownCredentials } from './shown'

const TIMEOUT_MS = 15_000
const WISH = { pace: 'click', waitMs: 20_000, timeoutMs: TIMEOUT_MS } as const

/**
 * Shows what opens a mailbox: asks its service for it, writes down that it was shown, and holds it in memory for half a
 * minute. Asked again meanwhile it tells from memory, with the one-time codes that hold from now on, and neither asks nor
 * writes again. `hidden` while what is sensitive is hidden, or where something hid it before it was there; `storage` where it
 * cannot be written down: then nothing is shown.
 */
export async function revealCredentials(context: Context, id: string): Promise<Result<Revealed, AppError>> {
  const may = await judgeShowing(context)
  if (!may.ok) return may
  const current = context.shown.current()
  if (current?.id === id) return ok(tell(current, context.clock.now()))
  const shown = await context.shown.show(id, (isWanted) => askFor(context, id, isWanted))
  return shown.ok ? ok(tell(shown.value, context.clock.now())) : shown
}

/** Forgets what is shown; windows are told. */
export const hideCredentials = ({ shown }: Context): void => shown.hide()

async function askFor(
  context: Context,
  id: string,
  isWanted: () => boolean,
): Promise<Result<ShownCredentials, AppError>> {
  const found = await context.store.read('mailboxes.get', id)
  if (!found.ok) return found
  if (found.value === null) return err({ kind: 'not-found', what: 'mailbox' })
  const { mailbox } = found.value
  const secrets = await askService(context, mailbox)
  if (!secrets.ok) return secrets
  const { password, appPassword, seed } = secrets.value
  const isAnything = password !== null || appPassword !== null || seed !== null
  // What nobody will see is not written down as shown.
  if (!isWanted()) return err({ kind: 'hidden', why: 'passed' })
  if (isAnything) {
    const noted = await context.store.write('doings.note', {
      kind: 'credentials.show',
      what: null,
      accountId: mailbox.accountId,
      email: mailbox.email,
      count: null,
      at: context.clock.now(),
    })
    if (!noted.ok) return noted
  }
  const { accountId, email } = mailbox
  return ok({ id, accountId, email, password, appPassword, code: seed === null ? null : readSeed(seed) })
}

async function askService(context: Context, { accountId, workspaceId, serviceId, email }: Mailbox) {
  const account = await findLitemailAccount(context, accountId)
  if (!account.ok) return account
  const wish = { ...WISH, workspaceId, inputs: { id: serviceId } }
  return readWith(context, account.value, 'mailboxes.get', wish, (exchange, asked) =>
    readMailboxSecrets({ serviceId, email }, exchange, asked),
  )
}

/** As a window is told it: no seed. */
const tell = ({ password, appPassword, code, until }: HeldCredentials, now: number): Revealed => ({
  password,
  appPassword,
  code:
    code === null ? { kind: 'none' } : code.ok ? codesUntil(code.value, now, until) : unreadable(code.error),
  until,
})

const unreadable = (problem: Extract<Revealed['code'], { kind: 'unreadable' }>['problem']) =>
  ({ kind: 'unreadable', problem }) as const
