import { expect, test } from 'vitest'
import { jwtEnd } from '../../../src/main/rules/jwtEnd'

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const jwt = (payload: unknown) => `${encode({ alg: 'RS256' })}.${encode(payload)}.c2lnbmF0dXJl`

test('a JWT ends when it says so, in seconds since the epoch', () => {
  expect(jwtEnd(jwt({ exp: 1_763_474_400 }))).toBe(1_763_474_400_000)
  expect(jwtEnd(jwt({ exp: 1_763_474_400.5, sub: 'somebody' }))).toBe(1_763_474_400_500)
})

test.each([
  ['says nothing of its end', jwt({ sub: 'somebody' })],
  ['says it in words', jwt({ exp: 'tomorrow' })],
  ['ends beyond what a date can be', jwt({ exp: 1e300 })],
  ['ended before there was time', jwt({ exp: -1 })],
  ['has a list inside', jwt([1])],
  ['is an API key', 'lm_live_0123456789'],
  ['has two parts', 'e30.e30'],
  ['has four parts', `${jwt({ exp: 1 })}.more`],
  ['holds no JSON', 'a.b.c'],
  ['is empty', ''],
])('nothing is known of the end of one that %s', (_, key) => {
  expect(jwtEnd(key)).toBeNull()
})
