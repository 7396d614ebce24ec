import { newestFirst } from '../../shared/addressView'
import type { AppError } from '../../shared/errors'
import { ok, type Result } from '../../shared/result'
import type { Keys } from '../secrets/keys'
import type { AccountRow } from '../store/rows'
import type { Store } from '../store/store'
import { demoLikeDo } from './likedo'
import { sampleId } from './sampleId'
import { keepSampleLitemailKey } from './sampleLitemail'

const DAY_MS = 86_400_000

/** A sample address: what stands before and after its @, what it was for, and how many days old it is. */
interface Sample {
  readonly name: string
  readonly domain?: string
  readonly note?: string
  readonly tag?: string | null
  readonly labels?: readonly string[]
  readonly days: number
  readonly isHidden?: boolean
}

const samples: readonly Sample[] = [
  {
    name: 'quiet-lantern-207',
    note: 'Trial of a note-taking app',
    tag: 'trials',
    labels: ['Ends soon', 'Work'],
    days: 0,
  },
  { name: 'amber-thistle-884', days: 1 },
  {
    name: 'brisk-harbor-412',
    note: 'Train tickets to the coast',
    tag: 'travel',
    labels: ['Travel'],
    days: 3,
  },
  {
    name: 'clever-maple-930',
    note: 'Newsletter of the garden centre',
    tag: 'newsletters',
    labels: ['Reading'],
    days: 6,
  },
  {
    name: 'dusty-comet-118',
    domain: 'pro.example',
    note: 'Invoices of the print shop',
    tag: 'invoices',
    labels: ['Work'],
    days: 9,
  },
  { name: 'early-finch-655', note: 'Forum about old bicycles', labels: ['Hobbies'], days: 14 },
  {
    name: 'fabled-orchid-071',
    note: 'Free Wi-Fi at the station',
    tag: 'travel',
    labels: ['Travel'],
    days: 20,
    isHidden: true,
  },
  { name: 'gentle-pebble-346', note: 'Concert presale', labels: ['Hobbies'], days: 27 },
  {
    name: 'humble-willow-529',
    domain: 'pro.example',
    note: 'Quotation for the new windows',
    tag: 'invoices',
    labels: ['Home'],
    days: 35,
  },
  {
    name: 'icy-meadow-790',
    note: 'Recipe exchange',
    tag: 'newsletters',
    labels: ['Home', 'Reading'],
    days: 44,
  },
  {
    name: 'jolly-canyon-263',
    note: 'Trial of a photo editor; ends after 30 days',
    tag: 'trials',
    labels: ['Ends soon'],
    days: 52,
  },
  { name: 'kind-river-417', days: 61 },
  { name: 'lucky-beacon-902', note: 'Parcel notices', labels: ['Home', 'Shopping'], days: 75 },
  {
    name: 'mellow-prairie-138',
    note: 'Language course, first lesson free',
    tag: 'trials',
    labels: ['Hobbies'],
    days: 90,
  },
  {
    name: 'noble-cedar-684',
    domain: 'pro.example',
    note: 'Conference registration',
    tag: 'travel',
    labels: ['Travel', 'Work'],
    days: 118,
  },
  {
    name: 'olive-summit-355',
    note: 'Shoe shop, 10 percent off',
    tag: 'newsletters',
    labels: ['Shopping'],
    days: 150,
  },
  { name: 'polite-breeze-721', note: 'Warranty of the kettle', labels: ['Home', 'Shopping'], days: 204 },
  { name: 'rustic-falcon-046', note: 'Survey of the city library', days: 260, isHidden: true },
  { name: 'silver-brook-598', note: 'Old account at the map service', labels: ['Travel'], days: 311 },
  { name: 'tidy-acorn-870', note: 'Wedding photos of the neighbours', labels: ['Home'], days: 358 },
]

