import { textIn } from './columns'
import { mergeNotes } from './joining'
import type { JournalRow, Settlement } from './rows'
import { asBytes, type Sql } from './sql'

type Done = Extract<Settlement, { state: 'done' }>

const DAY_MS = 86_400_000

/** What a service says about when an address was created; null where no clock could mean it at `now`. */
export const possibleMoment = (told: number | null, now: number): number | null =>
  told !== null && Number.isSafeInteger(told) && told > 0 && told <= now + DAY_MS ? told : null

/**
 * Makes the address of a row that is done, within the transaction that says so. What names the same address already
 * becomes the newer row's, with its note, labels and kept messages: one that the account created before (deleted at the service and made
 * again), one that a file named. It is shown, be it that the older one was hidden. Another account may hold a name of
 * its own that reads the same (LikeDo, "Create email": unique per user and domain).
 */
export const addressKeeping = (sql: Sql): ((row: JournalRow, settlement: Done) => void) => {
  const before = sql.prepare(`
    SELECT ${asBytes('a', ['id', 'note'])} FROM addresses AS a
    WHERE a.account_id = ?1 AND a.email = ?2
    UNION ALL
    SELECT ${asBytes('a', ['id', 'note'])} FROM addresses AS a WHERE a.account_id IS NULL AND a.email = ?2`)
  const takeLabels = sql.prepare(`
    INSERT OR IGNORE INTO address_labels (address_id, label)
    SELECT ?, l.label FROM address_labels AS l WHERE l.address_id = ?`)
  const dropLabels = sql.prepare('DELETE FROM address_labels AS l WHERE l.address_id = ?')
  const takeMessages = sql.prepare('UPDATE kept_messages SET address_id = ? WHERE address_id = ?')
  const forget = sql.prepare('DELETE FROM addresses AS a WHERE a.id = ?')
  const insert = sql.prepare(`
    INSERT INTO addresses (id, account_id, email, note, tag, via, known_by, service_id, at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  return (row, settlement) => {
    let { note } = row
    for (const older of before.all(row.accountId, row.email)) {
      const id = textIn(older.id)
      note = mergeNotes(note, textIn(older.note))
      takeLabels.run(row.id, id)
      if (id !== row.id) dropLabels.run(id)
      takeMessages.run(row.id, id)
      forget.run(id)
    }
    const at = possibleMoment(settlement.createdAt, settlement.at) ?? row.plannedAt
    const { evidence, serviceId } = settlement
    insert.run(row.id, row.accountId, row.email, note, row.tag, row.via, evidence, serviceId, at)
  }
}
