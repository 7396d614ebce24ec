import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  askOperation,
  fillFrom,
  fillInput,
  keepView,
  openReading,
  operationViews,
  recallAnswer,
  useReading,
} from '../../../src/renderer/state/operationReading'
import { refreshTopic } from '../../../src/renderer/state/topics'
import type { AppError } from '../../../src/shared/errors'
import { operationOf } from '../../../src/shared/litemail/operations'
import type { AskedOperation, DatedAnswer } from '../../../src/shared/operationAnswer'
import { err, ok, type Result } from '../../../src/shared/result'

// What is typed stays as long as the window is open: each test has an account of its own.
let count = 0
let account = { id: 'account', name: 'Litemail', service: 'litemail' as const }
const tags = operationOf('tags.list')
const webhooks = operationOf('webhooks.list')

/** Since when main has it asked so. */
let askedSince: number | null = null
const answerAt = (at: number): DatedAnswer => ({
  answer: { columns: ['id'], rows: [[`"${at}"`]], rowsLeft: 0, beside: [], message: null },
  json: '{}',
  isJsonCut: false,
  at,
  problem: null,
  askedSince,
})

type Reply = Result<DatedAnswer & { link: null }, AppError>
let kept: Record<string, DatedAnswer> = {}
let keptProblem: AppError | null = null
let reply: (asked: AskedOperation) => Promise<Reply> = async () => err({ kind: 'connection-lost' })
const keyOf = ({ operation, inputs }: AskedOperation) => `${operation} ${JSON.stringify(inputs)}`
const now = () => useReading.getState()
/** What main answers at once has come. */
const settled = () => vi.waitFor(() => expect(now().isKnown && now().request !== null).toBe(true))

