import { type ApiMap, type ApiMapSource, apiMap, apiMapSource } from '../../shared/apiMap'
import { likedoOperations } from '../../shared/likedo/operations'
import { operations } from '../../shared/litemail/operations'
import { isSameMap } from '../../shared/sameMap'
import { tableMap } from '../rules/apiMap'
import { jsonIn, knownIn, numberIn, textIn } from './columns'
import { passClosing } from './fleetParts'
import { accountPresence, forgetAnswer } from './operationAnswers'
import { asBytes, type Sql, type SqlRow } from './sql'

/** How an account's user has an operation asked. */
export interface KeptMap {
  readonly operation: string
  readonly map: ApiMap
  readonly source: ApiMapSource
  /** Epoch milliseconds. */
  readonly at: number
}

export interface MapChange {
  readonly operation: string
  /** Null: as the table has it. */
  readonly map: ApiMap | null
}

const columns = `${asBytes('m', ['operation', 'map', 'source'])}, m.at`

/** One that cannot be read is none: then the table's own is asked, as before it was made. */
const toMaps = (row: SqlRow): KeptMap[] => {
  const map = jsonIn(apiMap.nullable(), row.map, null)
  const source = knownIn(apiMapSource, row.source, 'hand')
  return map === null ? [] : [{ operation: textIn(row.operation), map, source, at: numberIn(row.at) }]
}

export const apiMapReads = (sql: Sql) => {
  const all = sql.prepare(`SELECT ${columns} FROM api_maps AS m WHERE m.account_id = ? ORDER BY m.operation`)
  const one = sql.prepare(`SELECT ${columns} FROM api_maps AS m WHERE m.account_id = ? AND m.operation = ?`)
  const change = sql.prepare(
    'SELECT 1 FROM api_map_changes AS c WHERE c.account_id = ? AND c.operation = ? LIMIT 1',
  )
  return {
    /** The operations that are not asked as the table has it. */
    'apiMaps.list': (accountId: string): KeptMap[] => all.all(accountId).flatMap(toMaps),
    /** `kept` is null where it is asked as the table has it. */
    'apiMaps.get': ({
      accountId,
      operation,
    }: {
      accountId: string
      operation: string
    }): { kept: KeptMap | null; canUndo: boolean } => ({
      kept: one.all(accountId, operation).flatMap(toMaps)[0] ?? null,
      canUndo: change.get(accountId, operation) !== undefined,
    }),
  }
}

/** So many changes of one operation can be taken back. */
const MOST_CHANGES = 50

/** How an operation is asked where nothing is kept of it; ids of two services are never the same. */
const tableMapOf = (id: string): ApiMap | null => {
  const operation = [...operations, ...likedoOperations].find((one) => one.id === id)
  return operation === undefined ? null : tableMap(operation)
}

/**
 * Writes one map, or removes it: nobody else does. Where the operation is asked otherwise by that, what it has come to before says nothing about
 * it any more.
 */
export const mapKeeping = (sql: Sql) => {
  const { 'apiMaps.get': get } = apiMapReads(sql)
  const save = sql.prepare(`
    INSERT INTO api_maps (account_id, operation, map, source, at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (account_id, operation)
      DO UPDATE SET map = excluded.map, source = excluded.source, at = excluded.at`)
  const drop = sql.prepare('DELETE FROM api_maps AS m WHERE m.account_id = ? AND m.operation = ?')
  const forget = forgetAnswer(sql)
  const closePass = passClosing(sql)
  // Whether a server has a list is asked anew where it is asked for.
  const askAgain = sql.prepare(`
    UPDATE accounts AS a SET can_list = NULL
    WHERE a.id = ? AND a.service = 'likedo' AND ? = 'addresses.list'`)
  return (
    { accountId, operation }: { accountId: string; operation: string },
    kept: Omit<KeptMap, 'operation'> | null,
  ): void => {
    const table = tableMapOf(operation)
    const before = get({ accountId, operation }).kept?.map ?? table
    const after = kept?.map ?? table
    if (kept === null) drop.run(accountId, operation)
    else save.run(accountId, operation, JSON.stringify(kept.map), kept.source, kept.at)
    if (before !== null && after !== null && isSameMap(before, after)) return
    forget(accountId, operation)
    closePass(accountId, operation)
    askAgain.run(accountId, operation)
  }
}

/** Whether there is nothing to take, and so nothing to take back. */
const isAsIs = (before: KeptMap | null, map: ApiMap | null, source: ApiMapSource): boolean =>
  before === null || map === null ? before === map : before.source === source && isSameMap(before.map, map)

export const apiMapWrites = (sql: Sql) => {
  const { 'apiMaps.get': get } = apiMapReads(sql)
  const keep = mapKeeping(sql)
  const isPresent = accountPresence(sql)
  const note = sql.prepare(
    'INSERT INTO api_map_changes (account_id, operation, map, source, at) VALUES (?, ?, ?, ?, ?)',
  )
  const trim = sql.prepare(`
    DELETE FROM api_map_changes AS c WHERE c.account_id = ?1 AND c.operation = ?2 AND c.id NOT IN (
      SELECT d.id FROM api_map_changes AS d WHERE d.account_id = ?1 AND d.operation = ?2
      ORDER BY d.id DESC LIMIT ${MOST_CHANGES})`)
  const last = sql.prepare(`
    SELECT c.id, ${asBytes('c', ['map', 'source'])}, c.at FROM api_map_changes AS c
    WHERE c.account_id = ? AND c.operation = ? ORDER BY c.id DESC LIMIT 1`)
  const dropChange = sql.prepare('DELETE FROM api_map_changes AS c WHERE c.id = ?')

  return {
    /** All of them, or none where the account is gone (false). Each that changes something can be taken back. */
    'apiMaps.take': (input: {
      accountId: string
      changes: readonly MapChange[]
      source: ApiMapSource
      at: number
    }): boolean => {
      const { accountId, changes, source, at } = input
      if (!isPresent(accountId)) return false
      for (const { operation, map } of changes) {
        const before = get({ accountId, operation }).kept
        if (isAsIs(before, map, source)) continue
        note.run(
          accountId,
          operation,
          before === null ? null : JSON.stringify(before.map),
          before?.source ?? null,
          before?.at ?? at,
        )
        trim.run(accountId, operation)
        keep({ accountId, operation }, map === null ? null : { map, source, at })
      }
      return true
    },

    /** Takes the last change of one operation back. False where there is none. */
    'apiMaps.undo': (about: { accountId: string; operation: string }): boolean => {
      const { accountId, operation } = about
      const change = last.get(accountId, operation)
      if (change === undefined || !isPresent(accountId)) return false
      dropChange.run(numberIn(change.id))
      const before = change.map === null ? [] : toMaps({ ...change, operation })
      keep({ accountId, operation }, before[0] ?? null)
      return true
    },
  }
}
