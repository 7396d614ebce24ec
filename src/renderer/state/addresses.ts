import { create } from 'zustand'
import type { Address } from '../../shared/address'
import type { AddressView } from '../../shared/addressView'
import type { Choice, Output } from '../../shared/contract'
import { ok } from '../../shared/result'
import { endingWords } from '../../shared/text/endings'
import { noticesText } from '../../shared/text/window/notices'
import { call } from '../bridge'
import { isInDoubt, showDone, showDoubt, showEnding, showError, useNotices } from './notices'
import { createPages } from './pages'
import { isFiltered, useView } from './view'

/** One page of the list, with the view that it answers. */
export type AddressPage = Output<'addresses.list'> & { readonly view: AddressView }
export type ListedAddress = AddressPage['rows'][number]

/** The list of addresses, as `useView` wants it. */
export const addresses = createPages<ListedAddress, AddressPage>({
  ask: async (offset, limit) => {
    const view = useView.getState()
    const page = await call('addresses.list', { view, offset, limit })
    return page.ok ? ok({ ...page.value, view }) : page
  },
  find: findAddress,
})

useView.subscribe(() => void addresses.restart())

/** Whether there is any address, be it that all are hidden or filtered out; null before that is known. */
export const useHasAddresses = (): boolean | null =>
  addresses.use(({ answer, total }) => {
    if (answer === null || total === null) return null
    return total > 0 || answer.hiddenMatches > 0 || isFiltered(answer.view)
  })

/** The place of an address in the list as it is wanted; null where it is not in it, or cannot be found out. */
export async function findAddress(id: string): Promise<number | null> {
  const place = await call('addresses.place', { view: useView.getState(), id })
  return place.ok ? place.value.index : null
}

export const copyAddress = (id: string): Promise<void> => copyAddresses({ ids: [id] }, id)

/** Puts addresses on the clipboard, one a line, and says how many, and how many had to be left out. */
export async function copyAddresses(choice: Choice, addressId?: string): Promise<void> {
  const result = await call('addresses.copy', { choice })
  const redo = () => void copyAddresses(choice, addressId)
  if (result.ok) showDone(noticesText.copiedMany(result.value), addressId)
  else if (result.error.kind === 'not-found') showDone(noticesText.nothingToCopy, addressId)
  else showError(result.error, { redo, ...(addressId === undefined ? {} : { addressId }) })
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
  else if (problem !== null) showDoubt(email, problem, { addressId: id, redo, ...at(accountId) })
}

const at = (accountId: string | null) => (accountId === null ? {} : { accountId })

/** The user says whose an address is that the service holds. */
export async function decideAddress(row: Address, isMine: boolean): Promise<void> {
  const { id, email } = row
  const result = await call('addresses.decide', { id, isMine })
  if (result.ok) showDone(isMine ? noticesText.mine(email) : noticesText.notMine(email), id)
  else showError(result.error, { addressId: id, redo: () => void decideAddress(row, isMine) })
}

/** A row that was written down and never sent. */
export async function sendWaiting(row: Address): Promise<void> {
  const result = await call('addresses.sendWaiting', { id: row.id })
  const redo = () => void sendWaiting(row)
  showEnding(endingWords(result), { redo, addressId: row.id, ...at(row.accountId) })
}

export async function forgetWaiting(row: Address): Promise<void> {
  const { id, email } = row
  const result = await call('addresses.dropWaiting', { id })
  if (result.ok) showDone(noticesText.forgotten(email), id)
  else showError(result.error, { addressId: id, redo: () => void forgetWaiting(row) })
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
