import { LISTED } from './addressRow'
import { numberIn, textIn } from './columns'
import {
  type ContentAccount,
  type ContentActivity,
  type ContentAddress,
  type ContentApiMap,
  type ContentCounts,
  type ContentDnsCheck,
  type ContentDnsRecord,
  type ContentDoing,
  type ContentFleetNote,
  type ContentJob,
  type ContentJobRow,
  type ContentLitemailAccount,
  type ContentLoss,
  type ContentMessage,
  type ContentOperationView,
  type ContentPage,
  type ContentSettings,
  type ContentView,
  contentAccount,
  contentActivity,
  contentAddress,
  contentApiMap,
  contentDnsCheck,
  contentDnsRecord,
  contentDoing,
  contentFleetNote,
  contentJob,
  contentJobRow,
  contentLitemailAccount,
  contentLoss,
  contentMessage,
  contentOperationView,
  contentSettings,
  contentView,
  isListedAsHistory,
} from './content'
import { UNSETTLED } from './journal'
import { mapOfCreatePath } from './mergingMaps'
import type { Sql } from './sql'

/** What was read of a backup or a copy and is not merged yet. It is in memory only, and nobody else sees it. */
export interface Staged {
  accounts(): Generator<ContentAccount>
  activity(): Generator<ContentActivity>
  addresses(): Generator<ContentAddress>
  litemailAccounts(): Generator<ContentLitemailAccount>
  fleetNotes(): Generator<ContentFleetNote>
  views(): Generator<ContentView>
  apiMaps(): Generator<ContentApiMap>
  messages(): Generator<ContentMessage>
  operationViews(): Generator<ContentOperationView>
  doings(): Generator<ContentDoing>
  dnsRecords(): Generator<ContentDnsRecord>
  dnsChecks(): Generator<ContentDnsCheck>
  losses(): Generator<ContentLoss>
  jobs(): Generator<ContentJob>
  jobRows(): Generator<ContentJobRow>
  settings(): ContentSettings
}

type Kind =
  | 'account'
  | 'activity'
  | 'address'
  | 'litemail-account'
  | 'fleet-note'
  | 'view'
  | 'api-map'
  | 'message'
  | 'operation-view'
  | 'doing'
  | 'dns-record'
  | 'dns-check'
  | 'loss'
  | 'job'
  | 'job-row'
  | 'settings'

/** So many rows are held at once. */
const CHUNK = 500

/** Content between its reading and its merging, by the token of who reads it. */
export const staging = (sql: Sql) => {
  // A temporary table is of this connection alone and gone with it (SQLite, "CREATE TABLE").
  sql.exec(`CREATE TEMP TABLE IF NOT EXISTS staged (
    place INTEGER PRIMARY KEY, token TEXT NOT NULL, kind TEXT NOT NULL, data TEXT NOT NULL)`)
  const insert = sql.prepare('INSERT INTO temp.staged (token, kind, data) VALUES (?, ?, ?)')
  const drop = sql.prepare('DELETE FROM temp.staged WHERE token = ?')
  const some = sql.prepare(`
    SELECT s.place, s.data FROM temp.staged AS s
    WHERE s.token = ? AND s.kind = ? AND s.place > ? ORDER BY s.place LIMIT ${CHUNK}`)
  const has = sql.prepare('SELECT 1 FROM temp.staged AS s WHERE s.token = ? LIMIT 1')

  function* rowsOf<T>(token: string, kind: Kind, parse: (value: unknown) => T): Generator<T> {
    for (let place = 0; ; ) {
      const rows = some.all(token, kind, place)
      for (const row of rows) yield parse(JSON.parse(textIn(row.data)))
      if (rows.length < CHUNK) return
      place = numberIn(rows.at(-1)?.place)
    }
  }

  return {
    add(token: string, page: ContentPage): void {
      const addAll = (kind: Kind, values: readonly unknown[]): void => {
        for (const value of values) insert.run(token, kind, JSON.stringify(value))
      }
      addAll('account', page.accounts)
      addAll('activity', page.activity)
      addAll('address', page.addresses)
      addAll('litemail-account', page.litemailAccounts)
      addAll('fleet-note', page.fleetNotes)
      addAll('view', page.views)
      addAll('api-map', page.apiMaps)
      addAll('message', page.messages)
      addAll('operation-view', page.operationViews)
      addAll('doing', page.doings)
      addAll('dns-record', page.dnsRecords)
      addAll('dns-check', page.dnsChecks)
      addAll('loss', page.losses)
      addAll('job', page.jobs)
      addAll('job-row', page.jobRows)
      if (page.settings !== null) addAll('settings', [page.settings])
    },
    drop(token: string): void {
      drop.run(token)
    },
    has: (token: string): boolean => has.get(token) !== undefined,
    of: (token: string): Staged => ({
      accounts: () => rowsOf(token, 'account', (value) => contentAccount.parse(value)),
      activity: () => rowsOf(token, 'activity', (value) => contentActivity.parse(value)),
      addresses: () => rowsOf(token, 'address', (value) => contentAddress.parse(value)),
      litemailAccounts: () =>
        rowsOf(token, 'litemail-account', (value) => contentLitemailAccount.parse(value)),
      fleetNotes: () => rowsOf(token, 'fleet-note', (value) => contentFleetNote.parse(value)),
      views: () => rowsOf(token, 'view', (value) => contentView.parse(value)),
      apiMaps: () => rowsOf(token, 'api-map', (value) => contentApiMap.parse(value)),
      messages: () => rowsOf(token, 'message', (value) => contentMessage.parse(value)),
      operationViews: () => rowsOf(token, 'operation-view', (value) => contentOperationView.parse(value)),
      doings: () => rowsOf(token, 'doing', (value) => contentDoing.parse(value)),
      dnsRecords: () => rowsOf(token, 'dns-record', (value) => contentDnsRecord.parse(value)),
      dnsChecks: () => rowsOf(token, 'dns-check', (value) => contentDnsCheck.parse(value)),
      losses: () => rowsOf(token, 'loss', (value) => contentLoss.parse(value)),
      jobs: () => rowsOf(token, 'job', (value) => contentJob.parse(value)),
      jobRows: () => rowsOf(token, 'job-row', (value) => contentJobRow.parse(value)),
      settings: () =>
        Object.assign({}, ...rowsOf(token, 'settings', (value) => contentSettings.parse(value))),
    }),
  }
}

