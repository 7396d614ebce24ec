import type { Credential } from '../../../shared/credentials'
import type { AppError } from '../../../shared/errors'
import { err, type Result } from '../../../shared/result'
import { codeAt } from '../../rules/totp'
import type { Context } from '../context'
import { judgeShowing } from './judgeShowing'
import type { HeldCredentials } from './shown'

/**
 * Puts a credential that is shown on the clipboard, from where it is taken after half a minute. Each copy is written down;
 * where that cannot be done it is taken off again. `hidden`: these are not shown, or what is sensitive is hidden.
 */
export async function copyCredential(
  context: Context,
  { id, what }: { readonly id: string; readonly what: Credential },
): Promise<Result<void, AppError>> {
  const may = await judgeShowing(context)
  if (!may.ok) return may
  const { shown, secretClipboard, store, clock } = context
  const credentials = shown.current()
  if (credentials?.id !== id) return err({ kind: 'hidden', why: 'passed' })
  const text = textOf(credentials, what, clock.now())
  if (text === null) return err({ kind: 'not-found', what: 'credential' })
  const copied = await secretClipboard.copy(text)
  if (!copied.ok) return copied
  const { accountId, email } = credentials
  const noted = await store.write('doings.note', {
    ...{ kind: 'credentials.copy', what, accountId, email, count: null, at: clock.now() },
  })
  if (!noted.ok) await secretClipboard.clear()
  return noted
}

function textOf(
  { password, appPassword, code }: HeldCredentials,
  what: Credential,
  now: number,
): string | null {
  if (what === 'password') return password
  if (what === 'app-password') return appPassword
  return code?.ok ? codeAt(code.value, now) : null
}
