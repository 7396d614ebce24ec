import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { TrayAction } from '../../../src/main/rules/trayMenu'
import { type OpenDialog, usePlace } from '../../../src/renderer/state/app'
import { useNotices } from '../../../src/renderer/state/notices'
import { orders } from '../../../src/renderer/state/orders'
import { settings } from '../../../src/renderer/state/settings'
import { accountActions } from '../../../src/renderer/views/palette/accountActions'
import { actionEntries } from '../../../src/renderer/views/palette/actions'
import { keyOf } from '../../../src/renderer/views/palette/entry'
import { fuzzyScoring } from '../../../src/renderer/views/palette/fuzzy'
import { operationEntries } from '../../../src/renderer/views/palette/operationEntries'
import { pathActions, pathEntries } from '../../../src/renderer/views/palette/pathEntries'
import { accountEntries, settingEntries } from '../../../src/renderer/views/palette/settingEntries'
import { command } from '../../../src/shared/app'
import { likedoOperations } from '../../../src/shared/likedo/operations'
import { operations } from '../../../src/shared/litemail/operations'
import { windowAct } from '../../../src/shared/palette'
import { defaultSettings } from '../../../src/shared/settings'
import { menu } from '../../../src/shared/text/menu'
import { settingsText } from '../../../src/shared/text/window/settings'

/** As long as what is sensitive is shown. */
const actions = actionEntries(false)
const inMenu = menu.flatMap(({ groups }) => groups.flat())
const offered = actions.map(({ id }) => id)

const account = { id: 'one', name: 'Acme', service: 'litemail' } as const
const other = { id: 'mine', name: 'Mine', service: 'likedo' } as const

/** What is on or off says which of the two comes of it, and needs words of its own. */
const byOrder = command.options.filter((id) => id !== 'palette' && id !== 'hide-sensitive')

/** What the tray's menu does, and what does the same here; of what nothing does, why. */
const TRAY_WAYS = {
  create: { by: 'new-address' },
  'create-with': { by: 'new-address-with' },
  copy: { leftOut: 'stands beside each address, which is led to' },
  'read-mail': { leftOut: 'stands in the details of each address, which is led to' },
  'see-ending': { leftOut: 'stands in the window, which is in front' },
  'see-accounts': { by: 'settings' },
  'see-fleet': { by: 'overview' },
  'see-attention': { by: 'activity' },
  open: { leftOut: 'it is open' },
  pause: { by: 'notifications off' },
  quit: { by: 'quit' },
} as const satisfies Record<TrayAction['does'], { readonly by: string } | { readonly leftOut: string }>

