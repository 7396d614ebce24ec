import { expect, it } from 'vitest'
import { createDispatcher, type Handlers } from '../../../src/main/ipc/dispatch'
import { methods } from '../../../src/shared/contract'
import { appErrorSchema } from '../../../src/shared/errors'
import { err } from '../../../src/shared/result'
import { randomFrom } from '../../support/random'
import { hostileMessage, readMessage } from './messages'

const SEEDS = process.env.MAILROOM_LONG ? 10 : 1
const MESSAGES = 10_000

it.each(Array.from({ length: SEEDS }, (_, seed) => seed))(
  'ten thousand hostile messages: none throws, and only what fits the contract reaches a handler (seed %i)',
  async (seed) => {
    const random = randomFrom(seed)
    const called: { method: string; input: unknown }[] = []
    const handlers = Object.fromEntries(
      Object.keys(methods).map((method) => [
        method,
        async (input: unknown) => {
          called.push({ method, input })
          return err({ kind: 'no-account' as const })
        },
      ]),
    )
    const logged: unknown[] = []
    // One for each method of the contract, which is where the names come from.
    const dispatch = createDispatcher(handlers as unknown as Handlers, (_, cause) => logged.push(cause))

    let fitting = 0
    for (let index = 0; index < MESSAGES; index += 1) {
      const message = hostileMessage(random)
      const expected = readMessage(message)
      called.length = 0
      const answer = await dispatch(message)
      expect(answer.ok).toBe(false)
      if (!answer.ok) expect(appErrorSchema.safeParse(answer.error).success).toBe(true)
      expect(called).toEqual(expected === null ? [] : [expected])
      if (expected !== null) fitting += 1
    }
    expect(logged).toEqual([])
    expect(fitting).toBeGreaterThan(MESSAGES / 50)
    expect(fitting).toBeLessThan(MESSAGES / 2)
    expect(Object.prototype).not.toHaveProperty('surplus')
  },
)
