import { Worker } from 'node:worker_threads'
import type { ShapePart } from '../../../shared/apiPath'
import type { AppError } from '../../../shared/errors'
import type { OperationId } from '../../../shared/litemail/operations'
import type { Result } from '../../../shared/result'
import { turn } from '../../rules/turn'
import type { Exchange } from '../exchange'
import type { Asked as AskedLikeDo } from '../likedo/answers'
import { type InboxPage, readInbox } from '../likedo/inbox'
import { readShapeOf } from '../shapeOf'
import { type ReadOf, type ShownRead, showRead } from '../shownRead'
import { type Asked, findProblem, readAnswer } from './answers'
import type { DecodeAnswer, DecodeAsk } from './decodeThread'
import type { KnownRead, ReadAnswers } from './readAnswers'

/** Bodies of so many characters are decoded in a thread: here they would keep everything else waiting. */
export const LARGE_BODY = 256 * 1024
/** So many rows come over at a time: each part is taken within a few milliseconds. */
const ROWS_A_PART = 250

/** What a thread that cannot be had, or dies, leaves to be done here. */
class ThreadLost extends Error {}

type Ask = (ask: DecodeAsk) => Promise<DecodeAnswer>

const startThread = (url: URL): Worker => {
  try {
    return new Worker(url, { name: 'decode' })
  } catch {
    throw new ThreadLost()
  }
}

/** Starts a thread for one answer, and ends it behind `work`. */
async function inThread<T>(url: URL, work: (ask: Ask) => Promise<T>): Promise<T> {
  const worker = startThread(url)
  const ask: Ask = (question) =>
    new Promise((resolve, reject) => {
      const fail = () => reject(new ThreadLost())
      worker.removeAllListeners()
      worker.on('message', resolve).on('messageerror', fail).on('error', fail).on('exit', fail)
      worker.postMessage(question)
    })
  try {
    return await work(ask)
  } finally {
    worker.removeAllListeners()
    // What a thread says that is being ended concerns nobody.
    worker.on('error', () => undefined)
    await worker.terminate()
  }
}

async function decodeAside(url: URL, ask: DecodeAsk & { kind: 'decode' }): Promise<unknown> {
  return inThread(url, async (send) => {
    const first = await send(ask)
    if (first.kind !== 'decoded') throw new ThreadLost()
    const rows: unknown[] = []
    while (rows.length < first.rows) {
      await turn()
      const part = await send({ kind: 'rows', from: rows.length, count: ROWS_A_PART })
      if (part.kind !== 'rows' || part.rows.length === 0) throw new ThreadLost()
      rows.push(...part.rows)
    }
    const { result } = first
    return first.rows === 0 || !result.ok ? result : { ...result, value: { ...result.value, rows } }
  })
}

const isLarge = (exchange: Exchange): boolean =>
  exchange.kind === 'answer' && exchange.body.length >= LARGE_BODY

/** Does `work` in a thread, or `here` where none can be had. */
async function aside<T>(work: Promise<T>, here: () => T): Promise<T> {
  try {
    return await work
  } catch (cause) {
    if (!(cause instanceof ThreadLost)) throw cause
    return here()
  }
}

const BUNDLE = new URL('./decode-thread.js', import.meta.url)

/**
 * As `readAnswer`; a large body is decoded in a thread of its own, and its rows come over some at a time, so that main is never
 * held up by one answer. `url`: the bundle of `decodeThread.ts`; by default it lies beside this module's own.
 */
export async function readAnswerAside<O extends KnownRead>(
  operation: O,
  exchange: Exchange,
  asked: Asked,
  url: URL = BUNDLE,
): Promise<Result<ReadAnswers[O], AppError>> {
  const here = () => readAnswer(operation, exchange, asked)
  if (!isLarge(exchange)) return here()
  // The thread answers what `readAnswer` says of this very operation.
  const there = decodeAside(url, { kind: 'decode', operation, exchange, asked }) as ReturnType<
    typeof readAnswerAside<O>
  >
  return aside(there, here)
}

/** What a thread of its own answers to one question; a large body is read there, any other here. */
function readAside<T>(
  exchange: Exchange,
  ask: DecodeAsk,
  toldIn: (answer: DecodeAnswer) => { readonly told: T } | null,
  here: () => T,
  url: URL,
): Promise<T> {
  if (!isLarge(exchange)) return Promise.resolve(here())
  const there = inThread(url, async (send) => {
    const answer = toldIn(await send(ask))
    if (answer === null) throw new ThreadLost()
    return answer.told
  })
  return aside(there, here)
}

/** As `findProblem`, with a large body in a thread of its own. */
export const findProblemAside = (
  operation: OperationId,
  exchange: Exchange,
  asked: Asked,
  url: URL = BUNDLE,
): Promise<AppError | null> =>
  readAside(
    exchange,
    { kind: 'find-problem', operation, exchange, asked },
    (answer) => (answer.kind === 'problem' ? { told: answer.problem } : null),
    () => findProblem(operation, exchange, asked),
    url,
  )

/** As `showRead`, with a large body in a thread of its own. */
export const showReadAside = (
  of: ReadOf,
  exchange: Exchange,
  asked: Asked,
  url: URL = BUNDLE,
): Promise<Result<ShownRead, AppError>> =>
  readAside(
    exchange,
    { kind: 'show', of, exchange, asked },
    (answer) => (answer.kind === 'shown' ? { told: answer.shown } : null),
    () => showRead(of, exchange, asked),
    url,
  )

/** As LikeDo's `readInbox`, with a large body in a thread of its own: mail may be as large as all answers may. */
export const readInboxAside = (
  exchange: Exchange,
  asked: AskedLikeDo,
  url: URL = BUNDLE,
): Promise<Result<InboxPage, AppError>> =>
  readAside(
    exchange,
    { kind: 'inbox', exchange, asked },
    (answer) => (answer.kind === 'inbox' ? { told: answer.inbox } : null),
    () => readInbox(exchange, asked),
    url,
  )

/** As `readShapeOf`, with a large body in a thread of its own. */
export const readShapeAside = (exchange: Exchange, url: URL = BUNDLE): Promise<ShapePart[] | null> =>
  readAside(
    exchange,
    { kind: 'shape', exchange },
    (answer) => (answer.kind === 'shape' ? { told: answer.shape } : null),
    () => readShapeOf(exchange),
    url,
  )
