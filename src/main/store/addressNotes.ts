import type { Address } from '../../shared/address'
import { addressReads } from './addresses'
import { UNSETTLED } from './journal'
import type { Sql } from './sql'
import { undoLog } from './undoLog'

export const noteKeeping = (sql: Sql): ((address: Address, note: string) => void) => {
  const noteKept = sql.prepare('UPDATE addresses AS a SET note = ? WHERE a.id = ?')
  const noteUnsettled = sql.prepare(`UPDATE journal AS j SET note = ? WHERE j.id = ? AND ${UNSETTLED}`)
  return ({ id, state }, note) => {
    const statement = state === 'created' || state === 'imported' ? noteKept : noteUnsettled
    statement.run(note, id)
  }
}

export const addressNoteWrites = (sql: Sql) => {
  const { 'addresses.get': get } = addressReads(sql)
  const keep = noteKeeping(sql)
  const log = undoLog(sql)
  return {
    /** Null where there is no such address. An address that has not been created yet keeps its note when it is. */
    'addresses.setNote': (input: { id: string; note: string }): Address | null => {
      const address = get(input.id)
      if (!address) return null
      keep(address, input.note)
      const noted = get(address.id)
      const change = { id: address.id, before: address.note, after: noted?.note ?? '' }
      log.note({ what: 'note', rows: change.before === change.after ? [] : [change] })
      return noted
    },
  }
}
