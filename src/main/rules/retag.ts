/** A tag of an account, as its list tells it. */
interface ListedTag {
  readonly id: string
  readonly name: string
}

/** A mailbox with its tags, as the service calls them there: by their names or by their ids. */
export interface TaggedMailbox {
  readonly serviceId: string
  readonly workspaceId: string
  readonly tags: readonly string[]
}

/** The row of a plan that says all the tags that a mailbox is to have. */
interface TaggingRow {
  readonly workspaceId: string
  readonly inputs: { readonly id: string; readonly tagIds: string[] }
}

/**
 * The tags that mailboxes have once some were given and some taken, as rows of the mailboxes that change. A mailbox with a tag
 * that the list does not have, or has twice by that name, is counted as `unknown` and left alone: its other tags would be
 * lost. One that would have none left is counted as `emptied`: an empty list is never sent.
 */
export function retag(
  mailboxes: readonly TaggedMailbox[],
  tags: readonly ListedTag[],
  { give, take }: { readonly give: readonly string[]; readonly take: readonly string[] },
) {
  const ids = new Set(tags.map(({ id }) => id))
  const byName = new Map<string, string | null>()
  for (const { id, name } of tags) byName.set(name, byName.has(name) ? null : id)
  const idOf = (tag: string): string | null => (ids.has(tag) ? tag : (byName.get(tag) ?? null))

  const rows: TaggingRow[] = []
  const counts = new Map<string, number>()
  let unknown = 0
  let emptied = 0
  for (const { serviceId, workspaceId, tags: own } of mailboxes) {
    const had = own.map(idOf)
    const known = had.filter((id) => id !== null)
    for (const id of new Set(known)) counts.set(id, (counts.get(id) ?? 0) + 1)
    const next = new Set([...known, ...give])
    for (const id of take) next.delete(id)
    const isSame = next.size === new Set(known).size && known.every((id) => next.has(id))
    if (give.length + take.length === 0 || (isSame && known.length === had.length)) continue
    if (known.length < had.length) unknown += 1
    else if (next.size === 0) emptied += 1
    else rows.push({ workspaceId, inputs: { id: serviceId, tagIds: [...next] } })
  }
  return { rows, counts, unknown, emptied }
}
