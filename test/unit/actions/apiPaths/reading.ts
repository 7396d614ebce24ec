import { expect } from 'vitest'
import { readApiPath } from '../../../../src/main/actions/apiPaths/readApiPaths'
import type { Context } from '../../../../src/main/actions/context'
import { readKeptAnswer, readOperationAnswer } from '../../../../src/main/actions/operations/readAnswer'
import type { Inputs } from '../../../../src/main/upstream/mappedRequest'
import { showRead } from '../../../../src/main/upstream/shownRead'
import type { LitemailAccount } from '../../../../src/shared/litemail/account'
import { type OperationId, operationOf } from '../../../../src/shared/litemail/operations'
import type { AnswerTable, FilledInput, FilledInputs } from '../../../../src/shared/operationAnswer'
import { take } from '../../../support/actions/take'
import { goldenOperation } from '../../../support/litemail/golden'

/** The rows or the one thing, whatever the order of their fields, without what is beside them. */
const rowsOf = ({ columns, rows }: AnswerTable) =>
  rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])))

/** What somebody fills in so that these values are sent, which an example of a request has as text. */
const filledOf = (operation: OperationId, values: Inputs): FilledInputs =>
  Object.fromEntries(
    operationOf(operation).input.flatMap(({ name, type }): [string, FilledInput][] => {
      if (!Object.hasOwn(values, name)) return []
      const text = String(values[name])
      if (type === 'number') return [[name, Number(text)]]
      if (type === 'boolean') return [[name, text === 'true']]
      return [[name, type === 'texts' || type === 'ids' ? text.split(',') : text]]
    }),
  )

/** What Operations shows of the example of Litemail's own answer. */
function showGolden(operation: OperationId) {
  const { status, body } = goldenOperation(operation).answer
  const exchange = { kind: 'answer' as const, status, headers: {}, body: JSON.stringify(body) }
  const url = 'https://api.litemail.app/v1'
  const request = { method: 'GET' as const, url, headers: {}, timeoutMs: 1, maxBytes: 1 }
  return take(showRead({ service: 'litemail', operation }, exchange, { request, now: 0 }))
}

/**
 * Demands that a read that its user runs in Operations is shown there as Litemail's own would be, that Mailroom's lists can be
 * drawn from it, that it is known to work from then on, and that its answer is there the next time.
 */
export async function demandShown(
  context: Context,
  { id: accountId }: LitemailAccount,
  operation: OperationId,
  values: Inputs,
): Promise<void> {
  const asked = { accountId, operation, workspaceId: '', inputs: filledOf(operation, values) }
  const shown = take(await readOperationAnswer(context, new Map(), asked))
  expect(shown.problem).toBeNull()
  expect(rowsOf(shown.answer)).not.toEqual([])
  expect(rowsOf(shown.answer)).toEqual(rowsOf(showGolden(operation).answer))
  expect(take(await readApiPath(context, accountId, operation))).toMatchObject({ standing: 'worked' })
  const isPage = operationOf(operation).effect === 'link'
  expect(shown.link === null).toBe(!isPage)
  const kept = take(await readKeptAnswer(context, asked))
  if (isPage) expect(kept).toBeNull()
  else expect(kept).toMatchObject({ answer: shown.answer, askedSince: shown.askedSince })
}
