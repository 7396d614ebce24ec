import type { AddressView } from '../../../src/shared/addressView'
import { done, firstRows, NOON, storeWithAccount } from './testStore'

interface Given {
  readonly note?: string
  readonly tag?: string | null
  readonly labels?: readonly string[]
  readonly at?: number
  readonly isHidden?: boolean
}

/** A store with addresses that are named by their local parts. */
export const storeWith = (given: Readonly<Record<string, Given>>) => {
  const { store, account, plan, send, settle } = storeWithAccount()
  const ids = new Map<string, string>()
  for (const [name, { note = '', tag = null, labels = [], at = NOON, isHidden = false }] of Object.entries(
    given,
  )) {
    const { id } = settle(
      send(plan({ email: `${name}@ig.do`, note, tag, plannedAt: at })),
      done({ createdAt: at }),
    )
    if (labels.length > 0) store.write('addresses.label', { ids: [id], add: labels, remove: [] })
    if (isHidden) store.write('addresses.hide', { ids: [id], isHidden: true, at: NOON })
    ids.set(name, id)
  }
  const nameOf = (email: string): string => email.replace(/@.*/, '')
  return {
    store,
    account,
    idOf: (name: string): string => ids.get(name) ?? '',
    list: (view: Partial<AddressView> = {}, limit = 100) => {
      const page = store.read('addresses.list', firstRows(view, limit))
      return { ...page, names: page.rows.map((row) => nameOf(row.email)) }
    },
  }
}
