import type { Output } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import { ok, type Result } from '../../shared/result'
import { removeStored } from '../store/removing'
import type { Context } from './context'
import { endWork } from './endWork'

/**
 * Removes the key of every account from this computer, and shows nothing any more that was fetched with one; accounts and
 * addresses stay, and nothing changes at a service.
 * `left`: accounts whose key the keychain did not let go of.
 */
export async function removeKeys(context: Context): Promise<Result<Output<'data.removeKeys'>, AppError>> {
  const { store } = context
  context.shown.hide()
  const [likedo, litemail] = [await store.read('accounts.list'), await store.read('litemail.accounts')]
  if (!likedo.ok) return likedo
  if (!litemail.ok) return litemail
  const absent = { keyStanding: 'absent' } as const
  const notes = [
    ...likedo.value.map((account) => ({
      account,
      note: () => store.write('accounts.update', { id: account.id, patch: absent }),
    })),
    ...litemail.value.map((account) => ({
      account,
      note: () => store.write('litemail.updateAccount', { id: account.id, patch: absent }),
    })),
  ]
  let removed = 0
  let left = 0
  for (const { account, note } of notes) {
    const forgotten = await context.keys.forget(account)
    if (!forgotten.ok) {
      left += 1
      continue
    }
    if (account.keyStanding !== 'absent') removed += 1
    const noted = await note()
    if (!noted.ok) return noted
  }
  return ok({ removed, left })
}

/**
 * Removes everything of Mailroom's from this computer: keys first, then the entry that starts it at login, all that is
 * stored with its copies, and the log. Nothing changes at a service. Mailroom has nothing to work with afterwards and is to be
 * quit. Answers what stays because it could not be removed.
 */
export async function deleteEverything(
  context: Context,
): Promise<Result<Output<'data.deleteEverything'>, AppError>> {
  const stays: Output<'data.deleteEverything'>['stays'] = []
  const keys = await removeKeys(context)
  // What cannot be read names no account whose key could be removed.
  if (!keys.ok || keys.value.left > 0) stays.push('keys')
  const { around } = context
  if (!(await around.removeLoginItem()).ok) stays.push('login-item')
  await endWork(context)
  await context.store.close()
  if (!(await removeStored(context.folder))) stays.push('folder')
  if (!(await around.removeLog())) stays.push('log')
  return ok({ stays })
}
