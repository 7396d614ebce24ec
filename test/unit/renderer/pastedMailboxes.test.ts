import { describe, expect, it } from 'vitest'
import { isTooLong, type Wanted, wishOf } from '../../../src/renderer/views/mailboxes/write/wanted'

const line = 'Anna\tBerg\tacme.com\n'
const pasted = (text: string): Wanted => ({
  ...{ accountId: 'a', source: 'text', text, file: null, reading: null, domain: '', pattern: '{first}' },
  typed: { firstName: '', lastName: '', username: '' },
})

describe('a pasted list of new mailboxes', () => {
  it('is read as long as main takes it', () => {
    const wanted = pasted(line.repeat(60_000 / line.length))
    expect(isTooLong(wanted)).toBe(false)
    expect(wishOf(wanted)?.from).toEqual({ text: wanted.text })
  })
  it('is not read where it is longer: it is not cut, nor is any of it sent', () => {
    const wanted = pasted('x'.repeat(60_001))
    expect([isTooLong(wanted), wishOf(wanted)]).toEqual([true, null])
    expect(isTooLong({ ...wanted, source: 'file' })).toBe(false)
  })
})
