import { describe, expect, it } from 'vitest'
import { complaintsOf, startFields, wishOf } from '../../../src/renderer/views/addresses/newAddressFields'
import { addressWish } from '../../../src/shared/contract'
import { defaultSettings } from '../../../src/shared/settings'

const ACCOUNT = '00000000-0000-4000-8000-000000000001'
const start = (wish = {}) => startFields(wish, defaultSettings, ACCOUNT)

describe('"New address with…"', () => {
  it('starts from the settings', () => {
    expect(start()).toMatchObject({ style: 'words', hasHyphens: true, domain: 'ig.do', accountId: ACCOUNT })
  })

  it('starts from an earlier wish where there is one', () => {
    const wish = { localPart: 'newsletter', domain: 'uv.do', note: 'Bakery' }
    expect(start(wish)).toMatchObject(wish)
  })

  it('does not start from a domain that is no longer in the list', () => {
    expect(start({ domain: 'gone.example' }).domain).toBe('ig.do')
  })

  it('asks for a typed name without a style', () => {
    const wish = wishOf({ ...start(), localPart: ' newsletter ', style: 'prefix', prefix: 'shop' })
    expect(wish).toEqual({ localPart: 'newsletter', domain: 'ig.do', accountId: ACCOUNT })
  })

  it('asks for a style where no name was typed', () => {
    const wish = wishOf({ ...start(), style: 'prefix', prefix: 'shop', hasHyphens: false, note: ' Bakery ' })
    expect(wish).toEqual({
      style: 'prefix',
      prefix: 'shop',
      hasHyphens: false,
      domain: 'ig.do',
      accountId: ACCOUNT,
      note: 'Bakery',
    })
  })

  it('makes wishes that main takes wherever it does not complain', () => {
    const fields = { ...start(), localPart: 'newsletter', tag: 'x'.repeat(50), note: 'n'.repeat(4000) }
    expect(Object.values(complaintsOf(fields))).toEqual([null, null, null, null])
    expect(addressWish.safeParse(wishOf(fields)).success).toBe(true)
  })

  it('complains of an own prefix only where it is used', () => {
    expect(complaintsOf({ ...start(), style: 'prefix', prefix: '' }).prefix).toBe('empty')
    expect(complaintsOf({ ...start(), style: 'words', prefix: '' }).prefix).toBeNull()
    expect(complaintsOf({ ...start(), style: 'prefix', prefix: '', localPart: 'typed' }).prefix).toBeNull()
  })
})
