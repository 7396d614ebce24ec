import { parentPort } from 'node:worker_threads'
import type { ShapePart } from '../../../shared/apiPath'
import type { AppError } from '../../../shared/errors'
import type { OperationId } from '../../../shared/litemail/operations'
import type { Result } from '../../../shared/result'
import type { Exchange } from '../exchange'
import type { Asked as AskedLikeDo } from '../likedo/answers'
import { type InboxPage, readInbox } from '../likedo/inbox'
import { readShapeOf } from '../shapeOf'
import { type ReadOf, type ShownRead, showRead } from '../shownRead'
import { type Asked, findProblem, readAnswer } from './answers'
import type { KnownRead } from './readAnswers'

/** What a thread that decodes one answer is asked, one after the other. */
export type DecodeAsk =
  | {
      readonly kind: 'decode'
      readonly operation: KnownRead
      readonly exchange: Exchange
      readonly asked: Asked
    }
  | {
      readonly kind: 'find-problem'
      readonly operation: OperationId
      readonly exchange: Exchange
      readonly asked: Asked
    }
  | { readonly kind: 'rows'; readonly from: number; readonly count: number }
  | { readonly kind: 'show'; readonly of: ReadOf; readonly exchange: Exchange; readonly asked: Asked }
  | { readonly kind: 'shape'; readonly exchange: Exchange }
  | { readonly kind: 'inbox'; readonly exchange: Exchange; readonly asked: AskedLikeDo }

export type DecodeAnswer =
  /** What `readAnswer` says, but for the rows of a list: so many are to be asked for. */
  | { readonly kind: 'decoded'; readonly result: Result<object, AppError>; readonly rows: number }
  | { readonly kind: 'problem'; readonly problem: AppError | null }
  | { readonly kind: 'rows'; readonly rows: readonly unknown[] }
  | { readonly kind: 'shown'; readonly shown: Result<ShownRead, AppError> }
  | { readonly kind: 'shape'; readonly shape: ShapePart[] | null }
  | { readonly kind: 'inbox'; readonly inbox: Result<InboxPage, AppError> }

/** Answers what such a thread is asked. */
export function createDecoding(): (ask: DecodeAsk) => DecodeAnswer {
  let rows: readonly unknown[] = []
  return (ask) => {
    if (ask.kind === 'rows') return { kind: 'rows', rows: rows.slice(ask.from, ask.from + ask.count) }
    if (ask.kind === 'find-problem')
      return { kind: 'problem', problem: findProblem(ask.operation, ask.exchange, ask.asked) }
    if (ask.kind === 'shape') return { kind: 'shape', shape: readShapeOf(ask.exchange) }
    if (ask.kind === 'inbox') return { kind: 'inbox', inbox: readInbox(ask.exchange, ask.asked) }
    if (ask.kind === 'show') return { kind: 'shown', shown: showRead(ask.of, ask.exchange, ask.asked) }
    const result = readAnswer(ask.operation, ask.exchange, ask.asked)
    if (!result.ok || !('rows' in result.value)) return { kind: 'decoded', result, rows: 0 }
    rows = result.value.rows
    return { kind: 'decoded', result: { ok: true, value: { ...result.value, rows: [] } }, rows: rows.length }
  }
}

const answer = createDecoding()
parentPort?.on('message', (ask: DecodeAsk) => parentPort?.postMessage(answer(ask)))
