import {
  type Assignment,
  type AssignmentProblem,
  type AssignmentWish,
  MOST_ASSIGNED_SHOWN,
} from '../../../shared/assignment'
import type { AppError } from '../../../shared/errors'
import { ok, type Result } from '../../../shared/result'
import { type JudgedRow, judgeAssignment, judgeKnown } from '../../rules/assignment'
import { isNamePattern } from '../../rules/mailboxName'
import { type AssignmentTable, readAssignmentTable } from '../../transfer/assignmentTable'
import { onFile } from '../../transfer/fileProblem'
import type { Context } from '../context'
import { prepareRows } from '../jobs/prepareRows'
import { findLitemailAccount } from '../litemail/account'
import { assignmentFile } from './assignmentFile'

/** A mailbox that was accepted so long ago is among the account's mailboxes, or gone again. */
const ACCEPTED_WITHIN = 7 * 86_400_000

/**
 * Reads a form, a pasted list or a file as new mailboxes, and names everything that stands against each. Nothing is sent: the
 * rows against which nothing stands are kept to be planned.
 */
export async function readAssignment(
  context: Context,
  wish: AssignmentWish,
): Promise<Result<Assignment, AppError>> {
  const account = await findLitemailAccount(context, wish.accountId)
  if (!account.ok) return account
  const table = await readTable(context, wish)
  if (!table.ok) return table
  const homes = await context.store.read('assigning.homes', wish.accountId)
  if (!homes.ok) return homes
  const rules = { domains: homes.value, pattern: patternOf(wish), domain: wish.domain }
  const drawn = judgeAssignment(
    table.value.lines.flatMap((line) => ('texts' in line ? [line] : [])),
    rules,
  )
  const known = await context.store.read('assigning.known', {
    accountId: wish.accountId,
    domains: [...new Set(drawn.map(({ domain }) => domain))],
    emails: drawn.map(({ username, domain }) => `${username}@${domain}`),
    since: context.clock.now() - ACCEPTED_WITHIN,
  })
  if (!known.ok) return known
  const { rows, crowded } = judgeKnown(drawn, {
    listed: new Set(known.value.listed),
    sent: new Set(known.value.sent),
  })
  const broken = table.value.lines.flatMap((line) => ('problem' in line ? [brokenRow(line)] : []))
  const { reading, titles, examples } = table.value
  return ok({
    reading: 'typed' in wish.from ? null : reading,
    titles: [...titles],
    examples: examples.map((row) => [...row]),
    crowded,
    ...answerOf(context, wish.accountId, [...broken, ...rows]),
  })
}

/** Of a pattern that is none nothing is made: rows without a user name say so. */
const patternOf = ({ pattern }: AssignmentWish): string => (isNamePattern(pattern) ? pattern : '')

async function readTable(
  context: Context,
  { from, reading }: AssignmentWish,
): Promise<Result<AssignmentTable, AppError>> {
  if ('typed' in from) {
    const nothing = { separator: ',', hasHeader: false, columns: [] } as const
    return ok({
      ...{ reading: { ...nothing, columns: [] }, titles: [], examples: [] },
      lines: [{ line: 1, texts: from.typed }],
    })
  }
  if ('file' in from) {
    const file = assignmentFile(context, from.file)
    if (!file.ok) return file
    return onFile('read', async () => ok(await readAssignmentTable({ file: file.value }, reading)))
  }
  return onFile('read', async () => ok(await readAssignmentTable({ text: from.text }, reading)))
}

const brokenRow = (found: { readonly line: number; readonly problem: AssignmentProblem }): JudgedRow => ({
  ...{ line: found.line, firstName: '', lastName: '', username: '', domain: '', workspaceName: null },
  ...{ problems: [found.problem], warnings: [], home: null },
})

/** What is shown of the rows, and what can be planned of them. One new mailbox goes by the documented operation. */
function answerOf(context: Context, accountId: string, rows: readonly JudgedRow[]) {
  const sendable = rows.flatMap(({ home, problems, ...row }) =>
    home === null || home.serviceId === null || problems.length > 0
      ? []
      : [{ ...row, domainId: home.serviceId, workspaceId: home.workspaceId }],
  )
  const operation = sendable.length === 1 ? 'mailboxes.create' : 'mailboxes.assign'
  const start = operation === 'mailboxes.create' ? '' : 'mailboxes.'
  const prepared = prepareRows(context, {
    ...{ operation, accountId },
    rows: sendable.map(({ workspaceId, domainId, firstName, lastName, username }) => ({
      workspaceId,
      inputs: {
        domainId,
        [`${start}firstName`]: firstName,
        [`${start}lastName`]: lastName,
        [`${start}username`]: username,
      },
    })),
  })
  const inOrder = (wanted: readonly JudgedRow[]) => wanted.toSorted((one, other) => one.line - other.line)
  const isPlain = ({ problems, warnings }: JudgedRow) => problems.length + warnings.length === 0
  const shown = [
    ...inOrder(rows.filter(({ problems }) => problems.length > 0)),
    ...inOrder(rows.filter(({ problems, warnings }) => problems.length === 0 && warnings.length > 0)),
    ...inOrder(rows.filter(isPlain)).slice(0, MOST_ASSIGNED_SHOWN),
  ]
  return {
    rows: shown.map(({ home: _home, ...row }) => row),
    total: rows.length,
    sendable: sendable.length,
    prepared,
    operation,
  } as const
}
