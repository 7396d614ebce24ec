import { type ReactNode, useMemo, useState } from 'react'
import type { Domain } from '../../../../shared/domain'
import type { AppError } from '../../../../shared/errors'
import type { Mailbox } from '../../../../shared/mailbox'
import { healthText } from '../../../../shared/text/window/health'
import { call } from '../../../bridge'
import { coalesce } from '../../../state/coalesce'
import { mailboxes, noMailboxFilters } from '../../../state/mailboxes'
import { useTopics } from '../../../state/useTopics'
import { Button } from '../../../ui/Button'
import { Problem } from '../../../ui/Problem'
import { Status } from '../../fleetList/Value'
import { Section } from '../../list/details/Section'

/** So many stand beside the domain; the list has them all. */
const MOST_SHOWN = 5
const byAddress = { by: 'address', isDescending: false } as const
const topics = ['mailboxes'] as const

interface Known {
  readonly rows: readonly Mailbox[]
  readonly total: number
}

/** The first mailboxes of a domain, and the way to all of them; those of other accounts are told apart. */
export function DomainMailboxes({ domain: { accountId, name, mailboxes: count } }: DomainMailboxesProps) {
  const { known, error, read } = useMailboxesOf(name)
  // What was not read is not told as none.
  if (count === null || (known === null && error === null)) return null
  const rows = known?.rows ?? []
  const total = known?.total ?? 0
  const all = total > count ? healthText.allMailboxesOfAll(total) : healthText.allMailboxes(total)
  return (
    <Section title={healthText.mailboxes} control={total > rows.length && <All name={name}>{all}</All>}>
      {error !== null && (
        <Problem error={error} title={healthText.mailboxesFailed} context={{ redo: () => void read() }} />
      )}
      {rows.length === 0 ? (
        error === null && <p className="text-ink-soft">{healthText.noMailboxes}</p>
      ) : (
        <ul className="flex flex-col gap-1 select-text">
          {rows.map((row) => (
            <li key={row.id} className="flex min-w-0 flex-wrap items-baseline justify-between gap-x-3">
              <Button
                look="link"
                size="text"
                className="min-w-0 max-w-full font-mono"
                onPress={() => mailboxes.details.open(row.id)}
              >
                <bdi dir="ltr" className="truncate">
                  {row.email}
                </bdi>
              </Button>
              <span className="min-w-0 text-sm text-ink-soft">
                {row.accountId !== accountId && (
                  <>
                    <bdi>{row.accountName}</bdi> ·{' '}
                  </>
                )}
                <Status status={row.status} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

interface DomainMailboxesProps {
  readonly domain: Domain
}

const All = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <Button size="small" onPress={() => mailboxes.open({ domains: [name] })}>
    {children}
  </Button>
)

/** Null before they were read. */
function useMailboxesOf(name: string) {
  const [known, setKnown] = useState<Known | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const read = useMemo(
    () =>
      coalesce(async () => {
        const view = { ...noMailboxFilters, domains: [name], sort: byAddress }
        const page = await call('mailboxes.list', { view, offset: 0, limit: MOST_SHOWN })
        if (page.ok) setKnown(page.value)
        setError(page.ok ? null : page.error)
      }),
    [name],
  )
  useTopics(topics, read)
  return { known, error, read }
}
