import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactPieces } from '../../../src/renderer/ui/exactPieces'

describe('a text that is shown to the letter', () => {
  it('is one piece where nothing of it could be missed', () => {
    expect(exactPieces('v=spf1 include:a.example ~all')).toEqual([
      { kind: 'text', text: 'v=spf1 include:a.example ~all' },
    ])
    expect(exactPieces('größe 数 🙂')).toEqual([{ kind: 'text', text: 'größe 数 🙂' }])
    expect(exactPieces('')).toEqual([])
  })

  it('shows spaces at its ends, several, and spells out other ones', () => {
    expect(exactPieces(' k=rsa;  p=AA\u00a0\t ')).toEqual([
      { kind: 'spaces', text: ' ' },
      { kind: 'text', text: 'k=rsa;' },
      { kind: 'spaces', text: '  ' },
      { kind: 'text', text: 'p=AA' },
      { kind: 'spelled', text: '\\u{A0}' },
      { kind: 'spelled', text: '\\u{9}' },
      { kind: 'spaces', text: ' ' },
    ])
  })

  it('spells out what cannot be seen, or turns the line around', () => {
    expect(exactPieces('a\u202eb\nc\u200bd')).toEqual([
      { kind: 'text', text: 'a' },
      { kind: 'spelled', text: '\\u{202E}' },
      { kind: 'text', text: 'b' },
      { kind: 'spelled', text: '\\u{A}' },
      { kind: 'text', text: 'c' },
      { kind: 'spelled', text: '\\u{200B}' },
      { kind: 'text', text: 'd' },
    ])
  })

  it('loses nothing, and leaves nothing that cannot be seen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const pieces = exactPieces(text)
        expect(pieces.filter(({ text: piece }) => /[\p{Cc}\p{Cf}]/u.test(piece))).toEqual([])
        const said = pieces.map(({ kind, text: piece }) =>
          kind === 'spelled' ? String.fromCodePoint(Number.parseInt(piece.slice(3, -1), 16)) : piece,
        )
        expect(said.join('')).toBe(text)
      }),
    )
  })
})
