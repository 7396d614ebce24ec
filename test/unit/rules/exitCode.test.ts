import { describe, expect, it } from 'vitest'
import { exitCodeOf } from '../../../src/main/rules/exitCode'
import type { AppError } from '../../../src/shared/errors'
import { err, ok } from '../../../src/shared/result'

const created = { id: 'a', email: 'x@ig.do', accountId: 'b', isCopied: false } as const

const codes: readonly (readonly [number, AppError])[] = [
  [2, { kind: 'invalid-input', issues: [] }],
  [3, { kind: 'no-account' }],
  [3, { kind: 'unauthorized', message: null }],
  [3, { kind: 'not-found', what: 'account' }],
  [4, { kind: 'keychain', problem: 'locked' }],
  [5, { kind: 'conflict', email: 'x@ig.do' }],
  [5, { kind: 'rejected', operation: 'addresses.create', status: 400, message: null, remarks: [] }],
  [5, { kind: 'not-in-plan', domain: 'uv.do', message: '' }],
  [5, { kind: 'no-such-path', operation: 'create', status: 404 }],
  [6, { kind: 'quota', message: '' }],
  [6, { kind: 'rate-limited', by: 'mailroom', until: 1 }],
  [6, { kind: 'busy', waiting: 10 }],
  [7, { kind: 'no-connection', reason: 'offline', host: 'like.do' }],
  [8, { kind: 'owner-unknown', email: 'x@ig.do' }],
  [9, { kind: 'storage', problem: 'full' }],
  [1, { kind: 'internal', ref: 'f00' }],
]

describe('the exit code', () => {
  it('is 0 only for an address that the service holds, 8 for one that it may hold', () => {
    expect(exitCodeOf(ok({ ...created, state: 'created' }))).toBe(0)
    expect(exitCodeOf(ok({ ...created, state: 'unconfirmed' }))).toBe(8)
  })

  it.each(codes)('is %i for %j', (code, error) => {
    expect(exitCodeOf(err(error))).toBe(code)
  })
})
