import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { usePlace } from '../../../src/renderer/state/app'
import { orders } from '../../../src/renderer/state/orders'
import { actionEntries } from '../../../src/renderer/views/palette/actions'
import { keyOf } from '../../../src/renderer/views/palette/entry'
import { fuzzyScore } from '../../../src/renderer/views/palette/fuzzy'
import { operationEntries } from '../../../src/renderer/views/palette/operationEntries'
import { settingEntries } from '../../../src/renderer/views/palette/settingEntries'
import { command } from '../../../src/shared/app'
import { likedoOperations } from '../../../src/shared/likedo/operations'
import { operations } from '../../../src/shared/litemail/operations'
import { windowAct } from '../../../src/shared/palette'
import { defaultSettings } from '../../../src/shared/settings'
import { menu } from '../../../src/shared/text/menu'
import { settingsText } from '../../../src/shared/text/window/settings'

const inMenu = menu.flatMap(({ groups }) => groups.flat())
const offered = actionEntries.map(({ id }) => id)

/** Main, which does what it is asked. */
function main() {
  const asked: unknown[] = []
  const call = async (...question: unknown[]) => {
    asked.push(question)
    return { ok: true, value: defaultSettings }
  }
  return { asked, call }
}

describe('What the palette offers', () => {
  it('is every command that a window knows, once, but the one that opens it', () => {
    const commands = command.options.filter((id) => id !== 'palette')
    expect(offered.filter((id) => commands.some((one) => one === id)).sort()).toEqual([...commands].sort())
    expect(offered).not.toContain('palette')
  })

  it('is every line of the menu in its words, but those that need a field', () => {
    const lines = inMenu.filter(({ kind, id }) => kind !== 'field' && id !== 'palette')
    expect(actionEntries.slice(0, lines.length).map(({ id, name }) => ({ id, name }))).toEqual(
      lines.map(({ id, label: name }) => ({ id, name })),
    )
    expect(inMenu.filter(({ kind }) => kind === 'field').map(({ id }) => id)).toEqual([
      'redo',
      'cut',
      'copy',
      'paste',
      'select-all',
    ])
  })

  it.each(command.options.filter((id) => id !== 'palette'))('does as the menu does: %s', (id) => {
    const obeyed: string[] = []
    for (const other of command.options) {
      const order = vi.spyOn(orders, other).mockImplementation(() => void obeyed.push(other))
      onTestFinished(() => order.mockRestore())
    }
    actionEntries.find((entry) => entry.id === id)?.run()
    expect(obeyed).toEqual([id])
  })

  it('is everything that only the window itself can do', () => {
    expect(offered).toEqual(expect.arrayContaining(windowAct.options))
  })

  it('is every section of the settings', () => {
    expect(settingEntries.map(({ id }) => id)).toEqual(
      expect.arrayContaining(Object.keys(settingsText.sections)),
    )
  })

  it('leads to the part of the settings where something stands, or chooses what it can be', () => {
    const { asked, call } = main()
    vi.stubGlobal('window', { bridge: { call } })
    const use = (name: string) => settingEntries.find((entry) => entry.name === name)?.run()
    use('Global shortcut')
    expect(usePlace.getState()).toMatchObject({
      screen: 'settings',
      section: 'desktop',
      wantedPart: { part: 'Global shortcut' },
    })
    use('Show notifications')
    expect(usePlace.getState()).toMatchObject({ wantedPart: { part: 'Notifications' } })
    use('Desktop')
    expect(usePlace.getState()).toMatchObject({ section: 'desktop', wantedPart: null })
    use('Theme: Dark')
    vi.unstubAllGlobals()
    expect(asked).toEqual([['settings.update', { theme: 'dark' }]])
  })

  it('is every operation of every account', () => {
    const entries = operationEntries({
      litemail: [
        { id: 'one', name: 'Acme' },
        { id: 'two', name: 'Other' },
      ],
      likedo: [{ id: 'mine', name: 'Mine' }],
    })
    expect(entries).toHaveLength(2 * operations.length + likedoOperations.length)
    expect(operations).toHaveLength(61)
    expect(entries[0]?.about).toContain('Acme')
    expect(entries[0]?.also?.some((other) => fuzzyScore(`${entries[0]?.name} acme`, other) === 0)).toBe(true)
    expect(entries.at(-1)?.about).not.toContain('Mine')
  })

  it('is nothing twice, and short enough to be remembered', () => {
    const all = [
      ...actionEntries,
      ...settingEntries,
      ...operationEntries({ litemail: [{ id: crypto.randomUUID(), name: 'Acme' }], likedo: [] }),
    ]
    expect(new Set(all.map(keyOf)).size).toBe(all.length)
    for (const { id } of all) expect(id.length).toBeLessThanOrEqual(160)
  })

  it('asks main for what only main can do', async () => {
    const { asked, call } = main()
    vi.stubGlobal('window', { bridge: { call } })
    for (const id of ['zoom-in', 'likedo']) actionEntries.find((entry) => entry.id === id)?.run()
    await Promise.resolve()
    vi.unstubAllGlobals()
    expect(asked).toEqual([
      ['palette.act', { act: 'zoom-in' }],
      ['app.openLink', { link: 'likedo' }],
    ])
  })
})
