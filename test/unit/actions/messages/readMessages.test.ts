import { expect, it } from 'vitest'
import { keepMessage } from '../../../../src/main/actions/messages/keepMessage'
import { listMessages } from '../../../../src/main/actions/messages/listMessages'
import {
  copyCode,
  findLink,
  readFormatted,
  readMessage,
} from '../../../../src/main/actions/messages/readMessage'
import { refreshMessages } from '../../../../src/main/actions/messages/refreshMessages'
import { removeAccount } from '../../../../src/main/actions/removeAccount'
import { newestFirst } from '../../../../src/shared/addressView'
import { take } from '../../../support/actions/world'
import { worldPerTest } from '../../../support/actions/worldPerTest'
import { DEFAULT_KEY } from '../../../support/likedo/server'

const here = worldPerTest()

const newAddress = async () => {
  const account = await here.world.connect(here.likedo.origin)
  const { id, email } = take(await here.world.press())
  here.likedo.forget()
  return { account, addressId: id, email }
}
const refresh = async (addressId: string, page = 1) =>
  take(await refreshMessages(here.world.context, { addressId, page, isOverBudgetAllowed: false }))
const first = async (addressId: string): Promise<string> => {
  const { rows } = await refresh(addressId)
  if (rows[0] === undefined) throw new Error('no message came')
  return rows[0].id
}

it('asks for an inbox as it is guessed: its path, its address, its page, its key', async () => {
  const { addressId, email } = await newAddress()
  await refresh(addressId)
  const [asked] = here.likedo.requests
  expect(here.likedo.requests).toHaveLength(1)
  expect(asked).toMatchObject({
    method: 'GET',
    path: '/api/v1/emails/inbox',
    query: { email, page: '1', pageSize: '20' },
  })
  expect(asked?.headers.authorization).toBe(`Bearer ${DEFAULT_KEY}`)
})

it('brings who wrote, what it is about, its code and its link, newest first; what a window is not to know stays', async () => {
  const { addressId, email } = await newAddress()
  here.likedo.deliver(email, { subject: 'Hello', date: '2026-01-01T00:00:00.000Z' })
  here.likedo.deliver(email, {
    subject: 'Your verification code',
    text: null,
    html: '<p>Your code is <b>482913</b>.</p><a href="https://a.example/confirm?t=1">Confirm</a>',
    attachments: '[{"filename":"a.pdf","size":3}]',
  })
  const { rows, hasOlder, problem } = await refresh(addressId)
  expect({ hasOlder, problem }).toEqual({ hasOlder: false, problem: null })
  expect(rows).toMatchObject([
    {
      from: 'hello@shop.example',
      fromName: 'The Shop',
      subject: 'Your verification code',
      start: 'Your code is 482913. Confirm',
      code: '482913',
      link: { index: 0, host: 'a.example' },
      attachments: 1,
      isKept: false,
    },
    { subject: 'Hello', code: null, link: null },
  ])
  const read = take(await readMessage(here.world.context, rows[0]?.id ?? ''))
  expect(read).toMatchObject({ isFormatted: true, attached: [{ name: 'a.pdf', type: null, bytes: 3 }] })
  expect(Object.keys(read)).not.toEqual(expect.arrayContaining(['html', 'hrefs']))
})

it('copies the code in main, and opens a link by its place only', async () => {
  const { addressId, email } = await newAddress()
  here.likedo.deliver(email, {
    subject: 'Your login code is 771204',
    text: 'Or https://a.example/login?token=1 and http://b.example/ and javascript:alert(1)',
  })
  const id = await first(addressId)
  take(await copyCode(here.world.context, id))
  expect(here.world.copied.at(-1)).toBe('771204')
  expect(await findLink(here.world.context, id, 0)).toEqual({
    ok: true,
    value: 'https://a.example/login?token=1',
  })
  expect(await findLink(here.world.context, id, 1)).toEqual({ ok: false, error: { kind: 'forbidden' } })
  expect(await findLink(here.world.context, 'other', 0)).toMatchObject({ error: { kind: 'not-found' } })
})

it('holds messages in memory only; a kept one is found by the search of the list, in what it says and from whom', async () => {
  const { addressId, email } = await newAddress()
  here.likedo.deliver(email, { subject: 'Tickets', text: 'Gleis elf, Wagen vier', html: '<p>Gleis</p>' })
  const { context } = here.world
  const search = async (words: string) =>
    take(
      await context.store.read('addresses.list', {
        view: { ...newestFirst, search: words },
        offset: 0,
        limit: 10,
      }),
    ).total
  const id = await first(addressId)
  expect(await search('wagen')).toBe(0)
  take(await keepMessage(context, id))
  take(await keepMessage(context, id))
  expect([await search('WAGEN vier'), await search('the shop'), await search('tickets')]).toEqual([1, 1, 1])
  context.mail.inboxes.clear()
  expect(take(await listMessages(context, { addressId, page: 1 })).rows).toMatchObject([
    { id, subject: 'Tickets', isKept: true },
  ])
  expect(take(await readFormatted(context, id)).body).toBe('<p>Gleis</p>')
  take(await context.store.write('messages.forget', id))
  expect(await search('wagen')).toBe(0)
})

