import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { decodeInbox } from '../../../../src/main/upstream/likedo/inbox'

const read = (body: unknown) =>
  decodeInbox()({ kind: 'answer', status: 200, headers: {}, body: JSON.stringify(body) })
const messagesOf = (body: unknown) => {
  const found = read(body)
  if (!found.ok) throw new Error('unreadable')
  return found.value.messages
}
const idsOf = (body: unknown) => messagesOf(body).map(({ serviceId }) => serviceId)
const cameAt = Date.UTC(2026, 10, 21, 10, 0, 1)

describe('a message that is told in other names than its predecessor’s', () => {
  const understood = {
    ...{
      serviceId: '7',
      from: 'a@b.example',
      fromName: 'A',
      subject: 'Hi',
      text: 'Hello',
      html: '<p>Hello</p>',
    },
    at: cameAt,
  }
  it.each([
    [
      { sender: 'a@b.example', sender_name: 'A', subject: 'Hi', content: 'Hello', bodyHtml: '<p>Hello</p>' },
      { _id: '7', received_at: '2026-11-21T10:00:01Z' },
    ],
    [
      { from: 'a@b.example', from_name: 'A', Subject: 'Hi', bodyText: 'Hello', html_body: '<p>Hello</p>' },
      { uid: 7, timestamp: cameAt / 1_000 },
    ],
    [
      {
        from: { address: 'a@b.example', name: 'A' },
        title: 'Hi',
        body: { text: 'Hello', html: '<p>Hello</p>' },
      },
      { email_id: '7', internalDate: String(cameAt) },
    ],
    [
      {
        from_email: 'a@b.example',
        from_name: 'A',
        subject: 'Hi',
        text_body: 'Hello',
        'html-content': '<p>Hello</p>',
      },
      { uuid: '7', created_at: '2026-11-21 10:00:01' },
    ],
  ])('is understood all the same: %j', (said, more) => {
    expect(messagesOf([{ ...said, ...more }])).toMatchObject([understood])
  })

  it('is formatted where what is called its text is a page', () => {
    const page = '<!DOCTYPE html>\n<html><body><p>Your code is 482913</p></body></html>'
    expect(messagesOf([{ id: 1, subject: 'Hi', body: page }])).toMatchObject([{ text: null, html: page }])
    expect(messagesOf([{ id: 1, subject: 'Hi', body: 'a <b> c' }])).toMatchObject([{ text: 'a <b> c' }])
  })

  it('has a text that is not known where nothing is called one', () => {
    const heads = { id: 1, from: 'a@b.example', subject: 'Hi' }
    expect(messagesOf([heads, { ...heads, text: null }])).toMatchObject([
      { text: null, isTextTold: false },
      { text: null, isTextTold: true },
    ])
  })
})

describe('a list whose rows are nothing that is known to be a message', () => {
  it.each([
    ['list.0', { list: [{ id: 1, from: 'a@b.example', headline: 'Hi' }] }],
    ['data.messages.0', { success: true, data: { messages: [{ email: 'x@ig.do', tag: null }] } }],
    ['0', ['m1', 'm2']],
  ])('is unreadable at its first row, never empty and never “no text”: %s', (place, body) => {
    expect(read(body)).toEqual({ ok: false, error: { place, problem: 'shape' } })
  })

  it('is told from one that has a message without any of it among others', () => {
    expect(
      messagesOf([
        { id: 1, subject: 'Hi' },
        { id: 2, from: 'a@b.example' },
      ]),
    ).toHaveLength(2)
    expect(messagesOf({ list: [], total: 0 })).toEqual([])
  })
})

describe('a message without a name of its own', () => {
  const unnamed = { from: 'a@b.example', subject: 'Your code', createdAt: '2026-11-21T10:00:01Z' }

  it('is told from others by all that it says, what is not known of it included', () => {
    const differing = [
      unnamed,
      { ...unnamed, text: 'Hello' },
      { ...unnamed, text: 'Bye' },
      { ...unnamed, message: 'Your code is 482913' },
      { ...unnamed, message: 'Your code is 771204' },
      { ...unnamed, parts: [{ type: 'text', value: 'one' }] },
      { ...unnamed, parts: [{ type: 'text', value: 'other' }] },
    ]
    expect(new Set(idsOf(differing)).size).toBe(differing.length)
  })

  it('stays the same one when it is read, flagged or told in another order', () => {
    const later = { isRead: true, read_at: 'now', labels: ['x'], ...unnamed, updatedAt: 'now', expiresIn: 3 }
    expect(new Set(idsOf([unnamed, later, Object.fromEntries(Object.entries(unnamed).reverse())])).size).toBe(
      1,
    )
  })
})

describe('the date of a message', () => {
  beforeEach(() => {
    vi.stubEnv('TZ', 'Europe/Berlin')
  })
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  const read = (date: unknown) => messagesOf([{ id: 1, subject: 'Hi', date }])[0]?.at

  it.each([
    '2026-11-21T10:00:01Z',
    '2026-11-21T11:00:01+01:00',
    '2026-11-21T10:00:01',
    '2026-11-21 10:00:01',
    '2026-11-21 10:00:01 UTC',
    'Sat, 21 Nov 2026 10:00:01',
    'Sat, 21 Nov 2026 11:00:01 +0100 (CET)',
    '21 Nov 2026 10:00:01 GMT',
    cameAt,
    cameAt / 1_000,
    String(cameAt),
  ])('is UTC wherever this computer is, where %s names no zone', (date) => {
    expect(read(date)).toBe(cameAt)
  })

  it.each(['yesterday', '', null, 0, {}, true, 'Sat, 99 Nov 2026 10:00:01'])('is none in %s', (date) => {
    expect(read(date)).toBeNull()
  })

  it('is when it came, under whatever name, before what its sender wrote on it', () => {
    const said = { id: 1, subject: 'Hi', date: '2099-01-01T00:00:00Z', received_at: cameAt, timestamp: 7e9 }
    expect(messagesOf([said])[0]?.at).toBe(cameAt)
  })
})
