/*
 * What its user had Mailroom do that Activity tells, and that is no write at a service: that credentials of a mailbox were
 * shown, or which of them was copied. Never what they are.
 */
export const doings = `
CREATE TABLE doings (
  place INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('credentials.show', 'credentials.copy')),
  what TEXT CHECK (what IN ('password', 'app-password', 'code')),
  account_id TEXT REFERENCES accounts (id),
  email TEXT NOT NULL,
  at INTEGER NOT NULL,
  is_restored INTEGER NOT NULL DEFAULT 0 CHECK (is_restored IN (0, 1))
) STRICT;
CREATE INDEX doings_by_time ON doings (at, id);
`
