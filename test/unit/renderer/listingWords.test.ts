import { describe, expect, it } from 'vitest'
import { isPathInDoubt, listingWords } from '../../../src/renderer/views/addresses/listing/listingWords'
import type { AppError } from '../../../src/shared/errors'
import type { Listing } from '../../../src/shared/listing'
import { listingsText } from '../../../src/shared/text/window/listings'

const MINUTE = 60_000
const now = new Date(2025, 10, 18, 14, 2).getTime()

const listing = (given: Partial<Listing> = {}): Listing => ({
  accountId: '1',
  accountName: 'LikeDo',
  canList: true,
  isReading: false,
  at: now - 5 * MINUTE,
  wholeAt: null,
  problem: null,
  doubt: null,
  cost: 4,
  requestsLeft: 182,
  ...given,
})

describe('How fresh the list is', () => {
  it('is said for one account without its name', () => {
    expect(listingWords([listing()], now)).toBe('Updated 5 min ago')
    expect(listingWords([listing({ at: null, canList: null })], now)).toBe('Never read from LikeDo')
    expect(listingWords([listing({ at: null, canList: false })], now)).toBe(
      'LikeDo does not list addresses here',
    )
    expect(listingWords([listing({ isReading: true })], now)).toBe('Reading LikeDo’s list…')
  })

  it('keeps its age beside what went wrong, in words', () => {
    const problem = { kind: 'unauthorized', message: null } as const
    expect(listingWords([listing({ problem })], now)).toBe('Updated 5 min ago. LikeDo refused the API key')
  })

  it('is a moment, not an age, while the computer is offline', () => {
    expect(listingWords([listing()], now, false)).toBe('Offline. As of Tue 18 Nov 13:57')
    expect(listingWords([listing({ at: null })], now, false)).toBe('Never read from LikeDo')
  })

  it('is the oldest of several accounts, beside those of which more is to be said, oldest first', () => {
    const words = listingWords(
      [
        listing({ accountName: 'Home' }),
        listing({ accountName: 'Work', at: now - 50 * MINUTE }),
        listing({ accountName: 'New', at: null }),
        listing({ accountName: 'Shop', at: now - 10 * MINUTE, isReading: true }),
      ],
      now,
    )
    expect(words).toBe('New: never read from LikeDo; Updated 50 min ago; Shop: reading LikeDo’s list…')
  })

  it('is nothing where there is no account', () => {
    expect(listingWords([], now)).toBe('')
  })

  it('says what reading all of it costs', () => {
    expect(listingsText.cost(4, 182)).toBe('Reads about 4 pages: 4 of about 182 requests left this hour.')
    expect(listingsText.cost(1, 1)).toBe('Reads about 1 page: 1 of about 1 request left this hour.')
  })

  it('says what came of it', () => {
    expect(listingsText.brought({ added: 0, settled: 0 })).toBe('Refreshed. Nothing new.')
    expect(listingsText.brought({ added: 2, settled: 1 })).toBe(
      'Refreshed. 2 addresses added, 1 address confirmed.',
    )
  })
})

describe('How the list is asked for', () => {
  it('is in doubt where it cannot be read, or was not accepted so, and not for what else went wrong', () => {
    const rejected = {
      kind: 'rejected',
      operation: 'addresses.list',
      status: 400,
      message: null,
      remarks: [],
    } satisfies AppError
    expect(isPathInDoubt(listing({ canList: false }))).toBe(true)
    expect(isPathInDoubt(listing({ problem: rejected }))).toBe(true)
    expect(isPathInDoubt(listing({ problem: { kind: 'unauthorized', message: null } }))).toBe(false)
    expect(isPathInDoubt(listing())).toBe(false)
  })
})
