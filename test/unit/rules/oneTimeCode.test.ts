import { describe, expect, it } from 'vitest'
import { readHtml } from '../../../src/main/rules/htmlText'
import { findOneTimeCode } from '../../../src/main/rules/oneTimeCode'
import { withoutCode, wordings } from './codeWordings'
import { templates } from './mailTemplates'
import { moreWithoutCode, moreWordings } from './moreCodeWordings'
import { notForSigningIn } from './shopCodes'

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

describe('a one-time code of a message that is HTML only', () => {
  const drawn = [...wordings, ...moreWordings].map(([language, subject, text, code], at) => {
    const html = templates[at % templates.length]?.(subject, text) ?? ''
    return { language, subject, code, found: findOneTimeCode(subject, readHtml(html).text) }
  })

  it('is found in nine of ten, whatever template it comes in', () => {
    expect(drawn.length).toBeGreaterThanOrEqual(80)
    const missed = drawn.filter(({ code, found }) => found !== code)
    expect(missed.length, JSON.stringify(missed, null, 1)).toBeLessThanOrEqual(drawn.length / 10)
  })

  it('is never another number of the same message', () => {
    expect(drawn.filter(({ code, found }) => found !== null && found !== code)).toEqual([])
  })

  it.each([...withoutCode, ...moreWithoutCode])('is not seen in “%s”, which brings none', (subject, text) => {
    const found = templates.map((template) =>
      findOneTimeCode(subject, readHtml(template(subject, text)).text),
    )
    expect(found).toEqual(templates.map(() => null))
  })
})

describe('a code that is nothing to sign in with', () => {
  it.each(notForSigningIn)('is not seen in “%s”: %s', (subject, text) => {
    expect(findOneTimeCode(subject, text)).toBeNull()
    const found = templates.map((template) =>
      findOneTimeCode(subject, readHtml(template(subject, text)).text),
    )
    expect(found).toEqual(templates.map(() => null))
  })
})

describe('a one-time code', () => {
  it.each([
    ['Your sign-in code', 'Your verification code is 482913.\n\nSave 20% on your first order.', '482913'],
    ['Verify your email', 'Your verification code: KDQXZ', 'KDQXZ'],
    ['Your sign-in', 'Your sign-in code is 2031.', '2031'],
  ])(
    'that is plainly called one is found beside what a shop says, and whatever it looks like: “%s”',
    (subject, text, code) => {
      expect(findOneTimeCode(subject, text)).toBe(code)
    },
  )

  it('is found beside minutes and money of a script that writes no spaces', () => {
    expect(findOneTimeCode('验证码', '您的验证码是 683920，10分钟内有效，金额20元起。')).toBe('683920')
  })

  it('is not guessed where two numbers are as likely', () => {
    expect(findOneTimeCode('Codes', 'Your code is 482913.\nYour code is 771204.')).toBeNull()
  })

  it.each([
    ['Verify your email', 'Welcome to Notes.\n\nEnter this in the app:\n\n482913\n\nThanks', '482913'],
    ['Anmeldung bestätigen', 'Bitte eingeben:\n 7 7 1 2 0 4 \nGültig bis 14:02.', '771204'],
    ['Sign in to Notes', 'Hello Anna\n\n482913\n\nThe code works for ten minutes.', '482913'],
  ])('alone in its line needs no name where words lead to it or follow it: “%s”', (subject, text, code) => {
    expect(findOneTimeCode(subject, text)).toBe(code)
  })

  it.each([
    ['Please confirm your email', 'Click the button below.\n\nAcme GmbH\n10115\nBerlin'],
    ['Confirm your registration', 'Confirm registration\n\nMusterstr. 5\n80331\nMünchen'],
    ['Confirm your registration', 'Confirm\n\nAcme GmbH\n\n80331\n\nMünchen'],
    ['Vérifiez votre adresse', 'Cliquez ici.\n\nSiège :\n75008\nParis'],
    ['New sign-in to your account', 'Device\nFirefox\nDate\n20251122'],
    ['New sign-in to your account', 'Date:\n20251122'],
    ['Sign in', 'Hello\n\n48291\n\nOrder number of today'],
  ])('is not seen in a number of “%s” that nothing calls one', (subject, text) => {
    expect(findOneTimeCode(subject, text)).toBeNull()
  })

  it('may look like a day where it is plainly called a code', () => {
    expect(findOneTimeCode('Hello', 'Your verification code is 20251122.')).toBe('20251122')
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
