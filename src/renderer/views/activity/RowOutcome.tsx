import type { Activity } from '../../../shared/activity'
import { operationOf } from '../../../shared/litemail/operations'
import { isWritingId } from '../../../shared/litemail/writing'
import { lossWords } from '../../../shared/text/health'
import { activityText as text } from '../../../shared/text/window/activity'
import { outcomeOf, outcomeWords } from '../../../shared/text/window/activityRow'
import { looksIn } from './looksIn'
import { Standing } from './Outcome'

/** How a row stands, and what says so. */
export function OutcomeOf({ row }: { readonly row: Activity }) {
  // What was found missing.
  if (row.kind === 'domains.lost') return <Standing look="unconfirmed" words={lossWords(row.losses)} />
  const outcome = outcomeOf(row)
  const why = whyOf(row)
  return (
    <>
      <Standing look={outcome} words={outcomeWords(row, outcome)} />
      {why !== null && <p className="text-sm text-ink-soft">{why}</p>}
    </>
  )
}

/** What says how it stands; null: it needs no saying. */
function whyOf(row: Exclude<Activity, { kind: 'domains.lost' }>): string | null {
  if (row.kind === 'address.create') return row.evidence === null ? null : text.evidence[row.evidence]
  if (row.kind === 'write' && outcomeOf(row) === 'undone') return text.writeEvidence.user
  if (row.kind !== 'write' || row.state !== 'done' || row.evidence === null) return null
  const isAccepted = outcomeOf(row) === 'accepted'
  if (isWritingId(row.operation) && operationOf(row.operation).effect === 'link') {
    if (isAccepted) return text.linkReceived
    if (row.confirmedAt !== null) return text.credited
  }
  if (isAccepted) return looksIn(row) === null ? text.notShown : text.notSeen
  return text.writeEvidence[row.confirmedAt === null ? row.evidence : 'read']
}
