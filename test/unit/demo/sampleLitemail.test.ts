import { describe, expect, test } from 'vitest'
import { demoLitemail } from '../../../src/main/demo/demoLitemail'
import { openSampleData } from '../../../src/main/demo/openSampleData'
import { neverReadPart } from '../../../src/main/store/fleetRows'
import type { Store } from '../../../src/main/store/store'
import type { Transport } from '../../../src/main/upstream/exchange'
import { operationRequest } from '../../../src/main/upstream/litemail/requests'
import type { MailboxFacts } from '../../../src/shared/litemail/facts'
import { mailboxesByAddress } from '../../../src/shared/mailbox'
import { take } from '../../support/actions/take'
import { openTestStore } from '../store/testStore'

const NOW = Date.UTC(2026, 2, 9, 12)

const only = async (store: Store) => {
  const [account, ...others] = take(await store.read('litemail.accounts'))
  if (account === undefined || others.length > 0) throw new Error('not one account')
  return account
}

const facts: MailboxFacts = {
  id: 'm1',
  email: 'ada.abbott@amberagency.example',
  username: null,
  domain: 'amberagency.example',
  domainId: null,
  firstName: null,
  lastName: null,
  status: null,
  tags: null,
  assignedAt: null,
  renewsAt: null,
  createdAt: null,
  other: {},
}

const userRequest = () => {
  const request = operationRequest(demoLitemail, 'users.get', { timeoutMs: 10_000 })
  if (!request.ok) throw new Error('no request')
  return request.value
}
/** What the service answers once it does. */
const askUser = async (transport: Transport): Promise<unknown> => {
  const exchange = await transport({ ...userRequest(), headers: { 'x-api-key': demoLitemail.key } })
  return exchange.kind === 'answer' ? JSON.parse(exchange.body) : exchange
}

/** Takes one mailbox as a reading does. */
const takeMailbox = async (store: Store, accountId: string) => {
  const part = { ...neverReadPart({ accountId, noun: 'mailboxes', workspaceId: '' }), at: NOW }
  take(
    await store.write('fleet.take', { part, taken: { noun: 'mailboxes', rows: [facts] }, pass: 1, at: NOW }),
  )
}
const countMailboxes = async (store: Store) =>
  take(await store.read('mailboxes.list', { view: mailboxesByAddress, offset: 0, limit: 10, now: NOW })).total

describe('a sample profile', () => {
  test('has one Litemail account, whose service answers', async () => {
    const { store } = await openTestStore()
    const transport = await openSampleData(store, 240, () => NOW)
    const account = await only(store)
    expect(account).toMatchObject({ origin: demoLitemail.origin, keyStanding: 'accepted', createdAt: NOW })
    expect(await askUser(transport)).toMatchObject({ data: { id: account.userId, email: account.userEmail } })
    const request = { ...userRequest(), headers: { 'x-api-key': demoLitemail.key } }
    const likedo = await transport({ ...request, url: 'https://likedo.example/api/v1/emails' })
    expect(likedo).toMatchObject({ kind: 'answer', status: 401 })
    expect(await transport({ ...request, url: 'https://api.litemail.app/v1/users' })).toMatchObject({
      kind: 'failure',
      failure: 'name-not-found',
    })
  })

  test('keeps what was read, and its dates, at the next start', async () => {
    const { store } = await openTestStore()
    await openSampleData(store, 240, () => NOW)
    const account = await only(store)
    await takeMailbox(store, account.id)
    await openSampleData(store, 240, () => NOW + 86_400_000)
    expect(await only(store)).toEqual(account)
    expect(await countMailboxes(store)).toBe(1)
  })

  test('is filled anew when it is opened with a fleet of another size', async () => {
    const { store } = await openTestStore()
    await openSampleData(store, 240, () => NOW)
    const before = await only(store)
    await takeMailbox(store, before.id)
    const transport = await openSampleData(store, 100_000, () => NOW)
    expect(await askUser(transport)).toMatchObject({
      data: { id: expect.not.stringMatching(before.userId ?? '') },
    })
    const after = await only(store)
    expect(after).toEqual({ ...before, userId: null })
    expect(await countMailboxes(store)).toBe(0)
    expect(take(await store.read('fleet.parts', after.id))).toEqual([])
  })

  test('has no Litemail account again once its user has removed it', async () => {
    const { store } = await openTestStore()
    await openSampleData(store, 240, () => NOW)
    const { id } = await only(store)
    take(await store.write('accounts.markRemoved', { id, at: NOW }))
    await openSampleData(store, 2_400, () => NOW)
    expect(take(await store.read('litemail.accounts'))).toEqual([])
  })
})
