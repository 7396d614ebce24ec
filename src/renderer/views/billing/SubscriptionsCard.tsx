import { CalendarSync, TriangleAlert } from 'lucide-react'
import type { AccountBilling, Subscription } from '../../../shared/billing'
import { dollars } from '../../../shared/text/money'
import { dayAndTime } from '../../../shared/text/time'
import { billingText as text } from '../../../shared/text/window/billing'
import { figure } from '../../../shared/text/window/common'
import { daysTo } from '../../../shared/text/window/due'
import { fleetListText } from '../../../shared/text/window/fleetList'
import { showOperations } from '../../state/app'
import { useNow } from '../../ui/Age'
import { Button } from '../../ui/Button'
import { Due } from '../../ui/Due'
import { NotTold, Status } from '../fleetList/Value'
import { Card, NotLoaded } from '../overview/Card'
import { SubscriptionMenu } from './SubscriptionMenu'

interface SubscriptionsCardProps {
  readonly accountId: string
  readonly subscriptions: AccountBilling['subscriptions']
}

/** Every subscription with what it costs and when it comes next; what is over comes last. */
export const SubscriptionsCard = ({ accountId, subscriptions }: SubscriptionsCardProps) => (
  <Card title={text.subscriptions} icon={CalendarSync} width="whole">
    {subscriptions === null && <NotLoaded words={text.notLoaded} />}
    {subscriptions?.total === 0 && <p className="text-ink-soft">{text.noSubscription}</p>}
    {subscriptions !== null && subscriptions.total > 0 && (
      <>
        {subscriptions.undated > 0 && <Warning>{text.undated(subscriptions.undated)}</Warning>}
        {subscriptions.unclear > 0 && <Warning>{text.unclear(subscriptions.unclear)}</Warning>}
        <SubscriptionTable accountId={accountId} rows={subscriptions.rows} />
        {subscriptions.rows.length < subscriptions.total && (
          <p className="flex flex-wrap items-center gap-x-3 gap-y-2 text-ink-soft">
            {text.left(subscriptions.rows.length, subscriptions.total)}
            <Button
              look="quiet"
              onPress={() => showOperations({ accountId, operation: 'subscriptions.list', part: 'read' })}
            >
              {text.inOperations}
            </Button>
          </p>
        )}
      </>
    )}
  </Card>
)

const Warning = ({ children }: { readonly children: string }) => (
  <p className="flex items-start gap-2 text-pretty">
    <TriangleAlert className="mt-0.5 size-4 shrink-0 text-warn-ink" aria-hidden="true" />
    {children}
  </p>
)

const head = 'py-1.5 pr-4 font-normal text-ink-soft last:pr-0'
const cell = 'py-1.5 pr-4 align-top wrap-anywhere last:pr-0'

interface SubscriptionTableProps {
  readonly accountId: string
  readonly rows: readonly Subscription[]
}

function SubscriptionTable({ accountId, rows }: SubscriptionTableProps) {
  const { columns } = text
  return (
    <table aria-label={text.subscriptions} className="w-full text-left select-text">
      <thead>
        <tr className="border-b border-line text-sm">
          <th scope="col" className={head}>
            {columns.plan}
          </th>
          <th scope="col" className={head}>
            {columns.workspace}
          </th>
          <th scope="col" className={head}>
            {columns.status}
          </th>
          <th scope="col" className={`${head} text-right`}>
            {columns.mailboxes}
          </th>
          <th scope="col" className={`${head} text-right`}>
            {columns.price}
          </th>
          <th scope="col" className={head}>
            {columns.next}
          </th>
          <td className={head} />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} accountId={accountId} subscription={row} />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  readonly accountId: string
  readonly subscription: Subscription
}

function Row({ accountId, subscription }: RowProps) {
  const { plan, workspaceName, status, mailboxCount, price, isUnseen, readAt } = subscription
  const now = useNow()
  return (
    <tr className="border-b border-line last:border-0">
      <th scope="row" className={`${cell} font-medium`}>
        {plan === null ? <NotTold /> : <bdi>{plan}</bdi>}
        {isUnseen && (
          <span className="block text-sm font-normal text-warn-ink" title={fleetListText.unseenMeaning}>
            {fleetListText.unseenSince(dayAndTime(readAt, now))}
          </span>
        )}
      </th>
      <td className={cell}>{workspaceName === null ? <NotTold /> : <bdi>{workspaceName}</bdi>}</td>
      <td className={cell}>
        <Status status={status} />
      </td>
      <td className={`${cell} text-right tabular-nums`}>
        {mailboxCount === null ? <NotTold /> : figure(mailboxCount)}
      </td>
      <td className={`${cell} text-right tabular-nums`}>
        {price === null ? <span className="text-ink-soft">{text.noPrice}</span> : dollars(price)}
      </td>
      <td className={cell}>
        <Next subscription={subscription} />
      </td>
      <td className={`${cell} w-0 text-right`}>
        <SubscriptionMenu accountId={accountId} subscription={subscription} />
      </td>
    </tr>
  )
}

/** When it renews; of one that is over or has no coming date, that. */
function Next({ subscription: { endsAt, renewal } }: { readonly subscription: Subscription }) {
  const now = useNow()
  if (renewal === 'over') return <span className="text-ink-soft">{text.over}</span>
  if (endsAt === null) return <span className="text-ink-soft">{text.noDate}</span>
  if (daysTo(endsAt, now) < 0) return <span className="text-warn-ink">{text.past}</span>
  return <Due at={endsAt} />
}
