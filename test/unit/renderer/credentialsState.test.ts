import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { mailboxes } from '../../../src/renderer/state/mailboxes'
import { settings } from '../../../src/renderer/state/settings'
import { refreshTopic } from '../../../src/renderer/state/topics'
import type { Revealed } from '../../../src/shared/credentials'
import { err, ok } from '../../../src/shared/result'
import { defaultSettings } from '../../../src/shared/settings'

const SECRET = 'correct-horse'
const asked: string[] = []
let reveal: () => unknown = () => undefined
let blur: () => void = () => undefined
/** The part under test listens to the window as soon as it is loaded. */
let part: typeof import('../../../src/renderer/state/credentials')

const revealed = (change: Partial<Revealed> = {}): Revealed => ({
  ...{ password: SECRET, appPassword: null, code: { kind: 'none' }, until: Date.now() + 30_000 },
  ...change,
})
const settled = () => vi.advanceTimersByTimeAsync(0)
const standing = () => part.useCredentials.getState().standing.kind
/** A place in the page, of which only the text matters here. */
function aPlace(what: 'password' | 'code') {
  const place = { textContent: '' }
  const leave = part.secretIn(what)(place as HTMLElement)
  return { place, leave: () => leave?.() }
}

beforeAll(async () => {
  vi.stubGlobal('window', {
    bridge: {
      call: async (method: string) => {
        asked.push(method)
        return method === 'credentials.reveal' ? reveal() : ok({})
      },
      on: () => () => undefined,
    },
    addEventListener: (_event: 'blur', listener: () => void) => {
      blur = listener
    },
  })
  part = await import('../../../src/renderer/state/credentials')
})
afterAll(() => vi.unstubAllGlobals())
beforeEach(() => {
  vi.useFakeTimers()
  settings.put(defaultSettings)
  reveal = () => ok(revealed())
  part.hideCredentials()
  asked.length = 0
})
afterEach(() => vi.useRealTimers())

describe('Credentials in the page', () => {
  it('are drawn where they belong, and are in no state that React keeps', async () => {
    const before = aPlace('password')
    await part.showCredentials('1')
    const after = aPlace('password')
    expect([before.place.textContent, after.place.textContent]).toEqual([SECRET, SECRET])
    expect(JSON.stringify(part.useCredentials.getState())).not.toContain(SECRET)
  })

  it.each([
    ['another window', () => blur()],
    ['another row', () => mailboxes.details.use.setState({ id: '2' })],
    ['“Hide Sensitive”', () => settings.put({ ...defaultSettings, isSensitiveHidden: true })],
    ['main, which hides them by itself', () => void refreshTopic('credentials')],
    ['half a minute', () => vi.advanceTimersByTime(30_000)],
  ])('are taken out of it by %s', async (_cause, happen) => {
    mailboxes.details.use.setState({ id: '1' })
    const { place } = aPlace('password')
    await part.showCredentials('1')
    happen()
    await settled()
    expect(place.textContent).toBe('')
    expect(standing()).toBe('hidden')
  })

  it('go with the place in which they were drawn', async () => {
    const { place, leave } = aPlace('password')
    await part.showCredentials('1')
    leave()
    expect(place.textContent).toBe('')
  })

  it('are not shown when they were hidden before they came', async () => {
    let answer: (value: unknown) => void = () => undefined
    reveal = () => new Promise((resolve) => (answer = resolve))
    mailboxes.details.use.setState({ id: '1' })
    const { place } = aPlace('password')
    const showing = part.showCredentials('1')
    blur()
    answer(ok(revealed()))
    await showing
    expect(place.textContent).toBe('')
    // Whoever comes back from a keychain's question is told why nothing is there.
    expect(part.useCredentials.getState()).toEqual({ mailboxId: '1', standing: { kind: 'missed' } })
    expect(asked).toEqual(['credentials.reveal', 'credentials.hide'])
    blur()
    expect(standing()).toBe('missed')
    mailboxes.details.use.setState({ id: '2' })
    expect(standing()).toBe('hidden')
  })

  it('say that they were missed where main hid them before they came', async () => {
    reveal = () => err({ kind: 'hidden', why: 'passed' })
    await part.showCredentials('1')
    expect(part.useCredentials.getState()).toEqual({ mailboxId: '1', standing: { kind: 'missed' } })
  })

  it('show the next code when the one before has ended, and live no longer for it', async () => {
    const start = Date.now()
    const code = {
      ...{ kind: 'code' as const, values: ['111111', '222222', '333333'] },
      ...{ endsAt: start + 5_000, periodMs: 15_000 },
    }
    const codeStanding = () => {
      const { standing: now } = part.useCredentials.getState()
      return now.kind === 'shown' ? now.code : null
    }
    const { place } = aPlace('code')
    reveal = () => ok(revealed({ code, until: start + 30_000 }))
    await part.showCredentials('1')
    expect(place.textContent).toBe('111111')
    await vi.advanceTimersByTimeAsync(4_999)
    expect(place.textContent).toBe('111111')
    await vi.advanceTimersByTimeAsync(1)
    expect(place.textContent).toBe('222222')
    expect(codeStanding()).toEqual({ kind: 'code', endsAt: start + 20_000, periodMs: 15_000 })
    await vi.advanceTimersByTimeAsync(15_000)
    expect(place.textContent).toBe('333333')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(place.textContent).toBe('')
    expect(standing()).toBe('hidden')
    // Nothing of what is shown crosses a second time for the next code.
    expect(asked).toEqual(['credentials.reveal', 'credentials.hide'])
  })

  it('say why they could not be shown, to whoever looks it up in another window, too', async () => {
    mailboxes.details.use.setState({ id: '1' })
    reveal = () => err({ kind: 'no-such-path', operation: 'mailboxes.get', status: 404 })
    await part.showCredentials('1')
    blur()
    expect(part.useCredentials.getState()).toMatchObject({
      ...{ mailboxId: '1', standing: { kind: 'failed', error: { kind: 'no-such-path' } } },
    })
    expect(asked).toEqual(['credentials.reveal'])
    mailboxes.details.use.setState({ id: '2' })
    expect(standing()).toBe('hidden')
  })
})
