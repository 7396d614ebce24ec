import { expect, it, vi } from 'vitest'
import { watchReach } from '../../../src/main/startup/reach'
import type { Exchange } from '../../../src/main/upstream/exchange'

const request = (origin: string) =>
  ({ method: 'GET', url: `${origin}/api`, headers: {}, timeoutMs: 1, maxBytes: 1 }) as const
const lost = { kind: 'failure', failure: 'lost', isSent: true, status: null } as const
const refused = { kind: 'failure', failure: 'refused', isSent: false, status: null } as const
const late = { kind: 'failure', failure: 'timeout', isSent: true, status: null } as const
const cutOff = { kind: 'failure', failure: 'timeout', isSent: true, status: 200 } as const
const answer = { kind: 'answer', status: 500, headers: {}, body: '' } as const

const rig = () => {
  const queue: Exchange[] = []
  const onChange = vi.fn()
  const reach = watchReach(async () => queue.shift() ?? answer, onChange)
  const ask = async (origin: string, exchange: Exchange) => {
    queue.push(exchange)
    expect(await reach.transport(request(origin))).toBe(exchange)
  }
  return { reach, ask, onChange }
}

it('a server counts as reached until a request certainly met nobody there, and from the next answer on', async () => {
  const { reach, ask, onChange } = rig()
  expect(reach.isReached('https://a.example')).toBe(true)
  await ask('https://a.example', refused)
  await ask('https://a.example', refused)
  expect([reach.isReached('https://a.example'), reach.isReached('https://b.example')]).toEqual([false, true])
  await ask('https://a.example', answer)
  expect(reach.isReached('https://a.example')).toBe(true)
  expect(onChange).toHaveBeenCalledTimes(2)
})

it('a connection that broke on the way had reached somebody', async () => {
  const { reach, ask } = rig()
  await ask('https://a.example', lost)
  expect(reach.isReached('https://a.example')).toBe(true)
})

it('a server of which three requests in turn heard nothing at all is no longer reached, until it answers', async () => {
  const { reach, ask, onChange } = rig()
  const states: boolean[] = []
  for (const exchange of [late, late, cutOff, late, late, answer, late, late, late, late, answer]) {
    await ask('https://a.example', exchange)
    states.push(reach.isReached('https://a.example'))
  }
  expect(states).toEqual([...Array(8).fill(true), false, false, true])
  expect(onChange).toHaveBeenCalledTimes(2)
})

it('requests that were under way at the same time count as one', async () => {
  const { reach, ask } = rig()
  await Promise.all([late, late, late, late].map((exchange) => ask('https://a.example', exchange)))
  await ask('https://a.example', late)
  expect(reach.isReached('https://a.example')).toBe(true)
  await ask('https://a.example', late)
  expect(reach.isReached('https://a.example')).toBe(false)
})

it('a server that refuses once stays unreached while nothing is heard of it', async () => {
  const { reach, ask } = rig()
  await ask('https://a.example', refused)
  await ask('https://a.example', late)
  expect(reach.isReached('https://a.example')).toBe(false)
})
