import { describe, expect, it } from 'vitest'
import { readMailboxSecrets } from '../../../../src/main/upstream/litemail/mailboxSecrets'
import { answerOf, asked } from './asking'

const wanted = { serviceId: 'mb_1', email: 'Anna@acme.test' }
const mailbox = { id: 'mb_1', email: 'anna@acme.test' }
const secrets = { password: ' p w ', appPassword: 'abcd efgh', secret: 'GEZDGNBVGY3TQOJQ' }
const found = { password: ' p w ', appPassword: 'abcd efgh', seed: 'GEZDGNBVGY3TQOJQ' }

const read = (body: unknown, about: Partial<Parameters<typeof readMailboxSecrets>[2]> = {}) =>
  readMailboxSecrets(wanted, answerOf(body), { ...asked, ...about })
const inData = (data: unknown) => ({ status: 200, message: 'Mailbox fetched', data })

describe('credentials are found, to the letter', () => {
  it.each([
    ['in data', inData({ ...mailbox, ...secrets })],
    ['in data.mailbox', inData({ mailbox: { ...mailbox, ...secrets } })],
    ['beside the mailbox', inData({ mailbox, credentials: secrets })],
    ['in an object of their own', inData({ ...mailbox, login: { imap: secrets } })],
    ['without an envelope', { ...mailbox, ...secrets }],
    ['with another id beside them', inData({ ...mailbox, credentials: { id: 'cr_9', ...secrets } })],
    ['where only they are', inData(secrets)],
    [
      'in other letter case',
      inData({ ...mailbox, PASSWORD: ' p w ', app_password: 'abcd efgh', 'TOTP-Secret': 'GEZDGNBVGY3TQOJQ' }),
    ],
  ])('%s', (_where, body) => expect(read(body)).toEqual({ ok: true, value: found }))

  it('where the user of the account says that they are', () => {
    const places = { rows: 'result.box', total: null, next: null }
    expect(read({ result: { box: { ...mailbox, ...secrets } } }, { places })).toEqual({
      ok: true,
      value: found,
    })
  })

  it.each([
    ['emailPassword', 'password'],
    ['smtpPassword', 'appPassword'],
    ['twoFactorSecret', 'seed'],
    ['otpauthUrl', 'seed'],
  ])('under the likely name %s', (name, kind) =>
    expect(read(inData({ ...mailbox, [name]: 'value' }))).toMatchObject({ value: { [kind]: 'value' } }),
  )

  it.each([true, false, [], {}])('beside what only says whether there is one: %j', (flag) => {
    const { secret, ...others } = secrets
    const flags = { totp: flag, secret: flag, otpauth: flag, smtpPassword: flag, pwd: flag }
    expect(read(inData({ ...mailbox, ...others, ...flags }))).toEqual({
      ok: true,
      value: { ...found, seed: null },
    })
    expect(read(inData({ ...mailbox, ...flags, credentials: secrets }))).toEqual({ ok: true, value: found })
  })

  it('what is not told is told as nothing', () => {
    const none = { password: null, appPassword: null, seed: null }
    expect(read(inData({ ...mailbox, password: '', appPassword: null }))).toEqual({ ok: true, value: none })
  })
})

describe('what is no answer about this mailbox brings nothing', () => {
  const refused = (body: unknown, problem: object) => {
    const answer = read(body)
    expect(answer).toMatchObject({
      ok: false,
      error: { kind: 'bad-response', operation: 'mailboxes.get', ...problem },
    })
    expect(JSON.stringify(answer)).not.toMatch(/p w|abcd|GEZD/)
  }
  it.each([
    ['another mailbox', inData({ ...secrets, id: 'mb_2', email: 'ben@acme.test' })],
    ['another mailbox below its name', inData({ mailbox: { ...secrets, id: 'mb_2' } })],
    ['another one’s address', inData({ ...secrets, email: 'ben@acme.test' })],
    ['neither id nor credential', inData({ name: 'Anna' })],
    ['a list', inData([{ ...mailbox, ...secrets }])],
    ['a text', inData('p w')],
  ])('%s', (_what, body) => refused(body, { problem: 'shape' }))

  it('a credential that nobody could type', () => {
    refused(inData({ ...mailbox, ...secrets, password: 'p w\r\nrm -rf' }), { place: 'data.password' })
    refused(inData({ ...mailbox, ...secrets, password: ['p w'] }), { place: 'data.password' })
    refused(inData({ ...mailbox, ...secrets, password: 'p w'.repeat(5_000) }), { place: 'data.password' })
  })

  it('what is no JSON', () => refused('p w abcd', { problem: 'not-json' }))
})
