import { create } from 'zustand'
import type { ChosenApiFile } from '../../shared/apiFile'
import type { Link } from '../../shared/app'
import type { BackupPreview } from '../../shared/backup'
import type { Subscription } from '../../shared/billing'
import type { AddressWish, Choice, Output } from '../../shared/contract'
import type { Platform } from '../../shared/litemail/exporting'
import type { ImportPreview } from '../../shared/transfer'
import { call } from '../bridge'
import { createMirror } from './mirror'
import { showError } from './notices'

/** What main says of itself; it does not change while the window is open. */
export const appInfo = createMirror(() => call('app.info', {}))

/** A backup file that the user chose. */
export type OpenedBackup = NonNullable<Output<'backup.open'>>

export type Screen =
  | 'addresses'
  | 'overview'
  | 'mailboxes'
  | 'domains'
  | 'exports'
  | 'billing'
  | 'activity'
  | 'operations'
  | 'settings'
export type Section = 'accounts' | 'addresses' | 'desktop' | 'data' | 'about'
/** What is done with files and with all of the data at once. */
export type DataDialog =
  | { readonly kind: 'export' | 'back-up' | 'diagnostics' | 'remove-keys' | 'delete-everything' }
  | { readonly kind: 'import'; readonly preview: ImportPreview }
  /** A backup needs its passphrase before its numbers are known; a local copy has none. */
  | { readonly kind: 'restore'; readonly opened: OpenedBackup }
  | { readonly kind: 'restore-copy'; readonly preview: BackupPreview }
/** What is done about a Litemail account. */
export type LitemailDialog =
  | { readonly kind: 'connect-litemail' }
  | { readonly kind: 'replace-litemail-key'; readonly accountId: string }
  | { readonly kind: 'rename-litemail'; readonly accountId: string }
  | { readonly kind: 'remove-litemail'; readonly accountId: string }
  /** `isNew`: the account has just been connected. */
  | { readonly kind: 'what-answers'; readonly accountId: string; readonly isNew?: true }
/** What is written about what a Litemail account pays, and with what. */
export type FundsDialog =
  | { readonly kind: 'add-funds' | 'auto-recharge' | 'billing-details'; readonly accountId: string }
  | {
      readonly kind: 'upgrade-subscription'
      readonly accountId: string
      readonly subscription: Subscription
    }
/** What a Litemail account has beside mailboxes and domains. */
export interface AccountListDialog {
  readonly kind: 'tags' | 'workspaces' | 'cloudflare'
  readonly accountId: string
}
/** The rows of a job, and what can be done about it. */
export interface JobDialog {
  readonly kind: 'job'
  readonly jobId: string
}
/** What is done with mailboxes that were chosen, or are chosen there. */
export type ExportsDialog =
  | { readonly kind: 'export-credentials'; readonly what: Choice }
  /** `platform`: null: not chosen yet. */
  | {
      readonly kind: 'export-to-platform'
      readonly what: Choice
      readonly count: number
      readonly platform: Platform | null
    }
  | { readonly kind: 'platform-login'; readonly accountId: string }
/** What mailboxes are made and changed with. */
export type MailboxDialog =
  /** `accountId`: null: the first. `domain`: '' where none is meant. */
  | { readonly kind: 'new-mailboxes'; readonly accountId: string | null; readonly domain: string }
  | { readonly kind: 'edit-mailboxes'; readonly choice: Choice }
  | { readonly kind: 'tag-mailboxes'; readonly choice: Choice }
/** How domains come to an account. `accountId`: null: the first. */
export interface DomainDialog {
  readonly kind: 'connect-domains' | 'find-domain'
  readonly accountId: string | null
}
/** What is done with all API paths of an account at once. */
export type ApiPathsDialog =
  | { readonly kind: 'reset-api-paths'; readonly accountId: string }
  | { readonly kind: 'import-api-paths'; readonly accountId: string; readonly chosen: ChosenApiFile }
export type OpenDialog =
  | { readonly kind: 'connect' }
  | { readonly kind: 'new-address-with'; readonly wish: AddressWish }
  | { readonly kind: 'new-addresses-from-list' }
  | { readonly kind: 'palette' }
  | { readonly kind: 'refresh-all' }
  | { readonly kind: 'replace-key'; readonly accountId: string }
  | { readonly kind: 'edit-account'; readonly accountId: string }
  | { readonly kind: 'remove-account'; readonly accountId: string }
  | LitemailDialog
  | FundsDialog
  | ExportsDialog
  | AccountListDialog
  | MailboxDialog
  | DomainDialog
  | ApiPathsDialog
  | JobDialog
  | DataDialog

