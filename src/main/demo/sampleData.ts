import { createHash } from 'node:crypto'
import { newestFirst } from '../../shared/addressView'
import type { AppError } from '../../shared/errors'
import { ok, type Result } from '../../shared/result'
import type { Keys } from '../secrets/keys'
import type { AccountRow } from '../store/rows'
import type { Store } from '../store/store'
import { demoLikeDo } from './likedo'

const DAY_MS = 86_400_000

/** Local part, domain, note and LikeDo tag of each sample address, and how many days old it is. */
const samples: readonly (readonly [string, string, string, string | null, number])[] = [
  ['quiet-lantern-207', 'demo.example', 'Trial of a note-taking app', 'trials', 0],
  ['amber-thistle-884', 'demo.example', '', null, 1],
  ['brisk-harbor-412', 'demo.example', 'Train tickets to the coast', 'travel', 3],
  ['clever-maple-930', 'demo.example', 'Newsletter of the garden centre', 'newsletters', 6],
  ['dusty-comet-118', 'pro.example', 'Invoices of the print shop', 'invoices', 9],
  ['early-finch-655', 'demo.example', 'Forum about old bicycles', null, 14],
  ['fabled-orchid-071', 'demo.example', 'Free Wi-Fi at the station', 'travel', 20],
  ['gentle-pebble-346', 'demo.example', 'Concert presale', null, 27],
  ['humble-willow-529', 'pro.example', 'Quotation for the new windows', 'invoices', 35],
  ['icy-meadow-790', 'demo.example', 'Recipe exchange', 'newsletters', 44],
  ['jolly-canyon-263', 'demo.example', 'Trial of a photo editor; ends after 30 days', 'trials', 52],
  ['kind-river-417', 'demo.example', '', null, 61],
  ['lucky-beacon-902', 'demo.example', 'Parcel notices', null, 75],
  ['mellow-prairie-138', 'demo.example', 'Language course, first lesson free', 'trials', 90],
  ['noble-cedar-684', 'pro.example', 'Conference registration', 'travel', 118],
  ['olive-summit-355', 'demo.example', 'Shoe shop, 10 percent off', 'newsletters', 150],
  ['polite-breeze-721', 'demo.example', 'Warranty of the kettle', null, 204],
  ['rustic-falcon-046', 'demo.example', 'Survey of the city library', null, 260],
  ['silver-brook-598', 'demo.example', 'Old account at the map service', null, 311],
  ['tidy-acorn-870', 'demo.example', 'Wedding photos of the neighbours', null, 358],
]

/** A stable UUID (version 4 layout) from a text, so that filling in twice changes nothing. */
function sampleId(text: string): string {
  const hex = createHash('sha256').update(`sample ${text}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

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
  createPath: '/api/v1/emails/create',
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
  for (const [localPart, domain, note, tag, days] of [...samples].reverse()) {
    const at = now - days * DAY_MS - 90_000
    const filled = await fillAddress(store, account, { email: `${localPart}@${domain}`, note, tag, at })
    if (!filled.ok) return filled
  }
  return ok(undefined)
}

async function prepareAccount(store: Store, account: AccountRow): Promise<Result<unknown, AppError>> {
  const domains = [...demoLikeDo.domains]
  const defaultDomain = domains[0]?.domain
  const patch = defaultDomain === undefined ? { domains } : { domains, defaultDomain }
  const settings = await store.write('settings.update', patch)
  return settings.ok ? store.write('accounts.insert', account) : settings
}

async function fillAddress(
  store: Store,
  account: AccountRow,
  { email, note, tag, at }: { email: string; note: string; tag: string | null; at: number },
): Promise<Result<unknown, AppError>> {
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
  if (!planned.ok || planned.value.row.state !== 'planned') return planned
  const started = await store.write('journal.startSending', { id, at: at + 40 })
  if (!started.ok) return started
  const settlement = {
    state: 'done',
    at: at + 310,
    evidence: 'answer',
    serviceId: id,
    createdAt: at + 250,
  } as const
  return store.write('journal.settle', { id, settlement })
}

/** Gives the sample account its key, which is worth nothing and lives in memory. */
export async function keepSampleKey(keys: Keys): Promise<void> {
  await keys.keep(sampleAccount(0), demoLikeDo.key)
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
