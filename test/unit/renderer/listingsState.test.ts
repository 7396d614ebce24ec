import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { refreshListings } from '../../../src/renderer/state/listings'
import { useNotices } from '../../../src/renderer/state/notices'
import type { AppError } from '../../../src/shared/errors'
import type { Listing, ListingReport } from '../../../src/shared/listing'
import { ok } from '../../../src/shared/result'

const listing = (accountId: string, given: Partial<Listing> = {}): Listing => ({
  accountId,
  accountName: `Account ${accountId}`,
  canList: true,
  isReading: false,
  at: 1,
  wholeAt: null,
  problem: null,
  doubt: null,
  cost: 1,
  requestsLeft: 100,
  ...given,
})
const report = (accountId: string, given: Partial<ListingReport> = {}): ListingReport => ({
  accountId,
  added: 0,
  settled: 0,
  pages: 1,
  isWhole: false,
  ...given,
})

const answers: { refresh: ListingReport[]; list: Listing[] } = { refresh: [], list: [] }
const words = () => useNotices.getState().notices.map((notice) => notice.words)

describe('What a refresh brought', () => {
  beforeEach(() => {
    useNotices.setState({ notices: [] })
    vi.stubGlobal('window', {
      bridge: {
        call: async (method: string) => ok(method === 'listings.refresh' ? answers.refresh : answers.list),
      },
    })
  })
  afterEach(() => vi.unstubAllGlobals())

  it('is counted over all accounts', async () => {
    answers.refresh = [report('1', { added: 2 }), report('2', { added: 1, settled: 1 })]
    answers.list = [listing('1'), listing('2')]
    await refreshListings(false)
    expect(words()).toEqual(['Refreshed. 3 addresses added, 1 address confirmed.'])
  })

  it('is not called nothing where the list waits for an answer', async () => {
    answers.refresh = [report('1')]
    answers.list = [listing('1', { doubt: { listed: 2, known: 20 } })]
    await refreshListings(false)
    expect(words()).toEqual([])
  })

  it('names the account that could not be read beside those that were', async () => {
    const problem: AppError = { kind: 'unauthorized', message: null }
    answers.refresh = [report('1', { added: 1 })]
    answers.list = [listing('1'), listing('2', { problem }), listing('3', { canList: false })]
    await refreshListings(false)
    expect(words()).toEqual(['Refreshed. 1 address added.', 'Account 2: LikeDo refused the API key.'])
  })
})
