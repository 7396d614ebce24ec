import type { AddressView } from '../../shared/addressView'
import { orderOf } from './addressOrder'
import { textIn } from './columns'
import { finding } from './finding'
import { indexRevision } from './indexing'
import { JOINED, keepSets, type Places, placesIn, type Shares, sharesIn } from './sets'
import type { Sql } from './sql'

/** Every list, filter and count of addresses is made of these. Within one read they are of one moment. */
export interface AddressSets {
  /** All, in an order. */
  ordered(sort: AddressView['sort']): Places
  /** What a search finds; null where it has no words. */
  found(search: string): Places | null
  byLabel(): Shares
  byAccount(): Shares
  byMonth(): Shares
  hidden(): Places
  withoutNote(): Places
}

/** The sets of the addresses as they are now. They are kept until the index changes, and made when they are asked for. */
export function addressSets(sql: Sql): AddressSets {
  const accountNames = sql.prepare(
    'SELECT CAST(group_concat(a.name, char(10)) AS BLOB) AS names FROM accounts AS a',
  )
  const byLabel = sql.prepare(`
    SELECT CAST(min(l.label) AS BLOB) AS name, ${JOINED}
    FROM address_labels AS l JOIN address_index AS x ON x.id = l.address_id GROUP BY l.label`)
  const byAccount = sql.prepare(`
    SELECT CAST(x.account_id AS BLOB) AS name, ${JOINED} FROM address_index AS x
    WHERE x.account_id IS NOT NULL GROUP BY x.account_id`)
  const byMonth = sql.prepare(`
    SELECT CAST(x.month AS BLOB) AS name, ${JOINED} FROM address_index AS x GROUP BY x.month`)
  const hidden = sql.prepare(`SELECT ${JOINED} FROM address_index AS x WHERE x.is_hidden = 1`)
  const withoutNote = sql.prepare(`SELECT ${JOINED} FROM address_index AS x WHERE x.note IS NULL`)
  const once = keepSets(indexRevision(sql, 'address'))

  return {
    ordered(sort) {
      // The index does not know what accounts are called.
      const names = sort.by === 'account' ? textIn(accountNames.get()?.names) : ''
      return once(`order ${sort.by} ${sort.isDescending} ${names}`, () => {
        const rows = `SELECT x.place FROM address_index AS x ORDER BY ${orderOf(sort)}`
        return placesIn(sql.prepare(`SELECT ${JOINED} FROM (${rows}) AS x`).get()?.places)
      })
    },
    found: finding(sql, 'address', once),
    byLabel: () => once('labels', () => sharesIn(byLabel.all())),
    byAccount: () => once('accounts', () => sharesIn(byAccount.all())),
    byMonth: () => once('months', () => sharesIn(byMonth.all())),
    hidden: () => once('hidden', () => placesIn(hidden.get()?.places)),
    withoutNote: () => once('without note', () => placesIn(withoutNote.get()?.places)),
  }
}
