import { randomUUID } from 'node:crypto'
import { toClaim } from './columns'
import type { ContentActivity, ContentAddress } from './content'
import { labelAdding, mergeNotes, twinFinding } from './joining'
import { journalReads } from './journal'
import type { Sql } from './sql'

type AccountIdOf = (id: string | null) => string | null

/**
 * Takes an address over. Where it is known here its note joins the one that is there, labels are united, what is missing
 * is filled in, and nothing else changes. Answers its id here.
 */
export const addressMerging = (sql: Sql, accountIdOf: AccountIdOf): ((address: ContentAddress) => string) => {
  const findTwin = twinFinding(sql)
  const addLabels = labelAdding(sql)
  const isTaken = sql.prepare('SELECT 1 FROM addresses AS a WHERE a.id = ?')
  const insert = sql.prepare(`
    INSERT INTO addresses (id, account_id, email, note, tag, via, known_by, service_id, at, hidden_at, listed_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const fill = sql.prepare(`
    UPDATE addresses AS a SET note = ?1, tag = coalesce(a.tag, ?2), service_id = coalesce(a.service_id, ?3)
    WHERE a.id = ?4 AND (a.note <> ?1 OR a.tag IS NOT coalesce(a.tag, ?2)
      OR a.service_id IS NOT coalesce(a.service_id, ?3))`)
  const adopt = sql.prepare(
    'UPDATE addresses AS a SET account_id = ?, known_by = ?, via = ?, at = ? WHERE a.id = ?',
  )

  return (address) => {
    const accountId = accountIdOf(address.accountId)
    const twin = findTwin(accountId, address.email)
    if (twin === null) {
      const id = isTaken.get(address.id) ? randomUUID() : address.id
      insert.run(
        id,
        accountId,
        address.email,
        address.note,
        address.tag,
        address.via,
        accountId === null ? 'import' : address.knownBy,
        address.serviceId,
        address.at,
        address.hiddenAt,
        address.listedAt,
      )
      addLabels(id, address.labels)
      return id
    }
    fill.run(mergeNotes(twin.note, address.note), address.tag, address.serviceId, twin.id)
    if (twin.isNobodys && accountId !== null) {
      adopt.run(accountId, address.knownBy, address.via, address.at, twin.id)
    }
    addLabels(twin.id, address.labels)
    return twin.id
  }
}

/** How a row of another database stands as history: what was under way there may have been acted on. */
const asHistory = (row: ContentActivity, accountId: string | null): ContentActivity => {
  const state = row.state === 'sending' ? 'unconfirmed' : row.state
  const isWhole = row.email !== null && accountId !== null
  if ((state === 'unconfirmed' || state === 'done') && !isWhole) return { ...row, state: 'dropped' }
  if (state !== 'unconfirmed') return { ...row, state }
  return {
    ...row,
    state,
    mayBeHeld: true,
    settledAt: row.settledAt ?? row.sentAt ?? row.plannedAt,
    problem: row.problem ?? { kind: 'interrupted' },
  }
}

/**
 * Takes a row of the journal over as history, which is never sent. One that is here stays as it is, unless it has no
 * ending here and is done there.
 */
export const activityMerging = (sql: Sql, accountIdOf: AccountIdOf): ((row: ContentActivity) => void) => {
  const { 'journal.get': get, 'journal.byRequestId': byRequestId } = journalReads(sql)
  const addLabels = labelAdding(sql)
  const insert = sql.prepare(`
    INSERT INTO journal (id, request_id, kind, account_id, key_generation, email, drawn_bits, tag, note, via, planned_at,
      state, sent_at, settled_at, sends, may_be_held, taken_names, evidence, problem, is_restored, batch_id, batch_place)
    VALUES (?, ?, 'address.create', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)`)
  const end = sql.prepare(`
    UPDATE journal AS j SET state = 'done', settled_at = ?, evidence = ?, problem = NULL
    WHERE j.id = ? AND j.state IN ('planned', 'unconfirmed') AND j.email = ? AND j.account_id = ?`)

  return (found) => {
    const accountId = accountIdOf(found.accountId)
    const row = asHistory(found, accountId)
    if (get(row.id) !== null) {
      if (row.state === 'done') end.run(row.settledAt, row.evidence, row.id, row.email, accountId)
      return
    }
    if (byRequestId(row.requestId) !== null) return
    insert.run(
      row.id,
      row.requestId,
      accountId,
      row.keyGeneration,
      row.email,
      row.drawnBits,
      row.tag,
      row.note,
      row.via,
      row.plannedAt,
      row.state,
      row.sentAt,
      row.settledAt,
      row.sends,
      toClaim(row.mayBeHeld),
      JSON.stringify(row.takenNames),
      row.evidence,
      row.problem === null ? null : JSON.stringify(row.problem),
      row.batchId,
      row.batchPlace,
    )
    addLabels(row.id, row.labels)
  }
}
