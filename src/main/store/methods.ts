import { accountListReads } from './accountLists'
import { accountReads, accountWrites } from './accounts'
import { activityReads } from './activity'
import { addressReads } from './addresses'
import { addressFacetReads } from './addressFacets'
import { addressListReads } from './addressList'
import { addressNoteWrites } from './addressNotes'
import { addressSets } from './addressSets'
import { apiMapReads, apiMapWrites } from './apiMaps'
import { assigningReads } from './assigning'
import { attentionReads } from './attention'
import { batchWrites } from './batches'
import { begunExportReads } from './begunExports'
import { billingReads } from './billing'
import { creationReads } from './creations'
import { dnsAboutReads } from './dnsAbout'
import { dnsCheckReads, dnsCheckWrites } from './dnsChecks'
import { dnsLossWrites } from './dnsLosses'
import { dnsRecordReads, dnsRecordWrites } from './dnsRecords'
import { doingWrites } from './doings'
import { domainReads } from './domains'
import { exportReads } from './exporting'
import { fleetEndingReads, fleetEndingWrites } from './fleetEnding'
import { fleetForgettingWrites } from './fleetForgetting'
import { fleetMissedReads } from './fleetMissed'
import { fleetNoteWrites } from './fleetNotes'
import { overviewReads } from './fleetOverview'
import { fleetPartReads, fleetPartWrites } from './fleetParts'
import { fleetTakingWrites } from './fleetTaking'
import { hidingWrites } from './hiding'
import { hintReads, hintWrites } from './hints'
import { importWrites } from './importing'
import { integrityReads } from './integrity'
import { jobConfirmingReads, jobConfirmingWrites } from './jobConfirming'
import { jobPlanningWrites } from './jobPlanning'
import { jobSendingWrites } from './jobSending'
import { jobReads } from './jobs'
import { journalReads } from './journal'
import { journalPlanWrites } from './journalPlan'
import { journalSendingWrites } from './journalSending'
import { keptAnswerReads, keptAnswerWrites } from './keptAnswers'
import { keptMessageReads, keptMessageWrites } from './keptMessages'
import { labelWrites } from './labels'
import { limitReads, limitWrites } from './limits'
import { listingReads, listingWrites } from './listings'
import { litemailAccountReads, litemailAccountWrites } from './litemailAccounts'
import { litemailReadingReads, litemailReadingWrites } from './litemailReadings'
import { lowWalletReads, lowWalletWrites } from './lowWallets'
import { mailboxReads } from './mailboxes'
import { mergeWrites } from './mergeListed'
import { operationAnswerReads, operationAnswerWrites } from './operationAnswers'
import { operationViewReads, operationViewWrites } from './operationViews'
import { paletteReads, paletteWrites } from './palette'
import { partFileReads, partFileWrites } from './partFiles'
import { restoreWrites } from './restoring'
import { settingsReads, settingsWrites } from './settings'
import type { Sql } from './sql'
import { targetReads } from './targets'
import { undoWrites } from './undo'
import { unlockReads, unlockWrites } from './unlocks'
import { viewReads, viewWrites } from './views'
import { watchingReads, watchingWrites } from './watching'
import { windowReads, windowWrites } from './windows'

/** What may be read. Each call is one transaction: it sees one moment of the database. */
export const createReads = (sql: Sql) => {
  const sets = addressSets(sql)
  const addresses = { ...addressReads(sql), ...addressListReads(sql, sets) }
  const mailboxes = mailboxReads(sql)
  const domains = domainReads(sql)
  return {
    ...accountReads(sql),
    ...journalReads(sql),
    ...activityReads(sql),
    ...attentionReads(sql),
    ...jobReads(sql),
    ...jobConfirmingReads(sql),
    ...creationReads(sql),
    ...targetReads(sql),
    ...unlockReads(sql),
    ...watchingReads(sql),
    ...addresses,
    ...addressFacetReads(sql, sets),
    ...settingsReads(sql),
    ...windowReads(sql),
    ...hintReads(sql),
    ...limitReads(sql),
    ...listingReads(sql),
    ...exportReads(sql),
    ...begunExportReads(sql),
    ...integrityReads(sql),
    ...litemailAccountReads(sql),
    ...litemailReadingReads(sql),
    ...apiMapReads(sql),
    ...operationAnswerReads(sql),
    ...keptAnswerReads(sql),
    ...operationViewReads(sql),
    ...fleetPartReads(sql),
    ...mailboxes,
    ...domains,
    ...assigningReads(sql),
    ...dnsAboutReads(sql),
    ...dnsRecordReads(sql),
    ...dnsCheckReads(sql),
    ...overviewReads(sql),
    ...billingReads(sql),
    ...accountListReads(sql),
    ...lowWalletReads(sql),
    ...fleetEndingReads(sql),
    ...fleetMissedReads(sql),
    ...viewReads(sql),
    ...keptMessageReads(sql),
    ...partFileReads(sql),
    ...paletteReads(sql, { ...addresses, ...mailboxes, ...domains }),
  }
}
export type Reads = ReturnType<typeof createReads>

/** What may be written. Each call is one transaction: all of it is kept, on the disk, or nothing. */
export const createWrites = (sql: Sql) => ({
  ...accountWrites(sql),
  ...journalPlanWrites(sql),
  ...journalSendingWrites(sql),
  ...jobPlanningWrites(sql),
  ...jobSendingWrites(sql),
  ...jobConfirmingWrites(sql),
  ...unlockWrites(sql),
  ...watchingWrites(sql),
  ...addressNoteWrites(sql),
  ...labelWrites(sql),
  ...hidingWrites(sql),
  ...undoWrites(sql),
  ...mergeWrites(sql),
  ...settingsWrites(sql),
  ...windowWrites(sql),
  ...hintWrites(sql),
  ...limitWrites(sql),
  ...listingWrites(sql),
  ...importWrites(sql),
  ...restoreWrites(sql),
  ...batchWrites(sql),
  ...litemailAccountWrites(sql),
  ...litemailReadingWrites(sql),
  ...apiMapWrites(sql),
  ...operationAnswerWrites(sql),
  ...keptAnswerWrites(sql),
  ...operationViewWrites(sql),
  ...fleetPartWrites(sql),
  ...fleetTakingWrites(sql),
  ...fleetEndingWrites(sql),
  ...fleetForgettingWrites(sql),
  ...fleetNoteWrites(sql),
  ...dnsCheckWrites(sql),
  ...dnsRecordWrites(sql),
  ...dnsLossWrites(sql),
  ...viewWrites(sql),
  ...keptMessageWrites(sql),
  ...doingWrites(sql),
  ...partFileWrites(sql),
  ...paletteWrites(sql),
  ...lowWalletWrites(sql),
})
export type Writes = ReturnType<typeof createWrites>
