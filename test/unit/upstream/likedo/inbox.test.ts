import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { understandMessage } from '../../../../src/main/actions/messages/understandMessage'
import { readEncodedWords } from '../../../../src/main/upstream/likedo/encodedWords'
import { decodeInbox } from '../../../../src/main/upstream/likedo/inbox'

const answer = (body: unknown) => ({
  kind: 'answer' as const,
  status: 200,
  headers: {},
  body: typeof body === 'string' ? body : JSON.stringify(body),
})
const read = (body: unknown) => decodeInbox()(answer(body))
const message = {
  id: 'm1',
  from: 'a@b.example',
  fromName: 'A',
  to: 'x@ig.do',
  subject: 'Hi',
  text: 'Hello',
  html: null,
  date: '2026-11-21T10:00:00.000Z',
  messageId: '<1@b.example>',
  replyTo: null,
  cc: null,
  headers: '{}',
  attachments: '[{"filename":"a.pdf","mimeType":"application/pdf","size":12}]',
  readAt: null,
  createdAt: '2026-11-21T10:00:01.000Z',
  updatedAt: '2026-11-21T10:00:01.000Z',
}
const understood = {
  serviceId: 'm1',
  from: 'a@b.example',
  fromName: 'A',
  to: 'x@ig.do',
  cc: null,
  replyTo: null,
  subject: 'Hi',
  text: 'Hello',
  html: null,
  isTextTold: true,
  // When it came, not what its sender wrote on it.
  at: Date.UTC(2026, 10, 21, 10, 0, 1),
  attachments: [{ name: 'a.pdf', type: 'application/pdf', bytes: 12 }],
}

describe('an inbox', () => {
  it.each([
    ['as the predecessor answers', { list: [message], total: 7 }, 7],
    ['within the envelope', { success: true, data: { list: [message], total: 7 } }, 7],
    ['as a list within the envelope', { success: true, data: [message] }, null],
    ['with its total beside the data', { success: true, total: 7, data: [message] }, 7],
    ['as nothing but a list', [message], null],
  ])('is read %s', (_, body, total) => {
    expect(read(body)).toEqual({ ok: true, value: { messages: [understood], total } })
  })

  it.each([
    ['no', { success: false, error: 'No' }],
    ['nothing', {}],
    ['a number', 7],
    ['a page of HTML', '<html></html>'],
    ['half of it', '{"list":[{"id":'],
  ])('that is %s is unreadable, never empty', (_, body) => {
    expect(read(body).ok).toBe(false)
  })

  it('is read however deep something lies in a message', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
    const objects = `${'{"address":'.repeat(200_000)}1${'}'.repeat(200_000)}`
    for (const from of [deep, objects]) {
      expect(read(`{"list":[{"id":"m1","subject":"Hi","from":${from},"to":${from}}]}`)).toMatchObject({
        value: { messages: [{ from: null, to: null }] },
      })
      expect(read(`{"list":[{"subject":"Hi","other":${from}}]}`).ok).toBe(true)
    }
  })

  it('takes of a message what can be read', () => {
    const odd = {
      id: 42,
      from: { address: 'a@b.example', name: 'A\u202E' },
      to: ['x@ig.do', { email: 'y@ig.do' }],
      subject: ['no'],
      text: 7,
      html: '',
      date: 'yesterday',
      createdAt: 1_790_000_000,
      attachments: '[null, {"filename": 7, "size": "12"}]',
    }
    expect(read([odd, null, 'text', 7])).toMatchObject({
      value: {
        messages: [
          {
            serviceId: '42',
            from: 'a@b.example',
            fromName: 'A',
            to: 'x@ig.do, y@ig.do',
            text: null,
            html: null,
            at: 1_790_000_000_000,
            attachments: [{ name: null, type: null, bytes: null }],
          },
        ],
      },
    })
  })

  it('is understood whatever its messages hold', () => {
    const any = fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue())
    const shape = fc.record(
      { id: any, from: any, fromName: any, subject: any, text: any, html: any, date: any, attachments: any },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.array(shape), (messages) => {
        const found = read({ list: messages, total: 3 })
        if (!found.ok) return
        for (const { serviceId, ...said } of found.value.messages) understandMessage('a', serviceId, said)
      }),
    )
  })
})

describe('encoded words of a header', () => {
  it.each([
    ['=?utf-8?q?Gr=C3=BC=C3=9Fe_an_alle?=', 'Grüße an alle'],
    ['=?UTF-8?B?w5xiZXI=?= =?utf-8?b?YWxs?=', 'Überall'],
    ['=?iso-8859-1?Q?Se=F1or?= Otter', 'Señor Otter'],
    ['=?x-nobody?B?w5w=?=', '=?x-nobody?B?w5w=?='],
    ['plain', 'plain'],
  ])('are read: %s', (text, said) => {
    expect(readEncodedWords(text)).toBe(said)
  })
})
