import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { askOf } from '../../../../src/main/actions/askService'
import { listMessages } from '../../../../src/main/actions/messages/listMessages'
import { readMessages, refreshMessages, unasked } from '../../../../src/main/actions/messages/refreshMessages'
import { WATCHED_MS, watchMessages } from '../../../../src/main/actions/messages/watchMessages'
import { replaceKey } from '../../../../src/main/actions/replaceKey'
import { createApiPathsHandlers } from '../../../../src/main/ipc/apiPathsHandlers'
import { tableMap } from '../../../../src/main/rules/apiMap'
import type { ApiMap } from '../../../../src/shared/apiMap'
import { likedoOperationOf } from '../../../../src/shared/likedo/operations'
import { take } from '../../../support/actions/world'
import { worldPerTest } from '../../../support/actions/worldPerTest'
import { DEFAULT_KEY } from '../../../support/likedo/server'

const here = worldPerTest()

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const newAddress = async () => {
  const account = await here.world.connect(here.likedo.origin)
  const { id, email } = take(await here.world.press())
  here.likedo.deliver(email, { subject: 'Hello' })
  here.likedo.forget()
  return { account, addressId: id, email }
}
const list = async (addressId: string) => take(await listMessages(here.world.context, { addressId, page: 1 }))
const problemOf = async (addressId: string) => (await list(addressId)).problem?.kind ?? null
const takePath = async (accountId: string, change: Partial<ApiMap>) =>
  take(
    await createApiPathsHandlers(here.world.context)['apiPaths.take']({
      ...{ accountId, operation: 'messages.list', source: 'hand' },
      map: { ...tableMap(likedoOperationOf('messages.list')), ...change },
    }),
  )
/** Until it was asked for as it is asked for by now. */
const read = async (addressId: string) => {
  const isOver = () => {
    const inbox = here.world.context.mail.inboxes.get(addressId)
    return inbox?.askedAt != null && inbox.reading === null
  }
  // Vitest's own waiting would move this clock.
  while (!isOver()) await new Promise((resolve) => setImmediate(resolve))
}
const watched = async (addressId: string) => {
  take(await watchMessages(here.world.context, addressId))
  await read(addressId)
}

/** The service has its inboxes elsewhere, and answers this to who asks where they are guessed. */
const moveInboxes = (status: number) => {
  here.likedo.configure({ inboxPath: '/api/v2/mails' })
  here.likedo.faults(({ path }) =>
    path === '/api/v1/emails/inbox'
      ? { kind: 'answer', act: false, status, headers: { 'content-type': 'application/json' }, body: '{}' }
      : undefined,
  )
}

it.each([
  [404, 'no-such-path'],
  [400, 'rejected'],
])(
  'answered %i, an inbox that is looked at is read at once when its path is put right',
  async (status, kind) => {
    const { account, addressId } = await newAddress()
    moveInboxes(status)
    await watched(addressId)
    expect(await problemOf(addressId)).toBe(kind)
    await takePath(account.id, { path: '/api/v2/mails' })
    expect(await problemOf(addressId)).toBeNull()
    await read(addressId)
    expect((await list(addressId)).rows).toMatchObject([{ subject: 'Hello' }])
    expect(here.likedo.requests).toHaveLength(2)
  },
)

it('nobody looks at any more is not read for it, but does not say what is no longer true', async () => {
  const { account, addressId } = await newAddress()
  moveInboxes(400)
  await watched(addressId)
  vi.advanceTimersByTime(WATCHED_MS)
  await takePath(account.id, { path: '/api/v2/mails' })
  expect(here.world.context.mail.inboxes.get(addressId)).toMatchObject({ problem: null, askedAt: null })
  expect(here.likedo.requests).toHaveLength(1)
})

it('an answer to what was asked before a path was put right is not taken for one', async () => {
  const { account, addressId } = await newAddress()
  moveInboxes(400)
  const before = readMessages(here.world.context, addressId, 1, unasked)
  while (here.world.context.mail.inboxes.get(addressId)?.reading == null)
    await new Promise((resolve) => setImmediate(resolve))
  await takePath(account.id, { path: '/api/v2/mails' })
  take(await before)
  expect(await problemOf(addressId)).toBeNull()
})

it('a POST that is said to only read is not sent by itself for it', async () => {
  const { account, addressId } = await newAddress()
  moveInboxes(404)
  await watched(addressId)
  await takePath(account.id, { path: '/api/v2/mails', method: 'POST', isReadingPost: true })
  await read(addressId)
  expect(await problemOf(addressId)).toBe('unproven')
  expect(here.posts()).toEqual([])
})

it('is read again by itself once its key is another one', async () => {
  const { account, addressId } = await newAddress()
  here.likedo.revokeKey(DEFAULT_KEY)
  await watched(addressId)
  expect(await problemOf(addressId)).toBe('unauthorized')
  here.likedo.addKey('caller', 'sk_live_test_caller_0000000000000002')
  take(
    await replaceKey(here.world.context, {
      ...{ id: account.id, key: 'sk_live_test_caller_0000000000000002', keyEndsOn: null },
      ...{ keyKept: 'until-quit', whenUnreached: 'say' },
    }),
  )
  await read(addressId)
  expect((await list(addressId)).rows).toMatchObject([{ subject: 'Hello' }])
})

it('a click asks where what runs by itself was just told to spare the rest of the hour', async () => {
  const { account, addressId } = await newAddress()
  const { context } = here.world
  const over = askOf(account, { priority: 'click', waitMs: 0, isOverBudgetAllowed: true })
  for (let used = 0; used < 185; used++) take(await context.limiter.take(over))
  // Each minute has its own.
  vi.advanceTimersByTime(60_000)
  const unwanted = readMessages(context, addressId, 1, unasked)
  const clicked = refreshMessages(context, { addressId, page: 1, isOverBudgetAllowed: false })
  take(await unwanted)
  expect(take(await clicked)).toMatchObject({ problem: null, rows: [{ subject: 'Hello' }] })
  expect(here.likedo.requests).toHaveLength(1)
})
