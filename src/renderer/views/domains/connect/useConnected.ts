import { useCallback, useEffect, useRef, useState } from 'react'
import type { Domain } from '../../../../shared/domain'
import type { AppError } from '../../../../shared/errors'
import type { AboutHealth } from '../../../../shared/health'
import type { Job, JobRow } from '../../../../shared/job'
import { call } from '../../../bridge'
import { useAfterJob } from '../../../state/afterJob'
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

const isVerified = (about: AboutHealth | undefined): boolean => about?.propagation?.isWhole === true

/**
 * Follows domains from the request that connects them until their name servers are set: how each went, its id once Litemail's
 * list shows it, and whether its name servers are known, which is asked every minute as long as this is in sight.
 */
export function useConnected(
  job: Job,
  workspaceId: string,
): { readonly connected: readonly Connected[]; readonly error: AppError | null } {
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

  // Once an id is known, and every minute from then on.
  useEffect(() => {
    let isOver = false
    async function look(): Promise<void> {
      for (const id of ids.values()) {
        if (isOver || isVerified(known.current.abouts.get(id))) continue
        const [told, asked] = known.current.abouts.has(id)
          ? [null, await call('health.propagation', { id })]
          : [await call('health.nameServers', { id }), await call('health.propagation', { id })]
        const kept = asked.ok ? asked.value.about : told?.ok === true ? told.value.about : null
        const about = kept ?? (await call('health.get', { id }).then((got) => (got.ok ? got.value : null)))
        if (!isOver && about !== null) setAbouts((now) => new Map([...now, [id, about]]))
      }
    }
    void look()
    const timer = setInterval(() => void look(), AGAIN_AFTER_MS)
    return () => {
      isOver = true
      clearInterval(timer)
    }
  }, [ids])

  const connected = rows.map((row): Connected => {
    const name = nameOf(row)
    const id = ids.get(name) ?? null
    return { name, row, id, about: id === null ? null : (abouts.get(id) ?? null) }
  })
  return { connected, error }
}
