import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findProblem } from '../../../../src/main/upstream/litemail/answers'
import { isSecretName, withoutCredentials } from '../../../../src/main/upstream/litemail/credentials'
import type { KnownRead } from '../../../../src/main/upstream/litemail/readAnswers'
import { goldenOperations } from '../../../support/litemail/golden'
import { LITEMAIL_CANARY } from '../../../support/litemail/records'
import { answerOf, asked, read, readAsTable } from './asking'

const secretNames = [
  ...[
    'password',
    'appPassword',
    'app_password',
    'App-Password',
    'APPPASSWORD',
    'passwd',
    'passphrase',
    'pwd',
    'pass',
  ],
  ...[
    'secret',
    'clientSecret',
    'totp',
    'totpSecret',
    'TOTP_SEED',
    'otp',
    'otpauth',
    'twoFactorCode',
    '2fa',
    'mfaSeed',
  ],
  ...[
    'apiKey',
    'api_key',
    'API-KEY',
    'x-api-key',
    'key',
    'keys',
    'privateKey',
    'serviceKey',
    'KEY_2',
    'signingSecret',
  ],
  ...[
    'token',
    'accessToken',
    'refresh_token',
    'jwt',
    'bearer',
    'authorization',
    'cookie',
    'sessionId',
    'credentials',
  ],
  ...['smtpPass', 'backupCodes', 'recovery_code', 'pin'],
]
const plainNames = [
  ...[
    'id',
    'email',
    'username',
    'domain',
    'status',
    'tags',
    'createdAt',
    'recordType',
    'host',
    'value',
    'priority',
  ],
  ...[
    'walletBalance',
    'workspaceKey',
    'publicKey',
    'passed',
    'plan',
    'nameServers',
    'compass',
    'optional',
    'pinned',
  ],
]

describe('names of credentials', () => {
  it.each(secretNames)('%s is one', (name) => expect(isSecretName(name)).toBe(true))
  it.each(plainNames)('%s is none', (name) => expect(isSecretName(name)).toBe(false))
})

describe('an answer without credentials', () => {
  it('keeps everything else as it was', () => {
    const body = {
      status: 200,
      data: [{ id: 'a', tags: [], x: null, n: 1.5, y: { z: 'ü' } }],
      list: [[1], ['2']],
    }
    expect(withoutCredentials(body)).toEqual(body)
  })

  it('keeps that there is one, which opens nothing', () => {
    expect(withoutCredentials({ hasCredentials: true, password: null, token: false, secret: 'x' })).toEqual({
      hasCredentials: true,
      password: null,
      token: false,
    })
  })

  it('leaves out the value whose name is told beside it', () => {
    const fields = [
      { name: 'App password', value: 'x' },
      { name: 'host', value: 'mx1' },
      { field: 'TOTP', data: ['y'] },
    ]
    expect(withoutCredentials(fields)).toEqual([
      { name: 'App password' },
      { name: 'host', value: 'mx1' },
      { field: 'TOTP' },
    ])
  })

  it('leaves out addresses that open something, whatever they are called', () => {
    const answer = {
      qr: 'otpauth://totp/Acme?secret=QWZKM4TR',
      imap: ' imaps://anna:QWZKM4TR@mail.example',
      links: ['OTPAUTH://hotp/x', 'https://litemail.example/a:b@c', 'smtp://mail.example:465'],
      note: 'at 10:30 anna@acme.example',
    }
    expect(withoutCredentials(answer)).toEqual({
      qr: null,
      imap: null,
      links: [null, 'https://litemail.example/a:b@c', 'smtp://mail.example:465'],
      note: 'at 10:30 anna@acme.example',
    })
  })

  it('makes nothing of a field called __proto__ but a field', () => {
    const clean = withoutCredentials(JSON.parse('{"__proto__":{"password":"x","isAdmin":true},"a":1}'))
    expect(JSON.stringify(clean)).toBe('{"__proto__":{"isAdmin":true},"a":1}')
    expect(Object.getPrototypeOf(clean)).toBe(Object.prototype)
  })

  it('goes no deeper than anything that is drawn, however deep an answer goes', () => {
    const depth = 100_000
    const body = `${'{"a":'.repeat(depth)}{"password":"x"}${'}'.repeat(depth)}`
    expect(JSON.stringify(withoutCredentials(JSON.parse(body))).length).toBeLessThan(300)
  })

  it('has none left at any depth, whatever stands around them', () => {
    const canary = 'QWZKM4TR7XH2VNDB'
    const dressed = fc
      .tuple(fc.constantFrom(...secretNames), fc.constantFrom('', '_', '-', ' ', '.'), fc.boolean())
      .map(([name, separator, isLoud]) => {
        const parted = name.replace(/([a-z])([A-Z])/g, `$1${separator}$2`)
        return isLoud ? parted.toUpperCase() : parted
      })
    const secret = fc.oneof(
      fc.constant(canary),
      fc.constant([canary]),
      fc.constant({ value: canary, of: { it: canary } }),
    )
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 6 },
        fc.jsonValue(),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.tuple(dressed, secret, fc.string(), tie('tree')).map(([name, value, other, inner]) => ({
          ...(typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? inner : {}),
          [name]: value,
          [`${other}-plain`]: inner,
        })),
      ),
    }))
    let held = 0
    fc.assert(
      fc.property(tree, (body) => {
        const text = JSON.stringify(body)
        held += text.includes(canary) ? 1 : 0
        expect(JSON.stringify(withoutCredentials(JSON.parse(text)))).not.toContain(canary)
      }),
      { numRuns: 4_000 },
    )
    expect(held).toBeGreaterThan(1_000)
  })
})

describe('what is made of answers', () => {
  const known: readonly string[] = [
    'users.get',
    'mailboxes.list',
    'mailboxes.get',
    'domains.list',
    'wallet.balance',
  ]

  it('holds no credential of any of the 61 hand-written answers', () => {
    const held = goldenOperations.filter(({ answer }) => JSON.stringify(answer).includes(LITEMAIL_CANARY.key))
    expect(held.length).toBeGreaterThan(5)
    for (const { id, answer } of goldenOperations) {
      const made = known.includes(id)
        ? read(id as KnownRead, answer.body)
        : readAsTable(id as Parameters<typeof readAsTable>[0], answer.body)
      expect(made.ok).toBe(true)
      for (const piece of LITEMAIL_CANARY.pieces) expect(JSON.stringify(made)).not.toContain(piece)
    }
  })

  it('holds none of an answer that cannot be read either', () => {
    const body = {
      status: 200,
      data: { password: LITEMAIL_CANARY.key, mailboxes: [{ secret: LITEMAIL_CANARY.key }] },
    }
    const problem = findProblem('mailboxes.list', answerOf(body), asked)
    expect(problem).toMatchObject({ kind: 'bad-response', place: 'data.mailboxes.0.id' })
    expect(JSON.stringify(problem)).not.toContain(LITEMAIL_CANARY.key)
  })
})
