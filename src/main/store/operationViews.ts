import type { Parsed } from '../../shared/contract'
import { filledInputs, type OperationView, operationView } from '../../shared/operationAnswer'
import { jsonIn, numberIn, textIn } from './columns'
import { placeIn } from './fleetPlace'
import { asBytes, type Sql, type SqlRow } from './sql'
import { writeInputs } from './storedInputs'
import { sameName } from './views'

const columns = `v.place, ${asBytes('v', ['account_id', 'name', 'operation', 'workspace_id', 'inputs'])}`

/** None where a row cannot be read any more. */
const viewsIn = (rows: readonly SqlRow[]): OperationView[] =>
  rows.flatMap((row) => {
    const found = operationView.safeParse({
      id: String(numberIn(row.place)),
      accountId: textIn(row.account_id),
      name: textIn(row.name),
      operation: textIn(row.operation),
      workspaceId: textIn(row.workspace_id),
      inputs: jsonIn(filledInputs.nullable(), row.inputs, null),
    })
    return found.success ? [found.data] : []
  })

export const operationViewReads = (sql: Sql) => {
  const all = sql.prepare(
    `SELECT ${columns} FROM operation_views AS v WHERE v.account_id = ? ORDER BY v.folded_name`,
  )
  return {
    /** What the user asked operations of an account under names, by name. */
    'operationViews.list': (accountId: string): OperationView[] => viewsIn(all.all(accountId)),
  }
}

export const operationViewWrites = (sql: Sql) => {
  const save = sql.prepare(`
    INSERT INTO operation_views (account_id, name, folded_name, operation, workspace_id, inputs)
    VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (account_id, folded_name) DO UPDATE SET name = excluded.name, operation = excluded.operation,
      workspace_id = excluded.workspace_id, inputs = excluded.inputs`)
  const one = sql.prepare(
    `SELECT ${columns} FROM operation_views AS v WHERE v.account_id = ? AND v.folded_name = ?`,
  )
  const remove = sql.prepare('DELETE FROM operation_views AS v WHERE v.place = ?')
  return {
    /** A view of the same account and name, whatever its case, is replaced and keeps its id. */
    'operationViews.save': (view: Parsed<'operationViews.save'>): OperationView => {
      const { accountId, name, operation, workspaceId, inputs } = view
      save.run(accountId, name, sameName(name), operation, workspaceId, writeInputs(inputs))
      const [saved] = viewsIn(one.all(accountId, sameName(name)))
      if (saved === undefined) throw new Error('the view was not kept')
      return saved
    },
    /** False where there is none. */
    'operationViews.remove': (id: string): boolean => remove.run(placeIn(id)) > 0,
  }
}
