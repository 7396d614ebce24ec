/** No window needs more: the longest note is 4,000 characters, a key 4,096, the list of domains 100 rows. */
const MOST_CHARACTERS = 64 * 1024
const MOST_VALUES = 2_000
const DEEPEST = 6

/**
 * Whether something that came from outside is plain data of a size that Mailroom would ever send: no
 * Map, Date or ArrayBuffer, no cycle, no array with more room than values. Looked at before any schema,
 * so that a message that is large beyond reason costs no more than the walk to the first bound.
 */
export function isModest(value: unknown): boolean {
  let characters = 0
  let values = 0

  const isPlain = (part: unknown, depth: number): boolean => {
    values += 1
    if (values > MOST_VALUES || depth > DEEPEST) return false
    switch (typeof part) {
      case 'string':
        characters += part.length
        return characters <= MOST_CHARACTERS
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
      return part.length <= MOST_VALUES && part.every((item: unknown) => isPlain(item, depth + 1))
    }
    const prototype: unknown = Object.getPrototypeOf(part)
    if (prototype !== Object.prototype && prototype !== null) return false
    for (const [name, item] of Object.entries(part)) {
      characters += name.length
      if (!isPlain(item, depth + 1)) return false
    }
    return characters <= MOST_CHARACTERS
  }

  return isPlain(value, 0)
}
