import type { Address } from '../../shared/address'
import { addressColumns, fromAddresses, IS_LISTED, toAddress } from './addressRow'
import { textIn } from './columns'
import type { ContentCounts } from './content'
import type { Sql } from './sql'
import { countingHere } from './staging'

export const exportReads = (sql: Sql) => {
  const several = sql.prepare(
    `SELECT ${addressColumns} ${fromAddresses('(SELECT e.value AS id FROM json_each(?) AS e)')} WHERE ${IS_LISTED}`,
  )
  const countHere = countingHere(sql)
  return {
    /** How much Mailroom keeps. */
    'content.count': (): ContentCounts => countHere(),

    /** The addresses of these ids, in their order; without those that are listed no more. */
    'addresses.several': (ids: readonly string[]): Address[] => {
      const found = new Map(several.all(JSON.stringify(ids)).map((row) => [textIn(row.id), toAddress(row)]))
      return ids.flatMap((id) => found.get(id) ?? [])
    },
  }
}
