import type { AppError } from '../../shared/errors'
import { journalReads } from './journal'
import type { JournalRow, NewAddressWrite } from './rows'
import type { Sql } from './sql'

export const journalPlanWrites = (sql: Sql) => {
  const { 'journal.get': get, 'journal.byRequestId': byRequestId } = journalReads(sql)
  const insert = sql.prepare(`
    INSERT INTO journal (id, request_id, kind, account_id, key_generation, email, drawn_bits, tag, note, via,
      planned_at, state, settled_at, problem, batch_id, batch_place)
    VALUES (?, ?, 'address.create', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const rename = sql.prepare(`
    UPDATE journal AS j SET state = 'planned', email = ?, drawn_bits = ?, taken_names = ?, sends = 0,
      settled_at = NULL, evidence = NULL, problem = NULL
    WHERE j.id = ?`)

  const demand = (id: string): JournalRow => {
    const row = get(id)
    if (!row) throw new Error('no such row in the journal')
    return row
  }

  const add = (
    write: NewAddressWrite,
    state: 'planned' | 'dropped',
    end: { readonly at: number; readonly problem: AppError } | null,
  ): { row: JournalRow; isNew: boolean } => {
    const before = byRequestId(write.requestId)
    if (before) return { row: before, isNew: false }
    insert.run(
      write.id,
      write.requestId,
      write.accountId,
      write.keyGeneration,
      write.email,
      write.drawnBits,
      write.tag,
      write.note,
      write.via,
      write.plannedAt,
      state,
      end?.at ?? null,
      end ? JSON.stringify(end.problem) : null,
      write.batchId ?? null,
      write.batchPlace ?? null,
    )
    return { row: demand(write.id), isNew: true }
  }

  return {
    /** Writes a press down before anything is sent. One press is one row, however often it arrives. */
    'journal.plan': (write: NewAddressWrite): { row: JournalRow; isNew: boolean } =>
      add(write, 'planned', null),

    /**
     * Writes several down at once, in their order, all or none; those that are there already stay as they are. Answers
     * all of them as they stand.
     */
    'journal.planMany': (input: { writes: readonly NewAddressWrite[]; batchId: string }): JournalRow[] =>
      input.writes.map(
        (write, place) => add({ ...write, batchId: input.batchId, batchPlace: place }, 'planned', null).row,
      ),

    /** Writes down a press that ended before it could be planned; a row that is there stays as it is. */
    'journal.dropNew': (input: { write: NewAddressWrite; at: number; problem: AppError }): JournalRow =>
      add(input.write, 'dropped', input).row,

    /**
     * Gives a row another drawn name, because the service said that the first is taken: it is planned again, under a
     * name that was never sent. Not where the service may hold the first name for us.
     */
    'journal.rename': (input: {
      id: string
      email: string
      drawnBits: number
    }): { isRenamed: boolean; row: JournalRow } => {
      const row = demand(input.id)
      const isTaken = row.state === 'sending' || (row.state === 'refused' && row.problem?.kind === 'conflict')
      if (!isTaken || row.mayBeHeld || row.isRestored || row.email === null) return { isRenamed: false, row }
      const taken = JSON.stringify([...row.takenNames, row.email])
      rename.run(input.email, input.drawnBits, taken, input.id)
      return { isRenamed: true, row: demand(input.id) }
    },
  }
}
