import { afterEach, describe, expect, it, vi } from 'vitest'
import { ok } from '../../../src/shared/result'
import { defaultSettings, type Settings } from '../../../src/shared/settings'

/** The window as it starts: nothing of it is known yet. */
async function start(known: { screen: Settings['screen']; litemailAccounts: number }) {
  vi.resetModules()
  const asked: [method: string, input: unknown][] = []
  const answers: Record<string, unknown> = {
    'settings.get': { ...defaultSettings, screen: known.screen },
    'litemail.accounts': Array.from({ length: known.litemailAccounts }, (_, n) => ({ id: `${n}` })),
  }
  vi.stubGlobal('window', {
    bridge: {
      call: async (method: string, input: unknown) => {
        asked.push([method, input])
        return ok(answers[method] ?? { rows: [], total: 0 })
      },
      on: () => () => undefined,
    },
  })
  const { usePlace, showScreen } = await import('../../../src/renderer/state/app')
  const { openWhereLeft, useIsOpened } = await import('../../../src/renderer/state/opening')
  const methods = () => asked.map(([method]) => method)
  return { asked, methods, usePlace, showScreen, openWhereLeft, useIsOpened }
}

describe('A window that opens', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('shows the screen where its user was, and asks for that list alone', async () => {
    const { openWhereLeft, usePlace, useIsOpened, methods } = await start({
      screen: 'mailboxes',
      litemailAccounts: 1,
    })
    expect(useIsOpened.getState()).toBe(false)
    await openWhereLeft()
    expect(useIsOpened.getState()).toBe(true)
    expect(usePlace.getState().screen).toBe('mailboxes')
    await vi.waitFor(() => expect(methods()).toContain('mailboxes.list'))
    expect(methods()).not.toContain('addresses.list')
  })

  it('shows addresses where no fleet is connected any more', async () => {
    const { openWhereLeft, usePlace, methods } = await start({ screen: 'domains', litemailAccounts: 0 })
    await openWhereLeft()
    expect(usePlace.getState().screen).toBe('addresses')
    await vi.waitFor(() => expect(methods()).toContain('addresses.list'))
  })

  it('goes nowhere else than where somebody was quicker to go', async () => {
    const { openWhereLeft, usePlace, showScreen } = await start({ screen: 'mailboxes', litemailAccounts: 1 })
    const opening = openWhereLeft()
    showScreen('settings')
    await opening
    expect(usePlace.getState().screen).toBe('settings')
  })

  it('keeps where its user goes, but not what one only visits', async () => {
    const { openWhereLeft, showScreen, asked } = await start({ screen: 'addresses', litemailAccounts: 1 })
    await openWhereLeft()
    for (const screen of ['overview', 'activity', 'settings', 'domains'] as const) showScreen(screen)
    expect(asked.filter(([method]) => method === 'settings.update').map(([, input]) => input)).toEqual([
      { screen: 'overview' },
      { screen: 'domains' },
    ])
  })
})
