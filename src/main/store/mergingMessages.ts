import type { ContentMessage } from './content'
import { messageKeeping } from './keptMessages'
import type { Sql } from './sql'

/** Takes kept messages over, each under the address as which its own is known here. Nothing can show one without its address. */
export const messageMerging = (sql: Sql) => {
  const keep = messageKeeping(sql)
  const isThere = sql.prepare('SELECT 1 FROM addresses AS a WHERE a.id = ?')
  const known = new Map<string, string>()
  return {
    /** An address that comes has this id here. */
    knowAs(id: string, here: string): void {
      if (id !== here) known.set(id, here)
    },
    take(message: ContentMessage): void {
      const addressId = known.get(message.addressId) ?? message.addressId
      if (isThere.get(addressId)) keep({ ...message, addressId })
    },
  }
}
