import * as z from 'zod'
import { attachment } from '../../shared/message'
import { currentId } from './addresses'
import { claimIn, jsonIn, numberIn, numberOrNull, textIn, textOrNull, toClaim } from './columns'
import type { KeptHead, KeptMessage } from './rows'
import { asBytes, type Sql, type SqlRow } from './sql'

const columns = [
  asBytes('m', ['id', 'address_id', 'sender', 'sender_name', 'recipient', 'copy_to', 'reply_to']),
  asBytes('m', ['subject', 'text', 'html', 'attachments']),
  'm.is_cut, m.at, m.kept_at',
].join(', ')

/** Of a row that cannot be read any more there are none. */
export const attachmentsIn = z.array(attachment)

const toMessage = (row: SqlRow): KeptMessage => ({
  id: textIn(row.id),
  addressId: textIn(row.address_id),
  from: textOrNull(row.sender),
  fromName: textOrNull(row.sender_name),
  to: textOrNull(row.recipient),
  cc: textOrNull(row.copy_to),
  replyTo: textOrNull(row.reply_to),
  subject: textOrNull(row.subject),
  text: textOrNull(row.text),
  isCut: claimIn(row.is_cut),
  html: textOrNull(row.html),
  at: numberOrNull(row.at),
  attachments: jsonIn(attachmentsIn, row.attachments, []),
  keptAt: numberIn(row.kept_at),
})

export const keptMessageReads = (sql: Sql) => {
  const current = currentId(sql)
  const one = sql.prepare(`SELECT ${columns} FROM kept_messages AS m WHERE m.id = ?`)
  const ofAddress = sql.prepare(`
    SELECT ${asBytes('m', ['id'])}, m.at, m.kept_at FROM kept_messages AS m
    WHERE m.address_id = ? ORDER BY m.at DESC, m.place DESC LIMIT 1000`)
  return {
    'messages.get': (id: string): KeptMessage | null => {
      const row = one.get(id)
      return row ? toMessage(row) : null
    },
    /** Which are kept of an address, newest first: not what they say, which may be much. */
    'messages.ofAddress': (addressId: string): KeptHead[] =>
      ofAddress.all(current(addressId)).map((row) => ({
        id: textIn(row.id),
        at: numberOrNull(row.at),
        keptAt: numberIn(row.kept_at),
      })),
  }
}

/** Takes a message in; one that is kept already stays as it is. */
export const messageKeeping = (sql: Sql): ((message: KeptMessage) => void) => {
  const insert = sql.prepare(`
    INSERT OR IGNORE INTO kept_messages (id, address_id, sender, sender_name, recipient, copy_to, reply_to, subject,
      text, is_cut, html, at, attachments, kept_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  return ({
    id,
    addressId,
    from,
    fromName,
    to,
    cc,
    replyTo,
    subject,
    text,
    isCut,
    html,
    at,
    attachments,
    keptAt,
  }) => {
    const said = [from, fromName, to, cc, replyTo, subject, text, toClaim(isCut), html] as const
    insert.run(id, addressId, ...said, at, JSON.stringify(attachments), keptAt)
  }
}

export const keptMessageWrites = (sql: Sql) => {
  const keep = messageKeeping(sql)
  const forget = sql.prepare('DELETE FROM kept_messages AS m WHERE m.id = ?')
  return {
    'messages.keep': (message: KeptMessage): void => keep(message),
    /** False where it is not kept. */
    'messages.forget': (id: string): boolean => forget.run(id) > 0,
  }
}
