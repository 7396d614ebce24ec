import { useCallback, useState } from 'react'
import type { AppError } from '../../../../shared/errors'
import type { AboutHealth, AskedHealth, HealthCheck } from '../../../../shared/health'
import { call } from '../../../bridge'
import { coalesce } from '../../../state/coalesce'
import { useTopics } from '../../../state/useTopics'

const topics = ['domains', 'api-paths'] as const

/** What can be asked about a domain, each by its operation. */
const asks = {
  'domains.checkDns': (id: string) => call('health.check', { id }),
  'dns.list': (id: string) => call('health.records', { id }),
  'domains.nameServers': (id: string) => call('health.nameServers', { id }),
  'domains.verifyNameServers': (id: string) => call('health.propagation', { id }),
} as const
export type HealthAsk = keyof typeof asks

type Unread = NonNullable<AskedHealth['unread']>

/** What came of asking that brought nothing. */
export interface AskEnd {
  readonly error: AppError
  /** The answer, where one came that could not be read; null: none came. */
  readonly table: Unread['table'] | null
}

/** The DNS of one domain as it is kept, and what is asked about it. */
export interface OpenHealth {
  /** Null before it was read. */
  readonly about: AboutHealth | null
  readonly history: readonly HealthCheck[] | null
  /** Why what is kept could not be read. */
  readonly error: AppError | null
  readonly asking: ReadonlySet<HealthAsk>
  /** What was asked for last, once it is there. */
  readonly came: HealthAsk | null
  readonly ends: Readonly<Partial<Record<HealthAsk, AskEnd>>>
  readonly ask: (what: HealthAsk) => Promise<void>
  readonly refresh: () => Promise<void>
}

const without = (ends: OpenHealth['ends'], what: HealthAsk): OpenHealth['ends'] =>
  Object.fromEntries(Object.entries(ends).filter(([name]) => name !== what))

/** Follows what is kept of a domain as long as it is shown. Nothing is asked of the service by itself. */
export function useHealth(id: string): OpenHealth {
  const [about, setAbout] = useState<AboutHealth | null>(null)
  const [history, setHistory] = useState<readonly HealthCheck[] | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const [asking, setAsking] = useState<ReadonlySet<HealthAsk>>(new Set())
  const [ends, setEnds] = useState<OpenHealth['ends']>({})
  const [came, setCame] = useState<HealthAsk | null>(null)

  const [refresh] = useState(() =>
    coalesce(async () => {
      const [read, checks] = await Promise.all([call('health.get', { id }), call('health.history', { id })])
      if (read.ok) setAbout(read.value)
      if (checks.ok) setHistory(checks.value)
      setError(read.ok ? (checks.ok ? null : checks.error) : read.error)
    }),
  )

  useTopics(topics, refresh)

  const ask = useCallback(
    async (what: HealthAsk) => {
      setCame(null)
      setAsking((now) => new Set([...now, what]))
      const asked = await asks[what](id)
      setAsking((now) => new Set([...now].filter((one) => one !== what)))
      if (!asked.ok) {
        setEnds((now) => ({ ...now, [what]: { error: asked.error, table: null } }))
        return
      }
      const { unread } = asked.value
      if (unread === null) setCame(what)
      setAbout(asked.value.about)
      setEnds((now) =>
        unread === null
          ? without(now, what)
          : { ...now, [what]: { error: unread.problem, table: unread.table } },
      )
    },
    [id],
  )

  return { about, history, error, asking, came, ends, ask, refresh }
}
