/*
 * Messages that their user keeps. `address_id` is that of an address. What is searched of an address has them in it.
 */
export const messages = `
CREATE TABLE kept_messages (
  place INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  address_id TEXT NOT NULL,
  sender TEXT,
  sender_name TEXT,
  recipient TEXT,
  copy_to TEXT,
  reply_to TEXT,
  subject TEXT,
  text TEXT,
  is_cut INTEGER NOT NULL,
  html TEXT,
  at INTEGER,
  attachments TEXT NOT NULL,
  kept_at INTEGER NOT NULL
) STRICT;
CREATE INDEX kept_messages_by_address ON kept_messages (address_id, at);
CREATE TRIGGER kept_messages_added AFTER INSERT ON kept_messages BEGIN
  INSERT OR IGNORE INTO address_dirty (id) VALUES (new.address_id);
END;
CREATE TRIGGER kept_messages_removed AFTER DELETE ON kept_messages BEGIN
  INSERT OR IGNORE INTO address_dirty (id) VALUES (old.address_id);
END;
`
