import { describe, expect, it } from 'vitest'
import type { AppError } from '../../../src/shared/errors'
import { explain, sentence } from '../../../src/shared/text/errors'

/** Everything that can happen while Litemail is read, and what comes next. */
const failures: readonly (readonly [AppError, string, string])[] = [
  [
    { kind: 'unauthorized', message: 'Invalid key.' },
    'Litemail refused the key: “Invalid key”',
    'replace-key',
  ],
  [
    { kind: 'operation-unauthorized', operation: 'domains.list', message: null },
    'Litemail takes this key, but not for “domains.list”',
    'fix-path',
  ],
  [
    { kind: 'no-connection', reason: 'refused', host: 'api.litemail.app' },
    'Nobody answers at api.litemail.app',
    'try-again',
  ],
  [{ kind: 'timeout', afterMs: 30_000 }, 'Litemail did not answer within 30 seconds', 'try-again'],
  [{ kind: 'connection-lost' }, 'The connection broke before Litemail’s answer arrived', 'try-again'],
  [{ kind: 'interrupted' }, 'Mailroom ended while Litemail was being asked', 'try-again'],
  [
    { kind: 'rate-limited', by: 'service', until: null },
    'Litemail says there were too many requests, not until when',
    'try-again',
  ],
  [
    { kind: 'rejected', operation: 'tags.list', status: 422, message: 'limit is too large', remarks: [] },
    'Litemail did not accept the request (422): “limit is too large”',
    'fix-path',
  ],
  [
    { kind: 'no-such-path', operation: 'domains.list', status: 404 },
    'Litemail does not know where Mailroom asked for “domains.list” (404)',
    'fix-path',
  ],
  [{ kind: 'service-failed', status: 502 }, 'Litemail failed (502)', 'try-again'],
  [
    {
      kind: 'bad-response',
      operation: 'mailboxes.list',
      place: 'data.mailboxes',
      problem: 'shape',
      status: 200,
    },
    'Litemail’s answer is not one that Mailroom understands (200, data.mailboxes)',
    'fix-path',
  ],
  [
    { kind: 'bad-response', operation: 'mailboxes.list', place: '', problem: 'html', status: null },
    'A web page came back instead of Litemail’s answer; the network may want you to sign in first',
    'try-again',
  ],
  [
    { kind: 'bad-response', operation: 'mailboxes.list', place: '', problem: 'redirect', status: 302 },
    'The server sent Mailroom elsewhere, where your key does not go (302)',
    'try-again',
  ],
  [
    { kind: 'same-user', accountName: 'Agency' },
    '“Agency” is an account of the same Litemail user already',
    'open-account',
  ],
  [{ kind: 'other-user' }, 'This key belongs to another user of Litemail than this account', 'replace-key'],
  [{ kind: 'no-account' }, 'No Litemail account is connected', 'connect-litemail'],
  [{ kind: 'keychain', problem: 'locked' }, 'The keychain is locked', 'try-again'],
]

describe('What failed at Litemail', () => {
  it.each(failures)('%j', (error, reason, next) => {
    expect(explain(error, 'litemail')).toMatchObject({ reason, next })
  })

  it('never speaks of LikeDo, and never of a reading that may have changed something', () => {
    const said = failures.map(([error]) => sentence(error, 'litemail')).join('\n')
    expect(said).not.toMatch(/LikeDo|may have acted/)
  })

  it('has at LikeDo the words that it had', () => {
    expect(explain({ kind: 'unauthorized', message: null }).reason).toBe('LikeDo refused the API key')
  })
})
