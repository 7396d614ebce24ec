import * as z from 'zod'
import type { Address } from '../../shared/address'
import { newestFirst } from '../../shared/addressView'
import { type Domain, domainsByName } from '../../shared/domain'
import { type Mailbox, mailboxesByAddress } from '../../shared/mailbox'
import {
  type PaletteFound,
  type PaletteKind,
  type PaletteRecent,
  type PaletteRow,
  type PaletteUse,
  paletteUse,
} from '../../shared/palette'
import type { addressReads } from './addresses'
import type { addressListReads } from './addressList'
import { jsonIn, textIn } from './columns'
import type { domainReads } from './domains'
import { fold, wordsOf } from './foldedText'
import type { IndexedNoun } from './indexing'
import { keptReads, keptWrites } from './kept'
import type { mailboxReads } from './mailboxes'
import type { Sql } from './sql'

/** The reads of the lists: what they find, the palette finds. */
type Lists = Pick<ReturnType<typeof addressListReads>, 'addresses.list'> &
  Pick<ReturnType<typeof addressReads>, 'addresses.get'> &
  Pick<ReturnType<typeof mailboxReads>, 'mailboxes.list' | 'mailboxes.several'> &
  Pick<ReturnType<typeof domainReads>, 'domains.list' | 'domains.several'>

/** So many of each are shown. */
const MOST_SHOWN = 6
/** Among so many of the newest addresses those are looked for that begin with what was typed. */
const NEWEST = 40
const MOST_RECENT = 24
const RECENT = 'recent'

const usesIn = z.array(paletteUse)

/** The first few, each once. */
const firstOf = (rows: readonly PaletteRow[]): PaletteRow[] =>
  [...new Map(rows.map((row) => [row.id, row])).values()].slice(0, MOST_SHOWN)

/** Nothing that is typed comes after it. */
const LAST = '\u{10ffff}'

const reading = (sql: Sql) => {
  const { load } = keptReads(sql, 'palette')
  return (): PaletteUse[] => jsonIn(usesIn, load(RECENT), [])
}

export const paletteReads = (sql: Sql, lists: Lists) => {
  const loadRecent = reading(sql)
  const beginning = (noun: IndexedNoun, called: 'email' | 'domain') => {
    const id = noun === 'address' ? 'x.id' : 'x.place'
    const some = sql.prepare(`
      SELECT CAST(${id} AS BLOB) AS id FROM ${noun}_index AS x WHERE x.${called} >= ? AND x.${called} < ?
      ORDER BY x.${called}, x.place LIMIT ${MOST_SHOWN}`)
    return (start: string): string[] =>
      start === '' ? [] : some.all(start, start + LAST).map((row) => textIn(row.id))
  }
  const addressesFrom = beginning('address', 'email')
  const mailboxesFrom = beginning('mailbox', 'email')
  const domainsFrom = beginning('domain', 'domain')

  const addressRow = ({ id, email, note }: Address): PaletteRow => ({ id, name: email, about: note })
  const mailboxRow = ({ id, email, name, note }: Mailbox): PaletteRow => ({
    id,
    name: email,
    about: note === '' ? (name ?? '') : note,
  })
  const domainRow = ({ id, name, note }: Domain): PaletteRow => ({ id, name, about: note })

  const rowOf: Readonly<Partial<Record<PaletteKind, (id: string) => PaletteRow | undefined>>> = {
    address: (id) => {
      const address = lists['addresses.get'](id)
      return address === null ? undefined : addressRow(address)
    },
    mailbox: (id) => lists['mailboxes.several']([id]).map(mailboxRow)[0],
    domain: (id) => lists['domains.several']([id]).map(domainRow)[0],
  }

  return {
    /** The best few of what the lists find, and how many they find. Nothing where nothing is typed. */
    'palette.find': ({ text, now }: { text: string; now: number }): PaletteFound => {
      const words = wordsOf(text)
      const none = { rows: [], total: 0 }
      if (words.length === 0) return { addresses: none, mailboxes: none, domains: none }
      const start = words.length === 1 ? (words[0] ?? '') : ''
      const begins = ({ name }: PaletteRow): boolean => start !== '' && fold(name).startsWith(start)
      const page = { offset: 0, limit: MOST_SHOWN, now }
      const addresses = lists['addresses.list']({
        view: { ...newestFirst, hidden: 'shown', search: text },
        offset: 0,
        limit: NEWEST,
      })
      const newest = addresses.rows.map(addressRow)
      const mailboxes = lists['mailboxes.list']({ ...page, view: { ...mailboxesByAddress, search: text } })
      const domains = lists['domains.list']({ ...page, view: { ...domainsByName, search: text } })
      const first = {
        addresses: addressesFrom(start).flatMap((id) => lists['addresses.get'](id) ?? []),
        mailboxes: lists['mailboxes.several'](mailboxesFrom(start)),
        domains: lists['domains.several'](domainsFrom(start)),
      }
      return {
        addresses: {
          rows: firstOf([...newest.filter(begins), ...first.addresses.map(addressRow), ...newest]),
          total: addresses.total,
        },
        mailboxes: {
          rows: firstOf([...first.mailboxes, ...mailboxes.rows].map(mailboxRow)),
          total: mailboxes.total,
        },
        domains: {
          rows: firstOf([...first.domains, ...domains.rows].map(domainRow)),
          total: domains.total,
        },
      }
    },

    /** What was used at last, the last first, without rows that no list shows any more. */
    'palette.recent': (): PaletteRecent =>
      loadRecent().flatMap((used) => {
        const find = rowOf[used.kind]
        if (find === undefined) return { ...used, row: null }
        const row = find(used.id)
        return row === undefined ? [] : { ...used, row }
      }),
  }
}

export const paletteWrites = (sql: Sql) => {
  const loadRecent = reading(sql)
  const { save } = keptWrites(sql, 'palette')
  return {
    /** The last few are remembered, each once. Of a row nothing but its id. */
    'palette.use': (used: PaletteUse): void => {
      const { kind, id } = paletteUse.parse(used)
      const others = loadRecent().filter((other) => other.kind !== kind || other.id !== id)
      save(RECENT, JSON.stringify([{ kind, id }, ...others].slice(0, MOST_RECENT)))
    },
  }
}
