/*
 * As `address_index`, `address_text` and `address_search` for addresses: what lists of mailboxes and domains order and filter
 * by, a row for each that they show, and what they search. Whatever changes that leaves the place in `…_dirty`; a row that is
 * only stamped does not. The end of each transaction makes the index of those anew (store/indexing.ts).
 */

/** Leaves a place in `…_dirty` where one of these columns is another than before. */
const dirtyWhereChanged = (noun: 'mailbox' | 'domain', columns: readonly string[]): string => `
CREATE TRIGGER ${noun}_rows_added AFTER INSERT ON ${noun === 'mailbox' ? 'mailboxes' : 'domains'} BEGIN
  INSERT OR IGNORE INTO ${noun}_dirty (place) VALUES (new.place);
END;
CREATE TRIGGER ${noun}_rows_changed AFTER UPDATE OF ${columns.join(', ')}, missed_at, gone_at
ON ${noun === 'mailbox' ? 'mailboxes' : 'domains'}
WHEN ${columns.map((column) => `old.${column} IS NOT new.${column}`).join(' OR ')}
  OR (old.missed_at IS NULL) <> (new.missed_at IS NULL) OR (old.gone_at IS NULL) <> (new.gone_at IS NULL)
BEGIN
  INSERT OR IGNORE INTO ${noun}_dirty (place) VALUES (new.place);
END;
CREATE TRIGGER ${noun}_rows_removed AFTER DELETE ON ${noun === 'mailbox' ? 'mailboxes' : 'domains'} BEGIN
  INSERT OR IGNORE INTO ${noun}_dirty (place) VALUES (old.place);
END;
`

/** The row that a note is about, by its place. */
const noted = (noun: 'mailbox' | 'domain', row: 'old' | 'new'): string =>
  noun === 'mailbox'
    ? `SELECT m.place FROM mailboxes AS m WHERE m.account_id = ${row}.account_id AND m.service_id = ${row}.key`
    : `SELECT d.place FROM domains AS d WHERE d.account_id = ${row}.account_id AND d.name = ${row}.key COLLATE NOCASE`

const dirtyWhereNoted = (noun: 'mailbox' | 'domain'): string => `
CREATE TRIGGER ${noun}_notes_added AFTER INSERT ON fleet_notes WHEN new.kind = '${noun}' BEGIN
  INSERT OR IGNORE INTO ${noun}_dirty (place) ${noted(noun, 'new')};
END;
CREATE TRIGGER ${noun}_notes_changed AFTER UPDATE ON fleet_notes WHEN new.kind = '${noun}' BEGIN
  INSERT OR IGNORE INTO ${noun}_dirty (place) ${noted(noun, 'old')} UNION ${noted(noun, 'new')};
END;
CREATE TRIGGER ${noun}_notes_removed AFTER DELETE ON fleet_notes WHEN old.kind = '${noun}' BEGIN
  INSERT OR IGNORE INTO ${noun}_dirty (place) ${noted(noun, 'old')};
END;
`

const searched = (noun: 'mailbox' | 'domain'): string => `
CREATE TABLE ${noun}_text (place INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
CREATE VIRTUAL TABLE ${noun}_search USING fts5 (
  text, content = '${noun}_text', content_rowid = 'place', tokenize = 'trigram case_sensitive 1'
);
CREATE TABLE ${noun}_dirty (place INTEGER PRIMARY KEY) STRICT;
`

/** Part of the third step of the schema, behind `accounts`, `mailboxes`, `domains` and `fleet_notes`. */
export const fleetIndexTables = `
CREATE TABLE mailbox_index (
  place INTEGER PRIMARY KEY,
  account_id TEXT NOT NULL,
  workspace_id TEXT NOT NULL,
  email TEXT NOT NULL,
  name TEXT,
  domain TEXT,
  status TEXT,
  tags TEXT,
  tag TEXT,
  note TEXT,
  assigned_at INTEGER,
  renews_at INTEGER,
  is_unseen INTEGER NOT NULL CHECK (is_unseen IN (0, 1))
) STRICT;
CREATE INDEX mailbox_index_by_email ON mailbox_index (email, place);
CREATE INDEX mailbox_index_by_domain ON mailbox_index (account_id, workspace_id, domain);
CREATE INDEX mailbox_index_by_status ON mailbox_index (status);
CREATE INDEX mailbox_index_by_tags ON mailbox_index (tags) WHERE tags IS NOT NULL;
CREATE INDEX mailbox_index_by_renewal ON mailbox_index (renews_at) WHERE renews_at IS NOT NULL;
CREATE INDEX mailbox_index_unseen ON mailbox_index (is_unseen) WHERE is_unseen = 1;
${searched('mailbox')}

CREATE TABLE domain_index (
  place INTEGER PRIMARY KEY,
  account_id TEXT NOT NULL,
  workspace_id TEXT NOT NULL,
  name TEXT NOT NULL,
  status TEXT,
  tags TEXT,
  note TEXT,
  registered_at INTEGER,
  expires_at INTEGER,
  forward_to TEXT,
  catch_all TEXT,
  dmarc TEXT,
  is_unseen INTEGER NOT NULL CHECK (is_unseen IN (0, 1))
) STRICT;
CREATE INDEX domain_index_by_name ON domain_index (name, place);
${searched('domain')}

${dirtyWhereChanged('mailbox', [
  'account_id',
  'service_id',
  'workspace_id',
  'email',
  'first_name',
  'last_name',
  'domain',
  'status',
  'tags',
  'assigned_at',
  'renews_at',
])}
${dirtyWhereChanged('domain', [
  'account_id',
  'workspace_id',
  'name',
  'status',
  'tags',
  'registered_at',
  'expires_at',
  'forward_to',
  'catch_all_email',
  'dmarc_email',
])}
${dirtyWhereNoted('mailbox')}
${dirtyWhereNoted('domain')}
CREATE TRIGGER fleet_accounts_removed AFTER UPDATE OF removed_at ON accounts
WHEN (old.removed_at IS NULL) <> (new.removed_at IS NULL) AND new.service = 'litemail' BEGIN
  INSERT OR IGNORE INTO mailbox_dirty (place) SELECT m.place FROM mailboxes AS m WHERE m.account_id = new.id;
  INSERT OR IGNORE INTO domain_dirty (place) SELECT d.place FROM domains AS d WHERE d.account_id = new.id;
END;
`
