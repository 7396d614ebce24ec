import { describe, expect, test } from 'vitest'
import { tableMap } from '../../../../src/main/rules/apiMap'
import {
  createAddressRequest,
  keyCheckRequest,
  listAddressesRequest,
} from '../../../../src/main/upstream/likedo/requests'
import type { ApiMap } from '../../../../src/shared/apiMap'
import { likedoOperationOf } from '../../../../src/shared/likedo/operations'
import { take } from '../../../support/actions/take'

const server = { origin: 'https://like.do' }
const MEGABYTE = 1024 * 1024
const elsewhere: ApiMap = {
  ...tableMap(likedoOperationOf('addresses.create')),
  method: 'PUT',
  path: '/v2/mail',
  inputs: { email: { place: 'body', name: 'wanted.address' }, tag: { place: 'header', name: 'X-Tag' } },
}

describe('a request for an address', () => {
  test('is the documented one', () => {
    const wish = { email: 'myemail@ig.do', tag: 'personal' }
    expect(take(createAddressRequest(server, wish, { timeoutMs: 9_000 }))).toEqual({
      method: 'POST',
      url: 'https://like.do/api/v1/emails/create',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
      body: '{"email":"myemail@ig.do","tag":"personal"}',
      timeoutMs: 9_000,
      maxBytes: 2 * MEGABYTE,
    })
  })

  test('says nothing of a tag where there is none', () => {
    const request = take(
      createAddressRequest(server, { email: 'myemail@ig.do', tag: null }, { timeoutMs: 1 }),
    )
    expect(request.body).toBe('{"email":"myemail@ig.do"}')
  })

  test('goes where and as its user says', () => {
    const other = { origin: 'http://127.0.0.1:8080' }
    const asked = createAddressRequest(other, { email: 'a@b.cd', tag: 't' }, { timeoutMs: 1, map: elsewhere })
    expect(take(asked)).toMatchObject({
      method: 'PUT',
      url: 'http://127.0.0.1:8080/v2/mail',
      headers: { 'X-Tag': 't' },
      body: '{"wanted":{"address":"a@b.cd"}}',
    })
  })

  test('is none where its user has it asked in a way that cannot be', () => {
    const map = { ...elsewhere, path: '//evil.test' }
    expect(createAddressRequest(server, { email: 'a@b.cd', tag: null }, { timeoutMs: 1, map })).toEqual({
      ok: false,
      error: { kind: 'invalid-input', issues: ['path: begins'] },
    })
  })
})

describe('a request for the list', () => {
  test('names page, size and the address looked for, escaped', () => {
    const query = { page: 2, pageSize: 100, email: 'a+b&key=1@ig.do' }
    expect(take(listAddressesRequest(server, query, { timeoutMs: 5_000 }))).toEqual({
      method: 'GET',
      url: 'https://like.do/api/v1/emails?page=2&pageSize=100&email=a%2Bb%26key%3D1%40ig.do',
      headers: { Accept: 'application/json' },
      timeoutMs: 5_000,
      maxBytes: 16 * MEGABYTE,
    })
  })

  test('that only tries a key asks for one entry', () => {
    expect(take(keyCheckRequest(server, { timeoutMs: 1 })).url).toBe(
      'https://like.do/api/v1/emails?pageSize=1',
    )
  })
})

test('no request has a key in it before it is authorized', () => {
  const wish = { timeoutMs: 1 }
  const all = [
    createAddressRequest(server, { email: 'a@b.cd', tag: null }, wish),
    listAddressesRequest(server, { page: 1, pageSize: 20 }, wish),
    keyCheckRequest(server, wish),
  ]
  expect(JSON.stringify(all)).not.toMatch(/authorization|bearer|[?&]key=/i)
})
