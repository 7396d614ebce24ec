import { RotateCcw } from 'lucide-react'
import type { ApiPath } from '../../../../shared/apiPath'
import { apiPathsText as text } from '../../../../shared/text/window/apiPaths'
import type { PathsAccount } from '../../../state/apiPaths'
import { openDialog } from '../../../state/app'
import { Button } from '../../../ui/Button'

interface PathsToolsProps {
  readonly account: PathsAccount
  readonly all: readonly ApiPath[]
}

/** What can be done with all API paths of an account. */
export const PathsTools = ({ account, all }: PathsToolsProps) => (
  <Button
    icon={<RotateCcw className="size-3.5" aria-hidden="true" />}
    isDisabled={!all.some(({ isChanged }) => isChanged)}
    onPress={() => openDialog({ kind: 'reset-api-paths', accountId: account.id })}
  >
    {text.resetAll}
  </Button>
)
