import { numberOrNull, textIn, textOrNull, toClaim } from './columns'
import { fold, foldedOrNull, foldedStart } from './foldedText'
import type { IndexPlan } from './indexing'
import { sortedParts } from './mailboxRow'
import { asBytes } from './sql'

/** Mailboxes that are not gone. */
export const mailboxIndex: IndexPlan = {
  noun: 'mailbox',
  dirty: (limit) => `
    SELECT i.place AS own_place, x.place AS indexed_at, CAST(t.text AS BLOB) AS text,
      m.place IS NOT NULL AND m.gone_at IS NULL AS is_listed, CAST(n.note AS BLOB) AS note,
      ${asBytes('m', ['account_id', 'workspace_id', 'email', 'first_name', 'last_name', 'domain', 'status', 'tags'])},
      m.assigned_at, m.renews_at, m.missed_at
    FROM (SELECT d.place FROM mailbox_dirty AS d ORDER BY d.place LIMIT ${limit} OFFSET ?) AS i
    LEFT JOIN mailboxes AS m ON m.place = i.place
    LEFT JOIN fleet_notes AS n ON n.account_id = m.account_id AND n.kind = 'mailbox' AND n.key = m.service_id
    LEFT JOIN mailbox_index AS x ON x.place = i.place LEFT JOIN mailbox_text AS t ON t.place = i.place`,
  columns: [
    ...['account_id', 'workspace_id', 'email', 'name', 'domain', 'status', 'tags', 'tag', 'note'],
    ...['assigned_at', 'ends_at', 'is_unseen'],
  ],
  contentOf: (row) => {
    const { name, tags } = sortedParts(row)
    const [email, domain, note] = [textIn(row.email), textOrNull(row.domain), textIn(row.note)]
    return {
      values: [
        textIn(row.account_id),
        textIn(row.workspace_id),
        email.toLowerCase(),
        foldedOrNull(name),
        domain,
        textOrNull(row.status),
        tags.length === 0 ? null : JSON.stringify(tags),
        foldedOrNull(tags[0]),
        foldedStart(note),
        numberOrNull(row.assigned_at),
        numberOrNull(row.renews_at),
        toClaim(row.missed_at !== null),
      ],
      text: fold([email, name ?? '', domain ?? '', ...tags, note].join('\n')),
    }
  },
}
