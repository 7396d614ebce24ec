import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import dbus from 'dbus-next'
import { collectText, firstLine, type Programs } from './programs'

/** Shows the dialog that asks for a keyring's password (Debian: gcr). */
const PROMPTER = '/usr/libexec/gcr-prompter'

/** Talks over a bus for as long as `use` takes. Rejects where there is no bus at the address. */
export const withBus = async <T>(address: string, use: (bus: dbus.MessageBus) => Promise<T>): Promise<T> => {
  const bus = dbus.sessionBus({ busAddress: address })
  const broken = new Promise<never>((_resolve, reject) => bus.on('error', reject))
  broken.catch(() => {})
  try {
    await Promise.race([once(bus, 'connect'), broken])
    return await Promise.race([use(bus), broken])
  } finally {
    bus.disconnect()
  }
}

/** Calls one method and gives the values that it answers with. */
export const callMethod = async (
  bus: dbus.MessageBus,
  target: {
    readonly destination: string
    readonly path: string
    readonly interface: string
    readonly member: string
  },
  signature = '',
  body: readonly unknown[] = [],
): Promise<readonly unknown[]> => {
  const reply = await bus.call(new dbus.Message({ ...target, signature, body: [...body] }))
  return reply?.body ?? []
}

/** True once some program on the bus owns the name. */
export const isOwned = async (bus: dbus.MessageBus, name: string): Promise<boolean> => {
  const target = {
    destination: 'org.freedesktop.DBus',
    path: '/org/freedesktop/DBus',
    interface: 'org.freedesktop.DBus',
  }
  const [owned] = await callMethod(bus, { ...target, member: 'NameHasOwner' }, 's', [name])
  return owned === true
}

/** Resolves when some program owns the name; rejects where none does within 10 s. */
export const waitForOwner = (address: string, name: string): Promise<void> =>
  withBus(address, async (bus) => {
    for (let waited = 0; waited < 10_000; waited += 20) {
      if (await isOwned(bus, name)) return
      await sleep(20)
    }
    throw new Error(`nobody owned ${name} on the bus within 10 s`)
  })

/**
 * Starts a session bus whose socket and configuration lie in `folder`, and gives its address. It starts no programs by
 * itself, but for the prompter if that is asked for: what a test finds on it was put there on purpose. Root may talk
 * over it beside the user whose bus it is.
 */
export const startBus = async (
  programs: Programs,
  folder: string,
  { prompter, env }: { readonly prompter: boolean; readonly env: Readonly<Record<string, string>> },
): Promise<string> => {
  const [config, services, socket] = [
    join(folder, 'bus.conf'),
    join(folder, 'bus-services'),
    join(folder, 'bus'),
  ]
  mkdirSync(services)
  if (prompter) {
    const name = 'org.gnome.keyring.SystemPrompter'
    writeFileSync(join(services, `${name}.service`), `[D-BUS Service]\nName=${name}\nExec=${PROMPTER}\n`)
  }
  writeFileSync(config, configuration(socket, services))
  const daemon = programs.start('dbus-daemon', ['--nofork', '--print-address=1', `--config-file=${config}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
    whenWeDie: 'TERM',
    env,
  })
  const words = collectText(daemon.stderr)
  // It says its address once it listens.
  const address = await Promise.race([firstLine(daemon.stdout), once(daemon, 'exit').then(() => undefined)])
  if (!address) throw new Error(`dbus-daemon does not start (exit code ${daemon.exitCode}): ${words()}`)
  return `unix:path=${socket}`
}

const configuration = (socket: string, services: string): string => `<!DOCTYPE busconfig PUBLIC
 "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <keep_umask/>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <servicedir>${services}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
    <allow user="root"/>
  </policy>
</busconfig>
`
