import { describe, expect, it } from 'vitest'
import { isReading, operationOf, operations } from '../../../src/shared/litemail/operations'
import { isWritingId, writingIds, writingOf } from '../../../src/shared/litemail/writing'

describe('what is known of writes', () => {
  it('is known of every operation that is no read, and of no other', () => {
    const writes = operations.filter((operation) => !isReading(operation)).map(({ id }) => id)
    expect(writingIds).toEqual(writes)
    expect(operations.filter((operation) => isReading(operation) && isWritingId(operation.id))).toEqual([])
  })

  it.each(writingIds)('names only what the table has: %s', (id) => {
    const { about, many, touches, takenBackBy, shownBy } = writingOf(id)
    const inputs = operationOf(id).input
    const typeOf = (name: string) => inputs.find((input) => input.name === name)?.type
    if (about !== null) expect(typeOf(about.input)).toMatch(/^ids?$/)
    if (many !== null) expect(typeOf(many)).toMatch(/^(?:ids|texts|rows)$/)
    for (const input of Object.values(touches)) if (input !== null) expect(typeOf(input)).toBeDefined()
    if (takenBackBy !== null) expect(isWritingId(takenBackBy)).toBe(true)
    if (shownBy !== null) expect(isReading(operationOf(shownBy))).toBe(true)
  })
})
