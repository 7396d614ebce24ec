import type { AddressColumn, AddressView } from '../../shared/addressView'

// What needs its user comes first, then what is under way.
const byState = `CASE x.state WHEN 'unconfirmed' THEN 0 WHEN 'waiting' THEN 1 WHEN 'sending' THEN 2
  WHEN 'created' THEN 3 ELSE 4 END`

const keys: Readonly<Record<Exclude<AddressColumn, 'created'>, string>> = {
  address: 'x.email',
  labels: 'x.label',
  tag: 'x.tag',
  note: 'x.note',
  account: '(SELECT lower(c.name) FROM accounts AS c WHERE c.id = x.account_id)',
  state: byState,
}

/**
 * What follows ORDER BY, of `address_index AS x`. What has nothing in the column comes last in either direction; among
 * equals the newest comes first, and the id decides between two of one moment.
 */
export function orderOf({ by, isDescending }: AddressView['sort']): string {
  const direction = isDescending ? 'DESC' : 'ASC'
  if (by === 'created') return `x.at ${direction}, x.id ${direction}`
  return `${keys[by]} ${direction} NULLS LAST, x.at DESC, x.id DESC`
}
