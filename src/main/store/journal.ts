import { evidence, journalState } from '../../shared/activity'
import { via } from '../../shared/address'
import { claimIn, knownIn, namesIn, numberIn, numberOrNull, problemIn, textIn, textOrNull } from './columns'
import type { JournalRow } from './rows'
import { asBytes, type Sql, type SqlRow } from './sql'

/** Every column of `journal AS j`, as `toJournalRow` reads them. */
export const journalColumns = [
  asBytes('j', ['id', 'request_id', 'kind', 'account_id', 'email', 'tag', 'note', 'via', 'state']),
  asBytes('j', ['taken_names', 'evidence', 'problem', 'batch_id']),
  'j.key_generation, j.drawn_bits, j.planned_at, j.sent_at, j.settled_at, j.sends, j.may_be_held, j.is_restored',
  'j.batch_place',
].join(', ')

export const toJournalRow = (row: SqlRow): JournalRow => {
  const id = textIn(row.id)
  return {
    id,
    requestId: textIn(row.request_id),
    kind: 'address.create',
    accountId: textOrNull(row.account_id),
    keyGeneration: numberOrNull(row.key_generation),
    email: textOrNull(row.email),
    drawnBits: numberIn(row.drawn_bits),
    tag: textOrNull(row.tag),
    note: textIn(row.note),
    via: knownIn(via, row.via, 'window'),
    plannedAt: numberIn(row.planned_at),
    // Of a state that cannot be read the service may hold the address; nothing is ever sent from there, since
    // the statements that change a state name the states they start from.
    state: knownIn(journalState, row.state, 'unconfirmed'),
    sentAt: numberOrNull(row.sent_at),
    settledAt: numberOrNull(row.settled_at),
    sends: numberIn(row.sends),
    mayBeHeld: claimIn(row.may_be_held),
    takenNames: namesIn(row.taken_names),
    evidence: knownIn(evidence.nullable(), row.evidence, null),
    problem: problemIn(row.problem, id),
    isRestored: claimIn(row.is_restored),
    batchId: textOrNull(row.batch_id),
    batchPlace: numberOrNull(row.batch_place),
  }
}

/** The states in which a write has not ended; worded as the index `journal_unsettled` is. */
export const UNSETTLED = "j.state IN ('planned', 'sending', 'unconfirmed')"

export const journalReads = (sql: Sql) => {
  const byId = sql.prepare(`SELECT ${journalColumns} FROM journal AS j WHERE j.id = ?`)
  const byRequestId = sql.prepare(`SELECT ${journalColumns} FROM journal AS j WHERE j.request_id = ?`)
  const unsettled = sql.prepare(`
    SELECT ${journalColumns} FROM journal AS j
    WHERE ${UNSETTLED} AND j.is_restored = 0 AND (?1 IS NULL OR j.account_id = ?1)
    ORDER BY j.planned_at, j.id`)
  const batch = sql.prepare(
    `SELECT ${journalColumns} FROM journal AS j WHERE j.batch_id = ? ORDER BY j.batch_place`,
  )
  const rowOrNull = (row: SqlRow | undefined): JournalRow | null => (row ? toJournalRow(row) : null)

  return {
    'journal.get': (id: string): JournalRow | null => rowOrNull(byId.get(id)),
    'journal.byRequestId': (requestId: string): JournalRow | null => rowOrNull(byRequestId.get(requestId)),
    /** Planned, sending and unconfirmed, oldest first; not what came from a backup. */
    'journal.unsettled': ({ accountId }: { accountId?: string | undefined }): JournalRow[] =>
      unsettled.all(accountId ?? null).map(toJournalRow),
    /** Several that were asked for at once, in their order; none where no batch has this id. */
    'journal.batch': (batchId: string): JournalRow[] => batch.all(batchId).map(toJournalRow),
  }
}