it('reads older pages when they are asked for, and says when there are no more', async () => {
  const { addressId, email } = await newAddress()
  for (let n = 1; n <= 25; n++) here.likedo.deliver(email, { subject: `Message ${n}` })
  const newest = await refresh(addressId)
  expect([newest.rows.length, newest.hasOlder]).toEqual([20, true])
  expect((await refresh(addressId)).hasOlder).toBe(true)
  const all = await refresh(addressId, 2)
  expect([all.rows.length, all.hasOlder]).toEqual([25, false])
})

it('reads fewer at once where a page of them is larger than what is taken', async () => {
  const { addressId, email } = await newAddress()
  for (let n = 1; n <= 5; n++) {
    here.likedo.deliver(email, { subject: `Message ${n}`, text: 'x'.repeat(4_500_000) })
  }
  const { rows, problem } = await refresh(addressId)
  expect(problem).toBeNull()
  expect(rows.map(({ subject }) => subject)).toEqual(['Message 5', 'Message 4', 'Message 3'])
  expect(here.likedo.requests.map(({ query }) => query.pageSize)).toEqual(['20', '3'])

  // From then on by as many, so that nothing is left out and nothing is fetched to be thrown away.
  const older = await refresh(addressId, 2)
  expect(older.rows.map(({ subject }) => subject)).toEqual([5, 4, 3, 2, 1].map((n) => `Message ${n}`))
  expect(older.hasOlder).toBe(false)
  await refresh(addressId)
  expect(here.likedo.requests.slice(2).map(({ query }) => [query.page, query.pageSize])).toEqual([
    ['2', '3'],
    ['1', '3'],
  ])
})

it('leaves out no page that did not come', async () => {
  const { addressId, email } = await newAddress()
  for (let n = 1; n <= 45; n++) here.likedo.deliver(email, { subject: `Message ${n}` })
  await refresh(addressId)
  here.likedo.configure({ inboxPath: null })
  await refresh(addressId, 2)
  here.likedo.configure({ inboxPath: '/api/v1/emails/inbox' })
  expect((await refresh(addressId, 3)).rows).toHaveLength(40)
  expect((await refresh(addressId, 3)).rows).toHaveLength(45)
})

it('orders by when a message came, whatever date its sender wrote on it', async () => {
  const { addressId, email } = await newAddress()
  here.likedo.deliver(email, { subject: 'From the future', date: '2099-01-01T00:00:00.000Z' })
  here.likedo.deliver(email, { subject: 'Newest', date: '1999-01-01T00:00:00.000Z' })
  const { rows } = await refresh(addressId)
  expect(rows.map(({ subject }) => subject)).toEqual(['Newest', 'From the future'])
  expect(rows.every(({ at }) => at !== null && Math.abs(at - Date.now()) < 60_000)).toBe(true)
})

it('takes over what the service has of a message by now', async () => {
  const { addressId, email } = await newAddress()
  const id = here.likedo.deliver(email, { subject: 'Draft', text: 'Half' })
  await refresh(addressId)
  here.likedo.deliver(email, { id, subject: 'Draft', text: 'The whole of it' })
  expect((await refresh(addressId)).rows).toMatchObject([{ start: 'The whole of it' }])
})

it('says why nothing was read, and shows what it has all the same', async () => {
  const { addressId, email } = await newAddress()
  here.likedo.deliver(email, { subject: 'Before' })
  await refresh(addressId)
  here.likedo.configure({ inboxPath: null })
  expect(await refresh(addressId)).toMatchObject({
    rows: [{ subject: 'Before' }],
    problem: { kind: 'no-such-path', operation: 'messages.list', status: 404 },
  })
})

it('forgets the messages of an account that is removed', async () => {
  const { account, addressId, email } = await newAddress()
  here.likedo.deliver(email, {})
  await refresh(addressId)
  take(await removeAccount(here.world.context, account.id))
  expect(here.world.context.mail.inboxes.size).toBe(0)
  expect(
    await refreshMessages(here.world.context, { addressId, page: 1, isOverBudgetAllowed: false }),
  ).toMatchObject({ error: { kind: 'not-found', what: 'account' } })
})
