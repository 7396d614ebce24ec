import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { askOf } from '../../../../src/main/actions/askService'
import { listMessages } from '../../../../src/main/actions/messages/listMessages'
import { refreshMessages } from '../../../../src/main/actions/messages/refreshMessages'
import {
  EVERY_MS,
  unwatchMessages,
  WATCHED_MS,
  watchMessages,
} from '../../../../src/main/actions/messages/watchMessages'
import { createMessagesHandlers, type MailDesktop } from '../../../../src/main/ipc/messagesHandlers'
import { ok } from '../../../../src/shared/result'
import { take } from '../../../support/actions/world'
import { worldPerTest } from '../../../support/actions/worldPerTest'

const here = worldPerTest()
const noDesktop: MailDesktop = {
  openPage: async () => ok(undefined),
  fixPath: () => undefined,
  mailOrder: () => null,
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const newAddress = async () => {
  const account = await here.world.connect(here.likedo.origin)
  const { id, email } = take(await here.world.press())
  here.likedo.forget()
  return { account, addressId: id, email }
}
const list = async (addressId: string) => take(await listMessages(here.world.context, { addressId, page: 1 }))
/** Until what was begun at this moment has ended: this clock stands still but for `advanceTimersByTime`. */
const looked = async (addressId: string) => {
  const { inboxes } = here.world.context.mail
  const isOver = () => {
    const inbox = inboxes.get(addressId)
    return inbox?.askedAt === performance.now() && inbox.reading === null
  }
  // Vitest's own waiting would move that clock.
  while (!isOver()) await new Promise((resolve) => setImmediate(resolve))
}
const pass = async (addressId: string) => {
  vi.advanceTimersByTime(EVERY_MS)
  await looked(addressId)
}
/** Nothing is left that could ask by itself. */
const restsAfter = async (addressId: string, asked: number) => {
  expect((await list(addressId)).watchedUntil).toBeNull()
  expect(here.world.context.mail.watches.size).toBe(0)
  expect(vi.getTimerCount()).toBe(0)
  expect(here.likedo.requests).toHaveLength(asked)
}

it('reads an inbox at once, then every ten seconds for three minutes, then no more', async () => {
  const { addressId } = await newAddress()
  take(await watchMessages(here.world.context, addressId))
  await looked(addressId)
  expect(here.likedo.requests).toHaveLength(1)
  expect((await list(addressId)).watchedUntil).toBe(Date.now() + WATCHED_MS)
  for (let n = 1; n < 18; n++) await pass(addressId)
  expect(here.likedo.requests).toHaveLength(18)
  vi.advanceTimersByTime(EVERY_MS)
  await restsAfter(addressId, 18)
})

it('ends after three minutes, whatever becomes of the clock', async () => {
  const { addressId } = await newAddress()
  take(await watchMessages(here.world.context, addressId))
  await looked(addressId)
  vi.setSystemTime(Date.now() - 3_600_000)
  for (let n = 1; n < 18; n++) await pass(addressId)
  vi.advanceTimersByTime(EVERY_MS)
  expect(here.world.context.mail.watches.size).toBe(0)
})

it('asks once for two windows that show it, and not at all when both are gone', async () => {
  const { addressId } = await newAddress()
  const one = take(await watchMessages(here.world.context, addressId))
  await looked(addressId)
  const other = take(await watchMessages(here.world.context, addressId))
  await pass(addressId)
  expect(here.likedo.requests).toHaveLength(2)
  unwatchMessages(here.world.context, one.watch)
  await pass(addressId)
  expect(here.likedo.requests).toHaveLength(3)
  unwatchMessages(here.world.context, other.watch)
  await restsAfter(addressId, 3)
})

it('tells of mail that comes meanwhile, not of what was there before, and each once', async () => {
  const { addressId, email } = await newAddress()
  here.likedo.deliver(email, { subject: 'Before' })
  take(await watchMessages(here.world.context, addressId))
  await looked(addressId)
  here.likedo.deliver(email, { subject: 'Your code' })
  await pass(addressId)
  await pass(addressId)
  expect(here.world.mail).toEqual([
    {
      addressId,
      email,
      messages: [{ from: 'hello@shop.example', fromName: 'The Shop', subject: 'Your code', code: null }],
    },
  ])
})

it('leaves the last twenty requests of the hour to clicks, and says so', async () => {
  const { account, addressId } = await newAddress()
  const { context } = here.world
  const over = askOf(account, { priority: 'click', waitMs: 0, isOverBudgetAllowed: true })
  for (let used = 0; used < 176; used++) take(await context.limiter.take(over))
  take(await watchMessages(context, addressId))
  await looked(addressId)
  for (let n = 1; n < 12; n++) await pass(addressId)
  const asked = here.likedo.requests.length
  expect(asked).toBeLessThanOrEqual(4)
  expect((await list(addressId)).problem).toMatchObject({ kind: 'rate-limited', by: 'mailroom' })
  const clicked = take(await refreshMessages(context, { addressId, page: 1, isOverBudgetAllowed: false }))
  expect(clicked.problem).toBeNull()
  expect(here.likedo.requests).toHaveLength(asked + 1)
})

it('does not ask again by itself where there is no such path, for any address of the account, until a click finds it', async () => {
  const { addressId } = await newAddress()
  here.likedo.configure({ inboxPath: null })
  take(await watchMessages(here.world.context, addressId))
  await looked(addressId)
  vi.advanceTimersByTime(EVERY_MS)
  const { id: other } = take(await here.world.press())
  take(await watchMessages(here.world.context, other))
  vi.advanceTimersByTime(EVERY_MS)
  expect((await list(other)).problem).toMatchObject({ kind: 'no-such-path', operation: 'messages.list' })

  here.likedo.configure({ inboxPath: '/api/v1/emails/inbox' })
  const found = await refreshMessages(here.world.context, {
    addressId: other,
    page: 1,
    isOverBudgetAllowed: false,
  })
  expect(take(found).problem).toBeNull()
  await pass(other)
  const inboxes = here.likedo.requests.filter(({ path }) => path === '/api/v1/emails/inbox')
  // The first look, the click, and the first look after it.
  expect(inboxes).toHaveLength(3)
})

it('looks no longer than the window that it looks for is there', async () => {
  const { addressId } = await newAddress()
  const handlers = createMessagesHandlers(here.world.context, noDesktop)
  const acts = new Set<() => void>()
  const asker = {
    whenGone(act: () => void) {
      acts.add(act)
      return () => void acts.delete(act)
    },
  }
  const left = take(await handlers['messages.watch']({ addressId }, asker))
  take(await handlers['messages.watch']({ addressId }, asker))
  await looked(addressId)
  take(await handlers['messages.unwatch'](left))
  expect(acts.size).toBe(1)
  for (const act of acts) act()
  await restsAfter(addressId, 1)
})
