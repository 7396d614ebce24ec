import type { Domain } from '../../shared/domain'
import type { Mailbox } from '../../shared/mailbox'
import { textIn } from './columns'
import { findDomain } from './domainRow'
import { domainKey } from './fleetTables'
import { findMailbox } from './mailboxRow'
import type { Sql } from './sql'

/** What a note is about: a mailbox by the service's id, a domain by its name. */
export interface Noted {
  readonly accountId: string
  readonly kind: 'mailbox' | 'domain'
  readonly key: string
}

/** Notes stand apart from the rows that they are about, which come and go. */
export const fleetNoteKeeping = (sql: Sql) => {
  const find = sql.prepare(
    'SELECT CAST(n.note AS BLOB) AS note FROM fleet_notes AS n WHERE n.account_id = ? AND n.kind = ? AND n.key = ?',
  )
  const add = sql.prepare('INSERT INTO fleet_notes (account_id, kind, key, note) VALUES (?, ?, ?, ?)')
  const change = sql.prepare(
    'UPDATE fleet_notes AS n SET note = ?4 WHERE n.account_id = ?1 AND n.kind = ?2 AND n.key = ?3',
  )
  const drop = sql.prepare('DELETE FROM fleet_notes AS n WHERE n.account_id = ? AND n.kind = ? AND n.key = ?')
  return {
    /** '' where there is none. */
    find: ({ accountId, kind, key }: Noted): string => textIn(find.get(accountId, kind, key)?.note),
    keep({ accountId, kind, key }: Noted, note: string): void {
      if (note === '') drop.run(accountId, kind, key)
      else if (change.run(accountId, kind, key, note) === 0) add.run(accountId, kind, key, note)
    },
  }
}

interface NoteChange {
  readonly id: string
  /** '' removes it. */
  readonly note: string
}

export const fleetNoteWrites = (sql: Sql) => {
  const notes = fleetNoteKeeping(sql)
  const mailboxOf = findMailbox(sql)
  const domainOf = findDomain(sql)
  return {
    /** Null where no list shows such a mailbox. */
    'mailboxes.setNote': ({ id, note }: NoteChange): Mailbox | null => {
      const mailbox = mailboxOf(id)
      if (mailbox === null) return null
      const { accountId, serviceId } = mailbox
      notes.keep({ accountId, kind: 'mailbox', key: serviceId }, note)
      return { ...mailbox, note }
    },

    /** Null where no list shows such a domain. All domains of an account that have one name have one note. */
    'domains.setNote': ({ id, note }: NoteChange): Domain | null => {
      const domain = domainOf(id)
      if (domain === null) return null
      const { accountId, name } = domain
      notes.keep({ accountId, kind: 'domain', key: domainKey(name) }, note)
      return { ...domain, note }
    },
  }
}
