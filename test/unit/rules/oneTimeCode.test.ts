import { describe, expect, it } from 'vitest'
import { findOneTimeCode } from '../../../src/main/rules/oneTimeCode'
import { withoutCode, wordings } from './codeWordings'
import { moreWithoutCode, moreWordings } from './moreCodeWordings'

describe.each([
  ['wordings that the rule was made with', wordings, withoutCode],
  ['wordings that came after it', moreWordings, moreWithoutCode],
])('a one-time code in %s', (_, wordings, withoutCode) => {
  const found = wordings.map(([language, subject, text, code]) => ({
    language,
    subject,
    code,
    found: findOneTimeCode(subject, text),
  }))

  it('is found in nine of ten of six languages and more', () => {
    expect(wordings.length).toBeGreaterThanOrEqual(40)
    expect(new Set(wordings.map(([language]) => language)).size).toBeGreaterThanOrEqual(6)
    const missed = found.filter(({ code, found }) => found !== code)
    expect(missed.length, JSON.stringify(missed, null, 1)).toBeLessThanOrEqual(wordings.length / 10)
  })

  it('is never another number of the same message', () => {
    expect(found.filter(({ code, found }) => found !== null && found !== code)).toEqual([])
  })

  it.each(withoutCode)('is not seen in “%s”, which brings none', (subject, text) => {
    expect(findOneTimeCode(subject, text)).toBeNull()
  })
})

describe('a one-time code', () => {
  it('is not guessed where two numbers are as likely', () => {
    expect(findOneTimeCode('Codes', 'Your code is 482913.\nYour code is 771204.')).toBeNull()
  })

  it('costs no time in a text that is made to', () => {
    const started = performance.now()
    for (const piece of ['1 ', 'code ', '482913 ', 'A1-', '+1 (', '(((', 'verification code is ']) {
      findOneTimeCode(piece.repeat(20_000), piece.repeat(200_000))
      findOneTimeCode('', `${piece.repeat(100)}\n`.repeat(2_000))
    }
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
