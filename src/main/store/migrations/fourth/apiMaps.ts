/*
 * How operations of an account are asked where its user corrected what Mailroom guesses. `api_map_changes` has what each
 * change came upon (null: the table's own), so that it can be taken back. `operation_answers` has what came of each
 * operation: when it last worked here, when it was last asked, what stood against it, and where things were in the answer.
 *
 * The one thing of this kind that was there before, which of two paths LikeDo creates addresses at, is a map like any
 * other; `accounts.create_path` says nothing any more.
 */
export const apiMaps = `
CREATE TABLE api_maps (
  place INTEGER PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  operation TEXT NOT NULL,
  map TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('hand', 'curl', 'openapi', 'import')),
  at INTEGER NOT NULL,
  UNIQUE (account_id, operation)
) STRICT;

CREATE TABLE api_map_changes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  operation TEXT NOT NULL,
  map TEXT,
  source TEXT,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX api_map_changes_by_operation ON api_map_changes (account_id, operation, id);

CREATE TABLE operation_answers (
  account_id TEXT NOT NULL REFERENCES accounts (id),
  operation TEXT NOT NULL,
  worked_at INTEGER,
  at INTEGER,
  problem TEXT,
  shape TEXT,
  PRIMARY KEY (account_id, operation)
) STRICT, WITHOUT ROWID;

INSERT INTO api_maps (account_id, operation, map, source, at)
  SELECT a.id, 'addresses.create', '{"method":"POST","path":"/api/v1/emails","inputs":{"email":{"place":"body","name":"email"},"tag":{"place":"body","name":"tag"}},"authentication":"account","rows":null,"total":null,"next":null,"isReadingPost":false}',
    'hand', a.created_at
  FROM accounts AS a
  WHERE a.service = 'likedo' AND a.create_path = '/api/v1/emails' AND a.removed_at IS NULL;
UPDATE accounts SET create_path = '';

INSERT INTO operation_answers (account_id, operation, worked_at)
  SELECT k.name, w.key, w.value
  FROM kept AS k, json_each(CASE WHEN json_valid(k.value) THEN k.value ELSE '{}' END) AS w
  WHERE k.kind = 'worked' AND w.type = 'integer' AND k.name IN (SELECT a.id FROM accounts AS a);
DELETE FROM kept WHERE kind = 'worked';
`
