import { TriangleAlert } from 'lucide-react'
import type { Overview } from '../../../shared/litemail/fleet'
import { healthText } from '../../../shared/text/window/health'
import { domains } from '../../state/domains'
import { Problem } from '../../ui/Problem'
import { Figure } from './Figure'

type Health = NonNullable<Overview['domains']>['health']

/** What domains miss that their mail hangs on, each figure with the way to them, and why they are not checked. */
export const HealthLines = ({ health: { missing, unchecked, problem } }: { readonly health: Health }) => (
  <>
    {missing.length > 0 && (
      <ul aria-label={healthText.title} className="flex flex-col gap-1">
        {missing.map(({ mark, count }) => (
          <li key={mark} className="flex items-start gap-2 text-warn-ink">
            <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
            <Figure name={healthText.missing(mark, count)} onPress={() => domains.open({ health: [mark] })}>
              {healthText.missing(mark, count)}
            </Figure>
          </li>
        ))}
      </ul>
    )}
    {unchecked > 0 && (
      <p className="text-ink-soft">
        <Figure
          name={healthText.unchecked(unchecked)}
          onPress={() => domains.open({ health: ['unchecked'] })}
        >
          {healthText.unchecked(unchecked)}
        </Figure>
      </p>
    )}
    {problem !== null && (
      <Problem
        error={problem.error}
        title={healthText.notCheckedOf(problem.accountName)}
        context={{ service: 'litemail', accountId: problem.accountId, operation: 'domains.checkDns' }}
      />
    )}
  </>
)
