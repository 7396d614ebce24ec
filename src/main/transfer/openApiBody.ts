import type { Shape, Slot } from '../rules/samples/sample'

/** No body that one fills in is larger; what is behind that is not read. */
const MOST_SLOTS = 300
const MOST_DEPTH = 6
/** A body whose parts refer to each other is not followed for ever. */
const MOST_VISITS = 2_000

type Fields = Readonly<Record<string, unknown>>

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A field of its own; undefined where there is none. */
export const field = (fields: unknown, name: string): unknown =>
  isFields(fields) && Object.hasOwn(fields, name) ? fields[name] : undefined

const unescaped = (step: string): string | null => {
  try {
    return decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')
  } catch {
    return null
  }
}

/** What a reference within the file leads to (RFC 6901); undefined for one that leads out of it, or nowhere. */
function follow(tree: unknown, reference: string): unknown {
  if (!reference.startsWith('#/')) return undefined
  let found = tree
  for (const written of reference.slice(2).split('/')) {
    const step = unescaped(written)
    if (step === null) return undefined
    found = Array.isArray(found) && /^\d{1,5}$/.test(step) ? found[Number(step)] : field(found, step)
  }
  return found
}

/** A part of the file itself, behind its references as far as they stay in it; {} where they do not. */
export function resolve(tree: unknown, part: unknown): Fields {
  let found = part
  for (let jumps = 0; jumps < 20; jumps += 1) {
    const reference = field(found, '$ref')
    if (typeof reference !== 'string') return isFields(found) ? found : {}
    found = follow(tree, reference)
  }
  return {}
}

const shapesOfFormat: Readonly<Record<string, Shape>> = {
  email: 'email',
  'idn-email': 'email',
  uri: 'url',
  url: 'url',
  uuid: 'id',
  hostname: 'host',
}

const firstType = (type: unknown): unknown =>
  Array.isArray(type) ? type.find((one) => one !== 'null') : type

/** What a schema's values look like (JSON Schema, "type" and "format"). */
export function shapeOfSchema(tree: unknown, part: unknown): Shape {
  const schema = resolve(tree, part)
  const type = firstType(field(schema, 'type'))
  if (type === 'integer' || type === 'number') return 'number'
  if (type === 'boolean') return 'boolean'
  if (type === 'array') {
    const items = resolve(tree, field(schema, 'items'))
    return firstType(field(items, 'type')) === 'object' || isFields(field(items, 'properties'))
      ? 'rows'
      : 'list'
  }
  if (type !== 'string') return 'unknown'
  const format = field(schema, 'format')
  return (
    (typeof format === 'string' && Object.hasOwn(shapesOfFormat, format) && shapesOfFormat[format]) || 'text'
  )
}

const parts = ['allOf', 'oneOf', 'anyOf']

/** The fields of a body, and of the objects in it. What is only ever answered is none. */
export function slotsOfSchema(tree: unknown, body: unknown): Slot[] {
  const slots = new Map<string, Slot>()
  let visits = 0
  const walk = (part: unknown, before: string, depth: number): void => {
    visits += 1
    if (visits > MOST_VISITS || depth > MOST_DEPTH) return
    const schema = resolve(tree, part)
    for (const name of parts) {
      const several = field(schema, name)
      if (Array.isArray(several)) for (const one of several) walk(one, before, depth + 1)
    }
    for (const [name, inner] of Object.entries(resolve(tree, field(schema, 'properties')))) {
      if (slots.size >= MOST_SLOTS || visits > MOST_VISITS) return
      const known = slots.size
      const property = resolve(tree, inner)
      if (field(property, 'readOnly') === true || name === '' || name.includes('.')) continue
      const place = `${before}${name}`
      if (place.length > 200) continue
      if (hasFields(property)) walk(property, `${place}.`, depth + 1)
      if (slots.size === known)
        slots.set(place, { place: 'body', name: place, shape: shapeOfSchema(tree, property) })
    }
  }
  walk(body, '', 1)
  return [...slots.values()]
}

const hasFields = (schema: Fields): boolean =>
  isFields(field(schema, 'properties')) || parts.some((name) => Array.isArray(field(schema, name)))
