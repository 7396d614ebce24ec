import { type AskedOperation, type OperationAnswer, operationAnswer } from '../../shared/operationAnswer'
import { jsonIn } from './columns'
import { accountPresence, mapSince } from './operationAnswers'
import type { Sql } from './sql'
import { writeInputs } from './storedInputs'

/** So many answers of an account are kept, and so many bytes of them, beside those of its views; older ones go. */
const MOST_KEPT = 100
const MOST_BYTES = 16 * 1024 * 1024

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
  const since = mapSince(sql)
  const trim = sql.prepare(`
    DELETE FROM kept_answers AS k WHERE k.account_id = ?1 AND k.rowid NOT IN (
      SELECT s.place FROM (
        SELECT n.rowid AS place, row_number() OVER newest AS number, sum(octet_length(n.answer)) OVER newest AS bytes
        FROM kept_answers AS n WHERE n.account_id = ?1
        WINDOW newest AS (ORDER BY n.at DESC, n.rowid DESC ROWS UNBOUNDED PRECEDING)) AS s
      WHERE s.number = 1 OR (s.number <= ${MOST_KEPT} AND s.bytes <= ${MOST_BYTES}))
    AND NOT EXISTS (SELECT 1 FROM operation_views AS v WHERE v.account_id = k.account_id
      AND v.operation = k.operation AND v.workspace_id = k.workspace_id AND v.inputs = k.inputs)`)
  return {
    /** Takes the place of what was answered to the same before. `askedSince`: as `mapSince`; one to what is asked otherwise by now is none. */
    'operations.keepAnswer': ({
      asked,
      askedSince,
      answer,
    }: {
      asked: AskedOperation
      askedSince: number | null
      answer: OperationAnswer
    }): void => {
      const { accountId, operation, workspaceId, inputs } = asked
      if (!isPresent(accountId) || since(accountId, operation) !== askedSince) return
      save.run(accountId, operation, workspaceId, writeInputs(inputs), JSON.stringify(answer), answer.at)
      trim.run(accountId)
    },
  }
}
