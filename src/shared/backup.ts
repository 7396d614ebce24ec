import * as z from 'zod'

/** Opens a backup; it is never kept. */
export const passphrase = z.string().min(8).max(1024)

const counts = z.object({ inBackup: z.number(), here: z.number(), after: z.number() })

/** What a backup would bring. */
export const backupPreview = z.object({
  file: z.uuid(),
  fileName: z.string(),
  madeAt: z.number(),
  addresses: counts,
  notes: counts,
  labels: counts,
  accounts: counts,
  activity: counts,
  /** Saved ones, of mailboxes and domains. */
  views: counts,
  /** Operations that are asked as their user says. */
  apiMaps: counts,
  /** Kept ones. */
  messages: counts,
  /** Rows of its Activity without an ending: they come as history, and are never sent. */
  unsettled: z.number(),
})
export type BackupPreview = z.infer<typeof backupPreview>

/** A copy of the database that Mailroom made by itself. */
export const localCopy = z.object({
  id: z.string(),
  at: z.number(),
  why: z.enum(['daily', 'weekly', 'update', 'restore', 'import', 'hide']),
  bytes: z.number(),
})
export type LocalCopy = z.infer<typeof localCopy>

/** What became of a database file that could not be used. */
export const recovery = z.object({
  /** Its name in the data folder, where it was moved to. */
  fileName: z.string(),
  at: z.number(),
  /** What could still be read of it; null: nothing. */
  readable: z.object({ addresses: z.number(), activity: z.number(), accounts: z.number() }).nullable(),
  copies: z.array(localCopy),
})
export type Recovery = z.infer<typeof recovery>
