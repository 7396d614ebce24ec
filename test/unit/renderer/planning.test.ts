import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  closePlanning,
  makePlan,
  type Proposal,
  propose,
  proposeAgain,
  runShown,
  unlockShown,
  usePlanning,
} from '../../../src/renderer/state/planning'
import type { AppError } from '../../../src/shared/errors'
import { err, ok, type Result } from '../../../src/shared/result'

const proposal: Proposal = {
  operation: 'tags.delete',
  of: { accountId: 'account', rows: [{ workspaceId: '', inputs: { id: 'tag 1' } }] },
}
const now = usePlanning.getState

/** What main was asked, in its order. */
let calls: { readonly method: string; readonly input: unknown }[] = []
let answers: Record<string, (input: unknown) => Promise<Result<unknown, AppError>>> = {}
const asked = (method: string) => calls.filter((one) => one.method === method)
const planned = () => vi.waitFor(() => expect(now().plan).not.toBeNull())

describe('What is proposed', () => {
  let plans = 0
  beforeEach(() => {
    plans = 0
    calls = []
    const plan = async () => {
      plans += 1
      return ok({ id: `plan ${plans}`, accountId: 'account', operation: 'tags.delete', isLocked: false })
    }
    answers = {
      'operations.plan': plan,
      'jobs.retry': plan,
      'operations.run': async () => ok({ id: 'plan 1' }),
      'operations.unlock': async () => ok(undefined),
      'operations.dropPlan': async () => ok(undefined),
    }
    vi.stubGlobal('window', {
      bridge: {
        call: (method: string, input: unknown) => {
          calls.push({ method, input })
          return answers[method]?.(input)
        },
      },
    })
    usePlanning.setState(usePlanning.getInitialState(), true)
  })
  afterEach(() => vi.unstubAllGlobals())

  it('is planned and not sent', async () => {
    propose(proposal)
    await planned()
    expect(now().plan?.id).toBe('plan 1')
    expect(asked('operations.run')).toEqual([])
  })

  it('is begun once, however often it is pressed, and its form hears of it', async () => {
    const onBegun = vi.fn()
    propose(proposal, onBegun)
    await planned()
    await Promise.all([runShown(), runShown(), runShown()])
    await runShown()
    expect(asked('operations.run')).toEqual([{ method: 'operations.run', input: { planId: 'plan 1' } }])
    expect(onBegun).toHaveBeenCalledExactlyOnceWith({ id: 'plan 1' })
    expect(now().asked).toBeNull()
  })

  it('stays, with the reason, where main does not begin it', async () => {
    answers['operations.run'] = async () => err({ kind: 'plan', why: 'rows-changed' })
    propose(proposal)
    await planned()
    await runShown()
    expect(now()).toMatchObject({ isStarting: false, error: { kind: 'plan', why: 'rows-changed' } })
    await makePlan()
    expect(now()).toMatchObject({ plan: { id: 'plan 2' }, error: null })
    expect(asked('operations.plan')[1]?.input).toMatchObject({ ...proposal, replaces: 'plan 1' })
    expect(asked('operations.dropPlan')).toEqual([
      { method: 'operations.dropPlan', input: { planId: 'plan 1' } },
    ])
  })

  it('is not sent while it is locked; saying that its page was read unlocks it', async () => {
    answers['operations.plan'] = async () =>
      ok({ id: 'plan 1', accountId: 'account', operation: 'tags.delete', isLocked: true })
    propose(proposal)
    await planned()
    await runShown()
    expect(asked('operations.run')).toEqual([])
    await unlockShown()
    expect(asked('operations.unlock')[0]?.input).toEqual({ accountId: 'account', operation: 'tags.delete' })
    await runShown()
    expect(asked('operations.run')).toHaveLength(1)
  })

  it('is forgotten when it is closed, here and in main, even one that is still being made', async () => {
    propose(proposal)
    closePlanning()
    await vi.waitFor(() => expect(asked('operations.dropPlan')).toHaveLength(1))
    expect(now()).toMatchObject({ asked: null, plan: null })

    propose(proposal)
    await planned()
    closePlanning()
    expect(asked('operations.dropPlan')).toHaveLength(2)
    expect(now()).toMatchObject({ asked: null, plan: null })
  })

  it('is not closed between the press and its answer', async () => {
    let answer = (_: Result<unknown, AppError>) => {}
    answers['operations.run'] = () => new Promise((resolve) => (answer = resolve))
    propose(proposal)
    await planned()
    const run = runShown()
    closePlanning()
    expect(now().asked).not.toBeNull()
    answer(ok({ id: 'plan 1' }))
    await run
    expect(now().asked).toBeNull()
  })

  it('is planned by main where it is what is left of a job', async () => {
    proposeAgain({ id: 'job', operation: 'tags.delete' })
    await planned()
    expect(asked('jobs.retry')[0]?.input).toMatchObject({ id: 'job' })
    expect(asked('operations.plan')).toEqual([])
  })
})
