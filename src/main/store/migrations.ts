/** One step of the schema. Once released it is never changed; the next step goes behind it. */
export interface Migration {
  /** What PRAGMA user_version is afterwards: 1, 2, 3, … */
  readonly version: number
  readonly sql: string
}

/** PRAGMA application_id: tells a database of Mailroom from any other ("Mlrm"). */
export const APPLICATION_ID = 0x4d6c726d

/*
 * Times are epoch milliseconds, booleans 0 or 1. Words that may grow (service, kind, problem) are checked
 * where they are read; the life of a write is checked here as well.
 */
const first = `
CREATE TABLE accounts (
  id TEXT NOT NULL PRIMARY KEY,
  service TEXT NOT NULL,
  name TEXT NOT NULL,
  origin TEXT NOT NULL,
  plan TEXT NOT NULL,
  requests_per_hour INTEGER,
  key_ends_on TEXT,
  is_default INTEGER NOT NULL CHECK (is_default IN (0, 1)),
  key_generation INTEGER NOT NULL,
  key_kept TEXT NOT NULL,
  key_standing TEXT NOT NULL,
  can_list INTEGER CHECK (can_list IN (0, 1)),
  create_path TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  removed_at INTEGER,
  CHECK (removed_at IS NULL OR is_default = 0)
) STRICT;
CREATE UNIQUE INDEX accounts_default ON accounts (is_default) WHERE is_default = 1;

CREATE TABLE journal (
  id TEXT NOT NULL PRIMARY KEY,
  request_id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  account_id TEXT REFERENCES accounts (id),
  key_generation INTEGER,
  email TEXT COLLATE NOCASE,
  drawn_bits REAL NOT NULL,
  tag TEXT,
  note TEXT NOT NULL,
  via TEXT NOT NULL,
  planned_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'sending', 'done', 'refused', 'unconfirmed', 'dropped')),
  sent_at INTEGER,
  settled_at INTEGER,
  sends INTEGER NOT NULL DEFAULT 0,
  may_be_held INTEGER NOT NULL DEFAULT 0 CHECK (may_be_held IN (0, 1)),
  taken_names TEXT NOT NULL DEFAULT '[]',
  evidence TEXT,
  problem TEXT,
  is_restored INTEGER NOT NULL DEFAULT 0 CHECK (is_restored IN (0, 1)),
  CHECK (state NOT IN ('sending', 'unconfirmed', 'done') OR (account_id IS NOT NULL AND email IS NOT NULL)),
  CHECK (state <> 'unconfirmed' OR may_be_held = 1)
) STRICT;
CREATE INDEX journal_by_time ON journal (planned_at, id);
CREATE INDEX journal_unsettled ON journal (planned_at, id) WHERE state IN ('planned', 'sending', 'unconfirmed');

CREATE TABLE addresses (
  id TEXT NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  email TEXT NOT NULL COLLATE NOCASE,
  note TEXT NOT NULL,
  tag TEXT,
  via TEXT NOT NULL,
  service_id TEXT,
  at INTEGER NOT NULL,
  UNIQUE (account_id, email)
) STRICT;
CREATE INDEX addresses_by_time ON addresses (at, id);
CREATE INDEX addresses_by_account ON addresses (account_id, at);

CREATE TABLE kept (
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL CHECK (length(value) <= 65536),
  PRIMARY KEY (kind, name)
) STRICT, WITHOUT ROWID;
`

/*
 * An address may be nobody's (imported), hidden, labelled, and seen in the service's list. An id of `address_labels` is
 * that of an address or of a row of the journal that has none yet.
 *
 * `address_index` holds what lists order and filter by, a row for each address that they show, `address_text` what they
 * search. Both follow from the other tables: whatever changes those leaves the id in `address_dirty`, and the end of each
 * transaction makes its index anew (store/addressIndex.ts).
 */
