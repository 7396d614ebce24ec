import { randomUUID } from 'node:crypto'
import { chownSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { LitemailAccountRow } from '../../../src/main/store/fleetRows'
import type { AccountRow, NewAddressWrite, Settlement } from '../../../src/main/store/rows'
import { openStore, type Store } from '../../../src/main/store/store'
import type { AppError } from '../../../src/shared/errors'
import type { Settings } from '../../../src/shared/settings'
import { take } from '../actions/take'
import { runtimeForTests } from '../app/runtime'
import type { Account } from '../desktop/account'
import { aFleetAccount, type FleetSize, keepFleet } from './fillFleet'

/** One press as a profile keeps it: what was asked for, and what came of it. */
export interface PressKept {
  readonly email: string
  /** When it was asked for, in epoch milliseconds. */
  readonly at: number
  readonly ending: Ending
  readonly note?: string
  readonly tag?: string
  readonly via?: NewAddressWrite['via']
  readonly drawnBits?: number
  /** Names that were drawn before it and that the service held already. */
  readonly takenNames?: readonly string[]
  /** How often it was sent before this ended without an answer. */
  readonly unanswered?: number
  readonly labels?: readonly string[]
  /** Hidden by the user afterwards. */
  readonly isHidden?: boolean
}

/** An address that the service's list brought, with what the user has made of it since. */
export interface AddressKept {
  readonly email: string
  /** When it was created, in epoch milliseconds. */
  readonly at: number
  readonly note?: string
  readonly tag?: string
  readonly labels?: readonly string[]
  readonly isHidden?: boolean
}

/** `waiting`: written down and never sent. */
export type Ending =
  | 'waiting'
  | { readonly state: 'done'; readonly evidence?: Extract<Settlement, { state: 'done' }>['evidence'] }
  | { readonly state: 'refused' | 'dropped' | 'unconfirmed'; readonly problem: AppError }

/** Writes into a profile through Mailroom's own store, as Mailroom would have. */
export interface Filler {
  account(given: Partial<AccountRow>): Promise<AccountRow>
  press(account: AccountRow, kept: PressKept): Promise<void>
  /** Many addresses at once, in no time. They have no presses: Activity knows nothing of them. */
  addresses(account: AccountRow, kept: readonly AddressKept[]): Promise<void>
  /** A press that had no account, or was one too many. */
  turnedAway(problem: AppError, at: number): Promise<void>
  /** As the user did: its addresses stay. */
  removeAccount(account: Pick<AccountRow, 'id'>): Promise<void>
  settings(patch: Partial<Settings>): Promise<void>
  /** An account of Litemail's with all that it holds, read a moment ago. Its key is not on this computer. */
  fleet(size: FleetSize, given?: Partial<LitemailAccountRow>): Promise<LitemailAccountRow>
}

/**
 * Opens the database of a profile (`--user-data-dir`), which no Mailroom may have open, lets `fill` write into it, and
 * gives it to the account as whom Mailroom runs. Rejects where anything is not written.
 */
export const fillProfile = async (
  owner: Account,
  folder: string,
  fill: (filler: Filler) => Promise<void>,
): Promise<void> => {
  const { appFolder } = runtimeForTests()
  if (appFolder === null) throw new Error('an installed application keeps its store to itself')
  const faults: unknown[] = []
  const opened = await openStore({
    folder,
    mode: 'own',
    workerUrl: pathToFileURL(join(appFolder, 'out/main/store-worker.js')),
    onFault: (fault) => faults.push(fault),
  })
  if (!opened.ok)
    throw new Error(`the profile was not opened: ${opened.error.problem} ${JSON.stringify(faults)}`)
  try {
    await fill(fillerOf(opened.value))
  } finally {
    await opened.value.close()
  }
  if (!owner.isOther) return
  for (const name of readdirSync(folder)) chownSync(join(folder, name), owner.uid, owner.gid)
}

const fillerOf = (store: Store): Filler => ({
  account: async (given) => take(await store.write('accounts.insert', { ...anAccount(), ...given })),
  press: (account, kept) => keepPress(store, account, kept),
  addresses: (account, kept) => keepAddresses(store, account, kept),
  turnedAway: async (problem, at) => {
    const write = { ...aPress(at), accountId: null, keyGeneration: null, email: null }
    take(await store.write('journal.dropNew', { write, at, problem }))
  },
  removeAccount: async ({ id }) => {
    if (!take(await store.write('accounts.markRemoved', { id, at: Date.now() })))
      throw new Error('not removed')
  },
  settings: async (patch) => void take(await store.write('settings.update', patch)),
  fleet: async (size, given) => {
    const account = take(await store.write('litemail.insertAccount', aFleetAccount(given)))
    await keepFleet(store, account.id, size)
    return account
  },
})

/** So many rows go to the store's thread at once. */
const CHUNK = 2_000

async function keepAddresses(
  store: Store,
  { id: accountId }: AccountRow,
  kept: readonly AddressKept[],
): Promise<void> {
  for (let from = 0; from < kept.length; from += CHUNK) {
    const rows = kept
      .slice(from, from + CHUNK)
      .map(({ email, at, note = '', tag, labels = [], isHidden }) => ({
        accountId,
        email,
        note,
        labels,
        tag: tag ?? null,
        at,
        hiddenAt: isHidden ? Date.now() : null,
      }))
    // A file names them with all that is the user's own, then the service's list shows that it holds them.
    take(await store.write('import.merge', rows))
    const listed = rows.map(({ email, tag, at }) => ({ serviceId: randomUUID(), email, tag, createdAt: at }))
    take(await store.write('addresses.mergeListed', { accountId, at: Date.now(), rows: listed }))
  }
}

const SUBJECTS = [
  'Train tickets to the coast',
  'Newsletter of the garden centre',
  'Invoices of the print shop',
  'Forum about old bicycles',
  'Free Wi-Fi at the station',
  'Concert presale',
  'Crème brûlée, the recipe',
  'Trial of a photo editor; ends after 30 days',
  'Language course, first lesson free',
] as const
const LABELS = ['Shopping', 'Work', 'Travel', 'Reading', 'Home'] as const
const YEAR_MS = 365 * 86_400_000

/**
 * So many addresses of the year before `now`, newest first, as somebody would have them who made a great many: two in three
 * have a note, one in two a label, one in five a LikeDo tag, and one in forty is hidden.
 */
export const addressesOfAYear = (count: number, now: number): AddressKept[] =>
  Array.from({ length: count }, (_, index) => {
    const subject = SUBJECTS[index % SUBJECTS.length] ?? ''
    const label = LABELS[index % LABELS.length] ?? ''
    return {
      email: `measured-address-${String(index).padStart(6, '0')}@ig.do`,
      at: now - Math.round(((index + 1) / count) * YEAR_MS),
      note: index % 3 === 0 ? '' : `${subject}, number ${index}`,
      labels: index % 2 === 0 ? [label] : [],
      ...(index % 5 === 0 ? { tag: label.toLowerCase() } : {}),
      isHidden: index % 40 === 39,
    }
  })

async function keepPress(store: Store, account: AccountRow, kept: PressKept): Promise<void> {
  const { email, at, ending, takenNames = [], unanswered = 0 } = kept
  const write: NewAddressWrite = {
    ...aPress(at),
    accountId: account.id,
    keyGeneration: account.keyGeneration,
    email: takenNames[0] ?? email,
    drawnBits: kept.drawnBits ?? 31,
    tag: kept.tag ?? null,
    note: kept.note ?? '',
    via: kept.via ?? 'window',
  }
  const { id } = take(await store.write('journal.plan', write)).row
  const { labels = [], isHidden = false } = kept
  take(await store.write('addresses.label', { ids: [id], add: labels, remove: [] }))
  if (ending === 'waiting') return
  if (ending.state === 'dropped') {
    take(await store.write('journal.settle', { id, settlement: { ...ending, at } }))
    return
  }
  const send = async () => take(await store.write('journal.startSending', { id, at: at + 40 }))
  for (const [index, taken] of takenNames.entries()) {
    await send()
    const problem = { kind: 'conflict', email: taken } as const
    take(await store.write('journal.settle', { id, settlement: { state: 'refused', at: at + 90, problem } }))
    const next = { id, email: takenNames[index + 1] ?? email, drawnBits: 31 }
    if (!take(await store.write('journal.rename', next)).isRenamed) throw new Error('not renamed')
  }
  for (let times = 0; times < unanswered; times++) {
    await send()
    const problem = { kind: 'connection-lost' } as const
    const settlement = { state: 'unconfirmed', at: at + 300, problem } as const
    take(await store.write('journal.settle', { id, settlement }))
  }
  await send()
  const settlement: Settlement =
    ending.state === 'done'
      ? {
          state: 'done',
          at: at + 310,
          evidence: ending.evidence ?? 'answer',
          serviceId: randomUUID(),
          createdAt: at + 250,
        }
      : { ...ending, at: at + 310 }
  const row = take(await store.write('journal.settle', { id, settlement }))
  if (row.state !== ending.state) throw new Error(`${email} is ${row.state} and not ${ending.state}`)
  if (isHidden) take(await store.write('addresses.hide', { ids: [id], isHidden, at: Date.now() }))
}

const anAccount = (): AccountRow => ({
  id: randomUUID(),
  service: 'likedo',
  name: 'LikeDo',
  origin: 'https://like.do',
  plan: 'free',
  requestsPerHour: null,
  keyEndsOn: null,
  isDefault: false,
  keyGeneration: 1,
  keyKept: 'keychain',
  keyStanding: 'accepted',
  canList: true,
  createdAt: Date.now(),
  removedAt: null,
})

const aPress = (plannedAt: number): NewAddressWrite => ({
  id: randomUUID(),
  requestId: randomUUID(),
  accountId: null,
  keyGeneration: null,
  email: null,
  drawnBits: 0,
  tag: null,
  note: '',
  via: 'window',
  plannedAt,
})
