import { afterEach, describe, expect, it } from 'vitest'
import { daysAhead } from '../../../src/main/rules/daysAhead'

const zone = process.env.TZ
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

describe('the days ahead', () => {
  it('begin with today, also what of it is over, and end with the whole last day', () => {
    process.env.TZ = 'UTC'
    const { from, to } = daysAhead(Date.UTC(2026, 2, 9, 17, 30), 7)
    expect(new Date(from).toISOString()).toBe('2026-03-09T00:00:00.000Z')
    expect(new Date(to).toISOString()).toBe('2026-03-17T00:00:00.000Z')
  })

  it('are those of the calendar where the computer is, also where one has 23 hours', () => {
    process.env.TZ = 'Europe/Berlin'
    const { from, to } = daysAhead(Date.UTC(2026, 2, 27, 23, 30), 7)
    // It is 28 March in Berlin, and the clocks go forward on the 29th.
    expect(new Date(from).toISOString()).toBe('2026-03-27T23:00:00.000Z')
    expect(new Date(to).toISOString()).toBe('2026-04-04T22:00:00.000Z')
  })
})
