/*
 * How operations of an account are asked where its user corrected what Mailroom guesses. `api_map_changes` has what each
 * change came upon and left (null: the table's own), so that it can be taken back.
 */
export const apiMaps = `
CREATE TABLE api_maps (
  account_id TEXT NOT NULL REFERENCES accounts (id),
  operation TEXT NOT NULL,
  map TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('hand', 'curl', 'openapi', 'import')),
  at INTEGER NOT NULL,
  PRIMARY KEY (account_id, operation)
) STRICT, WITHOUT ROWID;

CREATE TABLE api_map_changes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  operation TEXT NOT NULL,
  before TEXT,
  after TEXT,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX api_map_changes_by_operation ON api_map_changes (account_id, operation, id);
`
