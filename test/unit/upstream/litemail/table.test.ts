import { describe, expect, it } from 'vitest'
import { misshapenAt, readAsTable } from './asking'

describe('an answer that no screen is designed for', () => {
  it('is a table of the rows that it is', () => {
    const rows = [
      { id: 1, host: '@' },
      { id: 2, value: { a: [true, null] }, host: null },
    ]
    expect(readAsTable('dns.list', { status: 200, message: 'Fetched', data: rows })).toEqual({
      ok: true,
      value: {
        columns: ['id', 'host', 'value'],
        rows: [
          ['1', '"@"', null],
          ['2', 'null', '{"a":[true,null]}'],
        ],
        rowsLeft: 0,
        beside: [],
        message: 'Fetched',
      },
    })
  })

  it('has cells of a thousand rows, and says how many more there are', () => {
    const rows = Array.from({ length: 1_500 }, (_, n) => (n < 1_000 ? { id: n } : { [`odd ${n}`]: n }))
    const read = readAsTable('dns.list', { data: rows })
    expect(read).toMatchObject({ value: { columns: ['id'], rowsLeft: 500 } })
    expect(read.ok && read.value.rows).toHaveLength(1_000)
  })

  it('is a table of the rows that it has, with what stands beside them', () => {
    const data = {
      hasCredentials: true,
      credentials: { apiKey: 'k' },
      domains: [{ id: 'z', name: 'a.test' }],
      total: 1,
    }
    expect(readAsTable('cloudflare.get', { success: true, message: '', data })).toMatchObject({
      value: {
        columns: ['id', 'name'],
        rows: [['"z"', '"a.test"']],
        beside: [
          { name: 'hasCredentials', value: 'true' },
          { name: 'total', value: '1' },
        ],
        message: null,
      },
    })
  })

  it('is one row where it is one thing, also one with two lists, neither of which is more the answer', () => {
    expect(readAsTable('dashboard.overview', { data: { domains: 3, mailboxes: 60 } })).toMatchObject({
      value: { columns: ['domains', 'mailboxes'], rows: [['3', '60']], beside: [] },
    })
    expect(readAsTable('dashboard.overview', { data: { a: [{ x: 1 }], b: [{ y: 2 }] } })).toMatchObject({
      value: { columns: ['a', 'b'], rows: [['[{"x":1}]', '[{"y":2}]']] },
    })
  })

  it('is one row of an operation that answers one: a list in that is a field of it', () => {
    const data = { id: 'm', username: 'anna', tags: [{ id: 't', name: 'warm' }] }
    for (const body of [{ data }, { data: { mailbox: data } }, { message: 'Fetched', ...data }]) {
      expect(readAsTable('mailboxes.get', body)).toMatchObject({
        value: {
          columns: ['id', 'username', 'tags'],
          rows: [['"m"', '"anna"', '[{"id":"t","name":"warm"}]']],
          beside: [],
        },
      })
    }
  })

  it('is what stands beside a message where there is no data', () => {
    expect(
      readAsTable('wallet.addBalance', { message: 'Pay', paymentLink: 'https://pay.test/1' }),
    ).toMatchObject({
      value: { columns: ['paymentLink'], rows: [['"https://pay.test/1"']], message: 'Pay' },
    })
  })

  it('has no rows where the service has only words for it', () => {
    for (const body of [
      { message: 'Started.', data: null },
      { status: 200, message: 'Started.' },
    ]) {
      expect(readAsTable('exports.mailboxes', body)).toMatchObject({
        value: { rows: [], message: 'Started.' },
      })
    }
  })

  it('shows single values', () => {
    expect(readAsTable('domains.nameServers', { data: ['ns1.test', 7] })).toMatchObject({
      value: { columns: ['value'], rows: [['"ns1.test"'], ['7']] },
    })
    expect(readAsTable('domains.nameServers', { data: true })).toMatchObject({ value: { rows: [['true']] } })
  })

  it('is none where nothing stands in it', () => {
    expect(readAsTable('dns.list', { status: 200, data: null })).toEqual(misshapenAt('dns.list', 'data'))
    expect(readAsTable('dns.list', { status: 200 })).toEqual(misshapenAt('dns.list', ''))
    expect(readAsTable('dns.list', {})).toEqual(misshapenAt('dns.list', ''))
    expect(readAsTable('dns.list', 'true')).toEqual(misshapenAt('dns.list', ''))
    expect(readAsTable('dns.list', { success: false, data: [1] })).toEqual(misshapenAt('dns.list', 'success'))
  })

  it('has 200 columns at most', () => {
    const wide = Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`c${n}`, n]))
    const table = readAsTable('dns.list', { data: [wide] })
    expect(table.ok && table.value.columns.length).toBe(200)
    expect(table.ok && table.value.rows[0]?.length).toBe(200)
  })
})
