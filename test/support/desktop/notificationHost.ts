import { setTimeout as sleep } from 'node:timers/promises'
import dbus from 'dbus-next'

const NAME = 'org.freedesktop.Notifications'
const PATH = '/org/freedesktop/Notifications'

export interface ShownNotification {
  readonly id: number
  readonly replaces: number
  readonly title: string
  readonly body: string
}

/** How a server answers: it shows; shows, and the user clicks in the same breath; says no; or takes the call and never answers. */
export type Manner = 'shows' | 'is clicked' | 'refuses' | 'hangs'

/** What shows the notifications of a desktop. */
export interface NotificationServer {
  /** Everything that was sent, oldest first. */
  readonly all: readonly ShownNotification[]
  /** The next one from now on, or the one that came already, whose title and body match. */
  shown(words: string | RegExp): Promise<ShownNotification>
  setManner(manner: Manner): void
  /** As if the user clicked on it. */
  click(id: number): void
  forget(): void
  stop(): void
}

const PATIENCE_MS = 15_000

/** Starts showing notifications on the bus at `address`. `readsMarkup`: as most servers do. */
export async function startNotificationServer(
  address: string,
  { readsMarkup = true }: { readonly readsMarkup?: boolean } = {},
): Promise<NotificationServer> {
  const bus = dbus.sessionBus({ busAddress: address })
  bus.on('error', () => undefined)
  const all: ShownNotification[] = []
  let manner: Manner = 'shows'
  let last = 0
  const click = (id: number): void =>
    bus.send(dbus.Message.newSignal(PATH, NAME, 'ActionInvoked', 'us', [id, 'default']))

  bus.addMethodHandler((message: dbus.Message): boolean => {
    if (message.interface !== NAME) return false
    if (manner === 'hangs') return true
    if (message.member === 'GetCapabilities') {
      const capabilities = ['body', 'actions', ...(readsMarkup ? ['body-markup'] : [])]
      bus.send(dbus.Message.newMethodReturn(message, 'as', [capabilities]))
      return true
    }
    if (message.member !== 'Notify') return false
    if (manner === 'refuses') {
      bus.send(refusalOf(message))
      return true
    }
    const [, replaces, , title, body] = message.body as [string, number, string, string, string]
    if (replaces === 0) last += 1
    const id = replaces === 0 ? last : replaces
    all.push({ id, replaces, title, body: readsMarkup ? readMarkup(body) : body })
    bus.send(dbus.Message.newMethodReturn(message, 'u', [id]))
    if (manner === 'is clicked') click(id)
    return true
  })
  await bus.requestName(NAME, 0)

  return {
    all,
    async shown(words) {
      for (let waited = 0; waited < PATIENCE_MS; waited += 20) {
        const found = all.find(({ title, body }) => {
          const text = `${title}\n${body}`
          return typeof words === 'string' ? text.includes(words) : words.test(text)
        })
        if (found !== undefined) return found
        await sleep(20)
      }
      throw new Error(`no notification ${String(words)}, but: ${JSON.stringify(all)}`)
    },
    setManner(next) {
      manner = next
    },
    click,
    forget: () => void all.splice(0),
    stop: () => bus.disconnect(),
  }
}

/** What a server shows of a body with marks; one that it does not understand it would show otherwise, or not at all. */
function readMarkup(body: string): string {
  if (/<|&(?!amp;|lt;|gt;)/.test(body)) throw new Error(`no markup: ${body}`)
  return body.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

const refusalOf = (message: dbus.Message): dbus.Message =>
  new dbus.Message({
    type: dbus.MessageType.ERROR,
    // The types leave out that a message that came has a number, and call numbers text.
    replySerial: (message as unknown as { serial: string }).serial,
    destination: message.sender ?? '',
    errorName: `${NAME}.Error.ExcessNotificationGeneration`,
    signature: 's',
    body: ['no more'],
  })
