import { randomUUID } from 'node:crypto'
import type { Account } from '../../shared/account'
import type { Via } from '../../shared/address'
import type { AddressWish } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import type { Settings } from '../../shared/settings'
import { type LocalPartWish as Drawing, draw } from '../rules/localPart'
import type { NewAddressWrite } from '../store/rows'
import type { Context } from './context'

/** What is asked for, before anything is drawn or looked up. */
export interface Wanted {
  /** Unique for each press: however often it arrives, it is one row. */
  readonly requestId: string
  readonly via: Via
  readonly wish: Omit<AddressWish, 'accountId'>
}

/** The account that was asked for by id or name, else the default one; none while a user has to decide after damage. */
export async function chooseAccount(
  context: Context,
  wanted: string | null,
): Promise<Result<Account, AppError>> {
  // "No account" would be untrue: they may all be in what can be recovered.
  if (context.recovery.mark() !== null) return err({ kind: 'storage', problem: 'corrupt' })
  const accounts = await context.store.read('accounts.list')
  if (!accounts.ok) return accounts
  if (wanted === null) {
    const chosen = accounts.value.find((account) => account.isDefault) ?? accounts.value[0]
    return chosen === undefined ? err({ kind: 'no-account' }) : ok(chosen)
  }
  const name = wanted.toLowerCase()
  const chosen =
    accounts.value.find((account) => account.id === name) ??
    accounts.value.find((account) => account.name.toLowerCase() === name)
  return chosen === undefined ? err({ kind: 'not-found', what: 'account' }) : ok(chosen)
}

/** How a name is drawn, what was not asked for taken from the settings; null for a name that a user typed. */
export function drawingOf(wish: Wanted['wish'], settings: Settings): Drawing | null {
  if (wish.localPart !== undefined) return null
  return {
    style: wish.style ?? settings.style,
    prefix: wish.prefix ?? settings.prefix,
    hasHyphens: wish.hasHyphens ?? settings.hasHyphens,
  }
}

/** The row of the journal that an address is asked for with, under a name that is drawn where none was typed. */
export function planRow(
  context: Context,
  wanted: Wanted,
  account: Account,
  settings: Settings,
): NewAddressWrite {
  const { localPart, domain } = wanted.wish
  const drawing = drawingOf(wanted.wish, settings)
  const name = drawing === null ? { localPart: localPart ?? '', bits: 0 } : draw(drawing)
  return {
    ...blankRow(context, wanted),
    accountId: account.id,
    keyGeneration: account.keyGeneration,
    email: `${name.localPart}@${domain ?? settings.defaultDomain}`,
    drawnBits: name.bits,
  }
}

/** The same of what could not be given an account or a name. */
export const blankRow = (context: Context, { requestId, via, wish }: Wanted): NewAddressWrite => ({
  id: randomUUID(),
  requestId,
  accountId: null,
  keyGeneration: null,
  email: null,
  drawnBits: 0,
  tag: wish.tag ?? null,
  note: wish.note ?? '',
  via,
  plannedAt: context.clock.now(),
})
