/*
 * An address may be nobody's (imported), hidden, labelled, and seen in the service's list. An id of `address_labels` is
 * that of an address or of a row of the journal that has none yet.
 *
 * `address_index` holds what lists order and filter by, a row for each address that they show, `address_text` what they
 * search. Both follow from the other tables: whatever changes those leaves the id in `address_dirty`, and the end of each
 * transaction makes its index anew (store/addressIndex.ts).
 */
export const second = `
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
