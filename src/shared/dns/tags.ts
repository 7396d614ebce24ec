/** Tags of a list in their order, as `v=DKIM1; k=rsa` (RFC 6376, 3.2). Null: it is no such list, or has a tag twice. */
export function tagsOf(text: string): ReadonlyMap<string, string> | null {
  const parts = text.split(';').map((part) => part.trim())
  // The list may end in a semicolon.
  if (parts.at(-1) === '') parts.pop()
  const tags = new Map<string, string>()
  for (const part of parts) {
    const found = /^([a-z][a-z0-9_]*)\s*=\s*(.*)$/is.exec(part)
    const name = found?.[1]
    if (name === undefined || tags.has(name)) return null
    tags.set(name, found?.[2]?.trim() ?? '')
  }
  return tags.size === 0 ? null : tags
}

/** Whether every word of a list with colons is one of these. */
export const areAmong = (list: string, words: readonly string[]): boolean =>
  list.split(':').every((word) => words.includes(word.trim()))
