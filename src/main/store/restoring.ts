import { settings as settingsSchema } from '../../shared/settings'
import type { ContentCounts, ContentPage, ContentSettings } from './content'
import { accountMerging, type WhereKeysAre } from './mergingAccounts'
import { dnsMerging } from './mergingDns'
import { doingMerging } from './mergingDoings'
import { fleetNoteMerging, litemailAccountMerging, viewMerging } from './mergingFleet'
import { jobMerging } from './mergingJobs'
import { mapMerging, mapOfCreatePath } from './mergingMaps'
import { messageMerging } from './mergingMessages'
import { operationViewMerging } from './mergingOperationViews'
import { activityMerging, addressMerging } from './mergingRows'
import { settingsWrites } from './settings'
import type { Sql } from './sql'
import { countingHere, countStaged, type Staged, staging } from './staging'

/** What a merge brings. */
export interface MergeForecast {
  readonly inBackup: ContentCounts
  readonly here: ContentCounts
  readonly after: ContentCounts
  /** Rows of the Activity that comes without an ending. */
  readonly unsettled: number
}

export interface MergeWish {
  readonly token: string
  readonly at: number
  readonly keys: WhereKeysAre
}

/** Each setting for itself: one that cannot be read never takes the others with it. */
const readableSettings = (found: ContentSettings, keys: WhereKeysAre) => {
  const readable = Object.entries(settingsSchema.shape).flatMap(([name, schema]) => {
    // A shortcut is claimed of the whole desktop, and only by the user of this one.
    if (name === 'shortcut' && keys === 'elsewhere') return []
    const parsed = schema.safeParse(found[name])
    return parsed.success ? [[name, parsed.data] as const] : []
  })
  return Object.fromEntries(readable)
}

export const restoreWrites = (sql: Sql) => {
  const stage = staging(sql)
  const countHere = countingHere(sql)
  const { 'settings.update': updateSettings } = settingsWrites(sql)

  const merge = (staged: Staged, { at, keys }: MergeWish): void => {
    const before = countHere()
    const isFresh = before.accounts + before.addresses + before.activity === 0
    const accounts = accountMerging(sql, at, keys)
    for (const account of staged.accounts()) accounts.take(account)
    const takeActivity = activityMerging(sql, accounts.idOf)
    for (const row of staged.activity()) takeActivity(row)
    const takeAddress = addressMerging(sql, accounts.idOf)
    const takeMessage = messageMerging(sql)
    for (const address of staged.addresses()) takeMessage.knowAs(address.id, takeAddress(address))
    for (const message of staged.messages()) takeMessage.take(message)
    const litemails = litemailAccountMerging(sql, keys)
    for (const account of staged.litemailAccounts()) litemails.take(account)
    const takeNote = fleetNoteMerging(sql, litemails.idOf)
    for (const note of staged.fleetNotes()) takeNote(note)
    const accountOf = (id: string) => accounts.hereOf(id) ?? litemails.idOf(id)
    const takeMap = mapMerging(sql, accountOf)
    for (const map of staged.apiMaps()) takeMap(map)
    for (const account of staged.accounts()) {
      const map = mapOfCreatePath(account)
      if (map !== null) takeMap(map)
    }
    const takeDoing = doingMerging(sql, accountOf)
    for (const doing of staged.doings()) takeDoing(doing)
    const dns = dnsMerging(sql, litemails.idOf)
    for (const record of staged.dnsRecords()) dns.takeRecord(record)
    dns.finish()
    for (const check of staged.dnsChecks()) dns.takeCheck(check)
    for (const loss of staged.losses()) dns.takeLoss(loss)
    const jobs = jobMerging(sql, litemails.idOf)
    for (const job of staged.jobs()) jobs.take(job)
    for (const row of staged.jobRows()) jobs.takeRow(row)
    const takeView = viewMerging(sql)
    for (const view of staged.views()) takeView(view)
    const takeOperationView = operationViewMerging(sql, accountOf)
    for (const view of staged.operationViews()) takeOperationView(view)
    // A profile that is in use has settings of its own.
    if (isFresh) updateSettings(readableSettings(staged.settings(), keys))
  }

  /** Runs `work` and takes it back. */
  const pretend = <T>(work: () => T): T => {
    sql.exec('SAVEPOINT pretend')
    try {
      return work()
    } finally {
      sql.exec('ROLLBACK TO pretend; RELEASE pretend')
    }
  }

  return {
    /** Puts content aside under a token, to be merged later; nothing that is kept changes. */
    'restore.stage': ({ token, page }: { token: string; page: ContentPage }): void => stage.add(token, page),

    'restore.drop': (token: string): void => stage.drop(token),

    /** What `restore.merge` would bring, found out by doing it and taking it back. Null: nothing lies under that token. */
    'restore.forecast': (wish: MergeWish): MergeForecast | null => {
      if (!stage.has(wish.token)) return null
      const staged = stage.of(wish.token)
      const { unsettled, ...inBackup } = countStaged(staged)
      const here = countHere()
      const after = pretend(() => {
        merge(staged, wish)
        return countHere()
      })
      return { inBackup, here, after, unsettled }
    },

    /**
     * Merges what was put aside with what is here: nothing here is lost or replaced. Rows of Activity come as history that
     * is never sent. Doing it again changes nothing. Null: nothing lies under that token.
     */
    'restore.merge': (wish: MergeWish): MergeForecast | null => {
      if (!stage.has(wish.token)) return null
      const staged = stage.of(wish.token)
      const { unsettled, ...inBackup } = countStaged(staged)
      const here = countHere()
      merge(staged, wish)
      stage.drop(wish.token)
      return { inBackup, here, after: countHere(), unsettled }
    },
  }
}
