/*
 * What was answered at last to an operation that was asked with these inputs (as `storedInputs.ts` writes them), and what
 * was asked under a name that the user gave it.
 */
export const operations = `
CREATE TABLE kept_answers (
  account_id TEXT NOT NULL REFERENCES accounts (id),
  operation TEXT NOT NULL,
  workspace_id TEXT NOT NULL,
  inputs TEXT NOT NULL,
  answer TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (account_id, operation, workspace_id, inputs)
) STRICT;

CREATE TABLE operation_views (
  place INTEGER PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  name TEXT NOT NULL,
  folded_name TEXT NOT NULL,
  operation TEXT NOT NULL,
  workspace_id TEXT NOT NULL,
  inputs TEXT NOT NULL,
  UNIQUE (account_id, folded_name)
) STRICT;
`
