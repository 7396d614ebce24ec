import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import {
  domainComplaint,
  keyComplaint,
  litemailServerComplaint,
  localPartComplaint,
  nameComplaint,
  noteComplaint,
  passphraseComplaint,
  prefixComplaint,
  requestsComplaint,
  serverComplaint,
  tagComplaint,
} from '../../../src/renderer/fields/complaints'
import { accountName, apiKey, requestsPerHour, serverUrl } from '../../../src/shared/account'
import { hostname, likeDoTag, localPart, note, ownPrefix } from '../../../src/shared/address'
import { passphrase } from '../../../src/shared/backup'
import { litemailServer } from '../../../src/shared/litemail/account'

/** Addresses of servers, most of them not taken. */
const addresses = fc
  .tuple(
    fc.constantFrom('https://', 'http://', 'ftp://', '', 'HTTPS://'),
    fc.constantFrom('', 'user@', 'user:word@'),
    fc.constantFrom(
      'like.do',
      'localhost',
      '127.0.0.1',
      '127.0.0.1.evil.example',
      '[::1]',
      '10.0.0.1',
      'xn--ida.do',
      '',
    ),
    fc.constantFrom('', ':8080', ':99999'),
    fc.constantFrom('', '/', '/api', '?key=1', '#x', '/?', '/#'),
  )
  .map((parts) => parts.join(''))

/** Texts near the border between what is taken and what is not. */
const near = (characters: string, maxLength: number) =>
  fc.oneof(
    fc.string({ unit: fc.constantFrom(...characters), maxLength }),
    fc.string({ maxLength: 12 }),
    fc.integer({ min: maxLength - 3, max: maxLength + 3 }).map((length) => 'a'.repeat(Math.max(0, length))),
  )

const cases = [
  ['a local part', localPart, localPartComplaint, near('ab9.-_A ñ', 66)],
  ['a passphrase', passphrase, passphraseComplaint, near('ab ñ', 10)],
  ['a long passphrase', passphrase, passphraseComplaint, near('ab ñ', 1026)],
  ['a prefix', ownPrefix, prefixComplaint, near('ab9.-_A ñ', 50)],
  ['a domain', hostname, domainComplaint, near('ab9.-_A ', 20)],
  ['a long domain', hostname, domainComplaint, near('ab.', 260)],
  ['an API key', apiKey, keyComplaint, near('aZ0_-~! \t\u0000é', 20)],
  ['an account name', accountName, nameComplaint, near('ab ', 82)],
  ['a tag, where there is one', likeDoTag.or(z.string().trim().max(0)), tagComplaint, near('ab ', 52)],
  ['a note', note, noteComplaint, near('ab \n', 4002)],
  ['a server address', serverUrl, serverComplaint, addresses],
  ['the address of a Litemail', litemailServer, litemailServerComplaint, addresses],
] as const

describe('What a field complains about', () => {
  for (const [what, schema, complaint, texts] of cases) {
    it(`is exactly what main refuses: ${what}`, () => {
      fc.assert(
        fc.property(texts, (text) => {
          expect(complaint(text) === null).toBe(schema.safeParse(text).success)
        }),
        { numRuns: 2000 },
      )
    })
  }

  it('is exactly what main refuses: requests an hour', () => {
    const texts = fc.oneof(fc.integer({ min: -5, max: 2_000_000 }).map(String), near('09.e-', 8))
    fc.assert(
      fc.property(texts, (text) => {
        const isTaken = /^\d+$/.test(text.trim()) && requestsPerHour.safeParse(Number(text)).success
        expect(requestsComplaint(text) === null).toBe(isTaken)
      }),
    )
  })

  it('names the reason that helps most', () => {
    expect(localPartComplaint('abc')).toBe('short')
    expect(localPartComplaint('news letter')).toBe('characters')
    expect(localPartComplaint('a'.repeat(65))).toBe('long')
    expect(localPartComplaint('news.')).toBe('ends')
    expect(localPartComplaint('news..letter')).toBe('dots')
    expect(keyComplaint('  ')).toBe('empty')
    expect(keyComplaint('sk live')).toBe('characters')
  })
})
