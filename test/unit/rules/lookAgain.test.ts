import { describe, expect, it } from 'vitest'
import { isLookDue } from '../../../src/main/rules/lookAgain'

const MINUTE = 60_000
const DAY = 86_400_000

describe('a write that nobody knows of', () => {
  it('is looked for soon after it ended, and at once after a start', () => {
    expect(isLookDue(1_000, 0, null)).toBe(false)
    expect(isLookDue(5_000, 0, null)).toBe(true)
    expect(isLookDue(3 * DAY, 0, null)).toBe(true)
  })

  it('is looked for the more seldom the older it is, so that a week takes few looks', () => {
    let lookedAt: number | null = null
    let looks = 0
    for (let now = 0; now <= 7 * DAY; now += MINUTE) {
      if (!isLookDue(now, 0, lookedAt)) continue
      lookedAt = now
      looks += 1
    }
    expect(looks).toBeGreaterThan(10)
    expect(looks).toBeLessThan(20)
  })
})
