/*
 * Writes at Litemail: what was planned together, and each row of it. A plan that nobody confirmed (`begun_at`) is forgotten;
 * everything else stays, as Activity. Rows of a job with the same `request` leave in one request. `begun_at` is that of the
 * job. `is_doubtful`: what became of it is still to be found out. `creates`: the same for rows that make the same new thing;
 * `equals_before`: so many of it were listed when the row was begun, NULL where that was not known, and `listed_at`: when that
 * list was read to its end. `retry_of`: the row that it tries again. `has_unwritten_inputs`: its rows leave with a password or a key that
 * is written down nowhere. `watching`: a row that a removal did not name, as it was before, until somebody has looked whether it
 * still is.
 */
export const jobs = `
CREATE TABLE jobs (
  place INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  request_id TEXT NOT NULL UNIQUE,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  operation TEXT NOT NULL,
  key_generation INTEGER NOT NULL,
  asked_since INTEGER,
  planned_at INTEGER NOT NULL,
  begun_at INTEGER,
  rest TEXT,
  is_restored INTEGER NOT NULL DEFAULT 0 CHECK (is_restored IN (0, 1)),
  has_unwritten_inputs INTEGER NOT NULL DEFAULT 0 CHECK (has_unwritten_inputs IN (0, 1)),
  watching TEXT
) STRICT;
CREATE INDEX jobs_by_account ON jobs (account_id);
CREATE INDEX jobs_watching ON jobs (account_id) WHERE watching IS NOT NULL;

CREATE TABLE job_rows (
  place INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  job_id TEXT NOT NULL REFERENCES jobs (id),
  number INTEGER NOT NULL,
  request INTEGER NOT NULL,
  workspace_id TEXT NOT NULL,
  noun TEXT,
  service_id TEXT,
  name TEXT,
  inputs TEXT NOT NULL,
  before TEXT,
  planned_at INTEGER NOT NULL,
  begun_at INTEGER,
  state TEXT NOT NULL CHECK (state IN ('planned', 'sending', 'done', 'refused', 'unconfirmed', 'dropped')),
  sent_at INTEGER,
  settled_at INTEGER,
  evidence TEXT,
  problem TEXT,
  confirmed_at INTEGER,
  is_doubtful INTEGER NOT NULL DEFAULT 0 CHECK (is_doubtful IN (0, 1)),
  creates TEXT,
  equals_before INTEGER,
  listed_at INTEGER,
  retry_of TEXT,
  UNIQUE (job_id, number),
  CHECK ((noun IS NULL) = (service_id IS NULL) AND (noun IS NULL) = (name IS NULL)),
  CHECK (state NOT IN ('sending', 'unconfirmed', 'done') OR sent_at IS NOT NULL)
) STRICT;
CREATE INDEX job_rows_by_request ON job_rows (job_id, request);
CREATE INDEX job_rows_by_state ON job_rows (job_id, state);
CREATE INDEX job_rows_unsettled ON job_rows (job_id) WHERE state IN ('planned', 'sending', 'unconfirmed');
CREATE INDEX job_rows_by_time ON job_rows (begun_at, -place) WHERE begun_at IS NOT NULL;
CREATE INDEX job_rows_creating ON job_rows (creates) WHERE creates IS NOT NULL;
CREATE INDEX job_rows_again ON job_rows (retry_of) WHERE retry_of IS NOT NULL;
CREATE INDEX job_rows_doubtful ON job_rows (settled_at) WHERE is_doubtful = 1;
`
