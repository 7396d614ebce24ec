import { connectSessionBus, daemon, type SessionBus, sessionBusAddress } from '../bus/sessionBus'

const WATCHER = 'org.kde.StatusNotifierWatcher'
/** A desktop that is just starting, or whose panel is starting anew, has so long to bring a host, in milliseconds. */
const PATIENCE_MS = 5_000
/** A watcher that hangs is none. */
const ANSWER_MS = 2_000

/** Whether anything on this desktop shows tray icons; `starting`: it may still come. */
export type HostStanding = 'starting' | 'shown' | 'none'

export interface TrayHost {
  readonly standing: HostStanding
  /** Resolves with the first standing that is not `starting`. */
  readonly known: Promise<'shown' | 'none'>
}

/**
 * Watches whether the session bus has a StatusNotifierWatcher with a host, which shows the icons of programs (KDE,
 * "StatusNotifierItem": StatusNotifierWatcher; the same name is used by every desktop that has one). `onChange` hears
 * every change; `shown` twice in a row means another watcher: what the first was told is gone.
 */
export function watchTrayHost(onChange: (standing: HostStanding) => void): TrayHost {
  let standing: HostStanding = 'starting'
  let owner: string | null = null
  let patience: NodeJS.Timeout | undefined
  let settle: (first: 'shown' | 'none') => void = () => undefined
  const known = new Promise<'shown' | 'none'>((resolve) => {
    settle = resolve
  })

  const become = (next: HostStanding) => {
    clearTimeout(patience)
    standing = next
    if (next === 'starting') patience = setTimeout(() => become('none'), PATIENCE_MS)
    else settle(next)
    onChange(next)
  }
  const found = (now: string | null) => {
    const before = owner
    owner = now
    if (now !== null && now !== before) become('shown')
    else if (now === null && before !== null) become('starting')
  }

  patience = setTimeout(() => become('none'), PATIENCE_MS)
  void follow(found).catch(() => found(null))
  return {
    get standing() {
      return standing
    },
    known,
  }
}

/** Tells the unique name of the watcher that has a host, or null, each time that something may have changed. */
async function follow(found: (owner: string | null) => void): Promise<void> {
  const address = process.platform === 'linux' ? sessionBusAddress(process.env) : null
  const bus = address === null ? null : await connectSessionBus(address)
  if (bus === null) return found(null)
  let asked = 0
  const look = async () => {
    asked += 1
    const mine = asked
    const owner = await findHost(bus)
    // Something changed while this was being asked: the later look tells.
    if (mine === asked) found(owner)
  }
  const lookAgain = () => void look()
  await bus.onSignal({ interface: daemon.interface, member: 'NameOwnerChanged', first: WATCHER }, lookAgain)
  await bus.onSignal({ interface: WATCHER, member: 'StatusNotifierHostRegistered' }, lookAgain)
  await bus.onSignal({ interface: WATCHER, member: 'StatusNotifierHostUnregistered' }, lookAgain)
  await look()
  await bus.ended
  found(null)
}

async function findHost(bus: SessionBus): Promise<string | null> {
  try {
    const asked = { ...daemon, member: 'GetNameOwner', signature: 's', body: [WATCHER] }
    const [owner] = await bus.call(asked)
    return typeof owner === 'string' && (await hasHost(bus, owner)) ? owner : null
  } catch {
    // Nobody owns the name, or who does is no watcher.
    return null
  }
}

async function hasHost(bus: SessionBus, watcher: string): Promise<boolean> {
  const asked = {
    destination: watcher,
    path: '/StatusNotifierWatcher',
    interface: 'org.freedesktop.DBus.Properties',
    member: 'Get',
    signature: 'ss',
    body: [WATCHER, 'IsStatusNotifierHostRegistered'],
  }
  const [answer] = await bus.call(asked, ANSWER_MS)
  return typeof answer === 'object' && answer !== null && 'value' in answer && answer.value === true
}
