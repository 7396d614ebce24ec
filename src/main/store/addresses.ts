import { type Address, type AddressState, via } from '../../shared/address'
import { knownIn, numberIn, problemIn, textIn, textOrNull } from './columns'
import { UNSETTLED } from './journal'
import type { JournalRow, Page, Settlement } from './rows'
import { asBytes, type Sql, type SqlRow } from './sql'

const MOST_NOTE = 4000

const stateOf = (journalState: string): AddressState => {
  if (journalState === 'created' || journalState === 'sending') return journalState
  return journalState === 'planned' ? 'waiting' : 'unconfirmed'
}

const toAddress = (row: SqlRow): Address => {
  const state = stateOf(textIn(row.state))
  const id = textIn(row.id)
  return {
    id,
    accountId: textIn(row.account_id),
    accountName: textIn(row.account_name),
    email: textIn(row.email),
    note: textIn(row.note),
    tag: textOrNull(row.tag),
    state,
    problem: state === 'unconfirmed' ? problemIn(row.problem, id) : null,
    via: knownIn(via, row.via, 'window'),
    at: numberIn(row.at),
  }
}

// Two parts with the same columns: what the service holds, and what is written down and has not ended.
const created = `
  SELECT ${asBytes('a', ['id', 'account_id', 'email', 'note', 'tag', 'via'])}, a.at AS at,
    'created' AS state, NULL AS problem, CAST(c.name AS BLOB) AS account_name
  FROM addresses AS a LEFT JOIN accounts AS c ON c.id = a.account_id`
// A row of a backup that was never sent will never be.
const LISTED = `${UNSETTLED} AND j.email IS NOT NULL AND j.account_id IS NOT NULL
  AND (j.is_restored = 0 OR j.state <> 'planned')`
const unsettled = `
  SELECT ${asBytes('j', ['id', 'account_id', 'email', 'note', 'tag', 'via'])}, j.planned_at AS at,
    ${asBytes('j', ['state', 'problem'])}, CAST(c.name AS BLOB) AS account_name
  FROM journal AS j LEFT JOIN accounts AS c ON c.id = j.account_id`

/** Before the first row of a list that goes from new to old. */
export const NEWEST = { at: Number.MAX_SAFE_INTEGER, id: '' } as const

export const addressReads = (sql: Sql) => {
  const page = sql.prepare(`
    SELECT * FROM (${created} WHERE (a.at, a.id) < (?1, ?2) ORDER BY a.at DESC, a.id DESC LIMIT ?3)
    UNION ALL
    SELECT * FROM (${unsettled} WHERE ${LISTED} AND (j.planned_at, j.id) < (?1, ?2)
      ORDER BY j.planned_at DESC, j.id DESC LIMIT ?3)
    ORDER BY at DESC, id DESC LIMIT ?3`)
  const count = sql.prepare(`
    SELECT (SELECT count(*) FROM addresses) + (SELECT count(*) FROM journal AS j WHERE ${LISTED}) AS total`)
  // A row that is done has its address, be it that a later row with the same name has taken it over.
  const one = sql.prepare(`
    ${created} WHERE a.id = ?1
      OR (a.account_id, a.email) = (SELECT j.account_id, j.email FROM journal AS j WHERE j.id = ?1 AND j.state = 'done')
    UNION ALL
    ${unsettled} WHERE j.id = ?1 AND ${LISTED}`)
  const countSince = sql.prepare(
    'SELECT count(*) AS total FROM addresses AS a WHERE a.account_id = ? AND a.at >= ?',
  )

  return {
    /** Newest first: what the service holds, and what is on its way there. */
    'addresses.list': ({ before = NEWEST, limit }: Page): { rows: Address[]; total: number } => ({
      rows: page.all(before.at, before.id, limit).map(toAddress),
      total: numberIn(count.get()?.total),
    }),
    'addresses.get': (id: string): Address | null => {
      const row = one.get(id)
      return row ? toAddress(row) : null
    },
    /** How many of an account's addresses were created at or after a moment in epoch milliseconds. */
    'addresses.countCreatedSince': (input: { accountId: string; since: number }): number =>
      numberIn(countSince.get(input.accountId, input.since)?.total),
  }
}

// Of two rows for one address the newer note comes first; nothing that was written is lost.
const joinNotes = (newer: string, older: string): string => {
  const isNothingNew = newer === '' || newer === older
  if (isNothingNew || older === '') return isNothingNew ? older : newer
  return `${newer}\n${older}`.slice(0, MOST_NOTE)
}

type Done = Extract<Settlement, { state: 'done' }>

const DAY_MS = 86_400_000

/** When the service says that it was created, unless no clock could mean it: then when it was asked for. */
const createdAt = (row: JournalRow, settlement: Done): number => {
  const told = settlement.createdAt
  const isPossible = told !== null && Number.isSafeInteger(told) && told > 0 && told <= settlement.at + DAY_MS
  return isPossible ? told : row.plannedAt
}

/**
 * Makes the address of a row that is done, within the transaction that says so. Where the account created the same
 * address before (deleted at the service and made again), the one that is listed becomes the newer row's. Another
 * account may hold a name of its own that reads the same (LikeDo, "Create email": unique per user and domain).
 */
export const addressKeeping = (sql: Sql): ((row: JournalRow, settlement: Done) => void) => {
  const before = sql.prepare(
    `SELECT ${asBytes('a', ['id', 'note'])} FROM addresses AS a WHERE a.account_id = ? AND a.email = ?`,
  )
  const forget = sql.prepare('DELETE FROM addresses AS a WHERE a.account_id = ? AND a.email = ?')
  const insert = sql.prepare(`
    INSERT INTO addresses (id, account_id, email, note, tag, via, service_id, at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`)
  return (row, settlement) => {
    const older = before.get(row.accountId, row.email)
    const note = joinNotes(row.note, textIn(older?.note))
    const at = createdAt(row, settlement)
    if (older) forget.run(row.accountId, row.email)
    insert.run(row.id, row.accountId, row.email, note, row.tag, row.via, settlement.serviceId, at)
  }
}

export const addressWrites = (sql: Sql) => {
  const { 'addresses.get': get } = addressReads(sql)
  const noteCreated = sql.prepare('UPDATE addresses AS a SET note = ? WHERE a.id = ?')
  const noteUnsettled = sql.prepare(`UPDATE journal AS j SET note = ? WHERE j.id = ? AND ${UNSETTLED}`)
  return {
    /** Null where there is no such address. An address that has not been created yet keeps its note when it is. */
    'addresses.setNote': (input: { id: string; note: string }): Address | null => {
      const address = get(input.id)
      if (!address) return null
      const statement = address.state === 'created' ? noteCreated : noteUnsettled
      statement.run(input.note, address.id)
      return get(address.id)
    },
  }
}
