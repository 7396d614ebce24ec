import type { TakenRows } from '../../../src/main/store/fleetRows'
import type { Writes } from '../../../src/main/store/methods'
import { connect, type SqlRow } from '../../../src/main/store/sql'
import type { DomainFacts, MailboxFacts } from '../../../src/shared/litemail/facts'
import type { FleetNoun } from '../../../src/shared/litemail/fleet'
import { aLitemailAccount, aPart, workspaceFacts } from './fleetRows'
import { databaseIn, NOON, openDirectly } from './testStore'

type Taken = Parameters<Writes['fleet.take']>[0]['taken']
type PassEnd = ReturnType<Writes['fleet.endWhole']>

/** A store with one Litemail account, and passes over its lists as sync makes them. */
export function storeWithFleet() {
  const store = openDirectly()
  const account = store.write('litemail.insertAccount', aLitemailAccount())
  const accountId = account.id
  let now = NOON

  const take = (taken: Taken, workspaceId: string, pass: number): TakenRows => {
    const part = aPart({ accountId, noun: taken.noun, workspaceId }, { at: now })
    return store.write('fleet.take', { part, taken, pass, at: now })
  }
  const end = (noun: FleetNoun, workspaceId: string, pass: number, isHeaderIgnored = false): PassEnd => {
    const part = aPart({ accountId, noun, workspaceId }, { at: now, wholeAt: now, isHeaderIgnored })
    return store.write('fleet.endWhole', { part, pass, at: now })
  }
  /** A whole pass, an hour after the one before. */
  const pass = (taken: Taken, workspaceId: string, isHeaderIgnored = false): PassEnd => {
    now += 3_600_000
    const id = store.write('fleet.nextPass')
    take(taken, workspaceId, id)
    return end(taken.noun, workspaceId, id, isHeaderIgnored)
  }
  const query = (text: string): SqlRow[] => {
    const sql = connect(databaseIn(store.folder), { isReadOnly: true, busyTimeoutMs: 100 })
    try {
      return sql.prepare(text).all()
    } finally {
      sql.close()
    }
  }

  return {
    store,
    account,
    query,
    now: () => now,
    take,
    end,
    passOfMailboxes: (rows: readonly MailboxFacts[], workspaceId = 'w') =>
      pass({ noun: 'mailboxes', rows }, workspaceId),
    passOfDomains: (rows: readonly DomainFacts[], workspaceId = 'w') =>
      pass({ noun: 'domains', rows }, workspaceId),
    passOfWorkspaces: (...ids: readonly string[]) =>
      pass(
        { noun: 'workspaces', rows: ids.map((id, index) => workspaceFacts(id, { isPrimary: index === 0 })) },
        '',
      ),
    pass,
    /** What is here of a list, by the service's ids or else names; what the last whole pass missed in brackets. */
    here: (noun: 'mailboxes' | 'domains' | 'workspaces' | 'tags' | 'subscriptions'): string[] =>
      query(`
        SELECT ${noun === 'domains' ? 'coalesce(t.service_id, t.name)' : 't.service_id'} AS id, t.missed_at
        FROM ${noun} AS t WHERE t.gone_at IS NULL ORDER BY 1`).map(({ id, missed_at }) =>
        missed_at === null ? String(id) : `(${id})`,
      ),
  }
}
