import { RefreshCw } from 'lucide-react'
import type { Domain } from '../../../../shared/domain'
import type { HealthCheck } from '../../../../shared/health'
import { healthText } from '../../../../shared/text/window/health'
import { moment } from '../../../../shared/text/window/time'
import { Age } from '../../../ui/Age'
import { Button } from '../../../ui/Button'
import { More } from '../../../ui/More'
import { Problem } from '../../../ui/Problem'
import { Fact, Facts } from '../../list/details/Fact'
import { Section } from '../../list/details/Section'
import { Mark } from '../Mark'
import { AskEndNote } from './AskEndNote'
import type { OpenHealth } from './useHealth'

const MARKS = ['mx', 'spf', 'dkim', 'dmarc', 'ns'] as const

interface CheckPartProps {
  readonly domain: Domain
  readonly health: OpenHealth
}

/** How the marks of a domain stand, each with its age, and what earlier checks found. */
export function CheckPart({ domain: { accountId, serviceId }, health }: CheckPartProps) {
  const { about, history, asking, ends, ask } = health
  const isAsking = asking.has('domains.checkDns')
  if (about === null) return null
  const { problem } = about
  return (
    <Section
      title={healthText.title}
      isBusy={isAsking}
      control={
        serviceId !== null && (
          <Button
            data-asks
            size="small"
            isPending={isAsking}
            icon={<RefreshCw className="size-3.5" aria-hidden="true" />}
            onPress={() => void ask('domains.checkDns')}
          >
            {isAsking ? healthText.checking : healthText.check}
          </Button>
        )
      }
    >
      {serviceId === null && <p className="text-ink-soft">{healthText.noId}</p>}
      <AskEndNote what="domains.checkDns" accountId={accountId} health={health} />
      {problem !== null && ends['domains.checkDns'] === undefined && (
        <Problem
          error={problem}
          title={healthText.notCheckedHere}
          context={{ service: 'litemail', accountId, operation: 'domains.checkDns' }}
        />
      )}
      <Facts>
        {MARKS.map((mark) => {
          const standing = about.health[mark]
          return (
            <Fact key={mark} name={healthText.titles[mark]}>
              <span className="flex flex-wrap items-center gap-x-2">
                <Mark mark={mark} standing={standing} />
                {standing.at !== null && (
                  <span className="text-sm text-ink-soft">
                    <Age at={standing.at} />
                  </span>
                )}
              </span>
            </Fact>
          )
        })}
      </Facts>
      <History history={history} />
    </Section>
  )
}

function History({ history }: { readonly history: readonly HealthCheck[] | null }) {
  if (history === null) return null
  if (history.length === 0) return <p className="text-ink-soft">{healthText.noHistory}</p>
  return (
    <More label={healthText.history}>
      <ul className="flex flex-col gap-2 select-text">
        {history.map((entry) => (
          <li key={entry.firstAt} className="flex flex-col">
            <span>{healthText.found(entry)}</span>
            <span className="text-sm text-ink-soft">
              {entry.checks === 1
                ? moment(entry.lastAt)
                : `${moment(entry.firstAt)} – ${moment(entry.lastAt)} · ${healthText.checks(entry.checks)}`}
            </span>
          </li>
        ))}
      </ul>
    </More>
  )
}