describe('An operation that is looked at', () => {
  beforeEach(() => {
    kept = {}
    keptProblem = null
    askedSince = null
    count += 1
    account = { ...account, id: `account ${count}` }
    useReading.setState(useReading.getInitialState(), true)
    vi.stubGlobal('window', {
      bridge: {
        call: async (method: string, input: AskedOperation) => {
          if (method === 'operations.kept')
            return keptProblem === null ? ok(kept[keyOf(input)] ?? null) : err(keptProblem)
          if (method === 'operations.request') return ok({ url: keyOf(input), missing: [], askedSince })
          if (method === 'operations.read') return reply(input)
          if (method === 'operationViews.save') return ok({ ...input, id: '1' })
          return ok([])
        },
        on: () => () => {},
      },
    })
  })
  afterEach(() => vi.unstubAllGlobals())

  it('shows what was kept of exactly what is filled in, and keeps an older answer in sight otherwise', async () => {
    kept = { 'tags.list {}': answerAt(1), 'tags.list {"page":2}': answerAt(2) }
    openReading(account, tags)
    await settled()
    expect(now().answered).toMatchObject({ at: 1, asked: { inputs: {} } })
    fillInput('page', '2')
    await vi.waitFor(() => expect(now().answered).toMatchObject({ at: 2, asked: { inputs: { page: 2 } } }))
    fillInput('page', '3')
    await vi.waitFor(() => expect(now().request?.url).toBe('tags.list {"page":3}'))
    expect(now().answered).toMatchObject({ at: 2, asked: { inputs: { page: 2 } } })
  })

  it('shows the newest answer, and a failure above what was answered before', async () => {
    kept = { 'tags.list {}': answerAt(1) }
    openReading(account, tags)
    await settled()
    reply = async () => ok({ ...answerAt(5), link: null })
    await askOperation()
    expect(now()).toMatchObject({ answered: { at: 5 }, notAnswered: null, isAsking: false })
    reply = async () => err({ kind: 'connection-lost' })
    await askOperation()
    const failed = { error: { kind: 'connection-lost' }, at: expect.any(Number) }
    expect(now()).toMatchObject({ answered: { at: 5 }, notAnswered: failed, isAsking: false })
  })

  it('says that it is not known what was answered before, where that could not be read', async () => {
    keptProblem = { kind: 'storage', problem: 'full' }
    openReading(account, tags)
    await settled()
    expect(now()).toMatchObject({ answered: null, keptError: keptProblem })
    keptProblem = null
    kept = { 'tags.list {}': answerAt(1) }
    await recallAnswer()
    expect(now()).toMatchObject({ answered: { at: 1 }, keptError: null })
  })

  it('forgets what stood against it as soon as it is asked otherwise, and not before', async () => {
    openReading(account, tags)
    await settled()
    reply = async () => err({ kind: 'no-such-path', operation: 'tags.list', status: 404 })
    await askOperation()
    await refreshTopic('api-paths')
    expect(now().notAnswered).toMatchObject({ error: { kind: 'no-such-path' } })
    openReading(account, webhooks)
    askedSince = 12
    openReading(account, tags)
    expect(now().notAnswered).not.toBeNull()
    await vi.waitFor(() => expect(now().notAnswered).toBeNull())
    openReading(account, webhooks)
    openReading(account, tags)
    expect(now().notAnswered).toBeNull()
  })

  it('has no answer of another way of asking it, be it open or not while that changes', async () => {
    openReading(account, tags)
    await settled()
    reply = async () => ok({ ...answerAt(5), link: null })
    await askOperation()
    await refreshTopic('api-paths')
    expect(now().answered).toMatchObject({ at: 5 })

    askedSince = 12
    await refreshTopic('api-paths')
    expect(now().answered).toBeNull()
    await askOperation()
    expect(now().answered).toMatchObject({ at: 5, askedSince: 12 })

    openReading(account, webhooks)
    askedSince = 13
    openReading(account, tags)
    await vi.waitFor(() => expect(now().answered).toBeNull())
  })

  it('has its answer still where it is asked as before, and its documentation says so by now', async () => {
    kept = { 'tags.list {}': answerAt(1) }
    openReading(account, tags)
    await settled()
    askedSince = 12
    kept = { 'tags.list {}': answerAt(1) }
    await refreshTopic('api-paths')
    await vi.waitFor(() => expect(now().answered).toMatchObject({ at: 1, askedSince: 12 }))
  })

  it('is asked once, however often it is pressed', async () => {
    openReading(account, tags)
    await settled()
    const asked: AskedOperation[] = []
    let answer = (_: Reply): void => undefined
    reply = (about) => {
      asked.push(about)
      return new Promise((resolve) => {
        answer = resolve
      })
    }
    const first = askOperation()
    await askOperation()
    answer(ok({ ...answerAt(7), link: null }))
    await first
    expect(asked).toHaveLength(1)
  })

  it('does not take the answer of another one, which is there when one comes back to that', async () => {
    openReading(account, tags)
    await settled()
    let answer = (_: Reply): void => undefined
    reply = () =>
      new Promise((resolve) => {
        answer = resolve
      })
    const first = askOperation()
    openReading(account, webhooks)
    answer(ok({ ...answerAt(9), link: null }))
    await first
    expect(now().answered).toBeNull()
    openReading(account, tags)
    expect(now().answered).toMatchObject({ at: 9 })
  })

  it('is still being asked for whoever looks at another one meanwhile and comes back, and asked once', async () => {
    openReading(account, tags)
    await settled()
    const answers: ((reply: Reply) => void)[] = []
    reply = () => new Promise((resolve) => answers.push(resolve))
    const first = askOperation()
    openReading(account, webhooks)
    expect(now().isAsking).toBe(false)
    openReading(account, tags)
    expect(now().isAsking).toBe(true)
    await askOperation()
    answers[0]?.(ok({ ...answerAt(9), link: null }))
    await first
    expect(answers).toHaveLength(1)
    expect(now()).toMatchObject({ answered: { at: 9 }, isAsking: false })
  })

  it('shows what was kept of inputs that were filled in while others were asked', async () => {
    kept = { 'tags.list {"page":2}': answerAt(2) }
    openReading(account, tags)
    await settled()
    let answer = (_: Reply): void => undefined
    reply = () => new Promise((resolve) => (answer = resolve))
    const asking = askOperation()
    fillInput('page', '2')
    await vi.waitFor(() => expect(now().answered).toMatchObject({ at: 2 }))
    answer(ok({ ...answerAt(7), link: null }))
    await asking
    await vi.waitFor(() => expect(now().answered).toMatchObject({ at: 2, asked: { inputs: { page: 2 } } }))
  })

  it('is filled in by a view that was kept, and its last answer with it', async () => {
    kept = { 'webhooks.list {"page":4}': answerAt(3) }
    const view = {
      ...{ id: '1', name: 'Fourth', accountId: account.id, operation: 'webhooks.list' },
      ...{ workspaceId: 'w', inputs: { page: 4 } },
    }
    fillFrom(account, webhooks, view)
    await vi.waitFor(() => expect(now().answered).toMatchObject({ at: 3 }))
    expect(now()).toMatchObject({ typed: { page: '4' }, workspaceId: 'w' })
    expect(await keepView(view, 'Fourth')).toBe(true)
    expect(operationViews.use.getState().error).toBeNull()
  })
})
