import { setTimeout as sleep } from 'node:timers/promises'
import dbus from 'dbus-next'
import { callMethod } from './bus'

const WATCHER = 'org.kde.StatusNotifierWatcher'
const ITEM = 'org.kde.StatusNotifierItem'
const MENU = 'com.canonical.dbusmenu'
const PROPERTIES = 'org.freedesktop.DBus.Properties'

/** One line of a menu, as a panel would draw it. */
export interface ShownItem {
  readonly id: number
  readonly label: string
  readonly isOn: boolean
  readonly isEnabled: boolean
  readonly isRule: boolean
  /** Of a menu within the menu. */
  readonly items: readonly ShownItem[]
}

export interface Picture {
  readonly width: number
  readonly height: number
  /** ARGB, four bytes a pixel. */
  readonly pixels: Buffer
}

/** A panel of a desktop: owns the watcher's name, and reads and presses what programs put into its tray. */
export interface TrayPanel {
  /** What has been registered and still runs. */
  items(): readonly string[]
  /** The menu of the one program in the tray; waits for it. */
  menu(): Promise<readonly ShownItem[]>
  labels(): Promise<readonly string[]>
  /** Presses the item whose words are these, or match; waits for it. `within`: in the menu behind that item. */
  press(label: string | RegExp, within?: string): Promise<void>
  /** Presses one item so often, without waiting between. */
  pressTimes(label: string, times: number): Promise<void>
  pictures(): Promise<readonly Picture[]>
  tip(): Promise<string>
  /** Tells programs whether a host is there; the watcher's name stays. */
  setHost(isThere: boolean): void
  /** As if it was killed: the name is free, and nothing was said before. */
  kill(): void
}

/** How long a program may take to put or change what is asked for, in milliseconds. */
const PATIENCE_MS = 15_000

/** Starts a panel on the bus at `address`. `hasHost`: whether it says that it shows anything. */
export async function startTrayPanel(address: string, hasHost = true): Promise<TrayPanel> {
  const bus = dbus.sessionBus({ busAddress: address })
  bus.on('error', () => undefined)
  const registered: { readonly owner: string; readonly service: string; readonly path: string }[] = []
  let isHostThere = hasHost

  const signal = (member: string, signature = '', body: unknown[] = []) =>
    bus.send(dbus.Message.newSignal('/StatusNotifierWatcher', WATCHER, member, signature, body))
  const answer = (message: dbus.Message): boolean => {
    if (message.path !== '/StatusNotifierWatcher') return false
    const reply = (signature: string, body: unknown[]) =>
      bus.send(dbus.Message.newMethodReturn(message, signature, body))
    if (message.member === 'RegisterStatusNotifierItem') {
      const [given] = message.body as [string]
      const isPath = given.startsWith('/')
      const owner = message.sender ?? ''
      registered.push({
        owner,
        service: isPath ? owner : given,
        path: isPath ? given : '/StatusNotifierItem',
      })
      reply('', [])
      signal('StatusNotifierItemRegistered', 's', [given])
      return true
    }
    if (message.interface === PROPERTIES && message.member === 'Get') {
      const values: Record<string, dbus.Variant> = {
        IsStatusNotifierHostRegistered: new dbus.Variant('b', isHostThere),
        ProtocolVersion: new dbus.Variant('i', 0),
        RegisteredStatusNotifierItems: new dbus.Variant(
          'as',
          registered.map(({ service, path }) => service + path),
        ),
      }
      reply('v', [values[String(message.body[1])] ?? new dbus.Variant('s', '')])
      return true
    }
    return false
  }
  bus.addMethodHandler(answer)
  bus.on('message', (message: dbus.Message) => {
    if (message.member !== 'NameOwnerChanged' || message.body[2] !== '') return
    const gone = registered.findIndex(({ owner }) => owner === message.body[0])
    if (gone >= 0) registered.splice(gone, 1)
  })
  await bus.requestName(WATCHER, 0)
  await callMethod(
    bus,
    {
      destination: 'org.freedesktop.DBus',
      path: '/org/freedesktop/DBus',
      interface: 'org.freedesktop.DBus',
      member: 'AddMatch',
    },
    's',
    ["type='signal',member='NameOwnerChanged'"],
  )

  const item = async () => {
    for (let waited = 0; waited < PATIENCE_MS; waited += 20) {
      const last = registered.at(-1)
      if (last !== undefined) return last
      await sleep(20)
    }
    throw new Error('nothing was put into the tray')
  }
  const property = async (name: string): Promise<unknown> => {
    const { service, path } = await item()
    const target = { destination: service, path, interface: PROPERTIES, member: 'Get' }
    const [value] = await callMethod(bus, target, 'ss', [ITEM, name])
    return (value as dbus.Variant).value
  }
  const menuTarget = async () => ({
    destination: (await item()).service,
    path: String(await property('Menu')),
    interface: MENU,
  })
  const menu = async (): Promise<ShownItem[]> => {
    const target = { ...(await menuTarget()), member: 'GetLayout' }
    const [, root] = await callMethod(bus, target, 'iias', [0, -1, []])
    const [, , children] = root as [number, unknown, dbus.Variant[]]
    return shownItems(children)
  }
  /** Looks an item up and presses it. Menus are drawn anew at any time, and the old items cannot be pressed: then again. */
  const press = async (label: string | RegExp, within?: string): Promise<void> => {
    let seen: readonly ShownItem[] = []
    for (let waited = 0; waited < PATIENCE_MS; waited += 20) {
      const all = await menu().catch(() => [])
      seen = within === undefined ? all : (all.find((one) => one.label === within)?.items ?? [])
      const found = seen.find((one) =>
        typeof label === 'string' ? one.label === label : label.test(one.label),
      )
      if (found?.isEnabled === true && (await click(found.id))) return
      await sleep(20)
    }
    throw new Error(`no item ${String(label)} in the tray, but: ${seen.map((one) => one.label).join(' | ')}`)
  }
  /** False where the item is not there any more. */
  const click = async (id: number): Promise<boolean> => {
    const body = [id, 'clicked', new dbus.Variant('i', 0), 0]
    try {
      await callMethod(bus, { ...(await menuTarget()), member: 'Event' }, 'isvu', body)
      return true
    } catch {
      return false
    }
  }

  return {
    items: () => registered.map(({ service }) => service),
    menu,
    labels: async () => (await menu()).map(({ label, isRule }) => (isRule ? '—' : label)),
    press,
    pressTimes: async (label, times) => {
      await Promise.all(Array.from({ length: times }, () => press(label)))
    },
    pictures: async () =>
      ((await property('IconPixmap')) as [number, number, Buffer][]).map(([width, height, pixels]) => ({
        width,
        height,
        pixels,
      })),
    tip: async () => String(((await property('ToolTip')) as unknown[])[2]),
    setHost(isThere) {
      isHostThere = isThere
      signal(isThere ? 'StatusNotifierHostRegistered' : 'StatusNotifierHostUnregistered')
    },
    kill: () => bus.disconnect(),
  }
}

type Layout = [number, Record<string, dbus.Variant>, dbus.Variant[]]

const shownItems = (children: readonly dbus.Variant[]): ShownItem[] =>
  children.map(({ value }) => shownItem(value as Layout))

function shownItem([id, properties, children]: Layout): ShownItem {
  return {
    id,
    // A single _ underlines the letter behind it.
    label: String(properties.label?.value ?? '').replace(/_(.)/g, '$1'),
    isOn: properties['toggle-state']?.value === 1,
    isEnabled: properties.enabled?.value !== false,
    isRule: properties.type?.value === 'separator',
    items: shownItems(children),
  }
}