/** Operations are read, or it is said how they are asked. */
export type OperationsPart = 'read' | 'paths'
/** What of Operations is shown. */
export interface OperationsPlace {
  /** Null: the first account. */
  readonly accountId: string | null
  readonly part: OperationsPart
  /** The operation that is open, in either part. */
  readonly operation: string | null
  /** Somebody was led to it, so that it is to have the keyboard; a new object each time. */
  readonly wanted: { readonly operation: string } | null
}

/** Where the user is. */
export interface Place {
  readonly screen: Screen
  readonly section: Section
  readonly dialog: OpenDialog | null
  /** The address that the list is asked to show and to focus; a new object each time. */
  readonly shown: { readonly addressId: string } | null
  /** The account whose card in the settings is to be brought into sight and to have the keyboard. */
  readonly wantedAccount: { readonly accountId: string } | null
  /** The part of the settings that is to be brought into sight and to have the keyboard, by its title. */
  readonly wantedPart: { readonly part: string } | null
  readonly operations: OperationsPlace
  /** The account whose exports are shown; null: the first. */
  readonly exportsOf: string | null
  /** The account whose billing is shown; null: the first. */
  readonly billingOf: string | null
}

export const usePlace = create<Place>(() => ({
  screen: 'addresses',
  section: 'accounts',
  dialog: null,
  shown: null,
  wantedAccount: null,
  wantedPart: null,
  operations: { accountId: null, part: 'read', operation: null, wanted: null },
  exportsOf: null,
  billingOf: null,
}))

export const showScreen = (screen: Screen) => usePlace.setState({ screen, dialog: null })
/** `part`: of the section, by its title; it is brought into sight. */
export const showSection = (section: Section, part: string | null = null) =>
  usePlace.setState({
    screen: 'settings',
    section,
    dialog: null,
    wantedPart: part === null ? null : { part },
  })
export const showAddress = (addressId: string) =>
  usePlace.setState({ screen: 'addresses', dialog: null, shown: { addressId } })
/** The settings show an account. */
export const showAccount = (accountId: string) =>
  usePlace.setState({ screen: 'settings', section: 'accounts', dialog: null, wantedAccount: { accountId } })
/** Which mailboxes of an account were exported. */
export const showExports = (accountId: string) =>
  usePlace.setState({ screen: 'exports', dialog: null, exportsOf: accountId })
/** What an account pays. */
export const showBilling = (accountId: string) =>
  usePlace.setState({ screen: 'billing', dialog: null, billingOf: accountId })
/** Operations as they were left, but for what is named: another account, part, or operation, which then has the keyboard. */
export const showOperations = (about: Partial<Omit<OperationsPlace, 'wanted'>> = {}) =>
  usePlace.setState(({ operations }) => {
    const isOther = about.accountId !== undefined && about.accountId !== operations.accountId
    const { operation = isOther ? null : operations.operation } = about
    const wanted = typeof about.operation === 'string' ? { operation: about.operation } : null
    return { screen: 'operations', dialog: null, operations: { ...operations, ...about, operation, wanted } }
  })
/** How an operation of an account is asked, to be corrected there. */
export const showApiPath = (accountId: string | null, operation: string | null) =>
  showOperations({ accountId, operation, part: 'paths' })
/** The row that the keyboard is on is another one: what is open follows, and the keyboard stays. */
export const followOperation = (operation: string) =>
  usePlace.setState(({ operations }) =>
    operations.operation === null ? {} : { operations: { ...operations, operation, wanted: null } },
  )
export const closeOperation = () =>
  usePlace.setState(({ operations }) => ({ operations: { ...operations, operation: null, wanted: null } }))
export const meetOperation = () =>
  usePlace.setState(({ operations }) => ({ operations: { ...operations, wanted: null } }))
export const meetAccount = () => usePlace.setState({ wantedAccount: null })
export const meetPart = () => usePlace.setState({ wantedPart: null })
/** The list shows it. */
export const meetShown = () => usePlace.setState({ shown: null })
export const openDialog = (dialog: OpenDialog) => usePlace.setState({ dialog })
export const closeDialog = () => usePlace.setState({ dialog: null })

/** Opens one of the few pages outside Mailroom, by name. `accountId`: at that account's server. */
export async function openLink(link: Link, accountId?: string): Promise<void> {
  const result = await call('app.openLink', accountId === undefined ? { link } : { link, accountId })
  if (!result.ok) showError(result.error, { redo: () => void openLink(link, accountId) })
}

export async function showFolder(folder: 'data' | 'logs'): Promise<void> {
  const result = await call('app.showFolder', { folder })
  if (!result.ok) showError(result.error, { redo: () => void showFolder(folder) })
}

/** Main opens the profile with sample data in a window of its own. */
export async function startDemo(): Promise<void> {
  const result = await call('app.startDemo', {})
  if (!result.ok) showError(result.error, { redo: () => void startDemo() })
}
