import { operations } from '../../../src/shared/litemail/operations'
import { isWritingId, type WritingId, writingOf } from '../../../src/shared/litemail/writing'
import type { FilledInputs } from '../../../src/shared/operationAnswer'
import type { Litemail } from '../litemail/server'
import type { Fault } from '../loopback/faults'
import type { Random } from '../random'

/** The writes that spend, destroy or lead to a page to pay at. */
export const graveWrites: readonly WritingId[] = operations
  .filter(({ effect }) => effect === 'spends' || effect === 'destructive' || effect === 'link')
  .map(({ id }) => id)
  .filter(isWritingId)

/** One thing that a user wants done once: its mark is stored at the service with it, or stands in what it is about. */
export interface MarkedIntent {
  readonly mark: string
  readonly inputs: FilledInputs
}

/** What is sent by one press. */
export interface MarkedPress {
  readonly operation: WritingId
  readonly rows: readonly MarkedIntent[]
}

/** How many rows of each kind there are to be removed, cancelled or upgraded. */
const EACH = 40
/** The domain and the mailbox that stay. */
export const HOME = 'home'

/** The marked rows that operations take away or change: by operation, their ids, which are their marks. */
export type Pools = Readonly<Record<string, string[]>>

const destroying = graveWrites.filter((id) => writingOf(id).about !== null)

const add = <T extends { readonly id: string }>(
  rows: T[],
  ids: readonly string[],
  of: (id: string) => Partial<T>,
) => {
  const [like] = rows
  if (like === undefined) throw new Error('there is nothing to make a row like')
  rows.push(...ids.map((id) => ({ ...like, ...of(id), id })))
}

/** Puts what is to be taken away into a service whose user holds one of each. */
export function fillPools(litemail: Litemail, profile: number): Pools {
  const held = litemail.holdings()
  const pools: Record<string, string[]> = {}
  for (const operation of destroying) {
    if (/^mailboxes\.(?:create|assign)$/.test(operation)) continue
    const short = operation.replace('.', '').toLowerCase()
    pools[operation] = Array.from({ length: EACH }, (_, n) => `mark${profile}${short}${n}z`)
  }
  const of = (operation: WritingId) => pools[operation] ?? []
  litemail.changeDomain(held.domains[0]?.id ?? '', { id: HOME, records: [] })
  litemail.changeMailbox(held.mailboxes[0]?.id ?? '', { id: HOME, domainId: HOME, status: 'ACTIVE' })
  add(held.mailboxes, of('mailboxes.remove'), (id) => ({ username: id, email: `${id}@home.test` }))
  for (const operation of destroying.filter((id) => id.startsWith('domains.'))) {
    const set = { forwardTo: 'https://a.test', forwardingEmail: 'a@x.test', catchAllEmail: 'b@x.test' }
    add(held.domains, of(operation), (id) => ({ ...set, domain: `${id}.test` }))
  }
  add(held.tags, of('tags.delete'), (id) => ({ name: id }))
  add(held.webhooks, of('webhooks.delete'), (id) => ({ url: `https://hooks.test/${id}` }))
  const ofSubscriptions = [...of('subscriptions.cancel'), ...of('subscriptions.upgrade')]
  const active = { subscriptionStatus: 'ACTIVE', plan: 'Basic' }
  add(held.subscriptions, ofSubscriptions, (id) => ({ ...active, subscriptionId: id }))
  const records = of('dns.delete').map((id) => ({ id, host: id, value: 'v', recordType: 'TXT', ttl: 300 }))
  litemail.changeDomain(HOME, { records })
  return pools
}

