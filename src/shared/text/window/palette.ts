import type { PaletteKind } from '../../palette'
import { figure } from './common'

/** The command palette. */
export const paletteText = {
  title: 'Command palette',
  field: 'What are you looking for?',
  hint: 'An action, a setting, an operation, an address, a mailbox or a domain',
  results: 'Results',
  groups: {
    recent: 'Recent',
    action: 'Actions',
    setting: 'Settings',
    address: 'Addresses',
    mailbox: 'Mailboxes',
    domain: 'Domains',
    operation: 'Operations',
  } satisfies Record<PaletteKind | 'recent', string>,
  all: {
    address: (count: number) => `All ${figure(count)} in Addresses`,
    mailbox: (count: number) => `All ${figure(count)} in Mailboxes`,
    domain: (count: number) => `All ${figure(count)} in Domains`,
  },
  /** What takes the menu's "Hide Sensitive" back. */
  showSensitive: 'Show Sensitive',
  /** What a notification can be. */
  notifications: { on: 'On', off: 'Off' },
  /** What was kept under a name, and where. */
  viewOf: (screen: string) => `View of ${screen}`,
  refreshAddresses: 'Refresh Addresses',
  refreshFleet: 'Refresh Mailboxes and Domains',
  apiPaths: 'API Paths',
  importPaths: 'Import API Paths…',
  exportPaths: 'Export API Paths…',
  resetPaths: 'Reset All API Paths…',
  noPathChanged: (account: string) => `No API path of ${account} is changed.`,
  fixPath: (operation: string) => `Fix Path of ${operation}`,
  /** Where a setting stands. */
  inSection: (section: string) => `Settings, ${section}`,
  settings: 'Settings',
  /** A setting, and one of what it can be. */
  choice: (setting: string, choice: string) => `${setting}: ${choice}`,
  reading: 'Looking…',
  nothing: (text: string) => `Nothing matches “${text}”.`,
  found: (count: number) => (count === 1 ? '1 result' : `${figure(count)} results`),
  failed: 'Addresses, mailboxes and domains could not be searched',
  recentFailed: 'What was used at last could not be read',
  viewsFailed: 'Kept views could not be read',
} as const
