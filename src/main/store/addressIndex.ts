import type { Address } from '../../shared/address'
import { addressColumns, fromAddresses, IS_LISTED, toAddress } from './addressRow'
import { textIn, toClaim } from './columns'
import { dateTextOf, fold, foldedOrNull, foldedStart, monthOf } from './foldedText'
import type { IndexPlan } from './indexing'
import type { SqlValue } from './sql'

/** What is searched of an address. No word of a search has a line break in it, so none goes from one part to the next. */
const searchedText = (address: Address, kept: string): string =>
  fold(
    [
      ...[address.email, address.note, ...address.labels, address.tag ?? '', dateTextOf(address.at)],
      ...(kept === '' ? [] : [kept]),
    ].join('\n'),
  )

/** What of the messages that are kept of an address is searched; of a long one how it begins. */
const KEPT = `CAST((SELECT group_concat(concat_ws(char(10), m.sender_name, m.sender, m.subject, substr(m.text, 1, 20000)), char(10))
  FROM kept_messages AS m WHERE m.address_id = i.id) AS BLOB) AS kept`

const valuesOf = (address: Address): readonly SqlValue[] => [
  address.id,
  address.accountId,
  address.email.toLowerCase(),
  address.at,
  monthOf(address.at),
  address.state,
  toClaim(address.hiddenAt !== null),
  foldedStart(address.note),
  foldedOrNull(address.tag),
  foldedOrNull(address.labels[0]),
]

/** Addresses that a service holds or a file names, and what is written down and has not ended. */
export const addressIndex: IndexPlan = {
  noun: 'address',
  dirty: (limit) => `
    SELECT x.place AS indexed_at, NULL AS own_place, CAST(t.text AS BLOB) AS text, ${IS_LISTED} AS is_listed,
      ${KEPT}, ${addressColumns}
    ${fromAddresses(`(SELECT d.id FROM address_dirty AS d ORDER BY d.id LIMIT ${limit} OFFSET ?)`)}
    LEFT JOIN address_index AS x ON x.id = i.id LEFT JOIN address_text AS t ON t.place = x.place`,
  columns: ['id', 'account_id', 'email', 'at', 'month', 'state', 'is_hidden', 'note', 'tag', 'label'],
  contentOf: (row) => {
    const address = toAddress(row)
    return { values: valuesOf(address), text: searchedText(address, textIn(row.kept)) }
  },
}
