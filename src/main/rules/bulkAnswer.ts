import { folded, readBulk } from './bulkFailures'

/** One of several rows that a request was about, by every word that the service may name it with. */
export interface NamedRow {
  readonly names: readonly string[]
}

/** What an accepted request did with one of its rows. `unclear`: the answer does not say. */
export type RowVerdict =
  | { readonly kind: 'done' }
  | { readonly kind: 'unclear' }
  | { readonly kind: 'refused'; readonly message: string | null }

/**
 * What an accepted request (2xx) says of each of its rows. A service may accept a request of several and fail at some of them,
 * and say so inside the answer: which ones are refused, in its words. A row is named by the words that it shares with no other
 * row of its request. Where the service says that some failed and not which, or counts fewer that it did, nobody knows of any
 * of the others: `unclear`.
 */
export function judgeRows(body: unknown, rows: readonly NamedRow[]): RowVerdict[] {
  const owners = ownersOf(rows)
  const said = readBulk(body, owners)
  const verdicts = rows.map((_, place): RowVerdict => {
    const message = said.failed.get(place)
    if (message !== undefined) return { kind: 'refused', message }
    return { kind: said.doubtful.has(place) ? 'unclear' : 'done' }
  })
  const found = said.failed.size
  const isShort = said.succeeded !== null && said.succeeded < rows.length - found
  const isCounted = said.failures === null || said.failures === found
  // What it names certainly failed; of the others nobody can tell.
  if (!said.isUntold && !isShort && isCounted) return verdicts
  return verdicts.map((one) => (one.kind === 'done' ? { kind: 'unclear' } : one))
}

/** By each word the row that has it alone. */
function ownersOf(rows: readonly NamedRow[]): ReadonlyMap<string, number> {
  const owners = new Map<string, number>()
  const shared = new Set<string>()
  for (const [place, { names }] of rows.entries()) {
    for (const name of names.map(folded)) {
      const owner = owners.get(name)
      if (owner !== undefined && owner !== place) shared.add(name)
      owners.set(name, place)
    }
  }
  for (const name of shared) owners.delete(name)
  return owners
}
