import { describe, expect, it } from 'vitest'
import { maskText } from '../../../src/main/rules/maskedMessage'
import { findOneTimeCode } from '../../../src/main/rules/oneTimeCode'
import { wordings } from './codeWordings'
import { moreWordings } from './moreCodeWordings'

const inLetters = (text: string) => text.replace(/[\s-]/g, '')

describe('a message while what is sensitive is hidden', () => {
  it('shows no code of any wording, whether it was found or not', () => {
    for (const [, subject, text, code] of [...wordings, ...moreWordings]) {
      const found = findOneTimeCode(subject, text)
      for (const said of [subject, text]) {
        // Five letters that were not found could be any word.
        if (found === null && /^\p{L}+$/u.test(code)) continue
        expect(inLetters(maskText(said, found)), said).not.toContain(inLetters(code))
      }
    }
  })

  it.each([
    ['Go to https://a.example/confirm?t=1.', 'Go to ••••••'],
    ['www.a.example/x or accounts.shop.example/confirm/abc', '•••••• or ••••••'],
    ['(HTTPS://A.EXAMPLE) bücher.example:8443/weiter', '(•••••• ••••••'],
    ['Code ４８２９１３ and 4 8 2 9 1 3 and 48-29-13', 'Code •••••• and •••••• and ••••••'],
    ['XQ7-K2M, k7q2', '••••••, ••••••'],
  ])('masks “%s”', (text, masked) => expect(maskText(text, null)).toBe(masked))

  it('masks a code of letters alone where it was found', () => {
    expect(maskText('Your code is QWERTZ. QWERTZ!', 'QWERTZ')).toBe('Your code is ••••••. ••••••!')
  })

  it('leaves what is neither, so that one sees who wrote and about what', () => {
    const text =
      'Hello Anna, your order of 3 books arrives at 14:02. Write to a@b.example or see shop.example.'
    expect(maskText(text, null)).toBe(text)
  })

  it('takes no longer than its length', () => {
    const started = performance.now()
    for (const piece of ['a.', 'a-', '1 ', 'www.', 'a://', '1-', 'ab1-', '@a', '.'])
      maskText(piece.repeat(50_000), '1')
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
