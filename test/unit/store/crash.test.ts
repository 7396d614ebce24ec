import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { randomFrom } from '../../support/random'
import { startProbe } from './otherProcess'
import { openTestStore, temporaryFolder } from './testStore'

const LONG = process.env.MAILROOM_LONG === '1'
const acknowledged = z.object({ id: z.string(), state: z.enum(['planned', 'sending', 'done']) })
const SHOWN = new Map([
  ['planned', 'waiting'],
  ['sending', 'sending'],
  ['done', 'created'],
])
const ORDER = ['planned', 'sending', 'done']

/** Lets another process create addresses until it is killed; answers how far each row was acknowledged. */
const createUntilKilled = async (folder: string, seed: number): Promise<Map<string, string>> => {
  const random = randomFrom(seed)
  const { lines, kill } = await startProbe('create', folder)
  const last = random.integer(1, 150)
  const kept = new Map<string, string>()
  for (let count = 0; ; ) {
    const { value, done } = await lines.next()
    if (done) return kept
    const line = acknowledged.safeParse(JSON.parse(value))
    if (line.success) kept.set(line.data.id, line.data.state)
    // What it prints between the signal and its end was acknowledged as well.
    if (++count === last) void kill()
  }
}

describe('a process that is killed in the middle of writing', () => {
  it('loses nothing that was answered, and leaves no row without its address', {
    timeout: 600_000,
  }, async () => {
    const folder = temporaryFolder()
    const kept = new Map<string, string>()
    const kills = LONG ? 100 : 10
    for (let seed = 1; seed <= kills; seed++) {
      for (const [id, state] of await createUntilKilled(folder, seed)) kept.set(id, state)

      const { store } = await openTestStore(folder)
      expect(await store.read('integrity.check')).toEqual({ ok: true, value: { isSound: true, remarks: [] } })
      for (const [id, state] of kept) {
        const row = await store.read('journal.get', id)
        const found = row.ok ? row.value?.state : undefined
        expect([seed, id, ORDER.indexOf(found ?? '') >= ORDER.indexOf(state)]).toEqual([seed, id, true])
        const address = await store.read('addresses.get', id)
        expect(address).toMatchObject({ ok: true, value: { state: SHOWN.get(found ?? '') } })
      }
      await store.close()
    }
    expect(kept.size).toBeGreaterThan(kills)
  })
})
