import { numberIn, textIn } from './columns'
import type { IndexedNoun } from './indexing'
import { buildPairs, type Pairs } from './pairs'
import { placesIn } from './sets'
import type { Sql } from './sql'

export interface PairsKeeping {
  /** Those of all rows as they are; null while there are none. They are then made as soon as there is nothing else to do. */
  current(): Pairs | null
}

/** So many rows are taken in at once: somebody who types meanwhile waits no longer than that takes. */
const CHUNK = 500
const PAUSE_MS = 2
/** No text that is stored has it in it; see `sql.ts`. */
const BETWEEN = '\0'

/** Keeps the pairs of an index in memory. To be asked within a read. */
export function keepPairs(sql: Sql, noun: IndexedNoun, revision: () => string): PairsKeeping {
  const count = sql.prepare(`SELECT count(*) AS total FROM ${noun}_text`)
  const some = sql.prepare(`
    SELECT CAST(group_concat(x.place) AS BLOB) AS places, CAST(group_concat(x.text, char(0)) AS BLOB) AS texts
    FROM (SELECT t.place, t.text FROM ${noun}_text AS t WHERE t.place > ? ORDER BY t.place LIMIT ${CHUNK}) AS x`)
  let kept: { readonly revision: string; readonly pairs: Pairs } | null = null
  let state: 'resting' | 'making' | 'not to be had' = 'resting'

  function* making(): Generator<void, typeof kept> {
    const wanted = revision()
    const builder = buildPairs(numberIn(count.get()?.total))
    for (let last = -1; ; ) {
      const row = some.get(last)
      const places = placesIn(row?.places)
      if (places.length === 0) break
      const texts = textIn(row?.texts).split(BETWEEN)
      if (
        texts.length !== places.length ||
        !places.every((place, at) => builder.add(place, texts[at] ?? ''))
      ) {
        state = 'not to be had'
        return null
      }
      last = places.at(-1) ?? last
      yield
      if (revision() !== wanted) return null
    }
    const pairs = builder.end()
    return pairs && { revision: wanted, pairs }
  }

  const make = (): void => {
    state = 'making'
    kept = null
    const steps = making()
    const goOn = (): void => {
      try {
        const { done, value } = sql.transaction('read', () => steps.next())
        if (done !== true) {
          later(goOn)
          return
        }
        kept = value
      } catch {
        // The database was closed, or cannot be read: who asks next meets it.
      }
      if (state === 'making') state = 'resting'
    }
    later(goOn)
  }

  return {
    current() {
      if (kept !== null && kept.revision === revision()) return kept.pairs
      if (state === 'resting') make()
      return null
    },
  }
}

const later = (work: () => void): void => {
  setTimeout(work, PAUSE_MS).unref()
}
