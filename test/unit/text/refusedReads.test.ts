import { describe, expect, it } from 'vitest'
import { type AppErrorOf, appErrorSchema } from '../../../src/shared/errors'
import { explain } from '../../../src/shared/text/errors'

const rejected = (operation: string | null, status = 400, message: string | null = 'Invalid request data') =>
  ({ kind: 'rejected', operation, status, message, remarks: [] }) satisfies AppErrorOf<'rejected'>

describe('A read that LikeDo did not accept', () => {
  it.each([
    [
      'messages.list',
      400,
      'LikeDo did not accept how Mailroom asks for messages (400): “Invalid request data”',
    ],
    [
      'messages.list',
      403,
      'LikeDo did not accept how Mailroom asks for messages (403): “Invalid request data”',
    ],
    [
      'addresses.list',
      422,
      'LikeDo did not accept how Mailroom asks for its addresses (422): “Invalid request data”',
    ],
  ])('%s, with %i, leads to its API path: half of what is guessed is names', (operation, status, reason) => {
    const explained = explain(rejected(operation, status))
    expect(explained).toMatchObject({ reason, next: 'fix-path' })
    expect(explained.advice).toContain('Perhaps its inputs are called otherwise there.')
  })

  it('says of the inbox that it is guessed, of the documented list not', () => {
    expect(explain(rejected('messages.list')).advice).toContain('guessed')
    expect(explain(rejected('addresses.list')).advice).not.toContain('guessed')
  })

  it('names fields where the service does', () => {
    const remarks = [{ path: ['pageSize'], message: 'not known' }]
    expect(explain({ ...rejected('messages.list'), remarks }).reason).toContain('“pageSize: not known”')
  })

  it('is asked again where it wants to be paid for, and where it only tried a key', () => {
    for (const error of [rejected('messages.list', 402), rejected('accounts.check')]) {
      expect(explain(error)).toEqual({
        ...{ reason: 'LikeDo did not accept the request: “Invalid request data”', advice: '' },
        next: 'try-again',
      })
    }
  })
})

describe('A read that Litemail did not accept', () => {
  it.each([400, 403, 422])('with %i leads to its API path', (status) => {
    const explained = explain(rejected('tags.list', status), 'litemail')
    expect(explained).toMatchObject({
      reason: `Litemail did not accept the request (${status}): “Invalid request data”`,
      next: 'fix-path',
    })
    expect(explained.advice).toContain('Perhaps its inputs are called otherwise there.')
  })

  it('is asked again where it wants to be paid for', () => {
    expect(explain(rejected('tags.list', 402), 'litemail').next).toBe('try-again')
  })
})

describe('A creation that LikeDo did not accept', () => {
  const asked = {
    reason: 'LikeDo did not accept the request: “Invalid request data”',
    advice: 'Change what it names and try again.',
    next: 'choose-name',
  }

  it('leads to another name', () => {
    expect(explain(rejected('addresses.create'))).toEqual(asked)
  })

  it('does so too where it was written down before Mailroom noted what had been asked', () => {
    const { operation: _, ...stored } = rejected(null)
    expect(appErrorSchema.parse(stored)).toEqual(rejected(null))
    expect(explain(appErrorSchema.parse(stored))).toEqual(asked)
  })
})
