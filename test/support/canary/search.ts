import { type Canary, type Spelling, spellingsOf } from './spellings'

/** Looks for canaries in bytes that come in chunks, also where one lies across two of them. */
export interface Search {
  push(chunk: Buffer): void
  /** The names of the spellings that were seen so far, each once. */
  found(): readonly string[]
}

/** What is looked for; made once and used for many searches. */
export type Wanted = readonly Spelling[]

/** All spellings of all these canaries. */
export const wantedOf = (...canaries: readonly Canary[]): Wanted => canaries.flatMap(spellingsOf)

export function startSearch(wanted: Wanted): Search {
  const seen = new Set<string>()
  const overlap = Math.max(...wanted.map(({ bytes }) => bytes.length)) - 1
  let tail = Buffer.alloc(0)
  return {
    push(chunk) {
      const bytes = Buffer.concat([tail, chunk])
      for (const spelling of wanted) if (bytes.includes(spelling.bytes)) seen.add(spelling.name)
      tail = bytes.subarray(Math.max(0, bytes.length - overlap))
    },
    found: () => [...seen],
  }
}

/** The names of the spellings in these bytes, or in this text. */
export function findIn(wanted: Wanted, content: Buffer | string): readonly string[] {
  const search = startSearch(wanted)
  search.push(typeof content === 'string' ? Buffer.from(content) : content)
  return search.found()
}
