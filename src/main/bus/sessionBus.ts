import type { Message, MessageBus } from 'dbus-next'

/** How long a program on the bus may take to answer; GLib's own default for a call. */
const ANSWER_MS = 25_000

export interface BusCall {
  readonly destination: string
  readonly path: string
  readonly interface: string
  readonly member: string
  /** Of `body`; '' where there is none. */
  readonly signature: string
  readonly body: readonly unknown[]
}

/** Which signals are wanted (D-Bus Specification, "Match Rules"). */
export interface SignalRule {
  readonly interface: string
  readonly member: string
  /** The first argument, where it is text. */
  readonly first?: string
}

/** A connection to the user's session bus. What its promises reject with is a `BusFault`. */
export interface SessionBus {
  /** `answerMs`: how long to wait for the answer; 25 seconds unless told. */
  call(call: BusCall, answerMs?: number): Promise<readonly unknown[]>
  /** Every signal of the rule from now on, until the connection ends. */
  onSignal(rule: SignalRule, listener: (body: readonly unknown[]) => void): Promise<void>
  /** Resolves when the connection has ended, for whatever reason. */
  readonly ended: Promise<void>
  /** The next signal `member` of the object at `path`, however long that takes. Ask before what causes it. */
  nextSignal(path: string, member: string): Promise<readonly unknown[]>
  close(): void
}

/** Why nothing came back: the error's name on the bus, or `Disconnected` or `NoReply`. */
export class BusFault extends Error {
  constructor(readonly type: string) {
    super(type)
  }
}

/** The bus itself, as the receiver of a call. */
export const daemon = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} as const

/**
 * Where the session bus is (D-Bus Specification, "Well-known Message Bus Instances"; systemd keeps it in
 * XDG_RUNTIME_DIR). Null where there is none: a bus is never started for the asking.
 */
export function sessionBusAddress(env: NodeJS.ProcessEnv): string | null {
  if (env.DBUS_SESSION_BUS_ADDRESS) return env.DBUS_SESSION_BUS_ADDRESS
  return env.XDG_RUNTIME_DIR ? `unix:path=${env.XDG_RUNTIME_DIR}/bus` : null
}

/** Connects to the bus at `address`; null where none answers there. */
export async function connectSessionBus(address: string): Promise<SessionBus | null> {
  // Loaded when first needed: a start that asks for no key does not pay for it.
  const { Message: BusMessage, sessionBus } = await import('dbus-next')
  let bus: MessageBus
  try {
    bus = sessionBus({ busAddress: address })
  } catch {
    return null
  }
  const lost = lossOf(bus)
  const answered = <T>(answer: Promise<T>, ms = ANSWER_MS): Promise<T> =>
    within(ms, Promise.race([answer, lost]))

  const call: SessionBus['call'] = async ({ body, ...head }, answerMs) => {
    const message = new BusMessage({ ...head, body: [...body] })
    const reply = await answered(bus.call(message), answerMs).catch((cause: unknown) => {
      throw faultOf(cause)
    })
    return reply?.body ?? []
  }

  try {
    await answered(new Promise<void>((resolve) => bus.on('connect', resolve)))
  } catch {
    bus.disconnect()
    return null
  }
  return {
    call,
    async onSignal(rule, listener) {
      bus.on('message', (message: Message) => {
        if (message.interface !== rule.interface || message.member !== rule.member) return
        if (rule.first === undefined || message.body[0] === rule.first) listener(message.body)
      })
      const first = rule.first === undefined ? '' : `,arg0='${rule.first}'`
      const match = `type='signal',interface='${rule.interface}',member='${rule.member}'${first}`
      await call({ ...daemon, member: 'AddMatch', signature: 's', body: [match] })
    },
    ended: lost.catch(() => undefined),
    nextSignal(path, member) {
      const heard = new Promise<readonly unknown[]>((resolve) => {
        const listen = (message: Message) => {
          if (message.path !== path || message.member !== member) return
          bus.off('message', listen)
          resolve(message.body)
        }
        bus.on('message', listen)
      })
      const rule = `type='signal',path='${path}',member='${member}'`
      const asked = call({ ...daemon, member: 'AddMatch', signature: 's', body: [rule] })
      return Promise.race([asked.then(() => heard), lost])
    },
    close: () => bus.disconnect(),
  }
}

/** Rejects when the connection ends: the library itself would leave its calls unanswered for ever. */
function lossOf(bus: MessageBus): Promise<never> {
  const lost = new Promise<never>((_, reject) => {
    const giveUp = () => reject(new BusFault('Disconnected'))
    bus.on('error', giveUp)
    // The types leave out the connection, and only its end is announced there.
    const { _connection } = bus as unknown as { _connection: { on(event: 'end', told: () => void): void } }
    _connection.on('end', giveUp)
  })
  // Whoever waits hears of it; where nobody waits it is no fault.
  lost.catch(() => undefined)
  return lost
}

function within<T>(ms: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new BusFault('NoReply')), ms)
  })
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}

function faultOf(cause: unknown): BusFault {
  if (cause instanceof BusFault) return cause
  const type = typeof cause === 'object' && cause !== null && 'type' in cause ? cause.type : null
  return new BusFault(typeof type === 'string' ? type : 'Failed')
}
