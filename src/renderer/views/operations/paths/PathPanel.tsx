import { type PathsAccount, pathDetails, pathKey } from '../../../state/apiPaths'
import { DetailsFrame } from '../../list/details/DetailsFrame'
import { askedOperation } from './askedOperation'
import { PathEditor } from './PathEditor'

interface PathPanelProps {
  readonly account: PathsAccount
  /** Brings the row of an operation into sight, with the keyboard. */
  readonly onShow: (operation: string) => void
}

/** The operation that is open, beside the list. */
export const PathPanel = ({ account, onShow }: PathPanelProps) => (
  <DetailsFrame
    details={pathDetails}
    idOf={({ accountId, operation }) => pathKey(accountId, operation)}
    onShow={(key) => onShow(key.slice(key.indexOf('/') + 1))}
    isWide
    context={{ service: account.service, accountId: account.id }}
  >
    {(about) => {
      const operation = askedOperation(about.operation)
      return operation === null ? null : (
        <PathEditor
          key={pathKey(about.accountId, about.operation)}
          account={account}
          operation={operation}
          details={about}
        />
      )
    }}
  </DetailsFrame>
)
