import { expect, it } from 'vitest'
import { done, firstRows, NOON, storeWithAccount } from './testStore'

it('kept messages follow an address that is made again, as its note does, and are found there', () => {
  const { store, plan, send, settle } = storeWithAccount()
  const first = settle(send(plan({ email: 'same.one@ig.do' })), done())
  const nobody = { from: null, fromName: null, to: null, cc: null, replyTo: null, html: null, at: NOON }
  store.write('messages.keep', {
    ...{ ...nobody, id: 'm', addressId: first.id, subject: 'Tickets', text: 'Gleis elf', isCut: false },
    ...{ attachments: [], keptAt: NOON },
  })
  const again = settle(send(plan({ email: 'same.one@ig.do' })), done())
  expect(store.read('messages.ofAddress', again.id)).toEqual([{ id: 'm', at: NOON, keptAt: NOON }])
  expect(store.read('addresses.list', firstRows({ search: 'gleis' })).rows).toMatchObject([{ id: again.id }])
})
