import { describe, expect, test } from 'vitest'
import { reservedStanding } from '../../../src/main/rules/reservedNames'

describe('the standing of a typed name', () => {
  test.each(['admin', 'noreply', 'postmaster', ' Admin '])('%s is documented as reserved', (name) => {
    expect(reservedStanding(name)).toBe('documented')
  })
  test.each(['support', 'no-reply', 'WEBMASTER', 'events', 'it'])('%s is likely reserved', (name) => {
    expect(reservedStanding(name)).toBe('likely')
  })
  test.each(['admins', 'admin.team', 'my-support', 'newsletters', 'constructor', ''])(
    '%s is free',
    (name) => {
      expect(reservedStanding(name)).toBe('no')
    },
  )
})
