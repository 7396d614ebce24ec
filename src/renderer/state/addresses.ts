import { create } from 'zustand'
import type { Address } from '../../shared/address'
import { endingWords } from '../../shared/text/endings'
import { noticesText } from '../../shared/text/window/notices'
import { call } from '../bridge'
import { isInDoubt, showDone, showDoubt, showEnding, showError, useNotices } from './notices'
import { createPages } from './pages'

/** The list of addresses, newest first. */
export const addresses = createPages<Address>(
  ({ at, id }) => ({ at, id }),
  (before, limit) => call('addresses.list', before === undefined ? { limit } : { before, limit }),
)

export async function copyAddress(id: string): Promise<void> {
  const result = await call('addresses.copy', { id })
  if (result.ok) showDone(noticesText.copied(result.value.email), id)
  else showError(result.error, { addressId: id, redo: () => void copyAddress(id) })
}

/** True when the note is kept. */
export async function saveNote(id: string, note: string): Promise<boolean> {
  const result = await call('addresses.setNote', { id, note })
  if (result.ok) addresses.put(result.value)
  else showError(result.error, { addressId: id, redo: () => void saveNote(id, note) })
  return result.ok
}

/** Addresses that nobody but the user can settle: their key or their account is no longer here. */
export const useOnlyUserKnows = create<Readonly<Record<string, true>>>(() => ({}))

/** "Check now": main asks the service whose an unconfirmed address is. */
export async function checkAddress(id: string): Promise<void> {
  const redo = () => void checkAddress(id)
  const result = await call('addresses.settle', { id })
  if (!result.ok) {
    const isGone = result.error.kind === 'key-replaced' || result.error.kind === 'not-found'
    if (isGone) useOnlyUserKnows.setState({ [id]: true })
    showError(result.error, { addressId: id, redo })
    return
  }
  const { email, state, problem, accountId } = result.value
  addresses.put(result.value)
  if (state === 'created') showDone(noticesText.confirmed(email), id)
  else if (problem !== null) showDoubt(email, problem, { addressId: id, accountId, redo })
}

/** The user says whose an address is that the service holds. */
export async function decideAddress({ id, email }: Address, isMine: boolean): Promise<void> {
  const result = await call('addresses.decide', { id, isMine })
  if (result.ok) showDone(isMine ? noticesText.mine(email) : noticesText.notMine(email), id)
  else showError(result.error, { addressId: id })
}

/** A row that was written down and never sent. */
export async function sendWaiting(row: Address): Promise<void> {
  const result = await call('addresses.sendWaiting', { id: row.id })
  const redo = () => void sendWaiting(row)
  showEnding(endingWords(result), { redo, addressId: row.id, accountId: row.accountId })
}

export async function forgetWaiting({ id, email }: Address): Promise<void> {
  const result = await call('addresses.dropWaiting', { id })
  if (result.ok) showDone(noticesText.forgotten(email), id)
  else showError(result.error, { addressId: id })
}

/** Keeps notices true: what they call unconfirmed may have been settled since, or be left to the user. */
function updateNotices(rows: readonly Address[]): void {
  for (const { context } of useNotices.getState().notices.filter(isInDoubt)) {
    const row = rows.find(({ id }) => id === context.addressId)
    if (row?.state === 'created') showDone(noticesText.confirmed(row.email), row.id)
    else if (row?.problem?.kind === 'owner-unknown') showDoubt(row.email, row.problem, context)
  }
}

addresses.use.subscribe(({ rows }) => updateNotices(rows))
