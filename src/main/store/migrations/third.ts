/*
 * What a Litemail account holds. Each list has the columns by which a pass knows what it has met: `seen_pass` and `seen_at`
 * of the last time that the service showed the row, `misses` of whole passes since that did not, `missed_at` of the first
 * of them, `gone_at` once it is given up. Rows are never shown by these alone: what lists show goes to `mailbox_dirty` and
 * `domain_dirty`, and a row that is only stamped does not.
 *
 * `mailbox_index` and `domain_index` hold what lists order and filter by, a row for each that they show, as `address_index`
 * does; they follow from the dirty ones at the end of each transaction (store/indexing.ts).
 *
 * A domain without a `service_id` was seen in mailboxes, and in no list of domains.
 */
const met = `
  seen_pass INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  misses INTEGER NOT NULL DEFAULT 0,
  missed_at INTEGER,
  gone_at INTEGER`

const differing = (columns: readonly string[]): string =>
  columns.map((column) => `old.${column} IS NOT new.${column}`).join(' OR ')

/*
 * A pass may miss all rows of a list at once: that is noted in the index itself, which takes a fraction of the time, and of
 * no row (place 0) that something has changed.
 */
const dirtied = (table: string, noun: string, shown: readonly string[]): string => `
CREATE TABLE ${noun}_dirty (place INTEGER PRIMARY KEY) STRICT;
CREATE TRIGGER ${table}_added AFTER INSERT ON ${table} BEGIN
  INSERT OR IGNORE INTO ${noun}_dirty (place) VALUES (new.place);
END;
CREATE TRIGGER ${table}_changed AFTER UPDATE OF ${shown.join(', ')} ON ${table}
WHEN ${differing(shown)} BEGIN
  INSERT OR IGNORE INTO ${noun}_dirty (place) VALUES (new.place);
END;
CREATE TRIGGER ${table}_missed AFTER UPDATE OF missed_at ON ${table}
WHEN (old.missed_at IS NULL) <> (new.missed_at IS NULL) BEGIN
  UPDATE ${noun}_index SET is_unseen = new.missed_at IS NOT NULL WHERE place = new.place;
  INSERT OR IGNORE INTO ${noun}_dirty (place) VALUES (0);
END;
CREATE TRIGGER ${table}_removed AFTER DELETE ON ${table} BEGIN
  INSERT OR IGNORE INTO ${noun}_dirty (place) VALUES (old.place);
END;
`

const searched = (noun: string): string => `
CREATE TABLE ${noun}_text (place INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
CREATE VIRTUAL TABLE ${noun}_search USING fts5 (
  text, content = '${noun}_text', content_rowid = 'place', tokenize = 'trigram case_sensitive 1'
);
`

const dirtiedByNote = (name: string, when: string, row: 'old' | 'new'): string => `
CREATE TRIGGER fleet_notes_${name} AFTER ${when} ON fleet_notes BEGIN
  INSERT OR IGNORE INTO mailbox_dirty (place) SELECT m.place FROM mailboxes AS m
    WHERE ${row}.kind = 'mailbox' AND m.account_id = ${row}.account_id AND m.service_id = ${row}.key;
  INSERT OR IGNORE INTO domain_dirty (place) SELECT d.place FROM domains AS d
    WHERE ${row}.kind = 'domain' AND d.account_id = ${row}.account_id AND d.name = ${row}.key;
END;
`

