import type { ShapePart } from '../../shared/apiPath'
import type { Exchange } from './exchange'
import { readJson } from './json'
import { withoutCredentials } from './litemail/credentials'

const MOST_PARTS = 60
const MOST_DEPTH = 6
const LONGEST_PLACE = 200

const kindOf = (value: unknown): ShapePart['is'] => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'number' || typeof value === 'boolean') return typeof value as 'number' | 'boolean'
  return typeof value === 'object' ? 'object' : 'text'
}

/**
 * What stands where in an answer: the names of its fields, and those of the first item of each list, never a value. Fields
 * whose names have a dot in them cannot be named as a place, and are left out. Null where there is no JSON.
 */
export function readShapeOf(exchange: Exchange): ShapePart[] | null {
  if (exchange.kind !== 'answer') return null
  const json = readJson(exchange)
  if (!json.ok) return null
  const parts: ShapePart[] = []
  const walk = (value: unknown, place: string, depth: number): void => {
    if (parts.length >= MOST_PARTS || depth > MOST_DEPTH || place.length > LONGEST_PLACE) return
    const is = kindOf(value)
    parts.push({ place, is, items: Array.isArray(value) ? value.length : null })
    const inner = Array.isArray(value)
      ? [['0', value[0]] as const].slice(0, value.length)
      : Object.entries(Object(is === 'object' ? value : {}))
    for (const [name, one] of inner) {
      if (/^[^.\p{Cc}]+$/u.test(name)) walk(one, place === '' ? name : `${place}.${name}`, depth + 1)
    }
  }
  walk(withoutCredentials(json.value), '', 0)
  return parts
}
