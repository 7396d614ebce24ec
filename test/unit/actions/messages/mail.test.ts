import { expect, it } from 'vitest'
import { createMail, inboxOf, letGo } from '../../../../src/main/actions/messages/mail'
import { understandMessage } from '../../../../src/main/actions/messages/understandMessage'

/** A message that counts twenty million characters, of which two weigh too much beside another. */
const heavy = {
  ...understandMessage('a', 'm', {
    ...{ from: null, fromName: null, to: null, cc: null, replyTo: null, subject: null, html: null },
    ...{ text: '', at: null, attachments: [] },
  }),
  text: 'x'.repeat(20_000_000),
}

it('lets go of what nobody has looked at for longest, never of what is asked for, read or watched', () => {
  const mail = createMail(() => undefined)
  const names = ['watched', 'reading', 'oldest', 'newer', 'asked']
  for (const [at, name] of names.entries()) {
    const inbox = inboxOf(mail, name, 'account')
    inbox.messages.set('m', heavy)
    inbox.seenAt = at
    if (name === 'reading') inbox.reading = Promise.resolve()
  }
  const timer = setTimeout(() => undefined, 0)
  mail.watches.set('w', { addressId: 'watched', until: 0, timer, look: () => undefined })
  clearTimeout(timer)
  letGo(mail, 'asked')
  expect([...mail.inboxes.keys()]).toEqual(['watched', 'reading', 'asked'])

  const few = createMail(() => undefined)
  for (const name of ['one', 'other']) inboxOf(few, name, 'account').messages.set('m', heavy)
  letGo(few, 'other')
  expect([...few.inboxes.keys()]).toEqual(['one', 'other'])
})
