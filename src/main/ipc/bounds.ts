/**
 * No window needs more: a pasted list has 60,000 characters; understood, it is sent as 500 addresses of three fields,
 * their names included.
 */
const MOST_CHARACTERS = 96 * 1024
const MOST_VALUES = 2_500
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
