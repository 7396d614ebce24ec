import { Copy } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Domain } from '../../../../shared/domain'
import { healthText } from '../../../../shared/text/window/health'
import { copyServers } from '../../../state/nameServers'
import { Age } from '../../../ui/Age'
import { Button } from '../../../ui/Button'
import { NotTold } from '../../fleetList/Value'
import { Fact, Facts } from '../../list/details/Fact'
import { Section } from '../../list/details/Section'
import { AskEndNote } from './AskEndNote'
import type { HealthAsk, OpenHealth } from './useHealth'

interface ServersPartProps {
  readonly domain: Domain
  readonly health: OpenHealth
}

/** The name servers of a domain, those that it is to have, and whether they have come to be known. */
export function ServersPart({ domain: { id, accountId }, health }: ServersPartProps) {
  const { about, asking } = health
  if (about === null) return null
  const { nameServers, toldNameServers, propagation } = about
  const hasAny = nameServers.expected !== null || toldNameServers !== null || nameServers.current !== null
  return (
    <Section
      title={healthText.nameServers}
      isBusy={asking.has('domains.nameServers') || asking.has('domains.verifyNameServers')}
      control={
        hasAny && (
          <Button
            size="small"
            icon={<Copy className="size-3.5" aria-hidden="true" />}
            onPress={() => void copyServers(id)}
          >
            {healthText.copyServers}
          </Button>
        )
      }
    >
      <Facts>
        <Fact name={healthText.current}>
          <Servers names={nameServers.current} />
        </Fact>
        <Fact name={healthText.expected}>
          <Servers names={nameServers.expected} />
        </Fact>
        {toldNameServers !== null && (
          <Fact name={healthText.told}>
            <Servers names={toldNameServers.servers} />
            <Aged at={toldNameServers.at} />
          </Fact>
        )}
        <Fact name={healthText.propagation}>
          {propagation === null ? (
            <span className="text-ink-soft">{healthText.states.unchecked}</span>
          ) : (
            <>
              {propagation.isWhole ? healthText.propagated : healthText.notPropagated}
              <Aged at={propagation.at} />
            </>
          )}
        </Fact>
      </Facts>
      {(nameServers.current ?? nameServers.expected) !== null && (
        <p className="text-sm text-ink-soft">
          {healthText.asListed} <Age at={nameServers.at} />.
        </p>
      )}
      <AskEndNote what="domains.nameServers" accountId={accountId} health={health} />
      <AskEndNote what="domains.verifyNameServers" accountId={accountId} health={health} />
      <div className="flex flex-wrap gap-2">
        <AskButton what="domains.nameServers" health={health}>
          {healthText.readServers}
        </AskButton>
        <AskButton what="domains.verifyNameServers" health={health}>
          {healthText.checkPropagation}
        </AskButton>
      </div>
    </Section>
  )
}

const Aged = ({ at }: { readonly at: number }) => (
  <p className="text-sm text-ink-soft">
    <Age at={at} />
  </p>
)

const Servers = ({ names }: { readonly names: readonly string[] | null }) =>
  names === null ? (
    <NotTold />
  ) : (
    <ul className="font-mono">
      {names.map((name) => (
        <li key={name}>
          <bdi dir="ltr">{name}</bdi>
        </li>
      ))}
    </ul>
  )

interface AskButtonProps {
  readonly what: HealthAsk
  readonly health: OpenHealth
  readonly children: ReactNode
}

const AskButton = ({ what, health: { asking, ask }, children }: AskButtonProps) => (
  <Button data-asks size="small" isPending={asking.has(what)} onPress={() => void ask(what)}>
    {children}
  </Button>
)
