import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fuzzyScoring } from '../../../src/renderer/views/palette/fuzzy'

const fuzzyScore = (typed: string, name: string) => fuzzyScoring(typed)(name)
const isFound = (typed: string, name: string) => fuzzyScore(typed, name) !== null
/** Of these names those that are found, the best first. */
const bestOf = (typed: string, names: readonly string[]) =>
  names
    .flatMap((name) => {
      const score = fuzzyScore(typed, name)
      return score === null ? [] : { name, score }
    })
    .sort((one, other) => one.score - other.score)
    .map(({ name }) => name)

describe('The name of an action', () => {
  it.each([
    ['its beginning', 'new', 'New Address'],
    ['the first letters of its words', 'naw', 'New Address With…'],
    ['beginnings of its words', 'newad', 'New Address'],
    ['beginnings of three words', 'getdnsrec', 'Get DNS Records'],
    ['a word further on', 'sens', 'Hide Sensitive'],
    ['words in another order', 'address new', 'New Address'],
    ['a part of a word', 'oom', 'Zoom In'],
    ['the wrong case and no accents', 'CAFE', 'Café'],
    ['parts of an id', 'domlist', 'domains.list'],
  ])('is found by %s', (_, typed, name) => {
    expect(isFound(typed, name)).toBe(true)
  })

  it.each([
    ['letters that stand anywhere', 'nds', 'New Address'],
    ['letters in another order', 'wen', 'New Address'],
    ['a word that is not in it', 'new mailbox', 'New Address'],
    ['a piece of it and letters of others by chance', 'histle', 'Export history List Export History'],
  ])('is not found by %s', (_, typed, name) => {
    expect(isFound(typed, name)).toBe(false)
  })

  it('comes first where it begins with what was typed, then where a word does, last where it stands inside one', () => {
    expect(bestOf('in', ['Mainly', 'Zoom In', 'Invoices'])).toEqual(['Invoices', 'Zoom In', 'Mainly'])
    expect(bestOf('do', ['Delete Operation', 'Domains'])).toEqual(['Domains', 'Delete Operation'])
  })

  it('is found by itself, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), (name) => {
        expect(isFound(name, name)).toBe(true)
      }),
    )
  })
})
