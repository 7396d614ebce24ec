/** What is more than this is not looked at. */
export interface Bounds {
  readonly characters: number
  readonly values: number
  readonly depth: number
}

/**
 * No window needs more: a pasted list has 60,000 characters; understood, it is sent as 500 addresses of three fields,
 * their names included.
 */
const modest: Bounds = { characters: 96 * 1024, values: 2_500, depth: 6 }

/** But to plan 5,000 rows, each with its workspace and the inputs of a mailbox or of a DNS record, their names included. */
export const ofAPlan: Bounds = { characters: 2 * 1024 * 1024, values: 60_000, depth: 7 }

/**
 * Whether something that came from outside is plain data of a size that Mailroom would ever send: no
 * Map, Date or ArrayBuffer, no cycle, no array with more room than values. Looked at before any schema,
 * so that a message that is large beyond reason costs no more than the walk to the first bound.
 */
export function isModest(value: unknown, most: Bounds = modest): boolean {
  let characters = 0
  let values = 0

  const isPlain = (part: unknown, depth: number): boolean => {
    values += 1
    if (values > most.values || depth > most.depth) return false
    switch (typeof part) {
      case 'string':
        characters += part.length
        return characters <= most.characters
      case 'boolean':
      case 'number':
      case 'undefined':
        return true
      case 'object':
        return part === null || isPlainObject(part, depth)
      default:
        return false
    }
  }

  const isPlainObject = (part: object, depth: number): boolean => {
    if (Array.isArray(part)) {
      return part.length <= most.values && part.every((item: unknown) => isPlain(item, depth + 1))
    }
    const prototype: unknown = Object.getPrototypeOf(part)
    if (prototype !== Object.prototype && prototype !== null) return false
    for (const [name, item] of Object.entries(part)) {
      characters += name.length
      if (!isPlain(item, depth + 1)) return false
    }
    return characters <= most.characters
  }

  return isPlain(value, 0)
}