export const third = `
ALTER TABLE accounts ADD COLUMN base_path TEXT;
ALTER TABLE accounts ADD COLUMN authentication TEXT;
ALTER TABLE accounts ADD COLUMN user_id TEXT;
ALTER TABLE accounts ADD COLUMN user_email TEXT;
ALTER TABLE accounts ADD COLUMN key_ends_at INTEGER;

CREATE TABLE fleet_parts (
  account_id TEXT NOT NULL REFERENCES accounts (id),
  noun TEXT NOT NULL,
  workspace_id TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (account_id, noun, workspace_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE workspaces (
  place INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  service_id TEXT NOT NULL,
  workspace_id TEXT NOT NULL CHECK (workspace_id = ''),
  name TEXT,
  is_primary INTEGER CHECK (is_primary IN (0, 1)),
  domain_count INTEGER,
  mailbox_count INTEGER,
  other TEXT NOT NULL,${met},
  UNIQUE (account_id, service_id)
) STRICT;

CREATE TABLE mailboxes (
  place INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  service_id TEXT NOT NULL,
  workspace_id TEXT NOT NULL,
  email TEXT NOT NULL,
  username TEXT,
  domain TEXT,
  domain_id TEXT,
  first_name TEXT,
  last_name TEXT,
  status TEXT,
  tags TEXT,
  assigned_at INTEGER,
  renews_at INTEGER,
  created_at INTEGER,
  other TEXT NOT NULL,${met},
  UNIQUE (account_id, service_id)
) STRICT;
CREATE INDEX mailboxes_by_list ON mailboxes (account_id, workspace_id) WHERE gone_at IS NULL;
CREATE INDEX mailboxes_by_domain ON mailboxes (account_id, domain, workspace_id) WHERE gone_at IS NULL;
CREATE INDEX mailboxes_missed ON mailboxes (account_id, workspace_id) WHERE misses <> 0 AND gone_at IS NULL;
CREATE INDEX mailboxes_gone ON mailboxes (gone_at) WHERE gone_at IS NOT NULL;

CREATE TABLE domains (
  place INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  service_id TEXT,
  workspace_id TEXT NOT NULL,
  name TEXT NOT NULL,
  status TEXT,
  mailbox_count INTEGER,
  registered_at INTEGER,
  expires_at INTEGER,
  is_auto_renewing INTEGER CHECK (is_auto_renewing IN (0, 1)),
  forward_to TEXT,
  forwarding_email TEXT,
  catch_all_email TEXT,
  dmarc_email TEXT,
  tags TEXT,
  name_servers TEXT NOT NULL,
  expected_name_servers TEXT NOT NULL,
  other TEXT NOT NULL,${met},
  UNIQUE (account_id, service_id)
) STRICT;
CREATE INDEX domains_by_name ON domains (account_id, name);
CREATE UNIQUE INDEX domains_only_seen ON domains (account_id, name) WHERE service_id IS NULL;

CREATE TABLE subscriptions (
  place INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  service_id TEXT NOT NULL,
  workspace_id TEXT NOT NULL,
  status TEXT,
  plan TEXT,
  price REAL,
  mailbox_count INTEGER,
  period_start INTEGER,
  period_end INTEGER,
  other TEXT NOT NULL,${met},
  UNIQUE (account_id, service_id)
) STRICT;

CREATE TABLE tags (
  place INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  service_id TEXT NOT NULL,
  workspace_id TEXT NOT NULL,
  name TEXT NOT NULL,
  color TEXT,${met},
  UNIQUE (account_id, service_id)
) STRICT;

CREATE TABLE wallets (
  account_id TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id),
  balance REAL,
  is_auto_recharging INTEGER CHECK (is_auto_recharging IN (0, 1)),
  recharge_below REAL,
  recharge_by REAL,
  other TEXT NOT NULL,
  seen_at INTEGER NOT NULL
) STRICT;

CREATE TABLE users (
  account_id TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id),
  service_id TEXT NOT NULL,
  email TEXT,
  name TEXT,
  plan TEXT,
  other TEXT NOT NULL,
  seen_at INTEGER NOT NULL
) STRICT;

CREATE TABLE fleet_notes (
  place INTEGER PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  kind TEXT NOT NULL CHECK (kind IN ('mailbox', 'domain')),
  key TEXT NOT NULL,
  note TEXT NOT NULL,
  UNIQUE (account_id, kind, key)
) STRICT;

CREATE TABLE saved_views (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  list TEXT NOT NULL,
  name TEXT NOT NULL,
  folded_name TEXT NOT NULL,
  view TEXT NOT NULL,
  UNIQUE (list, folded_name)
) STRICT;

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
  ends_at INTEGER,
  is_unseen INTEGER NOT NULL CHECK (is_unseen IN (0, 1))
) STRICT;
CREATE INDEX mailbox_index_by_email ON mailbox_index (email, place);
CREATE INDEX mailbox_index_by_domain ON mailbox_index (account_id, domain, workspace_id);
CREATE INDEX mailbox_index_by_status ON mailbox_index (status, account_id, is_unseen);
CREATE INDEX mailbox_index_by_tags ON mailbox_index (tags) WHERE tags IS NOT NULL;
CREATE INDEX mailbox_index_by_end ON mailbox_index (ends_at, account_id) WHERE ends_at IS NOT NULL;
CREATE INDEX mailbox_index_unseen ON mailbox_index (is_unseen) WHERE is_unseen = 1;

CREATE TABLE domain_index (
  place INTEGER PRIMARY KEY,
  account_id TEXT NOT NULL,
  workspace_id TEXT NOT NULL,
  domain TEXT NOT NULL,
  status TEXT,
  tags TEXT,
  note TEXT,
  registered_at INTEGER,
  ends_at INTEGER,
  forward_to TEXT,
  catch_all TEXT,
  dmarc TEXT,
  is_unseen INTEGER NOT NULL CHECK (is_unseen IN (0, 1))
) STRICT;
CREATE INDEX domain_index_by_name ON domain_index (domain, place);

${searched('mailbox')}
${searched('domain')}
${dirtied('mailboxes', 'mailbox', [
  ...[
    'account_id',
    'workspace_id',
    'email',
    'username',
    'domain',
    'first_name',
    'last_name',
    'status',
    'tags',
  ],
  ...['assigned_at', 'renews_at', 'created_at', 'gone_at'],
])}
${dirtied('domains', 'domain', [
  ...[
    'account_id',
    'service_id',
    'workspace_id',
    'name',
    'status',
    'mailbox_count',
    'registered_at',
    'expires_at',
  ],
  ...['is_auto_renewing', 'forward_to', 'catch_all_email', 'dmarc_email', 'tags', 'gone_at'],
])}
${dirtiedByNote('added', 'INSERT', 'new')}
${dirtiedByNote('changed', 'UPDATE', 'new')}
${dirtiedByNote('removed', 'DELETE', 'old')}
`
