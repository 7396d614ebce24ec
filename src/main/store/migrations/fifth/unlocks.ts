/*
 * Its user has read the service's page of an operation whose request Mailroom only guesses, and that spends or destroys: so it
 * may be sent, as it was asked then (`asked_since`). `is_locked`: it did since what nobody expected of it, and is sent no more,
 * however well its request is known, until its user has read that page again.
 */
export const unlocks = `
CREATE TABLE operation_unlocks (
  account_id TEXT NOT NULL REFERENCES accounts (id),
  operation TEXT NOT NULL,
  asked_since INTEGER,
  at INTEGER NOT NULL,
  is_locked INTEGER NOT NULL DEFAULT 0 CHECK (is_locked IN (0, 1)),
  PRIMARY KEY (account_id, operation)
) STRICT, WITHOUT ROWID;
`
