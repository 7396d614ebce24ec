/*
 * That credentials were written to a file: how many mailboxes it was asked for and has, never what they are. It is of no one
 * mailbox, so that an address may be missing. A list of kinds is changed by making the table anew (SQLite, "ALTER TABLE").
 */
export const doings = `
CREATE TABLE doings_anew (
  place INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('credentials.show', 'credentials.copy', 'credentials.export')),
  what TEXT CHECK (what IN ('password', 'app-password', 'code')),
  account_id TEXT REFERENCES accounts (id),
  email TEXT CHECK (email IS NOT NULL OR kind = 'credentials.export'),
  at INTEGER NOT NULL,
  is_restored INTEGER NOT NULL DEFAULT 0 CHECK (is_restored IN (0, 1)),
  count INTEGER CHECK (count >= 0)
) STRICT;
INSERT INTO doings_anew (place, id, kind, what, account_id, email, at, is_restored)
  SELECT d.place, d.id, d.kind, d.what, d.account_id, d.email, d.at, d.is_restored FROM doings AS d;
DROP TABLE doings;
ALTER TABLE doings_anew RENAME TO doings;
CREATE INDEX doings_by_time ON doings (at, id);
`
