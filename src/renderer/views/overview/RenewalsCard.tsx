import { CalendarClock, CircleCheck, CircleHelp, TriangleAlert } from 'lucide-react'
import type { Overview } from '../../../shared/litemail/fleet'
import { overviewText } from '../../../shared/text/window/overview'
import { mailboxes } from '../../state/mailboxes'
import { Sensitive } from '../../ui/Sensitive'
import { Card, NotLoaded } from './Card'
import { type Cover, coverOf } from './cover'
import { Figure } from './Figure'

type Renewals = NonNullable<Overview['renewals']>['within7']

interface RenewalsCardProps extends Pick<Overview, 'renewals' | 'wallets'> {
  /** They are those of all accounts, as lists show them; otherwise no figure leads to a list. */
  readonly isOfAll?: boolean
}

/** What renews soon, and whether the wallets pay for it. */
export const RenewalsCard = ({ renewals, wallets, isOfAll = true }: RenewalsCardProps) => (
  <Card title={overviewText.renewals} icon={CalendarClock} width="most">
    {renewals === null ? (
      <NotLoaded words={overviewText.notLoaded} />
    ) : (
      <div className="grid grid-cols-2 gap-x-8 gap-y-5 @max-[520px]/overview:grid-cols-1">
        <Within days={7} renewals={renewals.within7} wallets={wallets} isOfAll={isOfAll} />
        <Within days={30} renewals={renewals.within30} wallets={wallets} isOfAll={isOfAll} />
      </div>
    )}
  </Card>
)

interface WithinProps extends Pick<Overview, 'wallets'> {
  readonly days: 7 | 30
  readonly renewals: Renewals
  readonly isOfAll: boolean
}

function Within({ days, renewals, wallets, isOfAll }: WithinProps) {
  const { count, unpriced, mailboxes: renewing } = renewals
  return (
    <div className="flex flex-col gap-1">
      <h3 className="text-sm font-medium text-ink-soft">{overviewText.within[days]}</h3>
      <p className="text-xl font-semibold text-balance select-text">
        {count === 0 ? overviewText.nothingRenews : priceWords(renewals)}
      </p>
      {unpriced < count && <CoverLine cover={coverOf(renewals, wallets)} />}
      <p className="flex flex-wrap items-center gap-x-3 text-ink-soft">
        {count > 0 && <span className="select-text">{overviewText.subscriptions(count)}</span>}
        {renewing > 0 && !isOfAll && <span className="select-text">{overviewText.renewing(renewing)}</span>}
        {renewing > 0 && isOfAll && (
          <Figure
            name={`${overviewText.renewing(renewing)}: ${overviewText.within[days]}`}
            onPress={() => mailboxes.open({ renewsWithin: days })}
            className="inline-block min-h-6 content-center text-accent-ink"
          >
            {overviewText.renewing(renewing)}
          </Figure>
        )}
      </p>
    </div>
  )
}

const icons = { covered: CircleCheck, short: TriangleAlert, unknown: CircleHelp } as const
const inks = { covered: 'text-good-ink', short: 'text-warn-ink', unknown: 'text-ink-soft' } as const

function CoverLine({ cover: { kind, words } }: { readonly cover: Cover }) {
  const Icon = icons[kind]
  return (
    <p className="flex items-start gap-1.5 text-pretty select-text">
      <Icon className={`mt-0.5 size-4 shrink-0 ${inks[kind]}`} aria-hidden="true" />
      {/* It tells what is in the wallet. */}
      {kind === 'unknown' ? words : <Sensitive>{words}</Sensitive>}
    </p>
  )
}

const priceWords = ({ count, atLeast, unpriced }: Renewals): string =>
  unpriced === count ? overviewText.unpricedOnly(unpriced) : overviewText.atLeast(atLeast, unpriced)
