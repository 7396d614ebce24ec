import { afterEach, expect, it } from 'vitest'
import { keepMessage } from '../../../../src/main/actions/messages/keepMessage'
import { refreshMessages } from '../../../../src/main/actions/messages/refreshMessages'
import { unwatchMessages, watchMessages } from '../../../../src/main/actions/messages/watchMessages'
import { take } from '../../../support/actions/world'
import { worldPerTest } from '../../../support/actions/worldPerTest'

const here = worldPerTest()
const undated = { date: null, createdAt: null }
const HOUR = 3_600_000
let watches: string[] = []

const newAddress = async () => {
  await here.world.connect(here.likedo.origin)
  const { id, email } = take(await here.world.press())
  here.likedo.forget()
  return { addressId: id, email }
}
const refresh = async (addressId: string, page = 1) =>
  take(await refreshMessages(here.world.context, { addressId, page, isOverBudgetAllowed: false }))
const subjectsOf = async (addressId: string, page = 1) =>
  (await refresh(addressId, page)).rows.map(({ subject }) => subject)
/** The whole inbox is looked at from now on. */
const look = async (addressId: string) => {
  await refresh(addressId)
  watches.push(take(await watchMessages(here.world.context, addressId)).watch)
}
const numbers = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, n) => `${from - n}`)

afterEach(() => {
  for (const watch of watches) unwatchMessages(here.world.context, watch)
  watches = []
})

it('shows what came last first where the service tells no dates, however many there are', async () => {
  const { addressId, email } = await newAddress()
  for (let n = 1; n <= 25; n++) here.likedo.deliver(email, { ...undated, subject: `${n}` })
  expect(await subjectsOf(addressId)).toEqual(numbers(25, 6))
  here.likedo.deliver(email, { ...undated, subject: '26' })
  expect(await subjectsOf(addressId)).toEqual(numbers(26, 7))
  expect(await subjectsOf(addressId, 2)).toEqual(numbers(26, 1))
})

it('shows one without a date where it stands among the others, kept or not', async () => {
  const { addressId, email } = await newAddress()
  for (const hour of [3, 2, 1]) {
    const createdAt = new Date(Date.now() - hour * HOUR).toISOString()
    here.likedo.deliver(email, { subject: `${hour} h ago`, createdAt })
    here.likedo.deliver(email, { ...undated, subject: `after ${hour} h ago` })
  }
  const expected = [1, 2, 3].flatMap((hour) => [`after ${hour} h ago`, `${hour} h ago`])
  const { rows } = await refresh(addressId)
  expect(rows.map(({ subject }) => subject)).toEqual(expected)
  take(await keepMessage(here.world.context, rows[5]?.id ?? ''))
  expect(await subjectsOf(addressId)).toEqual(expected)
})

it('tells since when somebody may wait for a message, by whichever clock it came last', async () => {
  const { addressId, email } = await newAddress()
  const ago = (ms: number) => new Date(Date.now() - ms).toISOString()
  here.likedo.deliver(email, { subject: 'old', createdAt: ago(5 * HOUR) })
  here.likedo.deliver(email, { ...undated, subject: 'of no date' })
  const newAt = async () =>
    Object.fromEntries(
      (await refresh(addressId)).rows.map((row) => [row.subject, Date.now() - (row.newAt ?? 0)]),
    )
  const first = await newAt()
  expect(first.old).toBeGreaterThan(4 * HOUR)
  expect(first['of no date']).toBeLessThan(HOUR)
  // What comes while somebody looks is new, however its date is to be read.
  here.likedo.deliver(email, { subject: 'of another zone', createdAt: ago(5 * HOUR) })
  here.likedo.deliver(email, { subject: 'of tomorrow', createdAt: ago(-2 * HOUR) })
  const { rows } = await refresh(addressId)
  expect(rows.every(({ at }) => at === null || at <= Date.now())).toBe(true)
  const then = await newAt()
  expect([then['of another zone'], then['of tomorrow']].every((age = HOUR) => age < HOUR)).toBe(true)
  expect(then.old).toBeGreaterThan(4 * HOUR)
})

it('tells of mail that came, not of what moved up because another was deleted at the service', async () => {
  const { addressId, email } = await newAddress()
  const ids = Array.from({ length: 25 }, (_, n) =>
    here.likedo.deliver(email, { ...undated, subject: `${n + 1}` }),
  )
  await look(addressId)
  here.likedo.takeBack(email, ids[24] ?? '')
  await refresh(addressId)
  expect(here.world.mail).toEqual([])
  here.likedo.deliver(email, { ...undated, subject: 'new' })
  await refresh(addressId)
  expect(here.world.mail.map(({ messages }) => messages.map(({ subject }) => subject))).toEqual([['new']])
})

it('tells of mail that came wherever the service puts it, where all of the others are known', async () => {
  const { addressId, email } = await newAddress()
  const id = here.likedo.deliver(email, { ...undated, subject: 'first' })
  await look(addressId)
  here.likedo.deliver(email, { ...undated, subject: 'second' })
  // Delivered anew, the first stands before the second.
  here.likedo.deliver(email, { ...undated, id, subject: 'first' })
  await refresh(addressId)
  expect(here.world.mail.map(({ messages }) => messages.map(({ subject }) => subject))).toEqual([['second']])
})

it('says of which parts of its messages the service tells nothing, and says nothing of an inbox without any', async () => {
  const { addressId, email } = await newAddress()
  expect((await refresh(addressId)).untold).toEqual([])
  here.likedo.deliver(email, { ...undated, text: undefined, html: undefined })
  expect((await refresh(addressId)).untold).toEqual(['text', 'date'])
  here.likedo.deliver(email, { text: null })
  expect((await refresh(addressId)).untold).toEqual([])
})

it('leaves no message out when a page of as many as before has become too large', async () => {
  const { addressId, email } = await newAddress()
  for (let n = 1; n <= 45; n++) here.likedo.deliver(email, { subject: `${n}` })
  await refresh(addressId)
  await refresh(addressId, 2)
  for (let n = 46; n <= 50; n++) here.likedo.deliver(email, { subject: `${n}`, text: 'x'.repeat(4_500_000) })
  await refresh(addressId)
  expect(here.likedo.requests.at(-1)?.query).toMatchObject({ page: '1', pageSize: '3' })
  let page = 2
  while ((await refresh(addressId, page)).hasOlder && page < 20) page += 1
  expect(await subjectsOf(addressId, page)).toEqual(numbers(50, 1))
})
