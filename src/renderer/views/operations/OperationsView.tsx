import { SquareTerminal } from 'lucide-react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs'
import { accountsText } from '../../../shared/text/window/accounts'
import { operationsText as text } from '../../../shared/text/window/operations'
import { accounts } from '../../state/accounts'
import type { PathsAccount } from '../../state/apiPaths'
import { type OperationsPart, openDialog, showOperations, usePlace } from '../../state/app'
import { litemailAccounts } from '../../state/litemail'
import { Button } from '../../ui/Button'
import { Message } from '../../ui/Message'
import { Problem } from '../../ui/Problem'
import { Reading } from '../../ui/Reading'
import { ScreenHeader } from '../../ui/ScreenHeader'
import { Select } from '../../ui/Select'
import { chosenAccount } from './chosenAccount'
import { ApiPathsPart } from './paths/ApiPathsPart'
import { ReadPart } from './read/ReadPart'

const PARTS: readonly OperationsPart[] = ['read', 'paths']

/** Everything that the services of the accounts can be asked. */
export function OperationsView() {
  const wanted = usePlace(({ operations }) => operations.accountId)
  const likedo = accounts.use()
  const litemail = litemailAccounts.use()
  const { all, account, error, isReading } = chosenAccount(wanted, litemail, likedo)
  const redo = () => void Promise.all([litemailAccounts.refresh(), accounts.refresh()])
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
      {error !== null && (
        <div className="p-4">
          <Problem error={error} title={accountsText.failed} context={{ redo }} />
        </div>
      )}
      {isReading && <Reading words={text.reading} />}
      {!isReading && error === null && account === undefined && <NoAccount />}
      {account !== undefined && <Parts account={account} />}
    </>
  )
}

/** Operations are read, or it is said how they are asked; the one that is open is the same in both. */
function Parts({ account }: { readonly account: PathsAccount }) {
  const part = usePlace(({ operations }) => operations.part)
  return (
    <Tabs
      selectedKey={part}
      onSelectionChange={(key) => {
        const chosen = PARTS.find((one) => one === key)
        if (chosen !== undefined && chosen !== part) showOperations({ part: chosen })
      }}
      className="flex min-h-0 flex-1 flex-col"
    >
      <TabList aria-label={text.part} className="flex shrink-0 gap-1 border-b border-line px-3">
        {PARTS.map((each) => (
          <Tab
            key={each}
            id={each}
            className="-mb-px flex h-9 cursor-default items-center border-b-2 border-transparent px-2 text-ink-soft data-focus-visible:-outline-offset-2 data-hovered:text-ink data-selected:border-accent-ink data-selected:font-medium data-selected:text-ink"
          >
            {text.parts[each]}
          </Tab>
        ))}
      </TabList>
      {PARTS.map((each) => (
        <TabPanel
          key={each}
          id={each}
          className="flex min-h-0 flex-1 flex-col data-focus-visible:-outline-offset-2"
        >
          {each === 'read' ? <ReadPart account={account} /> : <ApiPathsPart account={account} />}
        </TabPanel>
      ))}
    </Tabs>
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
