import * as z from 'zod'
import { type Address, type AddressState, via } from '../../shared/address'
import { claimIn, jsonIn, knownIn, numberIn, numberOrNull, problemIn, textIn, textOrNull } from './columns'
import { fold } from './foldedText'
import { UNSETTLED } from './journal'
import type { SqlRow } from './sql'

const stateOf = (state: string): AddressState => {
  if (state === 'created' || state === 'imported' || state === 'sending') return state
  return state === 'planned' ? 'waiting' : 'unconfirmed'
}

const texts = z.array(z.string())

/** In the order in which people look for them. */
export const sortLabels = (labels: readonly string[]): string[] =>
  [...labels].sort((one, other) => {
    const [a, b] = [fold(one), fold(other)]
    if (a !== b) return a < b ? -1 : 1
    return one < other ? -1 : 1
  })

/** The labels that `addressColumns` selects, in order. */
const labelsIn = (row: SqlRow): string[] => sortLabels(jsonIn(texts, row.labels, []))

/** A row of `addressColumns`. */
export const toAddress = (row: SqlRow): Address => {
  const state = stateOf(textIn(row.state))
  const id = textIn(row.id)
  return {
    id,
    accountId: textOrNull(row.account_id),
    accountName: textOrNull(row.account_name),
    email: textIn(row.email),
    note: textIn(row.note),
    labels: labelsIn(row),
    tag: textOrNull(row.tag),
    state,
    problem: state === 'unconfirmed' ? problemIn(row.problem, id) : null,
    isRestored: state === 'unconfirmed' && claimIn(row.is_restored),
    via: knownIn(via, row.via, 'window'),
    at: numberIn(row.at),
    hiddenAt: numberOrNull(row.hidden_at),
  }
}

/** A row of the journal that lists show. What a backup brings and was never sent will never be. */
export const LISTED = `${UNSETTLED} AND j.email IS NOT NULL AND j.account_id IS NOT NULL
  AND (j.is_restored = 0 OR j.state <> 'planned')`

const either = (column: string): string => `CAST(coalesce(a.${column}, j.${column}) AS BLOB) AS ${column}`

/** What an address is, of the tables in `fromAddresses`. */
export const addressColumns = `
  CAST(i.id AS BLOB) AS id, CAST(c.name AS BLOB) AS account_name, CAST(j.problem AS BLOB) AS problem,
  j.is_restored,
  ${['account_id', 'email', 'note', 'tag', 'via'].map(either).join(', ')},
  coalesce(a.at, j.planned_at) AS at, a.hidden_at,
  CASE WHEN a.id IS NULL THEN CAST(j.state AS BLOB) WHEN a.known_by = 'import' THEN 'imported' ELSE 'created' END AS state,
  CAST((SELECT json_group_array(l.label) FROM address_labels AS l WHERE l.address_id = i.id) AS BLOB) AS labels`

/**
 * From `i`, which has ids, to the address behind each: what a service holds or a file names, else what is written down and
 * has not ended. An id of neither stays in as a row in which `a.id` and `j.id` are null.
 */
export const fromAddresses = (i: string): string => `
  FROM ${i} AS i
  LEFT JOIN addresses AS a ON a.id = i.id
  LEFT JOIN journal AS j ON a.id IS NULL AND j.id = i.id AND ${LISTED}
  LEFT JOIN accounts AS c ON c.id = coalesce(a.account_id, j.account_id)`

/** Where an id of `fromAddresses` is one that lists show. */
export const IS_LISTED = '(a.id IS NOT NULL OR j.id IS NOT NULL)'
