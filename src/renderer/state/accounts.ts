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

const CREATE = 'addresses.create'
/** The two that LikeDo's documentation names. */
export const createPaths = ['/api/v1/emails/create', '/api/v1/emails'] as const
export type CreatePath = (typeof createPaths)[number]

/** Where an account's addresses are created: one of the two, or another one that its user named. */
export async function readCreatePath(id: string): Promise<Result<string, AppError>> {
  const details = await call('apiPaths.get', { accountId: id, operation: CREATE })
  return details.ok ? { ok: true, value: details.value.map.path } : details
}

/** Creates addresses there from now on, all else as before. */
export async function takeCreatePath(id: string, path: string): Promise<Result<unknown, AppError>> {
  const details = await call('apiPaths.get', { accountId: id, operation: CREATE })
  if (!details.ok || details.value.map.path === path) return details
  const map = { ...details.value.map, path }
  return call('apiPaths.take', { accountId: id, operation: CREATE, map, source: 'hand' })
}

const otherPath = (path: string): CreatePath =>
  path === '/api/v1/emails' ? '/api/v1/emails/create' : '/api/v1/emails'

/** LikeDo's documentation names two paths for creating: takes the one that is not in use. */
export async function takeOtherPath(id: string): Promise<boolean> {
  const path = await readCreatePath(id)
  const result = path.ok ? await takeCreatePath(id, otherPath(path.value)) : path
  if (!result.ok) showError(result.error, { accountId: id, redo: () => void takeOtherPath(id) })
  await accounts.refresh()
  return result.ok
}
