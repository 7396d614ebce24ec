import type { AddressColumn, AddressView } from '../../shared/addressView'
import { wordsOf } from './foldedText'
import type { SqlValue } from './sql'

/** A filter of a view. */
export type Filter = 'labels' | 'accounts' | 'month' | 'note' | 'hidden'

/** What follows FROM and WHERE for the rows of `address_index AS x` that a view matches. */
export interface Match {
  readonly from: string
  readonly where: string
  readonly values: readonly SqlValue[]
}

interface Condition {
  readonly sql: string
  readonly value?: SqlValue
}

// FTS5's trigrams find any part of three characters or more (SQLite, "FTS5", "The Trigram Tokenizer").
const SHORTEST_INDEXED = 3
const quote = (word: string): string => `"${word.replaceAll('"', '""')}"`

const searchConditions = (search: string): { from: string; conditions: Condition[] } => {
  const words = wordsOf(search)
  const long = words.filter((word) => [...word].length >= SHORTEST_INDEXED)
  const short = words.filter((word) => !long.includes(word))
  const from = [
    'address_index AS x',
    ...(long.length > 0 ? ['JOIN address_search AS s ON s.rowid = x.place'] : []),
    ...(short.length > 0 ? ['JOIN address_text AS t ON t.place = x.place'] : []),
  ]
  return {
    from: from.join(' '),
    conditions: [
      ...(long.length > 0 ? [{ sql: 'address_search MATCH ?', value: long.map(quote).join(' AND ') }] : []),
      ...short.map((value) => ({ sql: 'instr(t.text, ?) > 0', value })),
    ],
  }
}

const oneOf = (values: readonly string[]): string => JSON.stringify(values)

const filterConditions = (view: AddressView): Readonly<Record<Filter, readonly Condition[]>> => ({
  labels:
    view.labels.length === 0
      ? []
      : [
          {
            sql: `EXISTS (SELECT 1 FROM address_labels AS l WHERE l.address_id = x.id
              AND l.label IN (SELECT value FROM json_each(?)))`,
            value: oneOf(view.labels),
          },
        ],
  accounts:
    view.accountIds.length === 0
      ? []
      : [{ sql: 'x.account_id IN (SELECT value FROM json_each(?))', value: oneOf(view.accountIds) }],
  month: view.month === null ? [] : [{ sql: 'x.month = ?', value: view.month }],
  note: view.isWithoutNote ? [{ sql: 'x.note IS NULL' }] : [],
  hidden: view.hidden === 'shown' ? [] : [{ sql: 'x.is_hidden = ?', value: view.hidden === 'only' ? 1 : 0 }],
})

/** The rows of a view, with some of its filters off. */
export function matchOf(view: AddressView, without: readonly Filter[]): Match {
  const { from, conditions } = searchConditions(view.search)
  const filters = Object.entries(filterConditions(view)).flatMap(([filter, found]) =>
    without.some((off) => off === filter) ? [] : found,
  )
  const all = [...conditions, ...filters]
  return {
    from,
    where: all.length === 0 ? '1' : all.map(({ sql }) => sql).join(' AND '),
    values: all.flatMap(({ value }) => (value === undefined ? [] : [value])),
  }
}

/** Whether a view leaves nothing out but by whether it is hidden. */
export const isUnfiltered = (view: AddressView): boolean => matchOf(view, ['hidden']).where === '1'

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
 * What follows ORDER BY. What has nothing in the column comes last in either direction; among equals the newest comes
 * first, and the id decides between two of one moment.
 */
export function orderOf({ by, isDescending }: AddressView['sort']): string {
  const direction = isDescending ? 'DESC' : 'ASC'
  if (by === 'created') return `x.at ${direction}, x.id ${direction}`
  return `${keys[by]} ${direction} NULLS LAST, x.at DESC, x.id DESC`
}
