import { type AskedOperation, type OperationAnswer, operationAnswer } from '../../shared/operationAnswer'
import { jsonIn } from './columns'
import { accountPresence } from './operationAnswers'
import type { Sql } from './sql'
import { writeInputs } from './storedInputs'

/** So many answers of an account are kept, beside those of its views; older ones go. */
const MOST_KEPT = 100

/** What operations were answered at last: a cache, which no backup holds. */
export const keptAnswerReads = (sql: Sql) => {
  const one = sql.prepare(`
    SELECT CAST(k.answer AS BLOB) AS answer FROM kept_answers AS k
    WHERE k.account_id = ? AND k.operation = ? AND k.workspace_id = ? AND k.inputs = ?`)
  return {
    /** What was answered to exactly this at last; null: nothing is kept. */
    'operations.keptAnswer': (asked: AskedOperation): OperationAnswer | null => {
      const { accountId, operation, workspaceId, inputs } = asked
      const row = one.get(accountId, operation, workspaceId, writeInputs(inputs))
      return jsonIn(operationAnswer.nullable(), row?.answer, null)
    },
  }
}

export const keptAnswerWrites = (sql: Sql) => {
  const isPresent = accountPresence(sql)
  const save = sql.prepare(`
    INSERT INTO kept_answers (account_id, operation, workspace_id, inputs, answer, at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (account_id, operation, workspace_id, inputs) DO UPDATE SET answer = excluded.answer, at = excluded.at`)
  const trim = sql.prepare(`
    DELETE FROM kept_answers AS k WHERE k.account_id = ?1 AND k.rowid NOT IN (
      SELECT n.rowid FROM kept_answers AS n WHERE n.account_id = ?1 ORDER BY n.at DESC, n.rowid DESC LIMIT ${MOST_KEPT})
    AND NOT EXISTS (SELECT 1 FROM operation_views AS v WHERE v.account_id = k.account_id
      AND v.operation = k.operation AND v.workspace_id = k.workspace_id AND v.inputs = k.inputs)`)
  return {
    /** Takes the place of what was answered to the same before. */
    'operations.keepAnswer': ({
      asked,
      answer,
    }: {
      asked: AskedOperation
      answer: OperationAnswer
    }): void => {
      const { accountId, operation, workspaceId, inputs } = asked
      if (!isPresent(accountId)) return
      save.run(accountId, operation, workspaceId, writeInputs(inputs), JSON.stringify(answer), answer.at)
      trim.run(accountId)
    },
  }
}
