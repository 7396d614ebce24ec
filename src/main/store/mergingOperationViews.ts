import { likedoOperations } from '../../shared/likedo/operations'
import { operations } from '../../shared/litemail/operations'
import { textIn } from './columns'
import type { ContentOperationView } from './content'
import { asBytes, type Sql } from './sql'
import { writeInputs } from './storedInputs'
import { sameName, viewNames } from './views'

const known: ReadonlySet<string> = new Set([...operations, ...likedoOperations].map(({ id }) => id))

/**
 * Takes over what an operation was asked under a name, under another name where something else has its name here.
 * `accountIdOf`: the account here that it is of; null: none, so that nothing can be asked.
 */
export const operationViewMerging = (sql: Sql, accountIdOf: (id: string) => string | null) => {
  const isPresent = sql.prepare('SELECT 1 FROM accounts AS a WHERE a.id = ? AND a.removed_at IS NULL')
  const find = sql.prepare(`
    SELECT ${asBytes('v', ['operation', 'workspace_id', 'inputs'])} FROM operation_views AS v
    WHERE v.account_id = ? AND v.folded_name = ?`)
  const insert = sql.prepare(`
    INSERT INTO operation_views (account_id, name, folded_name, operation, workspace_id, inputs)
    VALUES (?, ?, ?, ?, ?, ?)`)
  return ({ accountId, name, operation, workspaceId, inputs }: ContentOperationView): void => {
    const account = accountIdOf(accountId)
    if (account === null || isPresent.get(account) === undefined || !known.has(operation)) return
    const text = writeInputs(inputs)
    for (const free of viewNames(name)) {
      const here = find.get(account, sameName(free))
      if (here === undefined) insert.run(account, free, sameName(free), operation, workspaceId, text)
      const isSame =
        here !== undefined &&
        textIn(here.operation) === operation &&
        textIn(here.workspace_id) === workspaceId &&
        textIn(here.inputs) === text
      if (here === undefined || isSame) return
    }
  }
}
