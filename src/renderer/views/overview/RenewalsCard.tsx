import { CalendarClock, CircleCheck, CircleHelp, TriangleAlert } from 'lucide-react'
import type { Renewals } from '../../../shared/billing'
import type { Overview } from '../../../shared/litemail/fleet'
import { overviewText } from '../../../shared/text/window/overview'
import { fleet } from '../../state/fleet'
import { mailboxes } from '../../state/mailboxes'
import { Sensitive } from '../../ui/Sensitive'
import { areRead } from './areRead'
import { Card, NotLoaded } from './Card'
import { type Cover, coverOf } from './cover'
import { Figure } from './Figure'

interface RenewalsCardProps extends Pick<Overview, 'renewals' | 'wallets'> {
  /** They are those of all accounts, as lists show them; otherwise no figure leads to a list. */
  readonly isOfAll?: boolean
}

/** What renews soon, and whether the wallets pay for it. */
export function RenewalsCard({ renewals, wallets, isOfAll = true }: RenewalsCardProps) {
  const isRead = fleet.use(({ data }) => areRead(data?.parts, wallets))
  return (
    <Card title={overviewText.renewals} icon={CalendarClock} width="most">
      {renewals === null ? (
        <NotLoaded words={overviewText.notLoaded} />
      ) : (
        <>
          <div className="grid grid-cols-2 gap-x-8 gap-y-5 @max-[520px]/overview:grid-cols-1">
            <Within
              days={7}
              renewals={renewals.within7}
              wallets={wallets}
              isOfAll={isOfAll}
              isRead={isRead === true}
            />
            <Within
              days={30}
              renewals={renewals.within30}
              wallets={wallets}
              isOfAll={isOfAll}
              isRead={isRead === true}
            />
          </div>
          {isRead === false && <p className="text-pretty text-ink-soft">{overviewText.notAllRead}</p>}
        </>
      )}
    </Card>
  )
}

interface WithinProps extends Pick<Overview, 'wallets'> {
  readonly days: 7 | 30
  readonly renewals: Renewals
  readonly isOfAll: boolean
  /** It is known that nothing is left to be read. */
  readonly isRead: boolean
}

function Within({ days, renewals, wallets, isOfAll, isRead }: WithinProps) {
  const { count, unpriced, unclear, mailboxes: renewing } = renewals
  const isAll = isRead && unclear === 0
  return (
    <div className="flex flex-col gap-1">
      <h3 className="text-sm font-medium text-ink-soft">{overviewText.within[days]}</h3>
      <p className="text-xl font-semibold text-balance select-text">{overviewText.renews(renewals, isAll)}</p>
      {unpriced < count && <CoverLine cover={coverOf(renewals, wallets, isAll)} />}
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
      {unclear > 0 && <p className="text-pretty text-ink-soft">{overviewText.unclear(unclear)}</p>}
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
