import { describe, expect, it } from 'vitest'
import { confirmationOf } from '../../../src/main/rules/confirmation'
import { isConfirmedBy } from '../../../src/renderer/views/plan/ConfirmField'
import type { JobTarget } from '../../../src/shared/job'

const targets = (noun: JobTarget['noun'], count: number): JobTarget[] =>
  Array.from({ length: count }, (_, at) => ({ noun, serviceId: `id-${at}`, name: `name-${at}` }))

describe('what can be taken back', () => {
  it('is confirmed by a press, ten rows of it as well', () => {
    expect(confirmationOf('mailboxes.update', targets('mailbox', 1))).toEqual({ by: 'button' })
    expect(confirmationOf('mailboxes.update', targets('mailbox', 10))).toEqual({ by: 'button' })
  })

  it('is confirmed by its number from eleven rows on', () => {
    expect(confirmationOf('mailboxes.update', targets('mailbox', 11))).toEqual({ by: 'number', number: 11 })
  })
})

describe('what nothing takes back', () => {
  it.each([
    ['domains.remove', 'domain'],
    ['subscriptions.cancel', 'subscription'],
  ] as const)('is confirmed by its name where it is one: %s', (operation, noun) => {
    expect(confirmationOf(operation, targets(noun, 1))).toEqual({ by: 'name', name: 'name-0' })
    expect(confirmationOf(operation, targets(noun, 2))).toEqual({ by: 'number', number: 2 })
  })

  it.each(['', ' '])('is confirmed by its number at the service where it tells no name (%j)', (name) => {
    const target: JobTarget = { noun: 'subscription', serviceId: 'sub-7', name }
    expect(confirmationOf('subscriptions.cancel', [target])).toEqual({ by: 'name', name: 'sub-7' })
  })
})

describe('what was typed', () => {
  it('confirms only what it is', () => {
    const byName = { by: 'name', name: 'acme.example' } as const
    expect(isConfirmedBy(byName, ' acme.example ')).toBe(true)
    expect(isConfirmedBy(byName, '')).toBe(false)
    expect(isConfirmedBy({ by: 'number', number: 1_200 }, '1,200')).toBe(true)
    expect(isConfirmedBy({ by: 'number', number: 1_200 }, '120')).toBe(false)
    expect(isConfirmedBy({ by: 'button' }, '')).toBe(true)
  })

  it('confirms nothing where it is nothing', () => {
    expect(isConfirmedBy({ by: 'name', name: '' }, '')).toBe(false)
    expect(isConfirmedBy({ by: 'name', name: ' ' }, ' ')).toBe(false)
  })
})
