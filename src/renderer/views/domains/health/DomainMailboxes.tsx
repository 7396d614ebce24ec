import { type ReactNode, useEffect, useState } from 'react'
import type { Domain } from '../../../../shared/domain'
import type { Mailbox } from '../../../../shared/mailbox'
import { healthText } from '../../../../shared/text/window/health'
import { call, listen } from '../../../bridge'
import { mailboxes, noMailboxFilters } from '../../../state/mailboxes'
import { Button } from '../../../ui/Button'
import { Status } from '../../fleetList/Value'
import { HealthSection } from './HealthSection'

/** So many stand beside the domain; the list has them all. */
const MOST_SHOWN = 5
const byAddress = { by: 'address', isDescending: false } as const

interface Known {
  readonly rows: readonly Mailbox[]
  readonly total: number
}

/** The first mailboxes of a domain, and the way to all of them. */
export function DomainMailboxes({ domain: { name, mailboxes: count } }: { readonly domain: Domain }) {
  const known = useMailboxesOf(name)
  // What was not read is not told as none.
  if (known === null || count === null) return null
  const { rows, total } = known
  return (
    <HealthSection
      title={healthText.mailboxes}
      isBusy={false}
      control={total > rows.length && <All name={name}>{healthText.allMailboxes(total)}</All>}
    >
      {rows.length === 0 ? (
        <p className="text-ink-soft">{healthText.noMailboxes}</p>
      ) : (
        <ul className="flex flex-col gap-1 select-text">
          {rows.map(({ id, email, status }) => (
            <li key={id} className="flex min-w-0 items-baseline justify-between gap-3">
              <Button
                look="link"
                size="text"
                className="min-w-0 font-mono"
                onPress={() => mailboxes.details.open(id)}
              >
                <bdi dir="ltr" className="truncate">
                  {email}
                </bdi>
              </Button>
              <span className="shrink-0 text-sm text-ink-soft">
                <Status status={status} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </HealthSection>
  )
}

const All = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <Button size="small" onPress={() => mailboxes.open({ domains: [name] })}>
    {children}
  </Button>
)

/** Null before they were read, and where they cannot be. */
function useMailboxesOf(name: string): Known | null {
  const [known, setKnown] = useState<Known | null>(null)
  useEffect(() => {
    let isGone = false
    const read = async () => {
      const view = { ...noMailboxFilters, domains: [name], sort: byAddress }
      const page = await call('mailboxes.list', { view, offset: 0, limit: MOST_SHOWN })
      if (!isGone) setKnown(page.ok ? page.value : null)
    }
    void read()
    const stop = listen('changed', ({ topics }) => {
      if (topics.includes('mailboxes')) void read()
    })
    return () => {
      isGone = true
      stop()
    }
  }, [name])
  return known
}
