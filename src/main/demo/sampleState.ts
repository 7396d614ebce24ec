import type { createSampleDns } from './sampleDns'
import { idOf, type Range, type SampleWorkspace } from './sampleLayout'
import {
  type Cloudflare,
  type Fleet,
  type Layer,
  layer,
  type Reads,
  type Rows,
  type SampleDomain,
  type SampleMailbox,
  type SampleRecord,
  type Tag,
} from './sampleRows'

/** What is connected or registered is verified after so long. */
const VERIFIED_AFTER_MS = 60_000
const PERIOD_MS = 30 * 86_400_000
const YEAR_MS = 365 * 86_400_000

const iso = (ms: number): string => new Date(ms).toISOString()

/**
 * What a sample profile's Litemail holds: the fleet, which is always the same, with all that was written in this session.
 * Nothing of it outlives the process.
 */
export function createSampleState(
  fleet: Fleet,
  reads: Reads,
  dns: ReturnType<typeof createSampleDns>,
  now: () => number,
) {
  const workspaces: SampleWorkspace[] = fleet.workspaces.map((workspace) => ({ ...workspace }))
  const mailboxes = layer<SampleMailbox>()
  const domains = layer<SampleDomain>()
  /** When the domains of this session came. */
  const since = new Map<string, number>()
  const records = new Map<string, SampleRecord[]>()
  const tags = new Map<string, Tag[]>(
    workspaces.map(({ id, place }) => [id, [...fleet.tagsOfWorkspace(place)]]),
  )
  const subscriptions = new Map<string, { subscriptionStatus?: string; plan?: string }>()
  const lists = new Map<string, unknown[]>()
  const logins = new Map<string, string>()
  const cloudflare = new Map<string, Cloudflare>()
  const wallet = {
    walletBalance: fleet.balance,
    autoRechargeEnabled: true,
    autoRechargeDetails: { threshold: 50, minimumRechargeAmount: 100 },
  }
  let made = 0

  const tagsOf = ({ id }: SampleWorkspace): Tag[] => {
    const held = tags.get(id) ?? []
    tags.set(id, held)
    return held
  }

  const rowsOf = <T extends { readonly id: string; readonly tags: readonly Tag[] }>(
    { added, changed }: Layer<T>,
    workspace: SampleWorkspace,
    range: Range,
    at: (place: number) => T,
  ): Rows<T> => {
    const own = added.filter((one) => one.workspace === workspace.id)
    const known = new Map(tagsOf(workspace).map((tag) => [tag.id, tag]))
    return {
      count: own.length + range.to - range.from,
      at(n) {
        const row = own[n]?.row ?? at(range.from + n - own.length)
        const after = { ...row, ...changed.get(row.id) }
        return { ...after, tags: after.tags.flatMap(({ id }) => known.get(id) ?? []) }
      },
    }
  }

  const verified = (domain: SampleDomain): SampleDomain => {
    const at = since.get(domain.id)
    const boxes = mailboxes.added.filter(({ row }) => row.domainId === domain.id).length
    const counted = {
      ...domain,
      assignedMailboxesCount: String(Number(domain.assignedMailboxesCount) + boxes),
    }
    if (at === undefined || now() - at < VERIFIED_AFTER_MS) return counted
    return { ...counted, status: 'ACTIVE', nameServers: domain.expectedNameServers }
  }

  const mailboxesIn = (workspace: SampleWorkspace) =>
    rowsOf(mailboxes, workspace, workspace.mailboxes, (n): SampleMailbox => fleet.mailboxAt(n))

  const domainsIn = (workspace: SampleWorkspace): Rows<SampleDomain> => {
    const rows = rowsOf(domains, workspace, workspace.domains, (n): SampleDomain => fleet.domainAt(n))
    return { count: rows.count, at: (n) => verified(rows.at(n)) }
  }

  const find = <T extends { readonly id: string }>(
    kind: 'm' | 'd',
    { added }: Pick<Layer<T>, 'added'>,
    workspace: SampleWorkspace,
    rows: Rows<T>,
    id: string,
  ): T | null => {
    const own = added.filter((one) => one.workspace === workspace.id)
    const mine = own.findIndex(({ row }) => row.id === id)
    if (mine >= 0) return rows.at(mine)
    const range = kind === 'm' ? workspace.mailboxes : workspace.domains
    const place = fleet.placeOf(kind, id, range)
    return place === null ? null : rows.at(own.length + place - range.from)
  }

  const cloudflareOf = (workspace: SampleWorkspace): Cloudflare =>
    cloudflare.get(workspace.id) ?? reads.cloudflare(workspace)

  const placeOf = (domain: SampleDomain): number | null =>
    fleet.placeOf('d', domain.id, { from: 0, to: fleet.size.domains })

  const recordsOf = (domain: SampleDomain): SampleRecord[] => {
    const kept = records.get(domain.id)
    if (kept !== undefined) return kept
    const place = placeOf(domain)
    return place === null ? [] : [...dns.records(place)]
  }

  return {
    workspaces,
    wallet,
    tagsOf,
    mailboxesIn,
    domainsIn,
    recordsOf,
    findMailbox: (workspace: SampleWorkspace, id: string) =>
      find('m', mailboxes, workspace, mailboxesIn(workspace), id),
    findDomain: (workspace: SampleWorkspace, id: string) =>
      find('d', domains, workspace, domainsIn(workspace), id),
    /** An id of something new. */
    newId: (kind: 'w' | 'd' | 'm' | 't'): string => idOf(kind, 10_000_000 + made++),
    moment: (): string => iso(now()),
    /** A name of something new, where ids are words. */
    nextNumber: (): number => ++made,

    change(row: SampleMailbox, facts: Partial<SampleMailbox>): void {
      mailboxes.changed.set(row.id, { ...mailboxes.changed.get(row.id), ...facts })
    },
    changeDomain(row: SampleDomain, facts: Partial<SampleDomain>): void {
      domains.changed.set(row.id, { ...domains.changed.get(row.id), ...facts })
    },
    setRecords(domain: SampleDomain, all: SampleRecord[]): void {
      records.set(domain.id, all)
    },
    addMailbox(
      workspace: SampleWorkspace,
      domain: SampleDomain,
      person: Pick<SampleMailbox, 'id' | 'username' | 'firstName' | 'lastName'>,
    ) {
      const at = now()
      const row: SampleMailbox = {
        ...{
          ...person,
          email: `${person.username}@${domain.domain}`,
          domain: domain.domain,
          domainId: domain.id,
        },
        ...{ status: 'IN_PROGRESS', profilePicture: null, tags: [] },
        ...{ assignedOn: iso(at), expireOn: iso(at + PERIOD_MS), createdAt: iso(at) },
        appPassword: `sample ${person.id.slice(-6)}`,
      }
      mailboxes.added.unshift({ workspace: workspace.id, row })
      return row
    },
    addDomain(workspace: SampleWorkspace, domain: string, years: number): SampleDomain {
      const expectedNameServers = ['ns1.sample-dns.example', 'ns2.sample-dns.example']
      const row: SampleDomain = {
        ...{ id: idOf('d', 10_000_000 + made++), domain, status: 'PENDING_NAMESERVERS', expectedNameServers },
        nameServers: ['ns1.parking.example', 'ns2.parking.example'],
        ...{ registeredOn: iso(now()), expireOn: iso(now() + years * YEAR_MS), autoRenew: true },
        ...{ forwardTo: null, dmarcEmail: null, forwardingEmail: null, catchAllEmail: null },
        ...{ tags: [], assignedMailboxesCount: '0' },
      }
      domains.added.unshift({ workspace: workspace.id, row })
      since.set(row.id, now())
      return row
    },
    /** Only of this session's: the others are in use. */
    removeDomain({ id }: SampleDomain): void {
      const place = domains.added.findIndex(({ row }) => row.id === id)
      if (place >= 0) domains.added.splice(place, 1)
    },
    isNameTaken: (name: string): boolean =>
      workspaces.some((workspace) => {
        const rows = domainsIn(workspace)
        return Array.from({ length: rows.count }, (_, n) => n).some((n) => rows.at(n).domain === name)
      }),

    credentialsOf(row: SampleMailbox) {
      const place = fleet.placeOf('m', row.id, { from: 0, to: fleet.size.mailboxes })
      const { appPassword, ...others } = fleet.credentialsOf(place ?? fleet.size.mailboxes)
      return { ...others, appPassword: place === null ? row.appPassword : appPassword }
    },
    check(domain: SampleDomain) {
      const place = placeOf(domain)
      if (place !== null && !records.has(domain.id)) return dns.check(place)
      const all = recordsOf(domain)
      const has = (type: string, of: (record: SampleRecord) => boolean) =>
        all.some((record) => record.recordType === type && of(record))
      return {
        ...{ id: domain.id, domain: domain.domain },
        mxRecords: has('MX', () => true),
        spfRecord: has('TXT', ({ value }) => value.toLowerCase().startsWith('v=spf1')),
        dkimRecords: all.some(({ host }) => host.includes('_domainkey')),
        dmarcRecords: has('TXT', ({ host, value }) => host.startsWith('_dmarc') && /^v=DMARC1/i.test(value)),
      }
    },
    statusCounts(workspace: SampleWorkspace): Record<string, number> {
      const counts: Record<string, number> = { ...fleet.statusCounts(workspace.mailboxes) }
      const add = (status: string, by: number) => {
        counts[status] = (counts[status] ?? 0) + by
      }
      for (const [id, { status }] of mailboxes.changed) {
        const place = fleet.placeOf('m', id, workspace.mailboxes)
        if (place === null || status === undefined) continue
        add(fleet.mailboxAt(place).status, -1)
        add(status, 1)
      }
      for (const { workspace: of, row } of mailboxes.added)
        if (of === workspace.id) add(mailboxes.changed.get(row.id)?.status ?? row.status, 1)
      return counts
    },
    counts: () => ({
      mailboxes: fleet.size.mailboxes + mailboxes.added.length,
      domains: fleet.size.domains + domains.added.length,
      workspaces: workspaces.length,
    }),
    subscriptionsOf: (workspace: SampleWorkspace) =>
      (workspace.place < fleet.workspaces.length ? fleet.subscriptionsOf(workspace) : []).map((row) => ({
        ...row,
        ...subscriptions.get(row.id),
      })),
    changeSubscription(id: string, facts: { subscriptionStatus?: string; plan?: string }): void {
      subscriptions.set(id, { ...subscriptions.get(id), ...facts })
    },
    /** A list that is read in Operations, as it stands now; to be changed in place. */
    list<N extends 'exportHistory' | 'placementTests' | 'webhooks'>(
      name: N,
      workspace: SampleWorkspace,
    ): unknown[] {
      const key = `${name} ${workspace.id}`
      const kept = lists.get(key) ?? [...reads[name](workspace)]
      lists.set(key, kept)
      return kept
    },
    /** The id of a login at another platform; its password is kept nowhere. */
    keepLogin(app: string, email: string): string {
      const key = `${app} ${email}`
      const id = logins.get(key) ?? `login-${logins.size + 1}`
      logins.set(key, id)
      return id
    },
    cloudflareOf,
    /** The answer repeats them, as the service does. */
    keepCloudflare(workspace: SampleWorkspace, credentials: Cloudflare['credentials']): void {
      cloudflare.set(workspace.id, { ...cloudflareOf(workspace), hasCredentials: true, credentials })
    },
    /** False: there is no such zone. */
    connectZone(workspace: SampleWorkspace, name: string): boolean {
      const before = cloudflareOf(workspace)
      const domains = before.domains.map((zone) =>
        zone.name === name ? { ...zone, isConnected: true } : zone,
      )
      cloudflare.set(workspace.id, { ...before, domains })
      return domains.some((zone) => zone.name === name)
    },
    /** Takes so much from the wallet, which is recharged as its user wished; false: it does not hold so much. */
    spend(amount: number): boolean {
      const { threshold, minimumRechargeAmount } = wallet.autoRechargeDetails
      const most =
        wallet.autoRechargeEnabled && minimumRechargeAmount > 0
          ? Number.POSITIVE_INFINITY
          : wallet.walletBalance
      if (amount > most) return false
      let balance = wallet.walletBalance - amount
      if (wallet.autoRechargeEnabled && minimumRechargeAmount > 0 && balance < Math.max(0, threshold)) {
        balance +=
          Math.ceil((Math.max(0, threshold) - balance) / minimumRechargeAmount) * minimumRechargeAmount
      }
      wallet.walletBalance = Math.round(balance * 100) / 100
      return true
    },
    credit(amount: number): void {
      wallet.walletBalance = Math.round((wallet.walletBalance + amount) * 100) / 100
    },
  }
}

export type SampleState = ReturnType<typeof createSampleState>
