import type { Plan } from '../../../shared/plan'
import { oneLine } from '../../../shared/text/phrases'
import { writeWordsOf } from '../../../shared/text/writes'
import { workspaceName } from '../fleetList/workspaces'

/** What a plan does, with its account; `withWorkspace`: and its workspace, where all of its rows are of one that has a name. */
export function deedWords(plan: Plan, withWorkspace = false): string {
  const { operation, count, accountName, rows } = plan
  const whole =
    writeWordsOf(operation)?.whole({ count, account: accountName, inputs: rows[0]?.inputs ?? {} }) ??
    operation
  const [first] = rows
  const isOne = first !== undefined && rows.every(({ workspaceId }) => workspaceId === first.workspaceId)
  if (!withWorkspace || !isOne || first.workspaceId === '' || count > rows.length) return whole
  return `${whole} (${oneLine(workspaceName(first.workspaceName, first.workspaceId))})`
}
