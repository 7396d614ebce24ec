import { Send } from 'lucide-react'
import { useMemo } from 'react'
import type { FleetNoun } from '../../../shared/litemail/fleet'
import { exportHistoryText, exportsText as text } from '../../../shared/text/window/exports'
import { openDialog, showExports, usePlace } from '../../state/app'
import { litemailAccounts, useHasLitemail } from '../../state/litemail'
import { exportHistory } from '../../state/onDemand'
import { Button } from '../../ui/Button'
import { ScreenHeader } from '../../ui/ScreenHeader'
import { Select } from '../../ui/Select'
import { FleetBands } from '../fleet/FleetBands'
import { FleetStatus } from '../fleet/FleetStatus'
import { NoLitemail } from '../fleet/NoLitemail'
import { OnDemandAnswer } from '../operations/read/OnDemandAnswer'
import { Card } from '../overview/Card'
import { BegunCard } from './BegunCard'
import { CredentialExportBand } from './CredentialExportBand'
import { MissingCard } from './MissingCard'

const NOUNS: readonly FleetNoun[] = ['mailboxes']

/** Which mailboxes of an account went to a platform, as far as that is known, and which did not. */
export function ExportsView() {
  const wanted = usePlace(({ exportsOf }) => exportsOf)
  const hasLitemail = useHasLitemail()
  const accounts = litemailAccounts.use(({ data }) => data)
  if (hasLitemail === false) {
    return (
      <>
        <ScreenHeader title={text.title} />
        <NoLitemail />
      </>
    )
  }
  const account = accounts?.find(({ id }) => id === wanted) ?? accounts?.[0]
  return (
    <>
      <ScreenHeader title={text.title}>
        <FleetStatus nouns={NOUNS} />
        {accounts !== null && accounts.length > 1 && account !== undefined && (
          <Select
            label={text.account}
            isLabelHidden
            className="w-52"
            value={account.id}
            options={accounts.map(({ id, name }) => ({ id, text: name }))}
            onChange={showExports}
          />
        )}
        {account !== undefined && (
          <Button onPress={() => openDialog({ kind: 'platform-login', accountId: account.id })}>
            {text.login}
          </Button>
        )}
      </ScreenHeader>
      <FleetBands nouns={NOUNS} />
      <CredentialExportBand />
      <div className="@container/overview min-h-0 flex-1 overflow-y-auto">
        {account !== undefined && (
          <div key={account.id} className="mx-auto grid max-w-250 grid-cols-6 gap-4 p-4">
            <MissingCard accountId={account.id} />
            <BegunCard accountId={account.id} />
            <HistoryCard accountId={account.id} />
          </div>
        )}
      </div>
    </>
  )
}

/** What Litemail tells of exports itself, as it comes. */
function HistoryCard({ accountId }: { readonly accountId: string }) {
  const about = useMemo(() => ({ id: accountId, accountId, workspaceId: '' }), [accountId])
  return (
    <Card title={exportHistoryText.title} icon={Send} width="whole">
      <OnDemandAnswer store={exportHistory} text={exportHistoryText} about={about} />
    </Card>
  )
}
