import { describe, expect, it } from 'vitest'
import { labelChoices } from '../../../src/renderer/views/addresses/details/labelChoices'

const all = [
  { name: 'Travel', count: 4 },
  { name: 'Unravelling', count: 2 },
  { name: 'Shop', count: 9 },
]

describe('What may be chosen while a label is typed', () => {
  it('is every label that the address has not, where nothing is typed', () => {
    expect(labelChoices('', all, ['shop']).map(({ name }) => name)).toEqual(['Travel', 'Unravelling'])
  })

  it('is first what begins with it, then what holds it, then the new one', () => {
    expect(labelChoices(' rav', [{ name: 'Raven', count: 1 }, ...all], [])).toEqual([
      { name: 'Raven', count: 1 },
      { name: 'Travel', count: 4 },
      { name: 'Unravelling', count: 2 },
      { name: 'rav', count: null },
    ])
  })

  it('is not made a second time in other letters', () => {
    expect(labelChoices('TRAVEL', all, [])).toEqual([{ name: 'Travel', count: 4 }])
    expect(labelChoices('travel', all, ['Travel'])).toEqual([])
  })
})
