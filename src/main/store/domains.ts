import type { Domain, DomainFacets, DomainView } from '../../shared/domain'
import { numberIn, textIn } from './columns'
import { checkProblemFinding } from './dnsAbout'
import { isAllGood, isUnchecked, MARKS_REVISION, markOrder } from './dnsMarks'
import {
  countedMailboxes,
  domainColumns,
  findDomain,
  fromDomains,
  IS_LISTED_DOMAIN,
  toDomain,
} from './domainRow'
import { fleetCounting } from './fleetFacets'
import { fleetListing } from './fleetList'
import type { FleetView } from './fleetMatch'
import { placesOf } from './fleetPlace'
import { type FleetList, fleetSets } from './fleetSets'
import { readings } from './mailboxes'
import { type OtherFact, otherIn } from './otherFacts'
import type { Sql } from './sql'

interface Page {
  readonly view: DomainView
  readonly offset: number
  readonly limit: number
  /** In epoch milliseconds: what is within days is counted from there. */
  readonly now: number
}

const NOTHING = "''"

const domainList: FleetList = {
  noun: 'domain',
  called: 'domain',
  orders: {
    mailboxes: {
      key: `(SELECT ${countedMailboxes} FROM domains AS d WHERE d.place = x.place)`,
      until: `SELECT concat_ws(' ', (${readings('mailboxes')}),
        (SELECT k.value FROM kept AS k WHERE k.kind = 'index' AND k.name = 'mailboxes'))`,
    },
    status: { key: 'lower(x.status)' },
    mx: markOrder('mx'),
    spf: markOrder('spf'),
    dkim: markOrder('dkim'),
    'dmarc-record': markOrder('dmarc'),
    ns: markOrder('ns'),
    registered: { key: 'x.registered_at' },
    expires: { key: 'x.ends_at' },
    forwarding: { key: 'x.forward_to', none: NOTHING },
    'catch-all': { key: 'x.catch_all', none: NOTHING },
    dmarc: { key: 'x.dmarc', none: NOTHING },
    note: { key: 'x.note' },
    read: {
      key: '(SELECT d.seen_at FROM domains AS d WHERE d.place = x.place)',
      // Mailboxes show domains, too.
      until: `SELECT concat_ws(' ', (${readings('domains')}), (${readings('mailboxes')}))`,
    },
  },
  health: {
    choices: (joined) => `
      SELECT CAST(m.mark AS BLOB) AS name, ${joined}
      FROM dns_marks AS m CROSS JOIN domain_index AS x ON x.account_id = m.account_id AND x.domain = m.domain
      WHERE m.is_good = 0 GROUP BY m.mark
      UNION ALL SELECT CAST('good' AS BLOB), ${joined} FROM domain_index AS x WHERE ${isAllGood('x')}
      UNION ALL SELECT CAST('unchecked' AS BLOB), ${joined} FROM domain_index AS x WHERE ${isUnchecked('x')}`,
    until: MARKS_REVISION,
  },
}

const viewOf = ({ expiresWithin, ...view }: DomainView): FleetView => ({
  ...view,
  domains: [],
  endsWithin: expiresWithin,
})

export const domainReads = (sql: Sql) => {
  const sets = fleetSets(sql, domainList)
  const listing = fleetListing(sql, sets)
  const countFor = fleetCounting(sql, sets)
  const find = findDomain(sql)
  const findProblem = checkProblemFinding(sql)
  const other = sql.prepare('SELECT CAST(d.other AS BLOB) AS other FROM domains AS d WHERE d.place = ?')
  const some = sql.prepare(`
    SELECT ${domainColumns} ${fromDomains('(SELECT e.value AS place FROM json_each(?) AS e)')}
    WHERE ${IS_LISTED_DOMAIN}`)
  const names = sql.prepare(`
    SELECT d.place, CAST(d.name AS BLOB) AS name
    FROM json_each(?) AS e CROSS JOIN domains AS d ON d.place = e.value
    JOIN accounts AS c ON c.id = d.account_id WHERE ${IS_LISTED_DOMAIN}`)

  const several = (ids: readonly string[]): Domain[] => {
    const found = new Map(some.all(placesOf(ids)).map((row) => [String(numberIn(row.place)), toDomain(row)]))
    return ids.flatMap((id) => found.get(id) ?? [])
  }

  return {
    /** A part of a view, and how many the whole view has. */
    'domains.list': (page: Page): { rows: Domain[]; total: number } => {
      const { places, total } = listing.page({ ...page, view: viewOf(page.view) })
      return { rows: several(places.map(String)), total }
    },

    /** What a view might be narrowed to, and how many domains each choice shows; see `fleetCounting`. */
    'domains.facets': ({ view, now }: { view: DomainView; now: number }): DomainFacets => {
      const { workspaces, statuses, tags, health, ending, unseen } = countFor(viewOf(view), now)
      return {
        workspaces,
        statuses,
        tags,
        health: health(),
        checkProblem: findProblem(),
        expiring: ending,
        unseen,
      }
    },

    /** Where in a view a row stands, from 0; null where the view does not show it. */
    'domains.place': (wish: { view: DomainView; id: string; now: number }): number | null =>
      listing.place({ ...wish, view: viewOf(wish.view) }),

    /** The places of all rows of a view, in its order: their ids as numbers. */
    'domains.places': ({ view, now }: { view: DomainView; now: number }): Int32Array =>
      listing.places({ view: viewOf(view), now }),

    /** The ids of all rows of a view, in its order. */
    'domains.ids': ({ view, now }: { view: DomainView; now: number }): string[] =>
      listing.ids({ view: viewOf(view), now }),

    /** One domain with what else the service told; null where no list shows it. */
    'domains.get': (id: string): { domain: Domain; other: OtherFact[] } | null => {
      const domain = find(id)
      return domain && { domain, other: otherIn(other.get(Number(domain.id))?.other) }
    },

    /** The names of these ids, in their order; without those that lists show no more. */
    'domains.names': (ids: readonly string[]): string[] => {
      const found = new Map(
        names.all(placesOf(ids)).map((row) => [String(numberIn(row.place)), textIn(row.name)]),
      )
      return ids.flatMap((id) => found.get(id) ?? [])
    },

    /** The domains of these ids, in their order; without those that lists show no more. */
    'domains.several': several,
  }
}
