/*
 * Times are epoch milliseconds, booleans 0 or 1. Words that may grow (service, kind, problem) are checked
 * where they are read; the life of a write is checked here as well.
 */
export const first = `
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
