import * as z from 'zod'
import { jsonIn } from './columns'
import type { SqlValue } from './sql'

/** What a service told beside, as a window shows it. */
export interface OtherFact {
  readonly name: string
  readonly value: string
}

const MOST_FACTS = 200
const LONGEST = 4_096
const DEEPEST = 4

const facts = z.record(z.string(), z.unknown())

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

/** One name for each value within a value: `warmup.limit`. What is null was not said. */
function* flatten(name: string, value: unknown, depth = 0): Generator<OtherFact> {
  if (value === null || value === undefined) return
  if (isPlain(value)) yield { name, value: String(value).slice(0, LONGEST) }
  else if (Array.isArray(value) && value.every(isPlain)) {
    if (value.length > 0) yield { name, value: value.join(', ').slice(0, LONGEST) }
  } else if (depth === DEEPEST) yield { name, value: JSON.stringify(value).slice(0, LONGEST) }
  else for (const [part, inner] of Object.entries(value)) yield* flatten(`${name}.${part}`, inner, depth + 1)
}

/** The facts of a column `other`, named as the service did, in the order of their names; the first 200. */
export function otherIn(column: SqlValue | undefined): OtherFact[] {
  const found: OtherFact[] = []
  for (const [name, value] of Object.entries(jsonIn(facts, column, {}))) {
    for (const fact of flatten(name, value)) {
      if (found.length === MOST_FACTS) return found
      found.push({ ...fact, name: fact.name.slice(0, LONGEST) })
    }
  }
  return found
}
