import { describe, expect, it } from 'vitest'
import { findConfirmationLink } from '../../../src/main/rules/confirmationLink'
import { readHtml } from '../../../src/main/rules/htmlText'
import { messageLinks, readLink, shownAs } from '../../../src/main/rules/messageLinks'
import { cpuTime } from '../../support/process/cpuTime'

const linksOf = (text: string, html = '') => messageLinks(text, readHtml(html).anchors)
const hosts = (text: string, html?: string) => linksOf(text, html).map(({ host }) => host)
const confirms = (subject: string, text: string, html?: string) => {
  const links = linksOf(text, html)
  const place = findConfirmationLink(links, subject)
  return place === null ? null : links[place]?.href
}

describe('a link of a message', () => {
  it.each([
    'http://a.example/',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'https://user:pass@a.example/',
    'https://apple.com@a.example/',
    'https:\\\\a.example\\',
    'https://a.example/\u0000',
    'java\nscript:alert(1)',
    '//a.example/',
    '/path',
    'mailto:a@b.example',
    `https://a.example/${'a'.repeat(5_000)}`,
  ])('is none where it is “%s”', (text) => {
    expect(readLink(text)).toBeNull()
  })

  it.each([
    ['https://www.аррӏе.com/', 'www.xn--80ak6aa92e.com'],
    ['https://bücher.example/', 'xn--bcher-kva.example'],
    ['https://ａccounts.example/', 'accounts.example'],
    ['https://a.example:8443/x', 'a.example:8443'],
    ['https://2130706433/', '127.0.0.1'],
  ])('shows %s as the host that is looked up', (address, host) => {
    expect(readLink(address)?.host).toBe(host)
  })

  it('is found in text without what ends its sentence, and each once', () => {
    expect(
      linksOf('See (https://a.example/x), https://a.example/x. Or <https://b.example/y?z=(1)>!').map(
        ({ href }) => href,
      ),
    ).toEqual(['https://a.example/x', 'https://b.example/y?z=(1)'])
  })

  it('says which other host the message calls it by', () => {
    const said = (html: string) => linksOf('', html).map(shownAs)
    expect(said('<a href="https://evil.example/">https://www.bank.example/login</a>')).toEqual([
      'www.bank.example',
    ])
    expect(said('<a href="https://evil.example/">bank.example</a>')).toEqual(['bank.example'])
    expect(said('<a href="https://www.bank.example/a">bank.example</a>')).toEqual([null])
    expect(said('<a href="https://evil.example/">Log in</a>')).toEqual([null])
    expect(said('<a href="https://evil.example/">evil.example, formerly bank.example</a>')).toEqual([
      'bank.example',
    ])
    expect(said('<a href="https://evil.example/">(bank.example)</a>')).toEqual(['bank.example'])
  })

  it.each([
    ['paypal。com', 'paypal.com'],
    ['ｐａｙｐａｌ．ｃｏｍ', 'paypal.com'],
    ['bank｡example/login', 'bank.example'],
    ['https://93.184.215.14/login', '93.184.215.14'],
    ['почта.xn--p1ai', 'xn--80a1acny.xn--p1ai'],
  ])('is called %s by the message', (words, host) => {
    expect(linksOf('', `<a href="https://evil.example/">${words}</a>`).map(shownAs)).toEqual([host])
  })

  it('is not called by what merely looks like a host, nor by words around an address that stands for itself', () => {
    const said = (text: string, html = '') => linksOf(text, html).map(shownAs)
    expect(said('', '<a href="https://a.example/">Download report.pdf</a>')).toEqual([null])
    expect(said('', '<a href="https://a.example/">Write to me@bank.example</a>')).toEqual([null])
    expect(said('As bank.example says: https://a.example/x')).toEqual([null])
  })

  it('is none where its address is longer than any, and no part of it is one', () => {
    expect(hosts(`https://a.example/${'.'.repeat(5_000)}a https://b.example/`)).toEqual(['b.example'])
  })

  it('is one of two hundred', () => {
    const text = Array.from({ length: 250 }, (_, n) => `https://a.example/${n}`).join(' ')
    expect(linksOf(text)).toHaveLength(200)
  })

  it.each([
    ['one address that ends like a sentence for ever', `https://${'.'.repeat(100_000)}a`],
    ['addresses as long as they may be', `https://${'_'.repeat(3_900)} `.repeat(25)],
    ['links in one line, over and over', 'https://a.example/ '.repeat(20_000)],
    [
      'links in one line, each another',
      Array.from({ length: 5_000 }, (_, n) => `https://a.example/${n}`).join(' '),
    ],
    ['a long line above each link', `${'x'.repeat(9_000)}\nhttps://a.example/\n`.repeat(11)],
    ['brackets', `https://a.example/${')'.repeat(100_000)}`],
  ])('costs no more than the length of the text: %s', (_, text) => {
    expect(cpuTime(() => messageLinks(text, []))).toBeLessThan(1_000)
  })

  it('of a page is read whatever is wrong with it', () => {
    expect(
      hosts('', "<a href=https://a.example/x>a<a href='https://b.example/'>b</a><a href=\"https://c.ex"),
    ).toEqual(['a.example', 'b.example'])
    expect(hosts('', '<p style="display:none"><a href="https://hidden.example/">x</a></p>')).toEqual([])
    expect(
      hosts('', '<script><a href="https://s.example/"></script><!-- <a href="https://c.example/"> -->'),
    ).toEqual([])
  })
})

