import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Domain } from '../../../../shared/domain'
import type { AppError } from '../../../../shared/errors'
import type { AboutHealth } from '../../../../shared/health'
import type { Job, JobRow } from '../../../../shared/job'
import { call } from '../../../bridge'
import { useAfterJob } from '../../../state/afterJob'
import { coalesce } from '../../../state/coalesce'
import { noDomainFilters } from '../../../state/domains'
import { refreshFleet } from '../../../state/fleet'
import { useTopics } from '../../../state/useTopics'

/** So often name servers are looked at that are not set, in milliseconds. */
const AGAIN_AFTER_MS = 60_000
const jobTopics = ['jobs'] as const
const domainTopics = ['domains'] as const
const byName = { by: 'domain', isDescending: false } as const

/** A domain that was asked to be connected. */
export interface Connected {
  readonly name: string
  readonly row: JobRow
  /** Null: Litemail's list does not show it yet. */
  readonly id: string | null
  /** Null: not read yet. */
  readonly about: AboutHealth | null
}

const nameOf = ({ inputs: { domainNames } }: JobRow): string =>
  Array.isArray(domainNames) ? (domainNames[0] ?? '') : ''

async function findDomain({ accountId }: Job, workspaceId: string, name: string): Promise<Domain | null> {
  const view = { ...noDomainFilters, search: name, workspaces: [{ accountId, workspaceId }], sort: byName }
  const page = await call('domains.list', { view, offset: 0, limit: 50 })
  return page.ok ? (page.value.rows.find((row) => row.name.toLowerCase() === name) ?? null) : null
}

/** Asks which name servers it is to have, once, and whether they are set; answers what is known then. */
async function lookAt(id: string, isTold: boolean): Promise<AboutHealth | null> {
  const told = isTold ? null : await call('health.nameServers', { id })
  const asked = await call('health.propagation', { id })
  if (asked.ok) return asked.value.about
  if (told?.ok === true) return told.value.about
  const kept = await call('health.get', { id })
  return kept.ok ? kept.value : null
}

const isVerified = (about: AboutHealth | undefined): boolean => about?.propagation?.isWhole === true

/**
 * Follows domains from the request that connects them until their name servers are set: how each went, its id once Litemail's
 * list shows it, and whether its name servers are known, which is asked every minute as long as this is in sight.
 */
export function useConnected(
  job: Job,
  workspaceId: string,
): {
  readonly connected: readonly Connected[]
  readonly error: AppError | null
  readonly isLooking: boolean
  readonly look: () => Promise<void>
} {
  const [rows, setRows] = useState<readonly JobRow[]>([])
  const [error, setError] = useState<AppError | null>(null)
  const [ids, setIds] = useState<ReadonlyMap<string, string>>(new Map())
  const [abouts, setAbouts] = useState<ReadonlyMap<string, AboutHealth>>(new Map())
  const known = useRef({ rows, ids, abouts })
  known.current = { rows, ids, abouts }

  const readRows = useCallback(async () => {
    const read = await call('jobs.rows', { id: job.id, offset: 0, limit: 500 })
    if (read.ok) setRows(read.value)
    setError(read.ok ? null : read.error)
  }, [job.id])
  useTopics(jobTopics, readRows)

  // What was connected comes with the next list.
  const follow = useAfterJob(() => void refreshFleet(job.accountId))
  useEffect(() => follow(job), [follow, job])

  const find = useCallback(async () => {
    for (const row of known.current.rows) {
      const name = nameOf(row)
      if (row.state !== 'done' || known.current.ids.has(name)) continue
      const domain = await findDomain(job, workspaceId, name)
      if (domain !== null) setIds((now) => new Map([...now, [name, domain.id]]))
    }
  }, [job, workspaceId])
  useTopics(domainTopics, find)

  const [isLooking, setIsLooking] = useState(false)
  const look = useMemo(
    () =>
      coalesce(async () => {
        setIsLooking(true)
        for (const id of known.current.ids.values()) {
          if (isVerified(known.current.abouts.get(id))) continue
          const about = await lookAt(id, known.current.abouts.has(id))
          if (about !== null) setAbouts((now) => new Map([...now, [id, about]]))
        }
        setIsLooking(false)
      }),
    [],
  )
  // Once an id is known, and every minute from then on.
  useEffect(() => {
    if (ids.size === 0) return
    void look()
    const timer = setInterval(() => void look(), AGAIN_AFTER_MS)
    return () => clearInterval(timer)
  }, [ids, look])

  const connected = rows.map((row): Connected => {
    const name = nameOf(row)
    const id = ids.get(name) ?? null
    return { name, row, id, about: id === null ? null : (abouts.get(id) ?? null) }
  })
  return { connected, error, isLooking, look }
}
