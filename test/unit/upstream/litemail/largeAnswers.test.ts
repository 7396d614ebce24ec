import { beforeAll, describe, expect, it } from 'vitest'
import type { Exchange } from '../../../../src/main/upstream/exchange'
import { readInbox } from '../../../../src/main/upstream/likedo/inbox'
import { findProblem, readAnswer } from '../../../../src/main/upstream/litemail/answers'
import {
  findProblemAside,
  LARGE_BODY,
  readAnswerAside,
  readInboxAside,
  readShapeAside,
  showReadAside,
} from '../../../../src/main/upstream/litemail/largeAnswers'
import { readShapeOf } from '../../../../src/main/upstream/shapeOf'
import { showRead } from '../../../../src/main/upstream/shownRead'
import { bundleForNode } from '../../store/bundleStoreWorker'
import { answerOf, asked } from './asking'

const ROWS = 4_000
const mailboxes = Array.from({ length: ROWS }, (_, n) => ({
  id: `m-${n}`,
  email: `box${n}@acme.example`,
  status: 'ACTIVE',
  appPassword: 'QWZKM4TR7XH2VNDBLP5YJC3G',
  expireOn: '2026-11-25T18:58:10.697Z',
  plan: { name: 'GOOGLE', seats: n },
}))
const listOf = (rows: readonly unknown[]) =>
  answerOf(
    JSON.stringify({ status: 200, data: { totalSearchedCount: ROWS, currentPage: 1, mailboxes: rows } }),
  )

let thread: URL
beforeAll(async () => {
  thread = await bundleForNode('src/main/upstream/litemail/decodeThread.ts', 'decode-thread')
})

/** How often anything else had its turn before `work` came to its end. */
async function turnsDuring<T>(work: Promise<T>): Promise<{ value: T; turns: number }> {
  let turns = 0
  let isOver = false
  const count = () => {
    turns += 1
    if (!isOver) setImmediate(count)
  }
  setImmediate(count)
  const value = await work
  isOver = true
  return { value, turns }
}

const read = (exchange: Exchange, url = thread) => readAnswerAside('mailboxes.list', exchange, asked, url)

describe('an answer of thousands of rows', () => {
  it('says what it would say here, and everything else has its turn meanwhile', async () => {
    const exchange = listOf(mailboxes)
    const { value, turns } = await turnsDuring(read(exchange))
    expect(value).toEqual(readAnswer('mailboxes.list', exchange, asked))
    expect(value.ok && value.value.rows.length).toBe(ROWS)
    expect(turns).toBeGreaterThanOrEqual(ROWS / 250)
  })

  it.each([
    ['a row that cannot be read', listOf([...mailboxes, { id: 'without an address' }])],
    ['a body that is cut off', answerOf(`{"data":[${'{"id":"m"},'.repeat(30_000)}`)],
    ['a web page', answerOf(`<html>${' '.repeat(LARGE_BODY)}</html>`)],
    ['a refusal', answerOf(JSON.stringify({ message: 'x'.repeat(LARGE_BODY) }), 422)],
  ])('is refused with the same words: %s', async (_, exchange) => {
    expect(exchange.kind === 'answer' && exchange.body.length).toBeGreaterThan(LARGE_BODY)
    const value = await read(exchange)
    expect(value.ok).toBe(false)
    expect(value).toEqual(readAnswer('mailboxes.list', exchange, asked))
  })

  it('is tried in a thread as well', async () => {
    const bad = listOf([...mailboxes, { id: 'without an address' }])
    const found = await turnsDuring(findProblemAside('mailboxes.list', bad, asked, thread))
    expect(found.value).toEqual(findProblem('mailboxes.list', bad, asked))
    expect(found.turns).toBeGreaterThan(1)
    expect(await findProblemAside('mailboxes.list', listOf(mailboxes), asked, thread)).toBeNull()
  })

  it('is made fit to be looked at in a thread as well, and what stood where is found there', async () => {
    const exchange = listOf(mailboxes)
    const of = { service: 'litemail', operation: 'mailboxes.list' } as const
    const shown = await turnsDuring(showReadAside(of, exchange, asked, thread))
    expect(shown.value).toEqual(showRead(of, exchange, asked))
    expect(shown.value).toMatchObject({ value: { problem: null, answer: { rowsLeft: 3_000 } } })
    expect(JSON.stringify(shown.value)).not.toContain('QWZKM4TR7XH2VNDBLP5YJC3G')
    expect(shown.turns).toBeGreaterThan(1)
    const shape = await turnsDuring(readShapeAside(exchange, thread))
    expect(shape.value).toEqual(readShapeOf(exchange))
    expect(shape.turns).toBeGreaterThan(1)
  })

  it('of LikeDo’s mail is read in a thread as well, and refused with the same words', async () => {
    const mail = (message: unknown) =>
      answerOf(JSON.stringify({ list: [message, { id: 'm1', text: 'x'.repeat(5_000_000) }], total: 2 }))
    const readable = mail({ id: 'm2', subject: 'Hello', html: '<p>Hello</p>' })
    const { value, turns } = await turnsDuring(readInboxAside(readable, asked, thread))
    expect(value).toEqual(readInbox(readable, asked))
    expect(value.ok && value.value.messages.length).toBe(2)
    expect(turns).toBeGreaterThan(1)
    const unreadable = answerOf(JSON.stringify({ list: [{ id: 'x'.repeat(LARGE_BODY) }] }))
    expect(await readInboxAside(unreadable, asked, thread)).toMatchObject({
      error: { kind: 'bad-response', problem: 'shape', place: 'list.0' },
    })
  })

  it('is read all the same where no thread can be had', async () => {
    const exchange = listOf(mailboxes)
    const value = await read(exchange, new URL('./none.js', import.meta.url))
    expect(value).toEqual(readAnswer('mailboxes.list', exchange, asked))
  })
})
