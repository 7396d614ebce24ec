import { TriangleAlert } from 'lucide-react'
import { operationOf } from '../../../shared/litemail/operations'
import { isWritingId } from '../../../shared/litemail/writing'
import type { Plan } from '../../../shared/plan'
import { planText as text } from '../../../shared/text/window/plan'
import { writeWordsOf } from '../../../shared/text/writes'
import { Age } from '../../ui/Age'
import { workspaceName } from '../fleetList/workspaces'
import { Fact, Facts } from '../list/details/Fact'

/** Whose it is, what it costs as far as that is told, and until when it can be begun. */
export function PlanFacts({ plan }: { readonly plan: Plan }) {
  const { accountName, requests, count, price, isSpending, wallet, lapsesAt } = plan
  return (
    <Facts>
      <Fact name={text.account}>{accountName}</Fact>
      <Fact name={text.workspaces}>{workspaceWords(plan)}</Fact>
      <Fact name={text.requests}>{text.requestsOf(requests, count)}</Fact>
      {isSpending && <Fact name={text.price}>{text.priceOf(price)}</Fact>}
      {isSpending && (
        <Fact name={text.wallet}>
          {wallet === null ? (
            text.walletUnread
          ) : (
            <>
              {wallet.balance === null ? text.walletUntold : text.walletOf(wallet.balance)}
              <span className="text-ink-soft">
                {' · '}
                {text.read} <Age at={wallet.at} />
              </span>
            </>
          )}
        </Fact>
      )}
      <Fact name={text.untilName}>{text.until(lapsesAt)}</Fact>
    </Facts>
  )
}

/** The workspaces of the rows that are shown, each with how many they are. */
function workspacesOf({ rows }: Plan): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const { workspaceId, workspaceName: name } of rows) {
    const words = workspaceName(name, workspaceId)
    counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  return [...counts]
}

/** Of many rows only some are shown: how many are of each workspace is not told then. */
function workspaceWords(plan: Plan): string {
  const known = workspacesOf(plan)
  return plan.count > plan.rows.length
    ? text.workspacesShown(known.map(([name]) => name))
    : text.workspacesOf(known)
}

/** What its user has to know before: what it does beside its name, that nothing takes it back, that a card may be charged. */
export function PlanWarnings({ plan }: { readonly plan: Plan }) {
  const warnings = warningsOf(plan)
  const meaning = writeWordsOf(plan.operation)?.meaning ?? null
  return (
    <>
      {meaning !== null && <p className="text-pretty">{meaning}</p>}
      {warnings.length > 0 && (
        <div className="flex gap-2.5 rounded-lg border border-warn-line bg-warn-soft px-3 py-2.5 text-warn-ink">
          <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
          <ul aria-label={text.warnings} className="flex min-w-0 flex-col gap-1 select-text">
            {warnings.map((words) => (
              <li key={words} className="text-pretty">
                {words}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

function warningsOf(plan: Plan): readonly string[] {
  const { operation, isFinal, wallet, isFirstAlone, count, changed, stale, lost, unnamed } = plan
  // Where it only leads to a page to pay at, nothing is charged by it.
  const isSpending = isWritingId(operation) && operationOf(operation).effect === 'spends'
  const isAuto = wallet?.isAutoRecharging ?? null
  return [
    ...(changed > 0 ? [text.changedRows(changed)] : []),
    ...(lost > 0 ? [text.lost(lost)] : []),
    ...(unnamed > 0 ? [text.unnamed(unnamed)] : []),
    ...(stale > 0 ? [text.stale(stale)] : []),
    ...(isFinal ? [text.final] : []),
    ...(isSpending && isAuto === true ? [text.autoRecharge] : []),
    ...(isSpending && isAuto === null ? [text.autoRechargeUnknown] : []),
    ...(isFirstAlone ? [text.firstAlone(count - 1)] : []),
  ]
}
