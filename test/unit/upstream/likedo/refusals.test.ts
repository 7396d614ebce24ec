import { describe, expect, test } from 'vitest'
import { tellRefusal } from '../../../../src/main/upstream/likedo/refusals'

const now = Date.UTC(2025, 10, 18, 14, 0, 0)
const asked = { operation: 'addresses.create', email: 'myemail@kfc.sh', now }
const tell = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  tellRefusal(
    { kind: 'answer', status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) },
    asked,
  )
/** What is refused without more to say than the service's own words. */
const rejected = (status: number, message: string | null) => ({
  ...{ kind: 'rejected', operation: 'addresses.create', status, message, remarks: [] },
})
const no = (error: string, details?: unknown) => ({ success: false, error, ...(details ? { details } : {}) })

describe('400', () => {
  test('with details is rejected with the remarks about its fields', () => {
    const details = [
      { path: ['email'], message: 'Invalid email' },
      { path: ['tag', 0], message: 'Too long' },
    ]
    expect(tell(400, no('Invalid request data', details))).toEqual({
      ...rejected(400, 'Invalid request data'),
      remarks: details,
    })
  })

  test.each([
    'Email prefix length must be between 4 and 64 characters',
    'The provided email prefix is reserved. Please choose another one.',
  ])('"%s" is rejected in these words', (message) => {
    expect(tell(400, no(message))).toEqual(rejected(400, message))
  })

  test('in a page for people is rejected without words', () => {
    expect(tell(400, '<h1>Bad request</h1>')).toEqual(rejected(400, null))
  })

  test('with hostile remarks is rejected with a few clean ones', () => {
    const details = Array.from({ length: 500 }, () => ({
      path: Array.from({ length: 50 }, () => 'x\u202E'.repeat(500)),
      message: `\u0000${'y'.repeat(5000)}`,
    }))
    const error = tell(422, no('z'.repeat(5000), details))
    expect(error.kind).toBe('rejected')
    expect(JSON.stringify(error).length).toBeLessThan(20_000)
    expect(JSON.stringify(error)).not.toMatch(/\u202E|\\u0000/)
  })

  test('with remarks of another kind keeps its words', () => {
    expect(tell(400, { success: false, error: 'No', details: 'email' })).toMatchObject({
      message: 'No',
      remarks: [],
    })
    expect(tell(400, { success: false, error: { code: 7 } })).toMatchObject({ message: null, remarks: [] })
  })
})

describe('401', () => {
  test('says that the key is missing', () => {
    const message =
      'Missing API key. Provide it via Authorization header (Bearer token) or ?key= query parameter'
    expect(tell(401, no(message))).toEqual({ kind: 'unauthorized', message })
  })

  test.each(['sk_live_51HxyzABC', 'sk_live_51Hx…', '9f86d081884c7d659a2feaa0c55ad015'])(
    'never shows a piece of the key: %s',
    (piece) => {
      const error = tell(401, no(`Invalid or expired API key: ${piece}`))
      expect(error).toEqual({ kind: 'unauthorized', message: 'Invalid or expired API key: […]' })
    },
  )

  test('keeps the reason', () => {
    expect(tell(401, no('Invalid or expired API key: expired on 2025-11-01'))).toEqual({
      kind: 'unauthorized',
      message: 'Invalid or expired API key: expired on 2025-11-01',
    })
  })
})

describe('403', () => {
  test('that names the domain and "permission" is about the plan', () => {
    const message =
      'You don\'t have permission to use the domain "kfc.sh". Premium domains require an active Pro subscription or Lifetime plan.'
    expect(tell(403, no(message))).toEqual({ kind: 'not-in-plan', domain: 'kfc.sh', message })
  })

  test.each([
    'You have reached your monthly limit of 50 email addresses.',
    'Monthly quota exceeded',
    'You may create 50 addresses per month',
  ])('"%s" is about the month', (message) => {
    expect(tell(403, no(message))).toEqual({ kind: 'quota', message })
  })

  test.each([
    'Forbidden',
    'You don\'t have permission to use the domain "uv.do".',
    'Your account is suspended',
  ])('"%s" is shown as it is', (message) => {
    expect(tell(403, no(message))).toEqual(rejected(403, message))
  })

  test('without a body that can be read is rejected without words', () => {
    expect(tell(403, '')).toEqual(rejected(403, null))
  })
})

test.each([404, 405])('%i: this server does not know the path', (status) => {
  expect(tell(status, '')).toEqual({ kind: 'no-such-path', operation: 'addresses.create', status })
})

describe('a read', () => {
  const read = (status: number, error: string) =>
    tellRefusal(
      { kind: 'answer', status, headers: {}, body: JSON.stringify(no(error)) },
      { operation: 'messages.list', email: null, now },
    )

  test.each([
    'Monthly quota exceeded',
    'The limit parameter is not allowed',
    'You don\'t have permission to use the domain "kfc.sh".',
  ])('that is refused with "%s" is about no month and no domain', (message) => {
    expect(read(403, message)).toEqual({ ...rejected(403, message), operation: 'messages.list' })
  })

  test.each([400, 409, 422])('with %i says which operation was not accepted', (status) => {
    expect(read(status, 'No')).toEqual({ ...rejected(status, 'No'), operation: 'messages.list' })
  })
})

describe('409', () => {
  test('is a conflict about the address that was asked for', () => {
    expect(tell(409, no('An email address with this address already exists'))).toEqual({
      kind: 'conflict',
      email: 'myemail@kfc.sh',
    })
  })

  test('on a request without an address is rejected', () => {
    const answer = { kind: 'answer', status: 409, headers: {}, body: '' } as const
    expect(tellRefusal(answer, { ...asked, email: null })).toMatchObject({ kind: 'rejected', status: 409 })
  })
})

describe('429', () => {
  test('with Retry-After in seconds says until when', () => {
    expect(tell(429, '', { 'retry-after': '30' })).toEqual({
      kind: 'rate-limited',
      by: 'service',
      until: now + 30_000,
    })
  })

  test('with Retry-After as a date says until when', () => {
    expect(tell(429, '', { 'retry-after': 'Tue, 18 Nov 2025 14:05:00 GMT' })).toMatchObject({
      until: now + 300_000,
    })
  })

  test('without it says that nobody knows', () => {
    expect(tell(429, '')).toEqual({ kind: 'rate-limited', by: 'service', until: null })
  })
})

test.each([402, 410, 413, 415, 421, 422])('%i is rejected in the words of the service', (status) => {
  expect(tell(status, no('Because'))).toEqual(rejected(status, 'Because'))
})
