import { describe, expect, it } from 'vitest'
import { isWalletLow } from '../../../src/main/rules/lowWallet'

const NOW = Date.UTC(2026, 2, 9, 12)
const HOUR = 3_600_000
const wallet = { balance: 50, isAutoRecharging: false, at: NOW - HOUR }
const renewing = { count: 2, atLeast: 84 }

describe('a wallet', () => {
  it.each([
    ['that holds less than what renews within a week', wallet, renewing],
    ['of which it is not said whether it recharges', { ...wallet, isAutoRecharging: null }, renewing],
    [
      'that is empty while something without a price renews',
      { ...wallet, balance: 0 },
      { count: 1, atLeast: 0 },
    ],
  ])('%s is low', (_, held, due) => {
    expect(isWalletLow(held, due, NOW)).toBe(true)
  })

  it.each([
    ['that holds it to the dollar', { ...wallet, balance: 84 }, renewing],
    ['that recharges by itself', { ...wallet, isAutoRecharging: true }, renewing],
    ['whose balance was not told', { ...wallet, balance: null }, renewing],
    ['that was not read for more than a day', { ...wallet, at: NOW - 25 * HOUR }, renewing],
    ['from which nothing is taken', { ...wallet, balance: 0 }, { count: 0, atLeast: 0 }],
    ['that holds something while nothing that renews has a price', wallet, { count: 1, atLeast: 0 }],
  ])('%s is not said to be low', (_, held, due) => {
    expect(isWalletLow(held, due, NOW)).toBe(false)
  })
})
