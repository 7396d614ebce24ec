import { describe, expect, it } from 'vitest'
import { createChanges } from '../../../src/main/startup/changes'
import { createLifetime } from '../../../src/main/startup/lifetime'
import { createPresence } from '../../../src/main/startup/presence'
import { defaultSettings } from '../../../src/shared/settings'
import { worldPerTest } from '../../support/actions/worldPerTest'

const here = worldPerTest()

/** A presence whose window nobody closes, and what tells it of changes. */
function presenceOf() {
  const changes = createChanges()
  const { store } = here.world.context
  const presence = createPresence({
    store,
    changes,
    lifetime: createLifetime(() => undefined),
    notifications: { show: async () => null, canShow: async () => false },
    window: () => {
      throw new Error('no window is asked for')
    },
    onTray: () => undefined,
  })
  return { presence, changes, store }
}

describe('what closing the window does', () => {
  it('is what was just set, although an older setting is still being read', async () => {
    const { presence, changes, store } = presenceOf()
    await store.write('settings.update', { closing: 'stay' })
    changes.tell(['settings'])
    presence.obey({ ...defaultSettings, closing: 'quit' })
    await store.read('settings.get')
    await new Promise((resolve) => setImmediate(resolve))
    expect(presence.isKeptOnClose).toBe(false)
  })

  it('is what a restored backup brought', async () => {
    const { presence, changes, store } = presenceOf()
    await store.write('settings.update', { closing: 'stay' })
    changes.tell(['settings'])
    await expect.poll(() => presence.isKeptOnClose).toBe(true)
  })
})
