/** What an address begins with is looked up, as it is of mailboxes and domains. */
export const palette = `
CREATE INDEX address_index_by_email ON address_index (email, place);
`