const sampleAccount = (now: number): AccountRow => ({
  id: sampleId('account'),
  service: 'likedo',
  name: 'LikeDo (sample)',
  origin: demoLikeDo.origin,
  plan: demoLikeDo.plan,
  requestsPerHour: null,
  keyEndsOn: null,
  isDefault: true,
  keyGeneration: 1,
  keyKept: 'until-quit',
  keyStanding: 'accepted',
  canList: true,
  createdAt: now,
  removedAt: null,
})

/** Fills a sample profile with what it lacks: one account, its domains, and a year of addresses. */
export async function fillSampleData(store: Store, now: number): Promise<Result<void, AppError>> {
  const account = sampleAccount(now)
  const known = await store.read('accounts.get', account.id)
  if (!known.ok) return known
  if (known.value === null) {
    const prepared = await prepareAccount(store, account)
    if (!prepared.ok) return prepared
  }
  let isAnyNew = false
  for (const sample of [...samples].reverse()) {
    const filled = await fillAddress(store, account, sample, now)
    if (!filled.ok) return filled
    isAnyNew ||= filled.value
  }
  // Undo is for what the user does with them.
  return isAnyNew ? store.write('addresses.forgetChanges') : ok(undefined)
}

async function prepareAccount(store: Store, account: AccountRow): Promise<Result<unknown, AppError>> {
  const domains = [...demoLikeDo.domains]
  const defaultDomain = domains[0]?.domain
  const patch = defaultDomain === undefined ? { domains } : { domains, defaultDomain }
  const settings = await store.write('settings.update', patch)
  return settings.ok ? store.write('accounts.insert', account) : settings
}

/** Answers whether the address was not there before. */
async function fillAddress(
  store: Store,
  account: AccountRow,
  { name, domain = 'demo.example', note = '', tag = null, labels = [], days, isHidden = false }: Sample,
  now: number,
): Promise<Result<boolean, AppError>> {
  const email = `${name}@${domain}`
  const at = now - days * DAY_MS - 90_000
  const id = sampleId(email)
  const planned = await store.write('journal.plan', {
    id,
    requestId: id,
    accountId: account.id,
    keyGeneration: account.keyGeneration,
    email,
    drawnBits: 30,
    tag,
    note,
    via: 'window',
    plannedAt: at,
  })
  if (!planned.ok) return planned
  if (planned.value.row.state !== 'planned') return ok(false)
  const started = await store.write('journal.startSending', { id, at: at + 40 })
  if (!started.ok) return started
  const settlement = {
    state: 'done',
    at: at + 310,
    evidence: 'answer',
    serviceId: id,
    createdAt: at + 250,
  } as const
  const settled = await store.write('journal.settle', { id, settlement })
  if (!settled.ok) return settled
  const kept = await store.write('addresses.label', { ids: [id], add: labels, remove: [] })
  if (!kept.ok) return kept
  if (!isHidden) return ok(true)
  const hidden = await store.write('addresses.hide', { ids: [id], isHidden, at: at + DAY_MS })
  return hidden.ok ? ok(true) : hidden
}

/** Gives the sample accounts their keys, which are worth nothing and live in memory. */
export async function keepSampleKeys(keys: Keys): Promise<void> {
  await keys.keep(sampleAccount(0), demoLikeDo.key)
  await keepSampleLitemailKey(keys)
}

/** What the sample service holds: every address that the profile shows as created, hidden ones too. */
export async function readHeld(store: Store) {
  const held: { id: string; email: string; tag: string | null; createdAt: number }[] = []
  const view = { ...newestFirst, hidden: 'shown' } as const
  for (let offset = 0; ; ) {
    const page = await store.read('addresses.list', { view, offset, limit: 500 })
    if (!page.ok || page.value.rows.length === 0) return held
    for (const { id, email, tag, at, state } of page.value.rows) {
      if (state === 'created') held.push({ id, email, tag, createdAt: at })
    }
    offset += page.value.rows.length
  }
}
