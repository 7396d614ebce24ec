import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { goldenOperations } from '../../support/litemail/golden'
import { LITEMAIL_KEY, type Litemail, startLitemail } from '../../support/litemail/server'
import { writes } from '../../support/litemail/writes/writes'
import { ask, asked, type Question } from './askLitemail'

const HOLDS = { workspaces: ['Acme', 'Globex'], domains: 4, mailboxes: 8 }

let litemail: Litemail
beforeEach(async () => {
  litemail = await startLitemail({ users: [{ id: 'anna', keys: [LITEMAIL_KEY], holds: HOLDS }] })
})
afterEach(() => litemail.close())

const send = (method: string, path: string, body?: unknown, question: Question = {}) =>
  asked(litemail, path, { method, ...(body === undefined ? {} : { body }), ...question })
const first = <T>(rows: readonly T[]): T => {
  const [row] = rows
  if (row === undefined) throw new Error('nothing is held')
  return row
}

describe('a Litemail that is written to', () => {
  it('does each write there is', () => {
    const changing = goldenOperations.filter(({ method }) => method !== 'GET').map(({ id }) => id)
    expect(changing).toHaveLength(37)
    expect(Object.keys(writes).toSorted()).toEqual(changing.toSorted())
  })

  it('shows afterwards what was made, changed and removed', async () => {
    const { domains, mailboxes } = litemail.holdings()
    const [domain, mailbox] = [first(domains), first(mailboxes)]
    const person = { firstName: 'Ida', lastName: 'Vik', username: 'ida.vik' }
    const made = await send('POST', '/mailboxes', { domainId: domain.id, ...person })
    expect(made.data).toMatchObject({ email: `ida.vik@${domain.domain}`, status: 'IN_PROGRESS' })
    const { id } = made.data as { id: string }
    expect((await asked(litemail, `/mailboxes/${id}`)).data).toMatchObject(person)
    expect((await send('POST', '/mailboxes', { domainId: domain.id, ...person })).status).toBe(409)
    await send('PUT', `/mailboxes/${mailbox.id}`, { username: 'other' })
    await send('DELETE', `/mailboxes/${mailbox.id}`)
    expect((await asked(litemail, `/mailboxes/${mailbox.id}`)).data).toMatchObject({
      email: `other@${domain.domain}`,
      status: 'SCHEDULED_FOR_REMOVAL',
    })
    const record = { domainId: domain.id, recordType: 'TXT', host: '_x', value: 'y' }
    const dns = (await send('POST', '/dns', record)).data as { id: string }
    await send('PUT', `/dns/${dns.id}`, { ...record, value: 'z' })
    const records = async () => (await asked(litemail, `/dns?domainId=${domain.id}`)).data as unknown[]
    expect(await records()).toContainEqual({ ...record, value: 'z', id: dns.id, ttl: 3_600 })
    await send('DELETE', `/dns/${dns.id}?domainId=${domain.id}`)
    expect(await records()).toHaveLength(2)
    await send('DELETE', `/domains/${domain.id}`)
    expect((await ask(litemail, `/domains/${domain.id}`)).status).toBe(404)
  })

  it('keeps tags, webhooks, exports, Cloudflare and money as they were left', async () => {
    const tag = first(litemail.holdings().tags)
    await send('PUT', `/tags/${tag.id}`, { name: 'hot', color: '#000000' })
    expect((await asked(litemail, '/tags')).data).toContainEqual({
      id: tag.id,
      name: 'hot',
      color: '#000000',
    })
    const ids = [first(litemail.holdings().mailboxes).id]
    await send('POST', '/exports/mailboxes', { apps: ['INSTANTLY'], ids })
    const exports = async () => (await asked(litemail, '/export-history')).data
    expect(await exports()).toMatchObject([{ app: 'INSTANTLY', status: 'IN_PROGRESS', mailboxCount: 1 }, {}])
    litemail.finishExports()
    expect(await exports()).toMatchObject([{ status: 'COMPLETED' }, {}])
    await send('POST', '/cloudflare-credentials', { domainName: 'b2bforcelabs.com' })
    expect((await asked(litemail, '/cloudflare-credentials')).data).toMatchObject({
      domains: [{ isConnected: true }],
    })
    const balance = async () =>
      ((await asked(litemail, '/wallet/balance')).data as { walletBalance: number }).walletBalance
    await send('POST', '/wallet/credit', { amount: 7.5 })
    expect(await balance()).toBe(150)
    const { body } = await send('POST', '/wallet/balance', { amount: 50 })
    expect(await balance()).toBe(150)
    litemail.pay((body as unknown as { paymentLink: string }).paymentLink)
    expect(await balance()).toBe(200)
  })

  it('counts what it did by the mark that each intent carries, of rows and of numbers alike', async () => {
    const { domains } = litemail.holdings()
    const domainIds = domains.slice(0, 2).map(({ id }) => id)
    await send('POST', '/domains/dmarc', { domainIds, email: 'mark-1-end@x.test' })
    await send('POST', '/wallet/credit', { amount: 10.0417 })
    await send('POST', '/tags', { name: 'mark-2-end', color: '#000000' })
    await send('POST', '/tags', { name: 'mark-2-end', color: '#000000' })
    const counts = ['mark-1-end', '10.0417', 'mark-2-end', 'mark-3-end', domainIds[0] ?? ''].map(
      (mark) => litemail.acts(mark).length,
    )
    expect(counts).toEqual([2, 1, 2, 0, 1])
    expect(litemail.acts('10.0417')).toEqual([
      { operation: 'wallet.addCredit', user: 'anna', workspace: null, row: { amount: 10.0417 } },
    ])
  })

  it('does nothing under a fault that keeps it from acting, and all of it under one that breaks only the answer', async () => {
    const tag = { name: 'mark-4-end', color: '#000000' }
    const broken = async () => {
      await send('POST', '/tags', tag).catch(() => {})
      return litemail.acts('mark-4-end').length
    }
    litemail.next({ kind: 'drop', when: 'before', how: 'reset' })
    expect(await broken()).toBe(0)
    litemail.next({ kind: 'truncated-json', act: false })
    expect(await broken()).toBe(0)
    litemail.next({ kind: 'drop', when: 'after', how: 'reset' })
    expect(await broken()).toBe(1)
    litemail.next({ kind: 'server-error', act: true, status: 500, body: 'json' })
    expect(await broken()).toBe(2)
  })

  it('refuses rows that are to fail: one of several inside the answer, one alone with 400', async () => {
    const [one, two] = litemail.holdings().domains
    litemail.configure({ failing: { [two?.id ?? '']: 'No zone', 'mark-5': 'Too long' } })
    const both = { domainIds: [one?.id, two?.id], email: 'a@x.test' }
    const answer = await send('POST', '/domains/catch-all', both)
    expect(answer).toMatchObject({ status: 200, data: { successCount: 1, failedCount: 1 } })
    expect(answer.data).toMatchObject({
      results: [{ success: true }, { success: false, message: 'No zone' }],
    })
    expect((await send('POST', '/tags', { name: 'mark-5', color: '#000000' })).status).toBe(400)
    litemail.configure({ failedRows: 'counted' })
    expect((await send('POST', '/domains/catch-all', both)).data).toEqual({ successCount: 1, failedCount: 1 })
    expect(litemail.acts()).toHaveLength(2)
  })

  it('refuses with 402 what the wallet does not hold', async () => {
    litemail.configure({ prices: { 'mailboxes.create': 100 } })
    const domainId = first(litemail.holdings().domains).id
    const mailbox = (username: string) => ({ domainId, firstName: 'Ida', lastName: 'Vik', username })
    const answers = [
      await send('POST', '/mailboxes', mailbox('a')),
      await send('POST', '/mailboxes', mailbox('b')),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 402])
    expect(litemail.holdings().wallet.walletBalance).toBe(42.5)
  })

  it('acts on everything in the workspace where it does not read the body of a DELETE', async () => {
    const { domains } = litemail.holdings()
    litemail.configure({ deleteBodies: 'ignored' })
    for (const { id } of domains) litemail.changeDomain(id, { forwardTo: 'https://a.test' })
    await send('DELETE', '/domains/forwarding', { domainIds: [domains[0]?.id] })
    expect(litemail.holdings().domains.map(({ forwardTo }) => forwardTo)).toEqual([
      null,
      null,
      'https://a.test',
      'https://a.test',
    ])
  })

  it('takes rows only under the workspace that they are of', async () => {
    const mailbox = first(litemail.holdings().mailboxes)
    const workspace = litemail.holdings().workspaces[1]?.id ?? ''
    expect((await send('DELETE', `/mailboxes/${mailbox.id}`, undefined, { workspace })).status).toBe(404)
    expect(litemail.acts()).toEqual([])
  })
})
