import { expect, it, vi } from 'vitest'
import { forgetMessage, keepMessage } from '../../../../src/main/actions/messages/keepMessage'
import { listMessages } from '../../../../src/main/actions/messages/listMessages'
import { readMessage } from '../../../../src/main/actions/messages/readMessage'
import { refreshMessages } from '../../../../src/main/actions/messages/refreshMessages'
import { removeAccount } from '../../../../src/main/actions/removeAccount'
import { take } from '../../../support/actions/world'
import { worldPerTest } from '../../../support/actions/worldPerTest'
import type { Delivery } from '../../../support/likedo/inbox'

const here = worldPerTest()

const kept = async (...deliveries: readonly Delivery[]) => {
  const { context } = here.world
  const account = await here.world.connect(here.likedo.origin)
  const { id: addressId, email } = take(await here.world.press())
  for (const delivery of deliveries) here.likedo.deliver(email, delivery)
  const read = await refreshMessages(context, { addressId, page: 1, isOverBudgetAllowed: false })
  const ids = take(read).rows.map(({ id }) => id)
  for (const id of ids) take(await keepMessage(context, id))
  return { context, account, addressId, id: ids[0] ?? '' }
}
const list = async (addressId: string, page = 1) =>
  take(await listMessages(here.world.context, { addressId, page }))

it('stays readable when the account that could read it is gone', async () => {
  const { context, account, addressId, id } = await kept({ subject: 'Tickets', text: 'Gleis elf' })
  take(await removeAccount(context, account.id))
  expect((await list(addressId)).rows).toMatchObject([{ subject: 'Tickets', isKept: true }])
  expect(take(await readMessage(context, id))).toMatchObject({ text: 'Gleis elf', isKept: true })
})

it('says of a message that was cut that it was, and keeps no formatting that no backup takes', async () => {
  const { context, id } = await kept({
    text: 'word '.repeat(50_000),
    html: `<p>${'word '.repeat(100_000)}</p>`,
  })
  const before = take(await readMessage(context, id))
  expect(before).toMatchObject({ isCut: true, isFormatted: true, isKeptPlain: true })
  context.mail.inboxes.clear()
  const after = take(await readMessage(context, id))
  expect(after).toMatchObject({ isCut: true, isFormatted: false, isKept: true })
  expect(after.text).toBe(before.text)
})

it('once forgotten is there until Mailroom ends, and can be kept again', async () => {
  const { context, addressId, id } = await kept({ subject: 'Tickets' })
  context.mail.inboxes.clear()
  take(await forgetMessage(context, id))
  expect((await list(addressId)).rows).toMatchObject([{ id, isKept: false }])
  take(await keepMessage(context, id))
  expect((await list(addressId)).rows).toMatchObject([{ id, isKept: true }])
  take(await forgetMessage(context, id))
  expect(await forgetMessage(context, id)).toMatchObject({ error: { kind: 'not-found', what: 'message' } })
})

it('is listed once, whether it was read since the start or not, and pages of kept ones need no service', async () => {
  const { context, addressId } = await kept(
    ...Array.from({ length: 20 }, (_, n) => ({ subject: `Message ${n}` })),
  )
  expect((await list(addressId)).rows).toHaveLength(20)
  context.mail.inboxes.clear()
  const { rows, hasOlder } = await list(addressId)
  expect([rows.length, hasOlder, new Set(rows.map(({ id }) => id)).size]).toEqual([20, false, 20])
})

it('is read whole once for all the times that it is listed, until it is forgotten', async () => {
  const { context, addressId, id } = await kept({ subject: 'Tickets', text: 'Gleis elf' }, { text: 'Other' })
  context.mail.inboxes.clear()
  const read = vi.spyOn(context.store, 'read')
  const wholes = () => read.mock.calls.filter(([method]) => method === 'messages.get').length
  const first = await list(addressId)
  expect(await list(addressId)).toEqual(first)
  expect(wholes()).toBe(2)
  take(await context.store.write('messages.forget', id))
  expect((await list(addressId)).rows).toHaveLength(1)
})

it('says what it said when it was kept again, not what it said the time before', async () => {
  const { context, addressId, id } = await kept({ subject: 'Draft', text: 'Half' })
  context.mail.inboxes.clear()
  await list(addressId)
  take(await forgetMessage(context, id))
  const held = context.mail.inboxes.get(addressId)?.messages.get(id)
  if (held === undefined) throw new Error('what is forgotten is held')
  context.mail.inboxes.get(addressId)?.messages.set(id, { ...held, text: 'The whole of it', start: '' })
  take(await keepMessage(context, id))
  context.mail.inboxes.clear()
  expect((await list(addressId)).rows).toMatchObject([{ start: 'The whole of it' }])
})