const second = `
CREATE TABLE next_addresses (
  id TEXT NOT NULL PRIMARY KEY,
  account_id TEXT REFERENCES accounts (id),
  email TEXT NOT NULL COLLATE NOCASE,
  note TEXT NOT NULL,
  tag TEXT,
  via TEXT NOT NULL,
  known_by TEXT NOT NULL,
  service_id TEXT,
  at INTEGER NOT NULL,
  hidden_at INTEGER,
  listed_at INTEGER,
  UNIQUE (account_id, email),
  CHECK (account_id IS NOT NULL OR known_by = 'import')
) STRICT;
INSERT INTO next_addresses (id, account_id, email, note, tag, via, known_by, service_id, at)
  SELECT a.id, a.account_id, a.email, a.note, a.tag, a.via,
    coalesce((SELECT j.evidence FROM journal AS j WHERE j.id = a.id), 'answer'), a.service_id, a.at
  FROM addresses AS a;
DROP TABLE addresses;
ALTER TABLE next_addresses RENAME TO addresses;
CREATE INDEX addresses_by_time ON addresses (at, id);
CREATE INDEX addresses_by_account ON addresses (account_id, at);
CREATE INDEX addresses_by_email ON addresses (email, account_id);
CREATE UNIQUE INDEX addresses_of_nobody ON addresses (email) WHERE account_id IS NULL;

CREATE TABLE address_labels (
  address_id TEXT NOT NULL,
  label TEXT NOT NULL COLLATE NOCASE,
  PRIMARY KEY (address_id, label)
) STRICT, WITHOUT ROWID;
CREATE INDEX address_labels_by_label ON address_labels (label, address_id);

ALTER TABLE journal ADD COLUMN batch_id TEXT;
ALTER TABLE journal ADD COLUMN batch_place INTEGER;
CREATE INDEX journal_by_batch ON journal (batch_id, batch_place) WHERE batch_id IS NOT NULL;
CREATE INDEX journal_by_email ON journal (email, account_id);

CREATE TABLE undo_log (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  what TEXT NOT NULL,
  before TEXT NOT NULL
) STRICT;

CREATE TABLE address_index (
  place INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  account_id TEXT,
  email TEXT NOT NULL,
  at INTEGER NOT NULL,
  month TEXT NOT NULL,
  state TEXT NOT NULL,
  is_hidden INTEGER NOT NULL CHECK (is_hidden IN (0, 1)),
  note TEXT,
  tag TEXT,
  label TEXT
) STRICT;
CREATE INDEX address_index_by_time ON address_index (at, id, is_hidden);
CREATE INDEX address_index_by_account ON address_index (account_id);
CREATE INDEX address_index_by_month ON address_index (month);
CREATE INDEX address_index_hidden ON address_index (is_hidden) WHERE is_hidden = 1;
CREATE TABLE address_text (place INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
CREATE VIRTUAL TABLE address_search USING fts5 (
  text, content = 'address_text', content_rowid = 'place', tokenize = 'trigram case_sensitive 1'
);

CREATE TABLE address_dirty (id TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER addresses_added AFTER INSERT ON addresses BEGIN
  INSERT OR IGNORE INTO address_dirty (id) VALUES (new.id);
END;
CREATE TRIGGER addresses_changed AFTER UPDATE ON addresses BEGIN
  INSERT OR IGNORE INTO address_dirty (id) VALUES (old.id), (new.id);
END;
CREATE TRIGGER addresses_removed AFTER DELETE ON addresses BEGIN
  INSERT OR IGNORE INTO address_dirty (id) VALUES (old.id);
END;
CREATE TRIGGER journal_added AFTER INSERT ON journal BEGIN
  INSERT OR IGNORE INTO address_dirty (id) VALUES (new.id);
END;
CREATE TRIGGER journal_changed AFTER UPDATE ON journal BEGIN
  INSERT OR IGNORE INTO address_dirty (id) VALUES (old.id), (new.id);
END;
CREATE TRIGGER journal_removed AFTER DELETE ON journal BEGIN
  INSERT OR IGNORE INTO address_dirty (id) VALUES (old.id);
END;
CREATE TRIGGER address_labels_added AFTER INSERT ON address_labels BEGIN
  INSERT OR IGNORE INTO address_dirty (id) VALUES (new.address_id);
END;
CREATE TRIGGER address_labels_changed AFTER UPDATE ON address_labels BEGIN
  INSERT OR IGNORE INTO address_dirty (id) VALUES (old.address_id), (new.address_id);
END;
CREATE TRIGGER address_labels_removed AFTER DELETE ON address_labels BEGIN
  INSERT OR IGNORE INTO address_dirty (id) VALUES (old.address_id);
END;
INSERT INTO address_dirty (id) SELECT a.id FROM addresses AS a UNION SELECT j.id FROM journal AS j;
`

/** Every step from an empty file to the schema of this version, in order. */
export const migrations: readonly Migration[] = [
  { version: 1, sql: first },
  { version: 2, sql: second },
]

export const latestVersion = (steps: readonly Migration[]): number => steps.at(-1)?.version ?? 0