/** What an intent of an operation says. `n`: never the same twice. Null: nothing is left to be taken away. */
function intentOf(operation: WritingId, pools: Pools, profile: number, n: number): MarkedIntent | null {
  const made = `mark${profile}made${n}z`
  // An amount that nothing else is.
  const amount = 1_000_000 + n + 0.25
  const person = { firstName: 'Ida', lastName: 'Vik' }
  switch (operation) {
    case 'mailboxes.create':
      return { mark: made, inputs: { domainId: HOME, ...person, username: made } }
    case 'mailboxes.assign': {
      const fields = Object.entries({ ...person, username: made }).map(([name, value]) => [
        `mailboxes.${name}`,
        value,
      ])
      return { mark: made, inputs: { domainId: HOME, ...Object.fromEntries(fields) } }
    }
    case 'wallet.addBalance':
    case 'wallet.addCredit':
      return { mark: String(amount), inputs: { amount } }
    case 'wallet.autoRecharge':
      return { mark: String(amount), inputs: { enable: true, threshold: amount, minimumRechargeAmount: 50 } }
    case 'domains.register':
      return { mark: made, inputs: { domainName: `${made}.test`, years: 1, useWallet: true } }
    case 'placement.create':
      return { mark: made, inputs: { name: made, mailboxIds: [HOME] } }
    default: {
      const mark = pools[operation]?.pop()
      if (mark === undefined) return null
      const input = writingOf(operation).about?.input ?? 'id'
      const inputs = { [input]: input === 'domainIds' ? [mark] : mark }
      if (operation === 'subscriptions.upgrade') return { mark, inputs: { ...inputs, newPlan: 'Pro' } }
      return { mark, inputs: operation === 'dns.delete' ? { ...inputs, domainId: HOME } : inputs }
    }
  }
}

/** What is pressed in one life of a process, drawn; `next` counts intents. */
export function drawPresses(
  random: Random,
  pools: Pools,
  profile: number,
  next: () => number,
): MarkedPress[] {
  const drawn = random.shuffle(graveWrites).slice(0, random.integer(2, 4))
  return drawn.flatMap((operation) => {
    const rows = Array.from({ length: random.integer(1, 4) }, () =>
      intentOf(operation, pools, profile, next()),
    )
    const left = rows.filter((row) => row !== null)
    return left.length === 0 ? [] : [{ operation, rows: left }]
  })
}

const JSON_TYPE = { 'content-type': 'application/json' }
const refusal = (status: number, message: string): Fault => ({
  ...{ kind: 'answer', act: false, status, headers: JSON_TYPE },
  body: JSON.stringify({ status, message }),
})

/** What may go wrong with a write while the process lives on. */
const faults: readonly Fault[] = [
  ...(['reset', 'fin'] as const).flatMap((how): Fault[] => [
    { kind: 'drop', when: 'after', how },
    { kind: 'drop', when: 'before', how },
    { kind: 'half-status', act: true, how },
    { kind: 'half-body', act: true, how },
  ]),
  { kind: 'server-error', act: true, status: 500, body: 'json' },
  { kind: 'server-error', act: false, status: 503, body: 'html' },
  { kind: 'request-timeout', act: true, close: true },
  { kind: 'truncated-json', act: true },
  { kind: 'truncated-json', act: false },
  { kind: 'html', act: true },
  { kind: 'garbage', act: true },
  { kind: 'redirect', act: true, status: 307, origin: 'http://127.0.0.1:9' },
  { kind: 'too-many', retryAfter: 'none' },
  refusal(402, 'Insufficient wallet balance'),
  refusal(422, 'Not understood'),
]

/** What becomes of a write that is not the one that is under way at the kill; undefined: nothing goes wrong. */
export const drawFault = (random: Random): Fault | undefined =>
  random.chance(0.45) ? random.pick(faults) : undefined

/** When a process is killed, seen from the service; `ended`: not at all. */
export const killMoments = ['open', 'received', 'acted', 'answered', 'late', 'ended'] as const
export type KillMoment = (typeof killMoments)[number]

/** What the service does with the write that is under way at the kill. */
export function lastFault(moment: KillMoment, isActedAfterKill: boolean): Fault | undefined {
  switch (moment) {
    case 'received':
      return isActedAfterKill ? { kind: 'hold', at: 'received' } : { kind: 'silence', act: false }
    case 'acted':
      return { kind: 'hold', at: 'acted' }
    case 'late':
      return { kind: 'act-late', ms: 5 }
    default:
      return undefined
  }
}
