import type { WorkspaceKey } from '../../../shared/mailbox'
import { fleetListText } from '../../../shared/text/window/fleetList'
import { Filter } from '../list/Filter'
import type { Filled } from './WordFilter'
import { workspaceId, workspaceName } from './workspaces'

/** A workspace, and how many rows are in it. */
export interface CountedWorkspace extends WorkspaceKey {
  readonly name: string | null
  readonly accountName: string
  readonly count: number
}

interface WorkspaceFilterProps extends Filled {
  readonly chosen: readonly WorkspaceKey[]
  readonly choices: readonly CountedWorkspace[]
  readonly onChange: (chosen: WorkspaceKey[]) => void
}

/** Filters by workspaces, each named with its account where there are several. */
export function WorkspaceFilter({ chosen, choices, onChange, ...rest }: WorkspaceFilterProps) {
  const hasManyAccounts = new Set(choices.map(({ accountId }) => accountId)).size > 1
  const known = new Map([...chosen, ...choices].map((key) => [workspaceId(key), key]))
  return (
    <Filter
      {...rest}
      name={fleetListText.filter.workspace}
      chosen={chosen.map(workspaceId)}
      choices={choices.map((choice) => ({
        id: workspaceId(choice),
        text: workspaceName(choice.name, choice.workspaceId, hasManyAccounts ? choice.accountName : null),
        count: choice.count,
      }))}
      isMultiple
      isSearched
      nameOf={(id) => known.get(id)?.workspaceId ?? id}
      onChange={(ids) =>
        onChange(
          ids
            .map((id) => known.get(id))
            .filter((key) => key !== undefined)
            .map(({ accountId, workspaceId: workspace }) => ({ accountId, workspaceId: workspace })),
        )
      }
    />
  )
}
