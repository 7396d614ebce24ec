import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markParts, searchedWords } from '../../../src/renderer/views/list/marks'

const found = (text: string, search: string) =>
  markParts(text, searchedWords(search))
    .filter(({ isFound }) => isFound)
    .map((part) => part.text)

describe('What was searched for', () => {
  it('is marked wherever it stands in a word', () => {
    expect(found('brisk-otter-482@ig.do', 'otter')).toEqual(['otter'])
    expect(found('Trial of a trial', 'ria')).toEqual(['ria', 'ria'])
  })

  it('is marked whatever its case and accents', () => {
    expect(found('Café in Zürich', 'cafe ZURICH')).toEqual(['Café', 'Zürich'])
    expect(found('Cafe\u0301', 'café')).toEqual(['Café'])
  })

  it('is marked for each of several words, in one piece where they overlap', () => {
    expect(found('newsletters', 'news letter slet')).toEqual(['newsletter'])
  })

  it('is nothing where nothing was typed', () => {
    expect(found('anything', '   ')).toEqual([])
  })

  it('leaves the text as it is, part by part', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ maxLength: 5 }), (text, search) => {
        const parts = markParts(text, searchedWords(search))
        expect(parts.map((part) => part.text).join('')).toBe(
          searchedWords(search).length === 0 ? text : text.normalize('NFC'),
        )
      }),
    )
  })
})
