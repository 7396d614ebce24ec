import { Globe, Inbox, TriangleAlert } from 'lucide-react'
import { useEffect } from 'react'
import type { FleetNoun, Overview } from '../../../shared/litemail/fleet'
import { overviewText } from '../../../shared/text/window/overview'
import { domains } from '../../state/domains'
import { useHasLitemail } from '../../state/litemail'
import { mailboxes } from '../../state/mailboxes'
import { overview } from '../../state/overview'
import { Problem } from '../../ui/Problem'
import { Reading } from '../../ui/Reading'
import { ScreenHeader } from '../../ui/ScreenHeader'
import { FleetBands } from '../fleet/FleetBands'
import { FleetStatus } from '../fleet/FleetStatus'
import { NoLitemail } from '../fleet/NoLitemail'
import { Card, NotLoaded } from './Card'
import { Figure } from './Figure'
import { HealthLines } from './HealthLines'
import { RenewalsCard } from './RenewalsCard'
import { StandingCard } from './StandingCard'
import { StatusCard } from './StatusCard'
import { WalletCard } from './WalletCard'

const NOUNS: readonly FleetNoun[] = [
  'user',
  'workspaces',
  'mailboxes',
  'domains',
  'subscriptions',
  'wallet',
  'tags',
]

/** The fleet in a few figures, each of which leads to what it counts. What was never read has none. */
export function OverviewView() {
  const { data, error, status } = overview.use()
  const hasLitemail = useHasLitemail()
  useEffect(() => void overview.refresh(), [])
  if (hasLitemail === false) {
    return (
      <>
        <ScreenHeader title={overviewText.title} />
        <NoLitemail />
      </>
    )
  }
  return (
    <>
      <ScreenHeader title={overviewText.title}>
        <FleetStatus nouns={NOUNS} />
      </ScreenHeader>
      <FleetBands nouns={NOUNS} />
      <div className="@container/overview min-h-0 flex-1 overflow-y-auto">
        {status === 'failed' && error !== null && (
          <div className="mx-auto w-full max-w-250 p-4 pb-0">
            <Problem
              error={error}
              title={overviewText.failed}
              context={{ service: 'litemail', redo: () => void overview.refresh() }}
            />
          </div>
        )}
        {data === null && status === 'loading' && <Reading words={overviewText.reading} />}
        {data !== null && <Figures overview={data} />}
      </div>
    </>
  )
}

function Figures({ overview: { renewals, wallets, ...counts } }: { readonly overview: Overview }) {
  return (
    <div className="mx-auto grid max-w-250 grid-cols-6 gap-4 p-4">
      <MailboxCard mailboxes={counts.mailboxes} />
      <DomainCard domains={counts.domains} />
      <RenewalsCard renewals={renewals} wallets={wallets} />
      <WalletCard wallets={wallets} />
      <StandingCard nouns={NOUNS} />
    </div>
  )
}

function MailboxCard({ mailboxes: counts }: Pick<Overview, 'mailboxes'>) {
  if (counts === null) {
    return (
      <Card title={overviewText.mailboxes} icon={Inbox}>
        <NotLoaded words={overviewText.notLoaded} />
      </Card>
    )
  }
  const { total, byStatus, unseen } = counts
  return (
    <StatusCard
      title={overviewText.mailboxes}
      icon={Inbox}
      noun="mailboxes"
      total={total}
      byStatus={byStatus}
      empty={overviewText.none.mailboxes}
      onAll={() => mailboxes.open({})}
      onStatus={(status) => mailboxes.open({ statuses: [status] })}
    >
      {unseen > 0 && (
        <p className="flex items-start gap-2 text-warn-ink">
          <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
          <Figure name={overviewText.unseen(unseen)} onPress={() => mailboxes.open({ isUnseen: true })}>
            {overviewText.unseen(unseen)}
          </Figure>
        </p>
      )}
    </StatusCard>
  )
}

function DomainCard({ domains: counts }: Pick<Overview, 'domains'>) {
  if (counts === null) {
    return (
      <Card title={overviewText.domains} icon={Globe}>
        <NotLoaded words={overviewText.notLoaded} />
      </Card>
    )
  }
  const { total, byStatus, isOnlySeen, health } = counts
  return (
    <StatusCard
      title={overviewText.domains}
      icon={Globe}
      noun="domains"
      total={total}
      byStatus={isOnlySeen ? [] : byStatus}
      empty={overviewText.none.domains}
      onAll={() => domains.open({})}
      onStatus={(status) => domains.open({ statuses: [status] })}
    >
      {isOnlySeen && <p className="text-pretty text-ink-soft">{overviewText.onlySeen}</p>}
      {total > 0 && <HealthLines health={health} />}
    </StatusCard>
  )
}
