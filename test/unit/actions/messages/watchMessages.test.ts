import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { askOf } from '../../../../src/main/actions/askService'
import { listMessages } from '../../../../src/main/actions/messages/listMessages'
import { refreshMessages } from '../../../../src/main/actions/messages/refreshMessages'
import { EVERY_MS, unwatchMessages, watchMessages } from '../../../../src/main/actions/messages/watchMessages'
import { take } from '../../../support/actions/world'
import { worldPerTest } from '../../../support/actions/worldPerTest'

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
  here.likedo.forget()
  return { account, addressId: id, email }
}
const list = async (addressId: string) => take(await listMessages(here.world.context, { addressId, page: 1 }))
/** Until what is under way has ended. */
const settled = async (addressId: string) => {
  await vi.waitFor(async () => expect((await list(addressId)).isReading).toBe(false), { timeout: 5_000 })
}
const pass = async (addressId: string, ms: number) => {
  vi.advanceTimersByTime(ms)
  await settled(addressId)
}

it('reads an inbox at once, then every ten seconds for three minutes, then no more', async () => {
  const { addressId } = await newAddress()
  take(await watchMessages(here.world.context, addressId))
  await settled(addressId)
  expect(here.likedo.requests).toHaveLength(1)
  // Waiting for an answer moves this clock by a little.
  expect((await list(addressId)).watchedUntil).toBeGreaterThan(Date.now() + 175_000)
  for (let n = 1; n < 18; n++) await pass(addressId, EVERY_MS)
  expect(here.likedo.requests).toHaveLength(18)
  await pass(addressId, EVERY_MS)
  expect((await list(addressId)).watchedUntil).toBeNull()
  for (let n = 1; n < 5; n++) await pass(addressId, EVERY_MS)
  expect(here.likedo.requests).toHaveLength(18)
})

it('asks once for two windows that show it, and not at all when both are gone', async () => {
  const { addressId } = await newAddress()
  const one = take(await watchMessages(here.world.context, addressId))
  await settled(addressId)
  const other = take(await watchMessages(here.world.context, addressId))
  await pass(addressId, EVERY_MS)
  expect(here.likedo.requests).toHaveLength(2)
  unwatchMessages(here.world.context, one.watch)
  await pass(addressId, EVERY_MS)
  expect(here.likedo.requests).toHaveLength(3)
  unwatchMessages(here.world.context, other.watch)
  await pass(addressId, EVERY_MS)
  expect(here.likedo.requests).toHaveLength(3)
})

it('tells of mail that comes meanwhile, not of what was there before, and each once', async () => {
  const { addressId, email } = await newAddress()
  here.likedo.deliver(email, { subject: 'Before' })
  take(await watchMessages(here.world.context, addressId))
  await settled(addressId)
  here.likedo.deliver(email, { subject: 'Your code' })
  await pass(addressId, EVERY_MS)
  await pass(addressId, EVERY_MS)
  expect(here.world.mail).toEqual([
    {
      addressId,
      email,
      messages: [{ from: 'hello@shop.example', fromName: 'The Shop', subject: 'Your code' }],
    },
  ])
})

it('leaves the last twenty requests of the hour to clicks, and says so', async () => {
  const { account, addressId } = await newAddress()
  const { context } = here.world
  const over = askOf(account, { priority: 'click', waitMs: 0, isOverBudgetAllowed: true })
  for (let used = 0; used < 176; used++) take(await context.limiter.take(over))
  take(await watchMessages(context, addressId))
  await settled(addressId)
  for (let n = 1; n < 12; n++) await pass(addressId, EVERY_MS)
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
  await settled(addressId)
  await pass(addressId, EVERY_MS)
  expect(here.likedo.requests).toHaveLength(1)
  const { id: other } = take(await here.world.press())
  here.likedo.forget()
  take(await watchMessages(here.world.context, other))
  await settled(other)
  expect(here.likedo.requests).toEqual([])
  expect((await list(other)).problem).toMatchObject({ kind: 'no-such-path', operation: 'messages.list' })

  here.likedo.configure({ inboxPath: '/api/v1/emails/inbox' })
  const found = await refreshMessages(here.world.context, {
    addressId: other,
    page: 1,
    isOverBudgetAllowed: false,
  })
  expect(take(found).problem).toBeNull()
  await pass(other, EVERY_MS)
  expect(here.likedo.requests.length).toBeGreaterThanOrEqual(2)
})
