import { describe, expect, test } from 'vitest'
import {
  createAddressRequest,
  keyCheckRequest,
  listAddressesRequest,
} from '../../../../src/main/upstream/likedo/requests'

const server = { origin: 'https://like.do', createPath: '/api/v1/emails/create' } as const
const MEGABYTE = 1024 * 1024

describe('a request for an address', () => {
  test('is the documented one', () => {
    const request = createAddressRequest(server, { email: 'myemail@ig.do', tag: 'personal' }, 9_000)
    expect(request).toEqual({
      method: 'POST',
      url: 'https://like.do/api/v1/emails/create',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
      body: '{"email":"myemail@ig.do","tag":"personal"}',
      timeoutMs: 9_000,
      maxBytes: 2 * MEGABYTE,
    })
  })

  test('says nothing of a tag where there is none', () => {
    const request = createAddressRequest(server, { email: 'myemail@ig.do', tag: null }, 9_000)
    expect(request.body).toBe('{"email":"myemail@ig.do"}')
  })

  test('goes where the account says', () => {
    const other = { origin: 'http://127.0.0.1:8080', createPath: '/api/v1/emails' } as const
    expect(createAddressRequest(other, { email: 'a@b.cd', tag: null }, 1).url).toBe(
      'http://127.0.0.1:8080/api/v1/emails',
    )
  })
})

describe('a request for the list', () => {
  test('names page, size and the address looked for, escaped', () => {
    const request = listAddressesRequest(server, { page: 2, pageSize: 100, email: 'a+b&key=1@ig.do' }, 5_000)
    expect(request).toEqual({
      method: 'GET',
      url: 'https://like.do/api/v1/emails?page=2&pageSize=100&email=a%2Bb%26key%3D1%40ig.do',
      headers: { Accept: 'application/json' },
      timeoutMs: 5_000,
      maxBytes: 16 * MEGABYTE,
    })
  })

  test('that only tries a key asks for one entry', () => {
    expect(keyCheckRequest(server, 5_000).url).toBe('https://like.do/api/v1/emails?pageSize=1')
  })
})

test('no request has a key in it before it is authorized', () => {
  const all = [
    createAddressRequest(server, { email: 'a@b.cd', tag: null }, 1),
    listAddressesRequest(server, { page: 1, pageSize: 20 }, 1),
    keyCheckRequest(server, 1),
  ]
  expect(JSON.stringify(all)).not.toMatch(/authorization|bearer|[?&]key=/i)
})
