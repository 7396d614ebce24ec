import dbus from 'dbus-next'
import { callMethod } from './bus'

/** One item of a keyring. */
export interface StoredSecret {
  readonly label: string
  /** What it is found by; keytar's are `service` and `account`. */
  readonly attributes: Readonly<Record<string, string>>
  /** Null where its keyring is locked. */
  readonly secret: string | null
}

const SERVICE = 'org.freedesktop.secrets'
const ROOT = '/org/freedesktop/secrets'
/** The keyring that programs use unless they name another one. */
export const DEFAULT_KEYRING = `${ROOT}/collection/login`

const call = (
  bus: dbus.MessageBus,
  [path, part, member]: readonly [path: string, part: string, member: string],
  signature?: string,
  body?: readonly unknown[],
): Promise<readonly unknown[]> =>
  callMethod(
    bus,
    { destination: SERVICE, path, interface: `org.freedesktop.${part}`, member },
    signature,
    body,
  )

const property = async (bus: dbus.MessageBus, path: string, part: string, name: string): Promise<unknown> => {
  const [variant] = await call(bus, [path, 'DBus.Properties', 'Get'], 'ss', [`org.freedesktop.${part}`, name])
  return variant instanceof dbus.Variant ? variant.value : undefined
}

/** A session in which secrets travel as they are: the bus is private. */
const openSession = async (bus: dbus.MessageBus): Promise<unknown> => {
  const plain = ['plain', new dbus.Variant('s', '')]
  const [, session] = await call(bus, [ROOT, 'Secret.Service', 'OpenSession'], 'sv', plain)
  return session
}

/** True if the default keyring is locked. */
export const isLocked = async (bus: dbus.MessageBus): Promise<boolean> =>
  (await property(bus, DEFAULT_KEYRING, 'Secret.Collection', 'Locked')) === true

/** Locks the default keyring. */
export const lock = async (bus: dbus.MessageBus): Promise<void> => {
  await call(bus, [ROOT, 'Secret.Service', 'Lock'], 'ao', [[DEFAULT_KEYRING]])
}

/** Unlocks the default keyring without a dialog, as a log-in does: an interface of gnome-keyring's own. */
export const unlock = async (bus: dbus.MessageBus, password: string): Promise<void> => {
  const secret = [await openSession(bus), Buffer.alloc(0), Buffer.from(password), 'text/plain']
  await callMethod(
    bus,
    {
      destination: SERVICE,
      path: ROOT,
      interface: 'org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface',
      member: 'UnlockWithMasterPassword',
    },
    'o(oayays)',
    [DEFAULT_KEYRING, secret],
  )
}

/** Everything in the default keyring (Secret Service API, "Collection" and "Item"). */
export const listSecrets = async (bus: dbus.MessageBus): Promise<StoredSecret[]> => {
  const items = await listItems(bus)
  const session = await openSession(bus)
  return Promise.all(
    items.map(async (item): Promise<StoredSecret> => {
      const [label, attributes, locked] = await Promise.all(
        ['Label', 'Attributes', 'Locked'].map((name) => property(bus, item, 'Secret.Item', name)),
      )
      return {
        label: String(label),
        // Both from the specification: a{ss}, and (oayays) below.
        attributes: attributes as Record<string, string>,
        secret: locked === true ? null : await readSecret(bus, item, session),
      }
    }),
  )
}

/** Puts items back that `listSecrets` told, into the default keyring, which must not be locked. */
export const storeSecrets = async (bus: dbus.MessageBus, secrets: readonly StoredSecret[]): Promise<void> => {
  const session = await openSession(bus)
  for (const { label, attributes, secret } of secrets) {
    if (secret === null) throw new Error(`nobody knows the secret of ${label}`)
    const item = 'org.freedesktop.Secret.Item'
    const properties = {
      [`${item}.Label`]: new dbus.Variant('s', label),
      [`${item}.Attributes`]: new dbus.Variant('a{ss}', attributes),
    }
    const value = [session, Buffer.alloc(0), Buffer.from(secret), 'text/plain']
    await call(bus, [DEFAULT_KEYRING, 'Secret.Collection', 'CreateItem'], 'a{sv}(oayays)b', [
      properties,
      value,
      true,
    ])
  }
}

/** Deletes everything in the default keyring, which must not be locked. */
export const deleteSecrets = async (bus: dbus.MessageBus): Promise<void> => {
  for (const item of await listItems(bus)) await call(bus, [item, 'Secret.Item', 'Delete'])
}

const listItems = async (bus: dbus.MessageBus): Promise<readonly string[]> => {
  const items = await property(bus, DEFAULT_KEYRING, 'Secret.Collection', 'Items')
  if (!Array.isArray(items)) throw new Error('the keyring does not list its items')
  return items
}

const readSecret = async (bus: dbus.MessageBus, item: string, session: unknown): Promise<string> => {
  const [secret] = await call(bus, [item, 'Secret.Item', 'GetSecret'], 'o', [session])
  const [, , value] = secret as readonly [string, Uint8Array, Uint8Array, string]
  return Buffer.from(value).toString('utf8')
}
