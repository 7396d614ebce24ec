import { create } from 'zustand'
import type { Account, Allowance } from '../../shared/account'
import type { AppError } from '../../shared/errors'
import type { Result } from '../../shared/result'
import { noticesText } from '../../shared/text/window/notices'
import { call } from '../bridge'
import { createMirror } from './mirror'
import { showDone, showError } from './notices'

/** Every connected account; exactly one of them is the default. */
export const accounts = createMirror(() => call('accounts.list', {}))

/** What is left of each account's allowance, as far as Mailroom counted. */
export const useAllowances = create<Readonly<Record<string, Result<Allowance, AppError>>>>(() => ({}))

export async function readAllowance(id: string): Promise<void> {
  const result = await call('accounts.allowance', { id })
  useAllowances.setState({ [id]: result })
}

/** Only what somebody has looked at is read again. */
export const refreshAllowances = () =>
  Promise.all(Object.keys(useAllowances.getState()).map(readAllowance)).then(() => undefined)

export const defaultAccount = (list: readonly Account[] | null): Account | null =>
  list?.find(({ isDefault }) => isDefault) ?? list?.[0] ?? null

export async function makeDefault(id: string): Promise<void> {
  const result = await call('accounts.setDefault', { id })
  if (result.ok) await accounts.refresh()
  else showError(result.error, { accountId: id, redo: () => void makeDefault(id) })
}

/** Tries the key again; says what the service answered. */
export async function checkKey(id: string): Promise<void> {
  const result = await call('accounts.check', { id })
  if (result.ok) showDone(noticesText.checked[result.value.check], id)
  else showError(result.error, { accountId: id, redo: () => void checkKey(id) })
  await accounts.refresh()
}

const otherPath = (path: Account['createPath']): Account['createPath'] =>
  path === '/api/v1/emails' ? '/api/v1/emails/create' : '/api/v1/emails'

/** LikeDo's documentation names two paths for creating: takes the one that is not in use. */
export async function takeOtherPath(id: string): Promise<boolean> {
  const account = accounts.use.getState().data?.find((candidate) => candidate.id === id)
  if (account === undefined) {
    showError({ kind: 'not-found', what: 'account' })
    return false
  }
  const result = await call('accounts.update', { id, createPath: otherPath(account.createPath) })
  if (!result.ok) showError(result.error, { accountId: id, redo: () => void takeOtherPath(id) })
  await accounts.refresh()
  return result.ok
}
