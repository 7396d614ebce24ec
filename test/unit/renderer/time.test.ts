import { describe, expect, it } from 'vitest'
import { ageText, briefAge, daysUntil, dayText, moment } from '../../../src/shared/text/window/time'

const at = (text: string) => new Date(text).getTime()

describe('How long ago', () => {
  const now = at('2026-03-09T14:30:00')
  it.each([
    ['2026-03-09T14:29:30', 'just now'],
    ['2026-03-09T14:31:00', 'just now'],
    ['2026-03-09T14:25:00', '5 min ago'],
    ['2026-03-09T11:10:00', '3 h ago'],
    ['2026-03-09T00:10:00', '14 h ago'],
    ['2026-03-08T23:50:00', 'yesterday'],
    ['2026-03-08T00:10:00', 'yesterday'],
    ['2026-03-07T23:50:00', '7 Mar'],
    ['2025-12-31T12:00:00', '31 Dec 2025'],
  ])('%s was %s', (moment, words) => {
    expect(ageText(at(moment), now)).toBe(words)
  })

  it.each([
    ['2026-03-09T14:29:30', 'now'],
    ['2026-03-09T14:31:00', 'now'],
    ['2026-03-09T13:31:00', '59 min'],
    ['2026-03-08T14:31:00', '23 h'],
    ['2026-03-08T14:30:00', '1 d'],
    ['2025-11-09T14:30:00', '120 d'],
  ])('%s was %s in the least room', (moment, words) => {
    expect(briefAge(at(moment), now)).toBe(words)
  })

  it('is told of a minute ago across midnight as minutes, not as yesterday', () => {
    expect(ageText(at('2026-03-08T23:58:00'), at('2026-03-09T00:01:00'))).toBe('3 min ago')
  })
})

describe('A moment and a day', () => {
  it('are written out', () => {
    expect(moment(at('2025-11-18T14:02:00'))).toBe('Tue 18 Nov 2025, 14:02')
    expect(dayText('2026-03-09')).toBe('9 Mar 2026')
  })

  it('are so many whole days away, at any hour of the day', () => {
    for (const hour of ['00:01', '12:00', '23:59']) {
      expect(daysUntil('2026-03-09', at(`2026-03-09T${hour}:00`))).toBe(0)
      expect(daysUntil('2026-03-23', at(`2026-03-09T${hour}:00`))).toBe(14)
      expect(daysUntil('2026-03-08', at(`2026-03-09T${hour}:00`))).toBe(-1)
    }
  })
})
