import { healthText } from '../../../shared/text/window/health'
import { domains } from '../../state/domains'
import { Problem } from '../../ui/Problem'

/** Why domains are not checked, where that is so of any; with the way to put it right. */
export function CheckBand() {
  const facets = domains.facets.use((known) => known.facets)
  const problem = facets?.checkProblem ?? null
  const isAnyUnchecked = facets?.health.some(({ name, count }) => name === 'unchecked' && count > 0) ?? false
  if (problem === null || !isAnyUnchecked) return null
  return (
    <div className="px-4 pt-3 pb-1">
      <Problem
        error={problem.error}
        title={healthText.notCheckedOf(problem.accountName)}
        context={{ service: 'litemail', accountId: problem.accountId, operation: 'domains.checkDns' }}
      />
    </div>
  )
}
