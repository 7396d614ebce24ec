/*
 * Its user has read the service's page of an operation whose request Mailroom only guesses, and that spends or destroys: so it
 * may be sent, as it was asked then (`asked_since`).
 */
export const unlocks = `
CREATE TABLE operation_unlocks (
  account_id TEXT NOT NULL REFERENCES accounts (id),
  operation TEXT NOT NULL,
  asked_since INTEGER,
  at INTEGER NOT NULL,
  PRIMARY KEY (account_id, operation)
) STRICT, WITHOUT ROWID;
`
