import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { invoices, toldOf } from '../../../src/renderer/state/onDemand'
import type { AppError } from '../../../src/shared/errors'
import type { AskedOperation, OperationAnswer } from '../../../src/shared/operationAnswer'
import { err, ok, type Result } from '../../../src/shared/result'

const one = { id: 'one', accountId: 'one', workspaceId: '' }
const other = { id: 'other', accountId: 'other', workspaceId: '' }
const answerAt = (at: number): OperationAnswer => ({
  answer: { columns: ['id'], rows: [[`"${at}"`]], rowsLeft: 0, beside: [], message: null },
  json: '{}',
  isJsonCut: false,
  at,
  problem: null,
})

type Reply = Result<OperationAnswer, AppError>
let keep: () => Promise<Result<OperationAnswer | null, AppError>>
/** What the service was asked, each with the way to answer it. */
let questions: { readonly asked: AskedOperation; readonly answer: (reply: Reply) => void }[] = []
const told = (about: typeof one) => toldOf(invoices.use.getState(), about)

describe('What is asked about something on a press', () => {
  beforeEach(() => {
    keep = async () => ok(null)
    questions = []
    vi.stubGlobal('window', {
      bridge: {
        call: (method: string, asked: AskedOperation) =>
          method === 'operations.kept' ? keep() : new Promise((answer) => questions.push({ asked, answer })),
        on: () => () => {},
      },
    })
  })
  afterEach(() => vi.unstubAllGlobals())

  it('is told of that one alone: neither why another could not be read, nor that it is asked', async () => {
    await invoices.recall(one)
    const reading = invoices.read(one)
    expect(told(one).isAsking).toBe(true)
    expect(told(other).isAsking).toBe(false)
    questions[0]?.answer(err({ kind: 'connection-lost' }))
    await reading
    expect(told(one).error).toEqual({ kind: 'connection-lost' })
    expect(told(other).error).toBeNull()
  })

  it('is still being asked for whoever looks at another one meanwhile and comes back, and asked once', async () => {
    await invoices.recall(one)
    const reading = invoices.read(one)
    await invoices.recall(other)
    expect(told(other).isAsking).toBe(false)
    await invoices.recall(one)
    expect(told(one).isAsking).toBe(true)
    await invoices.read(one)
    expect(questions).toHaveLength(1)
    questions[0]?.answer(ok(answerAt(5)))
    await reading
    expect(told(one)).toMatchObject({ answer: { at: 5 }, isAsking: false })
  })

  it('says that it is not known what was answered before, until it can be read or is answered anew', async () => {
    keep = async () => err({ kind: 'storage', problem: 'full' })
    await invoices.recall(one)
    expect(told(one)).toMatchObject({ answer: null, error: null, keptError: { kind: 'storage' } })
    keep = async () => ok(answerAt(3))
    await invoices.recall(one)
    expect(told(one)).toMatchObject({ answer: { at: 3 }, keptError: null })
    keep = async () => err({ kind: 'storage', problem: 'full' })
    await invoices.recall(other)
    const reading = invoices.read(other)
    questions[0]?.answer(ok(answerAt(4)))
    await reading
    expect(told(other)).toMatchObject({ answer: { at: 4 }, keptError: null })
  })
})
