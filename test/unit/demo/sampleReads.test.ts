import { describe, expect, test } from 'vitest'
import { demoLitemail } from '../../../src/main/demo/demoLitemail'
import { createDemoLitemail } from '../../../src/main/demo/litemail'
import { createDemoTransport } from '../../../src/main/demo/transport'
import { readTable } from '../../../src/main/upstream/litemail/answers'
import { type Inputs, operationRequest } from '../../../src/main/upstream/litemail/requests'
import type { OperationId } from '../../../src/shared/litemail/operations'

const since = Date.UTC(2025, 10, 18, 14, 0, 0)
const service = createDemoLitemail({ mailboxes: 240, since, now: () => since + 40 * 86_400_000 })
const transport = createDemoTransport({ [demoLitemail.origin]: service })

const read = async (operation: OperationId, inputs: Inputs = {}) => {
  const request = operationRequest(demoLitemail, operation, { inputs, timeoutMs: 10_000 })
  if (!request.ok) throw new Error('not a request')
  const authorized = {
    ...request.value,
    headers: { ...request.value.headers, 'x-api-key': demoLitemail.key },
  }
  return readTable(operation, await transport(authorized), { request: authorized, now: since })
}
const table = async (operation: OperationId, inputs: Inputs = {}) => {
  const answer = await read(operation, inputs)
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value
}

describe('what of sample data is read in Operations only', () => {
  test.each<[OperationId, Inputs, readonly string[]]>([
    ['domains.assignable', {}, ['id', 'domain']],
    ['domains.available', { domainName: 'acme', tlds: ['com', 'net', 'io'] }, ['domainName', 'isAvailable']],
    ['wallet.invoices', {}, ['id', 'amount']],
    ['tags.list', {}, ['id', 'name', 'color']],
    ['placement.list', {}, ['id', 'name', 'results']],
    ['exportHistory.list', {}, ['id', 'app', 'status']],
    ['webhooks.list', {}, ['id', 'url', 'events']],
    ['dashboard.overview', {}, ['mailboxes', 'domains']],
    ['dashboard.statusCounts', {}, ['ACTIVE']],
    ['cloudflare.get', {}, ['id', 'name', 'isConnected']],
  ])('stands in a table: %s', async (operation, inputs, columns) => {
    const answer = await table(operation, inputs)
    expect(answer.rows.length).toBeGreaterThan(0)
    expect(answer.columns).toEqual(expect.arrayContaining([...columns]))
    expect(await table(operation, inputs)).toEqual(answer)
  })

  test('has neither the key of Cloudflare nor the secret of a webhook, though the service repeats them', async () => {
    const answers = JSON.stringify([await table('cloudflare.get'), await table('webhooks.list')])
    expect(answers).not.toContain('sample-cloudflare-')
    expect(answers).not.toContain('signingSecret')
  })

  test('leads to a page that is nowhere, and refuses what it cannot understand', async () => {
    const { rows } = await table('domains.purchaseLink', { domainName: 'Acme.example', years: 2 })
    expect(rows).toEqual([['"https://pay.litemail.example/checkout/acme.example?years=2"']])
    expect(await read('domains.available', { domainName: 'acme', tlds: ['c0m'] })).toMatchObject({
      error: { kind: 'rejected' },
    })
  })
})
