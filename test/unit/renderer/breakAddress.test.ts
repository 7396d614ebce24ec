import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakAddress } from '../../../src/renderer/views/list/details/breakAddress'

describe('A large address', () => {
  it('breaks after a hyphen, a dot or an underscore of its name, and before the @', () => {
    expect(breakAddress('brisk-otter_4.82@mail.ig.do')).toEqual([
      'brisk-',
      'otter_',
      '4.',
      '82',
      '@mail.',
      'ig.',
      'do',
    ])
  })

  it('is whole again when its pieces are joined, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.emailAddress()), (email) => {
        expect(breakAddress(email).join('')).toBe(email)
      }),
    )
  })
})
