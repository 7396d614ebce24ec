/*
 * What is found out about the DNS of domains, by account and name: a domain keeps it when its row comes anew.
 *
 * `dns_marks` says of each mark (MX, SPF, DKIM, DMARC, name servers) how it stands, since when, when that was last found and
 * how often in succession; `good_at` when it was last good, `told_at` when its user was told that it is missing.
 * `dns_checks` is the history: a row for checks in succession that said the same. `dns_records` has every record that was
 * listed once, with `gone_at` from the first reading that no longer showed it. `dns_domains` says when a domain was last
 * asked about, and what is known of it alone. `dns_losses` has what was told, as Activity shows it.
 */
export const dns = `
CREATE TABLE dns_marks (
  account_id TEXT NOT NULL REFERENCES accounts (id),
  domain TEXT NOT NULL,
  mark TEXT NOT NULL CHECK (mark IN ('mx', 'spf', 'dkim', 'dmarc', 'ns')),
  is_good INTEGER NOT NULL CHECK (is_good IN (0, 1)),
  since INTEGER NOT NULL,
  at INTEGER NOT NULL,
  good_at INTEGER,
  told_at INTEGER,
  PRIMARY KEY (account_id, domain, mark)
) STRICT, WITHOUT ROWID;
CREATE INDEX dns_marks_missing ON dns_marks (account_id, domain) WHERE is_good = 0;

CREATE TABLE dns_checks (
  place INTEGER PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  domain TEXT NOT NULL,
  mx INTEGER CHECK (mx IN (0, 1)),
  spf INTEGER CHECK (spf IN (0, 1)),
  dkim INTEGER CHECK (dkim IN (0, 1)),
  dmarc INTEGER CHECK (dmarc IN (0, 1)),
  first_at INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  checks INTEGER NOT NULL
) STRICT;
CREATE INDEX dns_checks_by_domain ON dns_checks (account_id, domain, place);

CREATE TABLE dns_records (
  place INTEGER PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  domain TEXT NOT NULL,
  service_id TEXT,
  type TEXT NOT NULL,
  host TEXT NOT NULL,
  value TEXT NOT NULL,
  priority INTEGER,
  ttl INTEGER,
  first_seen_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  gone_at INTEGER
) STRICT;
CREATE INDEX dns_records_by_domain ON dns_records (account_id, domain, place);

CREATE TABLE dns_domains (
  account_id TEXT NOT NULL REFERENCES accounts (id),
  domain TEXT NOT NULL,
  tried_at INTEGER,
  records_at INTEGER,
  name_servers TEXT,
  name_servers_at INTEGER,
  is_propagated INTEGER CHECK (is_propagated IN (0, 1)),
  propagated_at INTEGER,
  PRIMARY KEY (account_id, domain)
) STRICT, WITHOUT ROWID;

CREATE TABLE dns_losses (
  place INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  losses TEXT NOT NULL,
  is_restored INTEGER NOT NULL DEFAULT 0 CHECK (is_restored IN (0, 1))
) STRICT;
CREATE INDEX dns_losses_by_time ON dns_losses (at, id);
`
