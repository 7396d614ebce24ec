import { describe, expect, it } from 'vitest'
import { isHalfTyped, readAmount, readPayment } from '../../../src/renderer/fields/amount'
import {
  billingFields,
  countryOf,
  detailComplaint,
  readDetails,
} from '../../../src/renderer/fields/billingFields'
import { usePlace } from '../../../src/renderer/state/app'
import { accountActions } from '../../../src/renderer/views/palette/accountActions'

describe('an amount of dollars', () => {
  it.each([
    ['50', 50],
    [' 49.5 ', 49.5],
    ['0.05', 0.05],
    ['1000000', 1_000_000],
  ])('is read as it is written: %j', (text, amount) => {
    expect(readAmount(text)).toEqual({ amount })
  })

  it.each([
    ['', 'empty'],
    ['1,000', 'number'],
    ['1.000,50', 'number'],
    ['$50', 'number'],
    ['1e3', 'number'],
    ['-5', 'number'],
    ['５０', 'number'],
    ['.5', 'number'],
    ['1.505', 'cents'],
    ['1000000.01', 'large'],
    ['99999999', 'large'],
  ])('is not guessed: %j', (text, why) => {
    expect(readAmount(text)).toEqual({ why })
  })

  it('that is paid is more than nothing, and a limit may be nothing', () => {
    expect(readPayment('0.00')).toEqual({ why: 'nothing' })
    expect(readAmount('0')).toEqual({ amount: 0 })
  })

  it.each([
    ['', true],
    ['12.', true],
    ['12,', false],
    ['.', false],
  ])('may still become one by typing on: %j %s', (text, isHalf) => {
    expect(isHalfTyped(text)).toBe(isHalf)
  })
})

describe('billing details', () => {
  const typed = {
    ...{ firstName: ' Olivia ', lastName: 'Marsh', addressLineOne: 'Lindenweg 4' },
    ...{ city: 'Basel', country: 'ch', postalCode: '4051', company: '  ' },
  }

  it('are sent as they were typed, without what was left empty', () => {
    expect(readDetails(typed)).toEqual({
      ...{ firstName: 'Olivia', lastName: 'Marsh', addressLineOne: 'Lindenweg 4' },
      ...{ city: 'Basel', country: 'CH', postalCode: '4051' },
    })
  })

  it('are not sent while something that Litemail needs is missing', () => {
    expect(readDetails({ ...typed, city: ' ' })).toBeNull()
  })

  it('name a country by its code', () => {
    expect(countryOf(' ch ')).toBe('Switzerland')
    expect(countryOf('CHE')).toBeNull()
    expect(countryOf('XQ')).toBeNull()
    const country = billingFields.find(({ name }) => name === 'country')
    expect(country && detailComplaint(country, 'XQ')).toContain('No country')
  })
})

describe('what the palette offers about an account of Litemail’s', () => {
  it('opens over what is paid where it is about that, and names the account where there are several', () => {
    const one = { id: 'one', name: 'Acme' }
    const funds = accountActions([one, { id: 'two', name: 'Globex' }])[0]
    expect(funds).toMatchObject({ id: 'add-funds one', about: 'Acme', also: ['Add funds… Acme'] })
    funds?.run()
    expect(usePlace.getState()).toMatchObject({
      ...{ screen: 'billing', billingOf: 'one' },
      dialog: { kind: 'add-funds', accountId: 'one' },
    })
    usePlace.setState({ screen: 'overview', dialog: null })
    accountActions([one])
      .find(({ id }) => id === 'tags one')
      ?.run()
    expect(usePlace.getState()).toMatchObject({ screen: 'overview', dialog: { kind: 'tags' } })
  })
})
