import { describe, expect, it } from 'vitest'
import type { PathsAccount } from '../../../src/renderer/state/apiPaths'
import { chosenAccount } from '../../../src/renderer/views/operations/chosenAccount'
import type { AppError } from '../../../src/shared/errors'

const agency: PathsAccount = { id: 'agency', name: 'Agency', service: 'litemail' }
const mine: PathsAccount = { id: 'mine', name: 'Mine', service: 'likedo' }
const failure: AppError = { kind: 'storage', problem: 'full' }

const known = (...data: PathsAccount[]) => ({ data, error: null })
const loading = { data: null, error: null }
const failed = { data: null, error: failure }
const stale = (...data: PathsAccount[]) => ({ data, error: failure })

describe('The account whose operations are shown', () => {
  it.each([
    ['the one that is asked for', 'mine', known(agency), known(mine), mine],
    ['the first, where none is asked for', null, known(agency), known(mine), agency],
    ['the first, where the one that is asked for is gone', 'gone', known(agency), known(mine), agency],
    ['the one that is asked for, although others are not known', 'mine', failed, known(mine), mine],
    ['the first that is known, where none is asked for', null, failed, known(mine), mine],
    [
      'none in place of one that may be among those that are not known',
      'agency',
      failed,
      known(mine),
      undefined,
    ],
    ['none before it is known which is the first', null, loading, known(mine), undefined],
    ['none before the one that is asked for is known', 'mine', known(agency), loading, undefined],
    ['none, where there is none', null, known(), known(), undefined],
  ])('is %s', (_case, wanted, litemail, likedo, account) => {
    expect(chosenAccount(wanted, litemail, likedo).account).toBe(account)
  })

  it('is shown with why others are not known, or no longer known for sure', () => {
    expect(chosenAccount('mine', failed, known(mine))).toMatchObject({ error: failure, isReading: false })
    expect(chosenAccount('mine', stale(agency), known(mine))).toMatchObject({ account: mine, error: failure })
    expect(chosenAccount('agency', failed, known(mine))).toMatchObject({ error: failure, isReading: false })
  })

  it('is being read only as long as nothing is shown and nothing failed', () => {
    expect(chosenAccount(null, loading, loading).isReading).toBe(true)
    expect(chosenAccount('mine', loading, known(mine)).isReading).toBe(false)
    expect(chosenAccount(null, known(), known()).isReading).toBe(false)
  })
})
