import { Inbox, KeyRound } from 'lucide-react'
import type { FleetPart } from '../../../shared/litemail/fleet'
import { explain } from '../../../shared/text/errors'
import type { FleetListText } from '../../../shared/text/window/fleetList'
import { fleetListText } from '../../../shared/text/window/fleetList'
import { openDialog } from '../../state/app'
import { fleet, refreshFleet } from '../../state/fleet'
import type { FleetListName } from '../../state/list/fleetList'
import { litemailAccounts } from '../../state/litemail'
import { Button } from '../../ui/Button'
import { Message } from '../../ui/Message'
import { Problem } from '../../ui/Problem'
import { Spinner } from '../../ui/Spinner'
import { nothingOf } from './nothingOf'

interface FleetNothingProps {
  readonly name: FleetListName
  readonly text: FleetListText
}

/** The list has no row and leaves none out: says why, never that there is nothing where that is not known. */
export function FleetNothing({ name, text }: FleetNothingProps) {
  const hasAccount = litemailAccounts.use(({ data }) => (data === null ? null : data.length > 0))
  const parts = fleet.use(({ data }) => data?.parts ?? null)
  const error = fleet.use((state) => state.error)
  const why = nothingOf(hasAccount, parts?.filter(({ noun }) => noun === name) ?? null)
  const icon = <Inbox className="size-5" aria-hidden="true" />

  if (why.kind === 'no-account') return <NoAccount />
  if (why.kind === 'reading')
    return (
      <Message icon={<Spinner />} title={text.readingFirst}>
        {text.readingFirstLead}
      </Message>
    )
  if (why.kind === 'failed') return <Failed part={why.part} problem={why.problem} text={text} />
  if (why.kind === 'none')
    return (
      <Message icon={icon} title={text.none}>
        {text.noneLead}
      </Message>
    )
  if (why.kind === 'unknown' && error === null) return null
  return (
    <Message
      icon={icon}
      title={text.notLoaded}
      actions={<Button onPress={() => void refreshFleet()}>{fleetListText.readNow}</Button>}
    >
      {error === null ? text.notLoadedLead : `${explain(error, 'litemail').reason}.`}
    </Message>
  )
}

const NoAccount = () => (
  <Message
    icon={<KeyRound className="size-5" aria-hidden="true" />}
    title={fleetListText.noAccount}
    actions={
      <Button look="primary" onPress={() => openDialog({ kind: 'connect-litemail' })}>
        {fleetListText.connect}
      </Button>
    }
  >
    {fleetListText.noAccountLead}
  </Message>
)

interface FailedProps {
  readonly part: FleetPart
  readonly problem: NonNullable<FleetPart['problem']>
  readonly text: FleetListText
}

const Failed = ({ part: { accountId, accountName }, problem, text }: FailedProps) => (
  <div className="p-4">
    <Problem
      error={problem}
      title={`${accountName}: ${text.notRead}`}
      context={{ service: 'litemail', accountId, redo: () => void refreshFleet(accountId) }}
    />
  </div>
)
