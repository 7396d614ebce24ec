import type { Domain } from '../../../../shared/domain'
import { healthText } from '../../../../shared/text/window/health'
import { Problem } from '../../../ui/Problem'
import { CheckPart } from './CheckPart'
import { RecordsPart } from './RecordsPart'
import { ServersPart } from './ServersPart'
import { useHealth } from './useHealth'

/** All that is known of a domain's DNS, and the ways to find out more. */
export function DomainHealthParts({ domain }: { readonly domain: Domain }) {
  const health = useHealth(domain.id)
  return (
    <>
      {health.error !== null && (
        <Problem
          error={health.error}
          title={healthText.failed}
          context={{ redo: () => void health.refresh() }}
        />
      )}
      <CheckPart domain={domain} health={health} />
      <RecordsPart domain={domain} health={health} />
      <ServersPart domain={domain} health={health} />
      <p role="status" className="sr-only">
        {health.came !== null && healthText.came[health.came]}
      </p>
    </>
  )
}
