import { describe, expect, it } from 'vitest'
import { codeAt, codesUntil, readSeed } from '../../../src/main/rules/totp'

/** The key of the test vectors (RFC 6238, Appendix B): the ASCII text "12345678901234567890". */
const SEED = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const LONG_SEED = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZA'

const codeOf = (text: string, seconds: number): string => {
  const seed = readSeed(text)
  if (!seed.ok) throw new Error(seed.error)
  return codeAt(seed.value, seconds * 1_000)
}
const address = (rest: string) => `otpauth://totp/Litemail:a%40acme.test?secret=${rest}`

describe('the one-time code of a seed', () => {
  // The table has eight digits; a code of six has the last six of them.
  it.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
  ])('is the one of the test vectors at %i s', (seconds, eight) => {
    expect(codeOf(SEED, seconds)).toBe(eight.slice(2))
    expect(codeOf(address(`${SEED}&digits=8`), seconds)).toBe(eight)
  })

  it('is made with the hash and the period that an address names', () => {
    expect(codeOf(address(`${LONG_SEED}&algorithm=SHA256&digits=8`), 59)).toBe('46119246')
    const seed = readSeed(address(`${SEED}&period=60`))
    expect(seed.ok && codesUntil(seed.value, 61_000, 61_000)).toMatchObject({
      endsAt: 120_000,
      periodMs: 60_000,
    })
  })

  it.each([
    'gezd gnbv gy3t qojq gezd gnbv gy3t qojq',
    'GEZD-GNBV-GY3T-QOJQ-GEZD-GNBV-GY3T-QOJQ',
    ` ${SEED}==== `,
  ])('is the same however the seed is written: %s', (text) => expect(codeOf(text, 59)).toBe('287082'))

  it('holds until the period ends, and another one afterwards', () => {
    const seed = readSeed(SEED)
    if (!seed.ok) throw new Error(seed.error)
    const [first, second, third] = [30_000, 60_000, 90_000].map((now) => codeAt(seed.value, now))
    expect(new Set([first, second, third]).size).toBe(3)
    const from = { kind: 'code', endsAt: 60_000, periodMs: 30_000 }
    expect(codesUntil(seed.value, 30_000, 60_000)).toEqual({ ...from, values: [first] })
    expect(codesUntil(seed.value, 59_999, 60_000)).toEqual({ ...from, values: [first] })
    expect(codesUntil(seed.value, 59_999, 60_001)).toEqual({ ...from, values: [first, second] })
    expect(codesUntil(seed.value, 30_000, 90_001)).toEqual({ ...from, values: [first, second, third] })
    expect(codesUntil(seed.value, 60_000, 60_000)).toMatchObject({ endsAt: 90_000, values: [second] })
  })
})

describe('a bad seed is said', () => {
  it.each([
    ['', 'not-base32'],
    ['correct horse no. 18', 'not-base32'],
    ['0189018901890189', 'not-base32'],
    ['GEZDGNBV', 'too-short'],
    ['otpauth://totp/a?secret=', 'address'],
    ['otpauth://totp/a?secret=%%', 'address'],
    [address('GEZDGNBV'), 'too-short'],
    [address(`${SEED}&digits=1000000`), 'address'],
    [address(`${SEED}&digits=3`), 'address'],
    [address(`${SEED}&period=86400`), 'address'],
    [address(`${SEED}&algorithm=none`), 'address'],
    ['otpauth://totp', 'address'],
    [`otpauth-migration://offline?data=${SEED}`, 'address'],
    [`otpauth://hotp/a?secret=${SEED}&counter=1`, 'counter'],
  ])('%s: %s', (text, problem) => expect(readSeed(text)).toEqual({ ok: false, error: problem }))
})
