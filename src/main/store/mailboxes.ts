import type { Mailbox, MailboxFacets, MailboxView } from '../../shared/mailbox'
import { numberIn, textIn } from './columns'
import { fleetCounting } from './fleetFacets'
import { fleetListing } from './fleetList'
import type { FleetView } from './fleetMatch'
import { READ_AT } from './fleetParts'
import { placesOf } from './fleetPlace'
import { type FleetList, fleetSets } from './fleetSets'
import { findMailbox, fromMailboxes, IS_LISTED_MAILBOX, mailboxColumns, toMailbox } from './mailboxRow'
import { type OtherFact, otherIn } from './otherFacts'
import type { Sql } from './sql'
import { lookingAtTags } from './tagLooks'

interface Page {
  readonly view: MailboxView
  readonly offset: number
  readonly limit: number
  /** In epoch milliseconds: what is within days is counted from there. */
  readonly now: number
}

/** When lists of a noun were read, which changes no index. */
export const readings = (noun: 'mailboxes' | 'domains'): string =>
  `SELECT group_concat(${READ_AT}) FROM fleet_parts AS p WHERE p.noun = '${noun}'`

const mailboxList: FleetList = {
  noun: 'mailbox',
  called: 'email',
  orders: {
    name: { key: 'x.name' },
    domain: { key: 'x.domain' },
    status: { key: 'lower(x.status)' },
    tags: { key: 'x.tag' },
    note: { key: 'x.note' },
    assigned: { key: 'x.assigned_at' },
    renews: { key: 'x.ends_at' },
    read: {
      key: '(SELECT m.seen_at FROM mailboxes AS m WHERE m.place = x.place)',
      until: readings('mailboxes'),
    },
  },
}

const viewOf = ({ renewsWithin, ...view }: MailboxView): FleetView => ({ ...view, endsWithin: renewsWithin })

export const mailboxReads = (sql: Sql) => {
  const sets = fleetSets(sql, mailboxList)
  const listing = fleetListing(sql, sets)
  const countFor = fleetCounting(sql, sets)
  const lookAtTags = lookingAtTags(sql)
  const find = findMailbox(sql)
  const other = sql.prepare('SELECT CAST(m.other AS BLOB) AS other FROM mailboxes AS m WHERE m.place = ?')
  const some = sql.prepare(`
    SELECT ${mailboxColumns} ${fromMailboxes('(SELECT e.value AS place FROM json_each(?) AS e)')}
    WHERE ${IS_LISTED_MAILBOX}`)
  const emails = sql.prepare(`
    SELECT m.place, CAST(m.email AS BLOB) AS email
    FROM json_each(?) AS e CROSS JOIN mailboxes AS m ON m.place = e.value
    JOIN accounts AS c ON c.id = m.account_id WHERE ${IS_LISTED_MAILBOX}`)

  const several = (ids: readonly string[]): Mailbox[] => {
    const found = new Map(some.all(placesOf(ids)).map((row) => [String(numberIn(row.place)), toMailbox(row)]))
    return ids.flatMap((id) => found.get(id) ?? [])
  }

  return {
    /** A part of a view, and how many the whole view has. */
    'mailboxes.list': (page: Page): { rows: Mailbox[]; total: number } => {
      const { places, total } = listing.page({ ...page, view: viewOf(page.view) })
      return { rows: several(places.map(String)), total }
    },

    /** What a view might be narrowed to, and how many mailboxes each choice shows; see `fleetCounting`. */
    'mailboxes.facets': ({ view, now }: { view: MailboxView; now: number }): MailboxFacets => {
      const { ending, domains, tags, health: _ofDomains, ...facets } = countFor(viewOf(view), now)
      return { ...facets, tags: lookAtTags(tags), domains: domains(), renewing: ending }
    },

    /** Where in a view a row stands, from 0; null where the view does not show it. */
    'mailboxes.place': (wish: { view: MailboxView; id: string; now: number }): number | null =>
      listing.place({ ...wish, view: viewOf(wish.view) }),

    /** The places of all rows of a view, in its order: their ids as numbers. */
    'mailboxes.places': ({ view, now }: { view: MailboxView; now: number }): Int32Array =>
      listing.places({ view: viewOf(view), now }),

    /** The ids of all rows of a view, in its order. */
    'mailboxes.ids': ({ view, now }: { view: MailboxView; now: number }): string[] =>
      listing.ids({ view: viewOf(view), now }),

    /** One mailbox with what else the service told; null where no list shows it. */
    'mailboxes.get': (id: string): { mailbox: Mailbox; other: OtherFact[] } | null => {
      const mailbox = find(id)
      return mailbox && { mailbox, other: otherIn(other.get(Number(mailbox.id))?.other) }
    },

    /** The addresses of these ids, in their order; without those that lists show no more. */
    'mailboxes.emails': (ids: readonly string[]): string[] => {
      const found = new Map(
        emails.all(placesOf(ids)).map((row) => [String(numberIn(row.place)), textIn(row.email)]),
      )
      return ids.flatMap((id) => found.get(id) ?? [])
    },

    /** The mailboxes of these ids, in their order; without those that lists show no more. */
    'mailboxes.several': several,
  }
}
