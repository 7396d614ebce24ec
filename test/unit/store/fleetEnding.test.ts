import { describe, expect, it } from 'vitest'
import { mailboxFacts } from './fleetRows'
import { storeWithFleet } from './fleetStore'

const several = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => mailboxFacts(`m-${String(index + from).padStart(3, '0')}`))

describe('a row that a whole pass did not meet', () => {
  it('is missed first, and gone when the next one misses it too', () => {
    const { passOfMailboxes, here } = storeWithFleet()
    const [one, two] = several(2)
    if (!one || !two) throw new Error('two rows')
    passOfMailboxes([one, two])
    expect(passOfMailboxes([one])).toEqual({ unseen: 1, gone: 0, doubt: null })
    expect(here('mailboxes')).toEqual(['m-000', '(m-001)'])
    expect(passOfMailboxes([one])).toEqual({ unseen: 0, gone: 1, doubt: null })
    expect(here('mailboxes')).toEqual(['m-000'])
  })
})
