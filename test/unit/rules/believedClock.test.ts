import { describe, expect, it } from 'vitest'
import { believeClock, type SeenClock } from '../../../src/main/rules/believedClock'

const MINUTE = 60_000
const DAY = 86_400_000
const YEAR = 365 * DAY
const NOW = Date.UTC(2026, 1, 3, 12)

/** What is believed after each of these looks at the clock. */
const believed = (...looks: readonly number[]): number[] => {
  let clock: SeenClock | null = null
  return looks.map((now) => {
    clock = believeClock(clock, now)
    return clock.believed
  })
}

describe('the clock of the computer', () => {
  it('is believed once it has gone on for a day', () => {
    expect(believed(NOW, NOW + DAY / 2, NOW + DAY, NOW + 2 * DAY)).toEqual([0, 0, NOW + DAY, NOW + 2 * DAY])
  })

  it('is not believed where it stands a year ahead for some minutes, however often it is looked at', () => {
    const looks = [
      NOW,
      NOW + DAY,
      NOW + YEAR,
      NOW + YEAR + MINUTE,
      NOW + YEAR + 2 * MINUTE,
      NOW + DAY + MINUTE,
    ]
    expect(believed(...looks).slice(1)).toEqual([
      NOW + DAY,
      NOW + DAY,
      NOW + DAY,
      NOW + DAY,
      NOW + DAY + MINUTE,
    ])
  })

  it('is not believed either where it was right again only much later', () => {
    const looks = [NOW, NOW + DAY, NOW + YEAR, NOW + 20 * DAY, NOW + 30 * DAY]
    expect(believed(...looks).slice(2)).toEqual([NOW + DAY, NOW + DAY, NOW + 20 * DAY])
  })

  it('is believed a look later where Mailroom runs for a moment once a week', () => {
    const weeks = [0, 7, 14, 21].map((days) => NOW + days * DAY)
    expect(believed(...weeks)).toEqual([0, ...weeks.slice(0, 3)])
  })

  it('is believed at once where it is set back', () => {
    expect(believed(NOW, NOW + DAY, NOW - YEAR).at(-1)).toBe(NOW - YEAR)
  })
})
