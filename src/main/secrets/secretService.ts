import * as z from 'zod'
import { BusFault, connectSessionBus, daemon, type SessionBus, sessionBusAddress } from '../bus/sessionBus'

/**
 * How the Secret Service stands after it was asked for: `open`; `empty`, it has no collection yet that a
 * key could be in; `missing`, there is no service or no bus; `locked`, and nobody there to ask the user;
 * `denied` by the user; `failed`.
 */
export type Standing = 'open' | 'empty' | 'missing' | 'locked' | 'denied' | 'failed'

const SERVICE = 'org.freedesktop.secrets'
const service = {
  destination: SERVICE,
  path: '/org/freedesktop/secrets',
  interface: 'org.freedesktop.Secret.Service',
} as const

/** What stands for "no object" on the bus. */
const NOTHING = '/'

/**
 * Opens what holds, or will hold, the item of these attributes: the default collection, and the item's
 * own where that is another one. Asks the user where something is locked, and waits for as long as that
 * takes, or until `quitting`: then it stays locked, and the question goes. libsecret does the same inside
 * a look-up, but tells "locked" and "denied" from "no such item" by nothing, and holds one of Node's few
 * threads while the user thinks. (Secret Service API Draft, "Locking and Unlocking", "Prompts".)
 */
export async function openSecretService(
  attributes: Readonly<Record<string, string>>,
  quitting: Promise<void>,
): Promise<Standing> {
  const address = sessionBusAddress(process.env)
  const bus = address === null ? null : await connectSessionBus(address)
  if (bus === null) return 'missing'
  const question: { prompt: string | null } = { prompt: null }
  const opened = async (): Promise<Standing> => {
    const { locked, isEmpty } = await findLocked(bus, attributes)
    if (locked.length > 0) return unlock(bus, locked, question)
    return isEmpty ? 'empty' : 'open'
  }
  let isGivenUp = false
  const givenUp = async (): Promise<Standing> => {
    await quitting
    isGivenUp = true
    // It may have been answered at this very moment.
    if (question.prompt !== null) await callPrompt(bus, question.prompt, 'Dismiss').catch(() => undefined)
    return 'locked'
  }
  try {
    const standing = await Promise.race([opened(), givenUp()])
    // The question that is taken away ends as one that its user sent away.
    return isGivenUp && standing === 'denied' ? 'locked' : standing
  } catch (cause) {
    return standingOf(cause)
  } finally {
    bus.close()
  }
}

const path = z.string()
const paths = z.array(path)

async function findLocked(bus: SessionBus, attributes: Readonly<Record<string, string>>) {
  const [alias] = await bus.call({ ...service, member: 'ReadAlias', signature: 's', body: ['default'] })
  const [open, items] = await bus.call({
    ...service,
    member: 'SearchItems',
    signature: 'a{ss}',
    body: [attributes],
  })
  const collection = path.parse(alias)
  const locked = paths.parse(items)
  if (collection === NOTHING) return { locked, isEmpty: locked.length + paths.parse(open).length === 0 }
  if (await isLocked(bus, collection)) locked.push(collection)
  return { locked, isEmpty: false }
}

async function isLocked(bus: SessionBus, collection: string): Promise<boolean> {
  const [value] = await bus.call({
    destination: SERVICE,
    path: collection,
    interface: 'org.freedesktop.DBus.Properties',
    member: 'Get',
    signature: 'ss',
    body: ['org.freedesktop.Secret.Collection', 'Locked'],
  })
  return z.object({ value: z.boolean() }).parse(value).value
}

async function unlock(
  bus: SessionBus,
  locked: readonly string[],
  question: { prompt: string | null },
): Promise<Standing> {
  const [, asked] = await bus.call({ ...service, member: 'Unlock', signature: 'ao', body: [locked] })
  const prompt = path.parse(asked)
  if (prompt === NOTHING) return 'open'

  const completed = bus.nextSignal(prompt, 'Completed')
  // The window it belongs to: none, a request may come from the command line.
  const shown = callPrompt(bus, prompt, 'Prompt', '')
  question.prompt = prompt
  const [[isDismissed]] = await Promise.all([completed, shown])
  if (isDismissed === false) return 'open'
  return (await canAsk(bus)) ? 'denied' : 'locked'
}

function callPrompt(bus: SessionBus, prompt: string, member: 'Prompt' | 'Dismiss', ...body: string[]) {
  return bus.call({
    destination: SERVICE,
    path: prompt,
    interface: 'org.freedesktop.Secret.Prompt',
    member,
    signature: 's'.repeat(body.length),
    body,
  })
}

/**
 * Whether somebody could have asked the user. GNOME Keyring gives a prompt that no program shows the same
 * end as one that the user dismissed; its prompter, where there is one, still holds its name then.
 */
async function canAsk(bus: SessionBus): Promise<boolean> {
  const owner = async (name: string) => {
    const has = await bus.call({ ...daemon, member: 'NameHasOwner', signature: 's', body: [name] })
    return has[0] === true
  }
  return !(await owner('org.gnome.keyring')) || (await owner('org.gnome.keyring.SystemPrompter'))
}

/** The bus's own words for a program that is not there and cannot be started. */
const absent = /\.(ServiceUnknown|NameHasNoOwner|Spawn\.\w+)$/

function standingOf(cause: unknown): Standing {
  if (!(cause instanceof BusFault)) return 'failed'
  return cause.type === 'Disconnected' || absent.test(cause.type) ? 'missing' : 'failed'
}