const isUnsettled = (row: ContentActivity): boolean =>
  row.state === 'planned' || row.state === 'sending' || row.state === 'unconfirmed'

/** How much was staged. `unsettled`: rows of its Activity without an ending. */
export function countStaged(staged: Staged): ContentCounts & { readonly unsettled: number } {
  const labels = new Set<string>()
  const counts = {
    addresses: 0,
    notes: 0,
    accounts: 0,
    activity: 0,
    views: 0,
    apiMaps: 0,
    messages: 0,
    unsettled: 0,
  }
  const addLabels = (found: readonly string[]): void => {
    // Case makes no difference to a label.
    for (const label of found) labels.add(label.toLowerCase())
  }
  for (const account of staged.accounts()) {
    if (account.removedAt === null) counts.accounts += 1
    if (mapOfCreatePath(account) !== null) counts.apiMaps += 1
  }
  for (const row of staged.activity()) {
    counts.activity += 1
    if (!isUnsettled(row)) continue
    counts.unsettled += 1
    addLabels(row.labels)
    if (!isListedAsHistory(row)) continue
    counts.addresses += 1
    if (row.note !== '') counts.notes += 1
  }
  for (const address of staged.addresses()) {
    counts.addresses += 1
    if (address.note !== '') counts.notes += 1
    addLabels(address.labels)
  }
  for (const account of staged.litemailAccounts()) if (account.removedAt === null) counts.accounts += 1
  for (const { note } of staged.fleetNotes()) if (note !== '') counts.notes += 1
  for (const _ of staged.views()) counts.views += 1
  for (const _ of staged.operationViews()) counts.views += 1
  for (const _ of staged.apiMaps()) counts.apiMaps += 1
  for (const _ of staged.doings()) counts.activity += 1
  for (const _ of staged.losses()) counts.activity += 1
  for (const _ of staged.jobRows()) counts.activity += 1
  for (const _ of staged.messages()) counts.messages += 1
  return { ...counts, labels: labels.size }
}

/** How much is kept here, of addresses what lists show. */
export const countingHere = (sql: Sql): (() => ContentCounts) => {
  const count = sql.prepare(`
    SELECT (SELECT count(*) FROM addresses) + (SELECT count(*) FROM journal AS j WHERE ${LISTED}) AS addresses,
      (SELECT count(*) FROM addresses AS a WHERE a.note <> '')
        + (SELECT count(*) FROM journal AS j WHERE ${LISTED} AND j.note <> '')
        + (SELECT count(*) FROM fleet_notes AS n WHERE n.note <> '') AS notes,
      (SELECT count(DISTINCT l.label) FROM address_labels AS l
        WHERE EXISTS (SELECT 1 FROM addresses AS a WHERE a.id = l.address_id)
          OR EXISTS (SELECT 1 FROM journal AS j WHERE j.id = l.address_id AND ${UNSETTLED})) AS labels,
      (SELECT count(*) FROM accounts AS c WHERE c.removed_at IS NULL) AS accounts,
      (SELECT count(*) FROM journal) + (SELECT count(*) FROM doings)
        + (SELECT count(*) FROM dns_losses)
        + (SELECT count(*) FROM job_rows AS w WHERE w.begun_at IS NOT NULL) AS activity,
      (SELECT count(*) FROM saved_views) + (SELECT count(*) FROM operation_views) AS views,
      (SELECT count(*) FROM api_maps) AS api_maps, (SELECT count(*) FROM kept_messages) AS messages`)
  return () => {
    const row = count.get() ?? {}
    return {
      addresses: numberIn(row.addresses),
      notes: numberIn(row.notes),
      labels: numberIn(row.labels),
      accounts: numberIn(row.accounts),
      activity: numberIn(row.activity),
      views: numberIn(row.views),
      apiMaps: numberIn(row.api_maps),
      messages: numberIn(row.messages),
    }
  }
}