describe('the link that confirms', () => {
  it.each([
    [
      'Confirm your email',
      '',
      '<a href="https://t.example/c/1">Confirm email address</a>',
      'https://t.example/c/1',
    ],
    ['Willkommen', '', '<a href="https://t.example/x">E-Mail-Adresse bestätigen</a>', 'https://t.example/x'],
    ['Bienvenue', '', '<a href="https://t.example/x">Vérifier mon adresse</a>', 'https://t.example/x'],
    ['Bienvenido', '', '<a href="https://t.example/x">Confirmar mi cuenta</a>', 'https://t.example/x'],
    ['Benvenuto', '', '<a href="https://t.example/x">Conferma indirizzo</a>', 'https://t.example/x'],
    ['ようこそ', '', '<a href="https://t.example/x">メールアドレスを確認する</a>', 'https://t.example/x'],
    [
      'Sign in to Notes',
      'Click the link to sign in:\nhttps://notes.example/magic?token=abc',
      '',
      'https://notes.example/magic?token=abc',
    ],
    [
      'Reset your password',
      'To reset it: https://a.example/reset-password/abc\nUnsubscribe: https://a.example/unsubscribe?token=1',
      '',
      'https://a.example/reset-password/abc',
    ],
    [
      'Verify your email',
      '',
      '<a href="https://x.example/support/verify?t=1">Verify</a> <a href="https://x.example/support">Support</a>',
      'https://x.example/support/verify?t=1',
    ],
    [
      'Confirm',
      '',
      '<a href="https://a.example/confirm?next=/preferences">Confirm email</a>',
      'https://a.example/confirm?next=/preferences',
    ],
    [
      'Confirm your account',
      '',
      '<a href="https://www.facebook.com/confirm?c=1">Confirm account</a>',
      'https://www.facebook.com/confirm?c=1',
    ],
    [
      'Confirm your email',
      'Confirm: https://a.example/confirm?next=/privacy',
      '',
      'https://a.example/confirm?next=/privacy',
    ],
  ])('is found in “%s”', (subject, text, html, href) => {
    expect(confirms(subject, text, html)).toBe(href)
  })

  it.each([
    ['News', 'Read more: https://a.example/news/1', ''],
    ['Confirm your email', '', '<a href="https://a.example/unsubscribe?token=1">Unsubscribe</a>'],
    ['Your order', 'Track it: https://a.example/track/1', '<a href="https://a.example/privacy">Privacy</a>'],
    ['Verify', '', '<a href="http://a.example/confirm">Confirm</a>'],
    ['Confirm your email', '', '<a href="https://127.0.0.1/confirm?token=1">Confirm</a>'],
    ['Confirm your email', '', '<a href="https://router.local/confirm?token=1">Confirm</a>'],
    ['Confirm your email', '', '<a href="https://a.example/unsubscribe/1">Confirm</a>'],
    ['Confirm your email', '', '<a href="https://a.example/confirm.png">Confirm</a>'],
    ['Confirm your email', 'Please confirm.\nhttps://a.example/support/verify', ''],
    ['Sign in', 'Sign in with\nhttps://www.facebook.com/login', ''],
    ['Welcome', '', '<a href="https://x.com/verify">Follow us</a>'],
    ['Security alert', '', '<a href="https://a.example/secure">Secure your account if this wasn’t you</a>'],
  ])('is none in “%s”', (subject, text, html) => {
    expect(confirms(subject, text, html)).toBeNull()
  })
})