/** The action that opens each dialog; of what no action opens, why. */
const WAYS: Readonly<Record<OpenDialog['kind'], { readonly by: string } | { readonly leftOut: string }>> = {
  connect: { by: 'connect' },
  'connect-litemail': { by: 'connect-litemail' },
  'new-address-with': { by: 'new-address-with' },
  'new-addresses-from-list': { by: 'new-addresses-from-list' },
  'refresh-all': { by: 'refresh-all' },
  export: { by: 'export' },
  import: { by: 'import' },
  'back-up': { by: 'back-up' },
  restore: { by: 'restore' },
  diagnostics: { by: 'diagnostics' },
  'remove-keys': { by: 'remove-keys' },
  'delete-everything': { by: 'delete-everything' },
  job: { leftOut: 'is about what is being written, which is led to by “Show Writes Under Way”' },
  'reset-api-paths': { by: 'reset-api-paths one' },
  'import-api-paths': { by: 'import-api-paths one' },
  'add-funds': { by: 'add-funds one' },
  'auto-recharge': { by: 'auto-recharge one' },
  'billing-details': { by: 'billing-details one' },
  'upgrade-subscription': { leftOut: 'stands beside each subscription, which is led to' },
  tags: { by: 'tags one' },
  workspaces: { by: 'workspaces one' },
  cloudflare: { by: 'cloudflare one' },
  'new-mailboxes': { by: 'new-mailboxes one' },
  'connect-domains': { by: 'connect-domains one' },
  'find-domain': { by: 'find-domain one' },
  'edit-mailboxes': { leftOut: 'is about what is selected in Mailboxes, which is led to' },
  'tag-mailboxes': { leftOut: 'is about what is selected in Mailboxes, which is led to' },
  palette: { leftOut: 'it is open' },
  'restore-copy': { leftOut: 'stands beside each copy, in the part of the settings that is led to' },
  'replace-key': { leftOut: 'stands on the card of its account, which is led to' },
  'edit-account': { leftOut: 'stands on the card of its account, which is led to' },
  'remove-account': { leftOut: 'stands on the card of its account, which is led to' },
  'replace-litemail-key': { leftOut: 'stands on the card of its account, which is led to' },
  'rename-litemail': { leftOut: 'stands on the card of its account, which is led to' },
  'remove-litemail': { leftOut: 'stands on the card of its account, which is led to' },
  'export-credentials': { leftOut: 'is about what is selected in Mailboxes, which is led to' },
  'export-to-platform': { leftOut: 'stands in Exports, which is led to' },
  'platform-login': { leftOut: 'stands in Exports, which is led to' },
  'what-answers': { leftOut: 'stands on the card of its account, which is led to' },
}

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
    expect(actions.slice(0, lines.length).map(({ id, name }) => ({ id, name }))).toEqual(
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

  it('counts the screens in the order in which they stand', () => {
    const digits = inMenu.flatMap((entry) => {
      const keys = entry.kind === 'command' ? entry.keys : undefined
      return /^CommandOrControl\+(\d)$/.exec(keys ?? '')?.[1] ?? []
    })
    expect(digits).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
  })

  it.each(byOrder)('does as the menu does: %s', (id) => {
    const obeyed: string[] = []
    for (const other of command.options) {
      const order = vi.spyOn(orders, other).mockImplementation(() => void obeyed.push(other))
      onTestFinished(() => order.mockRestore())
    }
    actions.find((entry) => entry.id === id)?.run()
    expect(obeyed).toEqual([id])
  })

  it.each([
    [false, 'Hide Sensitive'],
    [true, 'Show Sensitive'],
  ])(
    'says whether what is sensitive is shown or hidden by it, and does as it says: hidden is %s',
    (isHidden, name) => {
      const { asked, call } = main()
      vi.stubGlobal('window', { bridge: { call } })
      onTestFinished(() => void vi.unstubAllGlobals())
      const ticked = inMenu.flatMap((entry) => (entry.kind === 'command' && entry.isTicked ? entry.id : []))
      expect(ticked).toEqual(['hide-sensitive'])
      const entry = actionEntries(isHidden).find(({ id }) => id === 'hide-sensitive')
      expect(entry?.name).toBe(name)
      // Who wants to be sure that it is hidden shows nothing.
      const [hide] = [entry?.name, ...(entry?.also ?? [])].map((each) => fuzzyScoring('hide')(each ?? ''))
      expect(hide === null).toBe(isHidden)
      // Whatever became of it meanwhile.
      for (const isSensitiveHidden of [true, false]) {
        settings.put({ ...defaultSettings, isSensitiveHidden })
        entry?.run()
      }
      const change = ['settings.update', { isSensitiveHidden: !isHidden }]
      expect(asked).toEqual([change, change])
    },
  )

  it('is whatever the tray does, but for what stands beside the thing that it is about', () => {
    const all = [...actions, ...settingEntries]
    const wanted = Object.values(TRAY_WAYS).flatMap((way) => ('by' in way ? [way.by] : []))
    expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining(wanted))
    const named = (typed: string) =>
      all.filter(({ name, also = [] }) => [name, ...also].some((each) => fuzzyScoring(typed)(each) !== null))
    expect(named('pause notif').map(({ name }) => name)).toEqual(['Notifications: Off'])
  })

  it('is everything that only the window itself can do', () => {
    expect(offered).toEqual(expect.arrayContaining(windowAct.options))
    expect(offered).toEqual(expect.arrayContaining(['likedo', 'litemail']))
  })

  it('is whatever opens a dialog, but for what stands beside the thing that it is about', () => {
    const all = [...actions, ...accountActions([account]), ...pathActions([account])].map(({ id }) => id)
    const wanted = Object.values(WAYS).flatMap((way) => ('by' in way ? [way.by] : []))
    expect(all).toEqual(expect.arrayContaining(wanted))
  })

  it.each([
    ['Connect domains…', 'connect-domains'],
    ['Find a free domain…', 'find-domain'],
  ] as const)(
    'is how domains come to each account, which is named where there are several: %s',
    (name, kind) => {
      const named = (all: Parameters<typeof accountActions>[0]) =>
        accountActions(all).filter((entry) => entry.name === name)
      expect(named([account])).toMatchObject([{ about: '' }])
      const [, second] = named([account, { ...account, id: 'two', name: 'Other' }])
      expect(second).toMatchObject({ about: 'Other', also: [`${name} Other`] })
      second?.run()
      expect(usePlace.getState()).toMatchObject({ screen: 'domains', dialog: { kind, accountId: 'two' } })
    },
  )

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
    use('Notifications: Off')
    vi.unstubAllGlobals()
    expect(asked).toEqual([
      ['settings.update', { theme: 'dark' }],
      ['settings.update', { isNotifying: false }],
    ])
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
    expect(entries[0]?.also?.some((other) => fuzzyScoring(`${entries[0]?.name} acme`)(other) === 0)).toBe(
      true,
    )
    expect(entries.at(-1)?.about).not.toContain('Mine')
  })

  it('is how each operation of each account is asked, to be corrected', () => {
    const entries = pathEntries([account, other])
    expect(entries).toHaveLength(operations.length + likedoOperations.length)
    entries.find(({ name }) => name === 'Fix Path of Get DNS Records')?.run()
    expect(usePlace.getState()).toMatchObject({
      screen: 'operations',
      operations: { accountId: 'one', part: 'paths', operation: 'dns.list' },
    })
    entries.find(({ id }) => id === `mine ${likedoOperations[0]?.id} path`)?.run()
    expect(usePlace.getState().operations).toMatchObject({ accountId: 'mine', part: 'paths' })
  })

  it('is the API paths of each account, which is named where there are several', () => {
    expect(pathActions([account]).map(({ name, about }) => `${name} ${about}`)).toEqual([
      'API Paths ',
      'Import API Paths… ',
      'Export API Paths… ',
      'Reset All API Paths… ',
    ])
    const [first] = pathActions([account, other])
    expect(first).toMatchObject({ about: 'Acme', also: ['API Paths Acme'] })
    first?.run()
    expect(usePlace.getState()).toMatchObject({
      screen: 'operations',
      operations: { accountId: 'one', part: 'paths', operation: null },
    })
  })

  it.each([true, false])('asks before API paths are reset, where any is changed: %s', async (isChanged) => {
    vi.stubGlobal('window', { bridge: { call: async () => ({ ok: true, value: [{ isChanged }] }) } })
    onTestFinished(() => void vi.unstubAllGlobals())
    useNotices.setState({ notices: [] })
    pathActions([account])
      .find(({ id }) => id === 'reset-api-paths one')
      ?.run()
    const opened = { kind: 'reset-api-paths', accountId: 'one' }
    await vi.waitFor(() =>
      expect([usePlace.getState().dialog, useNotices.getState().notices.map(({ words }) => words)]).toEqual(
        isChanged ? [opened, []] : [null, ['No API path of Acme is changed.']],
      ),
    )
  })

  it('is the card of each account', () => {
    const [, card] = accountEntries([account, other])
    expect(card).toMatchObject({ name: 'Mine', about: 'Settings, Accounts' })
    card?.run()
    expect(usePlace.getState()).toMatchObject({ section: 'accounts', wantedAccount: { accountId: 'mine' } })
  })

  it('is nothing twice, and short enough to be remembered', () => {
    const one = { ...account, id: crypto.randomUUID() }
    const all = [
      ...[...actions, ...pathActions([one, other])],
      ...[...settingEntries, ...accountEntries([one, other])],
      ...[...operationEntries({ litemail: [one], likedo: [other] }), ...pathEntries([one, other])],
    ]
    expect(new Set(all.map(keyOf)).size).toBe(all.length)
    for (const { id } of all) expect(id.length).toBeLessThanOrEqual(160)
  })

  it('asks main for what only main can do', async () => {
    const { asked, call } = main()
    vi.stubGlobal('window', { bridge: { call } })
    for (const id of ['zoom-in', 'likedo']) actions.find((entry) => entry.id === id)?.run()
    await Promise.resolve()
    vi.unstubAllGlobals()
    expect(asked).toEqual([
      ['palette.act', { act: 'zoom-in' }],
      ['app.openLink', { link: 'likedo' }],
    ])
  })
})
