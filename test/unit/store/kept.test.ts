import { describe, expect, it } from 'vitest'
import { connect } from '../../../src/main/store/sql'
import { defaultSettings } from '../../../src/shared/settings'
import { databaseIn, openDirectly } from './testStore'

const overwrite = (folder: string, name: string, value: string): void => {
  const sql = connect(databaseIn(folder), { isReadOnly: false, busyTimeoutMs: 100 })
  sql.prepare('UPDATE kept SET value = ? WHERE name = ?').run(value, name)
  sql.close()
}

describe('settings', () => {
  it('are the defaults before anything was set', () => {
    expect(openDirectly().read('settings.get')).toEqual(defaultSettings)
  })

  it('change only in what is set, and are there after a restart', () => {
    const first = openDirectly()
    const domains = [{ domain: 'my.example', tier: 'paid' as const }]
    first.write('settings.update', { theme: 'dark', prefix: undefined })
    const set = first.write('settings.update', { domains, defaultDomain: 'my.example', hasHyphens: false })
    first.close()

    const second = openDirectly(first.folder)

    const expected = {
      ...defaultSettings,
      theme: 'dark',
      domains,
      defaultDomain: 'my.example',
      hasHyphens: false,
    }
    expect(set).toEqual(expected)
    expect(second.read('settings.get')).toEqual(expected)
  })

  it.each(['"blue"', 'nonsense', '{', 'null', '[1,2]', '""'])(
    'fall back for the one that cannot be read (%s), and keep the others',
    (broken) => {
      const store = openDirectly()
      store.write('settings.update', { theme: 'dark', style: 'random' })
      overwrite(store.folder, 'theme', broken)
      expect(store.read('settings.get')).toEqual({ ...defaultSettings, style: 'random' })
    },
  )

  it('take nothing that is no setting', () => {
    const store = openDirectly()
    const patch = { theme: 'dark', nonsense: 1 }
    expect(store.tryWrite('settings.update', Object(patch))).toMatchObject({ ok: false })
    expect(store.read('settings.get')).toEqual(defaultSettings)
  })
})

describe('the window', () => {
  const state = { x: -20, y: 40, width: 1280, height: 800, isMaximized: true }

  it('opens where it was', () => {
    const store = openDirectly()
    expect(store.read('windows.load')).toBeNull()
    store.write('windows.save', { ...state, isMaximized: false })
    store.write('windows.save', state)
    expect(store.read('windows.load')).toEqual(state)
  })

  it.each(['{', '{"x":1}', '{"x":1e99,"y":0,"width":1,"height":1,"isMaximized":false}', '7'])(
    'opens anywhere when what was kept is broken: %s',
    (broken) => {
      const store = openDirectly()
      store.write('windows.save', state)
      overwrite(store.folder, 'main', broken)
      expect(store.read('windows.load')).toBeNull()
    },
  )
})

describe('limits', () => {
  it('come back as they were saved, each under its key', () => {
    const store = openDirectly()
    store.write('limits.save', { key: 'one', value: '{"a":1}' })
    store.write('limits.save', { key: 'two', value: '[]' })
    store.write('limits.save', { key: 'one', value: '{"a":2}' })
    expect(store.read('limits.load', 'one')).toBe('{"a":2}')
    expect(store.read('limits.load', 'two')).toBe('[]')
    expect(store.read('limits.load', 'three')).toBeNull()
  })

  it('are bounded: what is too long is not kept', () => {
    const store = openDirectly()
    store.write('limits.save', { key: 'one', value: '{}' })
    expect(store.tryWrite('limits.save', { key: 'one', value: 'x'.repeat(65_537) })).toMatchObject({
      ok: false,
    })
    expect(store.read('limits.load', 'one')).toBe('{}')
  })
})
