import * as z from 'zod'

export const exportFormat = z.enum(['csv', 'json'])
export type ExportFormat = z.infer<typeof exportFormat>
/** `simplelogin`, `addy`: the alias exports of those services. */
export const importFormat = z.enum(['csv', 'json', 'simplelogin', 'addy'])
export type ImportFormat = z.infer<typeof importFormat>

/** What a column of a file is read as. */
export const importField = z.enum(['address', 'note', 'labels', 'tag', 'created', 'account', 'hidden'])
export type ImportField = z.infer<typeof importField>

/** How a file is read. */
export const importReading = z.strictObject({
  format: importFormat,
  separator: z.enum([',', ';', '\t', '|']),
  hasHeader: z.boolean(),
  /** For each column of the file, first to last, what it is read as; null: left out. */
  columns: z.array(importField.nullable()).max(200),
})
export type ImportReading = z.infer<typeof importReading>

export const lineProblem = z.enum([
  'no-address',
  'not-an-address',
  'note-too-long',
  'label',
  'tag',
  'date',
  'broken-quotes',
  'too-long',
  'twice',
])
export const lineReport = z.object({ line: z.number(), problem: lineProblem, isTaken: z.boolean() })
export type LineReport = z.infer<typeof lineReport>

/** A file that was chosen, as far as it was read. */
export const importPreview = z.object({
  /** For the next calls; the file stays in main. */
  file: z.uuid(),
  fileName: z.string(),
  bytes: z.number(),
  reading: importReading,
  titles: z.array(z.string()),
  /** The first 20 rows, cut to 200 characters a cell. */
  rows: z.array(z.array(z.string())),
  total: z.number(),
  fresh: z.number(),
  known: z.number(),
  problems: z.array(lineReport),
  problemCount: z.number(),
})
export type ImportPreview = z.infer<typeof importPreview>

export const importReport = z.object({
  added: z.number(),
  merged: z.number(),
  unchanged: z.number(),
  left: z.number(),
  /** The first 1,000. */
  problems: z.array(lineReport),
})
export type ImportReport = z.infer<typeof importReport>

/** A file that was written; null where the user chose none. */
export const writtenFile = z.object({ fileName: z.string(), count: z.number(), bytes: z.number() }).nullable()
export type WrittenFile = z.infer<typeof writtenFile>
