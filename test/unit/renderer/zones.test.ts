import { describe, expect, it } from 'vitest'
import { showRead } from '../../../src/main/upstream/shownRead'
import { zonesIn } from '../../../src/renderer/views/accountLists/cloudflare/zones'
import { goldenOperation } from '../../support/litemail/golden'

const shown = (body: unknown) => {
  const read = showRead(
    { service: 'litemail', operation: 'cloudflare.get' },
    {
      kind: 'answer',
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    },
    {
      request: {
        method: 'GET',
        url: 'https://api.litemail.test/v1/cloudflare-credentials',
        headers: {},
        timeoutMs: 1,
        maxBytes: 1_000_000,
      },
      now: 0,
    },
  )
  if (!read.ok) throw new Error(read.error.kind)
  return read.value
}

describe('domains that Cloudflare holds', () => {
  it('are found in what Litemail answers, and the key is not', () => {
    const { answer, json } = shown(goldenOperation('cloudflare.get').answer.body)
    expect(zonesIn(answer)).toEqual([{ name: 'b2bforcelabs.com', status: 'active', isConnected: false }])
    expect(JSON.stringify(answer) + json).not.toContain('cf-')
  })

  it('are none where it tells of none, and not known where it has no names', () => {
    const columns = ['id', 'domain']
    expect(zonesIn({ columns: [], rows: [] })).toEqual([])
    const none = { hasCredentials: false, credentials: null, domains: [], totalDomains: 0 }
    expect(zonesIn(shown({ success: true, message: 'None.', data: none }).answer)).toEqual([])
    expect(zonesIn({ columns, rows: [['"zone_1"', '"acme.example"']] })).toBeNull()
  })

  it('stand there once each, with what is told of them', () => {
    const columns = ['name', 'isConnected', 'status']
    const rows = [
      ['"Acme.example"', 'true', '"pending"'],
      ['"acme.example"', 'true', null],
      ['"beta.example"', '"no"', '{"a'],
      [null, 'false', null],
    ]
    expect(zonesIn({ columns, rows })).toEqual([
      { name: 'acme.example', status: null, isConnected: true },
      { name: 'beta.example', status: null, isConnected: null },
    ])
  })
})
