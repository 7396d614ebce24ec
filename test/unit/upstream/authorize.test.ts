import { describe, expect, test } from 'vitest'
import { authorize, sendWithKey } from '../../../src/main/upstream/authorize'
import type { Exchange, OutboundRequest } from '../../../src/main/upstream/exchange'

const key = 'sk_live_"canary\\/+=4815162342'
const request: OutboundRequest = {
  method: 'POST',
  url: 'https://like.do:8443/api/v1/emails/create?page=1',
  headers: { Accept: 'application/json' },
  body: '{}',
  timeoutMs: 1000,
  maxBytes: 1000,
}

const answering = (body: string, headers: Record<string, string> = {}) => {
  const sent: OutboundRequest[] = []
  const transport = async (carried: OutboundRequest): Promise<Exchange> => {
    sent.push(carried)
    return { kind: 'answer', status: 401, headers, body }
  }
  return { sent, transport }
}

describe('a key', () => {
  test('goes into the Authorization header and nowhere else', () => {
    const authorized = authorize(request, 'abc')
    expect(authorized.headers).toEqual({ Accept: 'application/json', Authorization: 'Bearer abc' })
    expect({ ...authorized, headers: request.headers }).toEqual(request)
  })

  test('goes into x-api-key where the service wants it there, and then nowhere else', () => {
    const authorized = authorize(request, 'abc', 'x-api-key')
    expect(authorized.headers).toEqual({ Accept: 'application/json', 'x-api-key': 'abc' })
  })

  test('that was sent in x-api-key does not come back either', async () => {
    const { sent, transport } = answering(`no such key: ${key}`, { 'x-api-key': key })
    const exchange = await sendWithKey(transport, request, key, 'x-api-key')
    expect(sent[0]?.headers).toMatchObject({ 'x-api-key': key })
    expect(JSON.stringify(exchange)).not.toContain('canary')
  })

  test('is sent, and does not come back: not in a body, however it is spelled, nor in a header', async () => {
    const spellings = [key, JSON.stringify(key), encodeURIComponent(key)].join(' and ')
    const { sent, transport } = answering(`refused: ${spellings}`, { 'x-echo': `Bearer ${key}` })
    const exchange = await sendWithKey(transport, request, key)
    expect(sent[0]?.headers.Authorization).toBe(`Bearer ${key}`)
    expect(JSON.stringify(exchange)).not.toContain('canary')
    expect(exchange).toMatchObject({ status: 401, headers: { 'x-echo': 'Bearer […]' } })
  })

  test('that is as short as a word leaves honest answers alone', async () => {
    const { transport } = answering('{"success":true}')
    expect(await sendWithKey(transport, request, 'true')).toMatchObject({ body: '{"success":true}' })
  })
})
