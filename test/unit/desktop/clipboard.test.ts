import { beforeEach, describe, expect, it, vi } from 'vitest'
import { copyText, takeOff } from '../../../src/main/desktop/clipboard'

const desktop = vi.hoisted(() => ({
  /** What others paste. */
  text: '',
  /** Each look at it takes so many turns. */
  slow: 0,
}))
vi.mock('electron', () => ({
  clipboard: {
    writeText: (text: string) => {
      desktop.text = text
    },
    readText: async () => {
      const seen = desktop.text
      for (let turn = 0; turn < desktop.slow; turn += 1) await Promise.resolve()
      return seen
    },
    clear: () => {
      desktop.text = ''
    },
  },
}))
vi.mock('../../../src/main/desktop/application', () => ({ hasDisplay: () => true }))
vi.mock('../../../src/main/desktop/attention', () => ({ isUserHere: () => true }))
vi.mock('../../../src/main/desktop/middleButton', () => ({
  middleButton: { readText: async () => '', clear: () => undefined },
}))
vi.mock('../../../src/main/desktop/waylandClipboard', () => ({ isWaylandSession: () => false }))

beforeEach(() => Object.assign(desktop, { text: '', slow: 0 }))

describe('the clipboard', () => {
  it('keeps what is copied while something else is being taken off', async () => {
    await copyText('secret')
    desktop.slow = 10
    const taken = takeOff('secret')
    const copied = copyText('an@address.example')
    expect(await taken).toBe(true)
    expect(await copied).toMatchObject({ ok: true })
    expect(desktop.text).toBe('an@address.example')
  })

  it('is left as it is where it has something else by now', async () => {
    await copyText('secret')
    desktop.text = 'mine'
    expect(await takeOff('secret')).toBe(true)
    expect(desktop.text).toBe('mine')
  })
})
