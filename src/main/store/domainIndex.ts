import { sortLabels } from './addressRow'
import { namesIn, numberOrNull, textIn, textOrNull, toClaim } from './columns'
import { fold, foldedStart } from './foldedText'
import type { IndexPlan } from './indexing'
import { asBytes } from './sql'

const lower = (text: string | null): string | null => text?.toLowerCase() ?? null

/** Domains that are not gone, those that only mailboxes show among them. */
export const domainIndex: IndexPlan = {
  noun: 'domain',
  dirty: (limit) => `
    SELECT i.place AS own_place, x.place AS indexed_at, CAST(t.text AS BLOB) AS text,
      d.place IS NOT NULL AND d.gone_at IS NULL AS is_listed, CAST(n.note AS BLOB) AS note,
      ${asBytes('d', ['account_id', 'workspace_id', 'name', 'status', 'tags'])},
      ${asBytes('d', ['forward_to', 'catch_all_email', 'dmarc_email'])}, d.registered_at, d.expires_at, d.missed_at
    FROM (SELECT y.place FROM domain_dirty AS y ORDER BY y.place LIMIT ${limit} OFFSET ?) AS i
    LEFT JOIN domains AS d ON d.place = i.place
    LEFT JOIN fleet_notes AS n ON n.account_id = d.account_id AND n.kind = 'domain' AND n.key = d.name
    LEFT JOIN domain_index AS x ON x.place = i.place LEFT JOIN domain_text AS t ON t.place = i.place`,
  columns: [
    ...['account_id', 'workspace_id', 'domain', 'status', 'tags', 'note', 'registered_at', 'ends_at'],
    ...['forward_to', 'catch_all', 'dmarc', 'is_unseen'],
  ],
  contentOf: (row) => {
    const tags = sortLabels(namesIn(row.tags))
    const [name, note] = [textIn(row.name), textIn(row.note)]
    return {
      values: [
        textIn(row.account_id),
        textIn(row.workspace_id),
        name,
        textOrNull(row.status),
        tags.length === 0 ? null : JSON.stringify(tags),
        foldedStart(note),
        numberOrNull(row.registered_at),
        numberOrNull(row.expires_at),
        lower(textOrNull(row.forward_to)),
        lower(textOrNull(row.catch_all_email)),
        lower(textOrNull(row.dmarc_email)),
        toClaim(row.missed_at !== null),
      ],
      text: fold([name, ...tags, note].join('\n')),
    }
  },
}
