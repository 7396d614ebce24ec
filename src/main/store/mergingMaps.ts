import { likedoOperations } from '../../shared/likedo/operations'
import { operations } from '../../shared/litemail/operations'
import { isWorthKeeping, judgeMap, tableMap } from '../rules/apiMap'
import { mapKeeping } from './apiMaps'
import { textIn, textOrNull } from './columns'
import type { ContentAccount, ContentApiMap } from './content'
import type { Sql } from './sql'

const [create] = likedoOperations

/**
 * How an account had addresses created whose backup or database is from before there were maps: at the second of the two
 * paths that LikeDo's documentation names; null: at the first one, as the table says.
 */
export const mapOfCreatePath = ({ id, createPath, createdAt }: ContentAccount): ContentApiMap | null =>
  create !== undefined && createPath === '/api/v1/emails'
    ? {
        ...{ accountId: id, operation: create.id, source: 'hand', at: createdAt },
        map: { ...tableMap(create), path: createPath },
      }
    : null

/**
 * Takes over how an operation is asked, unless its user has it asked otherwise here already. `accountIdOf`: the account here
 * that it is of; null: none. One that cannot be asked so, by this version or of that account, is none. What came of the operation
 * before says nothing about it any more, as where its user takes it.
 */
export const mapMerging = (sql: Sql, accountIdOf: (id: string) => string | null) => {
  const account = sql.prepare(`
    SELECT CAST(a.service AS BLOB) AS service, CAST(a.origin AS BLOB) AS origin,
      CAST(a.base_path AS BLOB) AS base_path
    FROM accounts AS a WHERE a.id = ? AND a.removed_at IS NULL`)
  const own = sql.prepare('SELECT 1 FROM api_maps AS m WHERE m.account_id = ? AND m.operation = ?')
  const keep = mapKeeping(sql)
  return ({ accountId, operation: id, map, source, at }: ContentApiMap): void => {
    const here = accountIdOf(accountId)
    const row = here === null ? undefined : account.get(here)
    if (here === null || row === undefined) return
    const server = { origin: textIn(row.origin), basePath: textOrNull(row.base_path) ?? '' }
    const table = row.service === 'litemail' ? operations : likedoOperations
    const operation = table.find((one) => one.id === id)
    if (operation === undefined || !isWorthKeeping(operation, map, source)) return
    if (judgeMap(operation, map, server).length > 0) return
    // One that nobody can read any more is here, too: it is its user's.
    if (own.get(here, id) === undefined) keep({ accountId: here, operation: id }, { map, source, at })
  }
}
