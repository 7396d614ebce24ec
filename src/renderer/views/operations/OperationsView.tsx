import { SquareTerminal } from 'lucide-react'
import { operationsText as text } from '../../../shared/text/window/operations'
import { accounts } from '../../state/accounts'
import { openDialog, showOperations, usePlace } from '../../state/app'
import { litemailAccounts } from '../../state/litemail'
import { Button } from '../../ui/Button'
import { Message } from '../../ui/Message'
import { Reading } from '../../ui/Reading'
import { ScreenHeader } from '../../ui/ScreenHeader'
import { Select } from '../../ui/Select'
import { ApiPathsPart } from './paths/ApiPathsPart'

/** Everything that the services of the accounts can be asked. */
export function OperationsView() {
  const wanted = usePlace(({ operations }) => operations.accountId)
  const likedo = accounts.use(({ data }) => data)
  const litemail = litemailAccounts.use(({ data }) => data)
  const all = [...(litemail ?? []), ...(likedo ?? [])]
  const account = all.find(({ id }) => id === wanted) ?? all[0]
  const isUnknown = account === undefined && (likedo === null || litemail === null)
  return (
    <>
      <ScreenHeader title={text.title}>
        {all.length > 1 && account !== undefined && (
          <Select
            label={text.account}
            isLabelHidden
            className="w-52"
            value={account.id}
            options={all.map(({ id, name }) => ({ id, text: name }))}
            onChange={(accountId) => showOperations({ accountId })}
          />
        )}
      </ScreenHeader>
      {isUnknown && <Reading words={text.reading} />}
      {!isUnknown && account === undefined && <NoAccount />}
      {account !== undefined && <ApiPathsPart account={account} />}
    </>
  )
}

const NoAccount = () => (
  <Message
    icon={<SquareTerminal className="size-5" aria-hidden="true" />}
    title={text.noAccount}
    actions={
      <>
        <Button look="primary" onPress={() => openDialog({ kind: 'connect' })}>
          {text.connectLikeDo}
        </Button>
        <Button onPress={() => openDialog({ kind: 'connect-litemail' })}>{text.connectLitemail}</Button>
      </>
    }
  >
    {text.noAccountLead}
  </Message>
)
