import type { AppError } from '../../shared/errors'
import { accountReads } from './accounts'
import { addressKeeping } from './addressKeeping'
import { journalColumns, journalReads, toJournalRow } from './journal'
import type { JournalRow, SendingStart, Settlement } from './rows'
import type { Sql } from './sql'

/** States from which a row may be handed to the network. */
const isSendable = (row: JournalRow): boolean => {
  if (row.state === 'planned' || row.state === 'unconfirmed') return true
  // Somebody has decided about a row that ended although the service may hold it, or before it was sent.
  if (row.mayBeHeld || row.problem?.kind === 'given-up') return false
  return row.state === 'dropped' || (row.state === 'refused' && row.problem?.kind === 'rate-limited')
}

/**
 * What becomes of a row that is settled; null where it stays as it is. A row that was never sent can only be dropped. A
 * later sending that was refused, or never left, says nothing about the earlier one that was not answered.
 */
const stateAfter = (row: JournalRow, settlement: Settlement): Settlement['state'] | null => {
  if (row.state === 'planned') return settlement.state === 'dropped' ? 'dropped' : null
  if (row.state === 'unconfirmed') return settlement.state
  if (row.state !== 'sending') return null
  return row.mayBeHeld && settlement.state !== 'done' ? 'unconfirmed' : settlement.state
}

export const journalSendingWrites = (sql: Sql) => {
  const { 'journal.get': get } = journalReads(sql)
  const { 'accounts.get': getAccount } = accountReads(sql)
  const keep = addressKeeping(sql)
  const start = sql.prepare(`
    UPDATE journal AS j SET state = 'sending', sent_at = ?, sends = j.sends + 1, key_generation = ?,
      settled_at = NULL, evidence = NULL, problem = NULL
    WHERE j.id = ? AND j.state IN ('planned', 'unconfirmed', 'dropped', 'refused')`)
  const finish = sql.prepare(`
    UPDATE journal AS j SET state = 'done', settled_at = ?, evidence = ?, problem = NULL
    WHERE j.id = ? AND j.state IN ('sending', 'unconfirmed')`)
  const end = sql.prepare(`
    UPDATE journal AS j SET state = ?, settled_at = ?, evidence = NULL, problem = ?
    WHERE j.id = ? AND j.state IN ('planned', 'sending', 'unconfirmed')`)
  const doubt = sql.prepare(`
    UPDATE journal AS j SET state = 'unconfirmed', may_be_held = 1, settled_at = ?, evidence = NULL, problem = ?
    WHERE j.id = ? AND j.state IN ('sending', 'unconfirmed')`)
  const underWay = sql.prepare(
    `SELECT ${journalColumns} FROM journal AS j WHERE j.state = 'sending' ORDER BY j.planned_at, j.id`,
  )

  const demand = (id: string): JournalRow => {
    const row = get(id)
    if (!row) throw new Error('no such row in the journal')
    return row
  }
  const markDoubtful = (id: string, at: number, problem: AppError): void => {
    doubt.run(at, JSON.stringify(problem), id)
  }

  const refusalToStart = (
    row: JournalRow,
    keyGeneration: number | undefined,
  ): Extract<SendingStart, { started: false }>['why'] | null => {
    if (row.isRestored) return 'restored'
    if (!isSendable(row)) return 'state'
    if (row.accountId === null || row.email === null || row.keyGeneration === null) return 'incomplete'
    const account = getAccount(row.accountId)
    if (account?.removedAt !== null) return 'account-removed'
    const generation = keyGeneration ?? row.keyGeneration
    // Only a name that certainly never reached the service can go there with another key than the row's.
    const isOther = row.mayBeHeld && generation !== row.keyGeneration
    return isOther || generation !== account.keyGeneration ? 'key-replaced' : null
  }

  return {
    /**
     * The last act before a request leaves: once this is answered with `started`, the row says that the service may
     * act, whatever becomes of this computer. `keyGeneration`: of the key it is sent with, where that is not the row's.
     */
    'journal.startSending': (input: {
      id: string
      at: number
      keyGeneration?: number | undefined
    }): SendingStart => {
      const row = demand(input.id)
      const why = refusalToStart(row, input.keyGeneration)
      if (why !== null) return { started: false, row, why }
      const changes = start.run(input.at, input.keyGeneration ?? row.keyGeneration, row.id)
      if (changes === 0) return { started: false, row, why: 'state' }
      return { started: true, row: demand(row.id) }
    },

    /**
     * Writes down how a write ended, a creation together with its address. What a row's life does not allow changes
     * nothing: the answer is the row as it then stands. A row that is done stays done.
     */
    'journal.settle': ({ id, settlement }: { id: string; settlement: Settlement }): JournalRow => {
      const row = demand(id)
      const state = stateAfter(row, settlement)
      if (state === null) return row
      if (settlement.state === 'done') {
        if (finish.run(settlement.at, settlement.evidence, id) === 1) keep(row, settlement)
      } else if (state === 'unconfirmed') {
        markDoubtful(id, settlement.at, settlement.problem)
      } else {
        end.run(state, settlement.at, JSON.stringify(settlement.problem), id)
      }
      return demand(id)
    },

    /** For the start: what was under way when Mailroom ended may have been acted on. Answers those rows. */
    'journal.recoverInterrupted': (at: number): JournalRow[] => {
      const rows = underWay.all().map(toJournalRow)
      for (const row of rows) markDoubtful(row.id, at, { kind: 'interrupted' })
      return rows.map((row) => demand(row.id))
    },
  }
}
