import * as z from 'zod'
import { appErrorSchema } from './errors'

/** What About shows, and what the window needs to know before anything else. */
export const appInfo = z.object({
  version: z.string(),
  isDemo: z.boolean(),
  runtime: z.object({
    electron: z.string(),
    chromium: z.string(),
    node: z.string(),
    /** The Electron release this version of Mailroom is meant to run on. */
    pinned: z.string(),
  }),
  platform: z.string(),
  /** Why the stored data cannot be used; null when it can. */
  storageProblem: appErrorSchema.nullable(),
  /** The database was damaged and has been moved aside at this start: what was recovered waits for the user. */
  hasRecovery: z.boolean(),
})
export type AppInfo = z.infer<typeof appInfo>

/** Everything that may be opened outside Mailroom, by name; addresses stand in main. */
export const link = z.enum(['likedo', 'likedo-keys', 'likedo-plans', 'litemail', 'litemail-keys', 'licences'])
export type Link = z.infer<typeof link>

/** What the application menu and the command line ask a window to do. */
export const command = z.enum([
  'new-address',
  'new-address-with',
  'undo',
  'find',
  'import',
  'export',
  'addresses',
  'overview',
  'mailboxes',
  'domains',
  'exports',
  'billing',
  'activity',
  'operations',
  'settings',
  'palette',
  'hide-sensitive',
  'about',
])
export type Command = z.infer<typeof command>
