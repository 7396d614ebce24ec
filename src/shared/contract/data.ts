import * as z from 'zod'
import { accountId } from '../account'
import { labels } from '../address'
import { backupPreview, localCopy, passphrase, recovery } from '../backup'
import { exportFormat, importPreview, importReading, importReport, writtenFile } from '../transfer'
import { choice, done, file, method, nothing, rowId } from './parts'

/** What comes in and goes out as files. */
export const dataMethods = {
  'data.export': method(z.strictObject({ format: exportFormat, choice }), writtenFile),
  /** The user chooses a file; null where none was chosen. */
  'data.openImport': method(nothing, importPreview.nullable()),
  'data.readImport': method(z.strictObject({ file, reading: importReading }), importPreview),
  'data.runImport': method(
    z.strictObject({ file, reading: importReading, accountId: accountId.nullable(), labels }),
    importReport,
  ),
  'data.closeImport': method(z.strictObject({ file }), done),
  'data.removeKeys': method(nothing, z.object({ removed: z.number(), left: z.number() })),
  /** Keys first, then everything that Mailroom keeps; it quits afterwards. Answers what stays. */
  'data.deleteEverything': method(
    z.strictObject({ isConfirmed: z.literal(true) }),
    z.object({ stays: z.array(z.enum(['keys', 'log', 'folder', 'login-item'])) }),
  ),
  'data.diagnostics': method(nothing, z.object({ text: z.string() })),
  'data.saveDiagnostics': method(nothing, writtenFile),

  'backup.save': method(z.strictObject({ passphrase }), writtenFile),
  'backup.open': method(nothing, z.object({ file, fileName: z.string(), bytes: z.number() }).nullable()),
  'backup.preview': method(z.strictObject({ file, passphrase }), backupPreview),
  'backup.restore': method(z.strictObject({ file }), backupPreview),
  'backup.close': method(z.strictObject({ file }), done),
  'copies.list': method(nothing, z.array(localCopy)),
  /** Merges what a local copy holds, as a backup is. */
  'copies.preview': method(z.strictObject({ id: rowId }), backupPreview),

  'recovery.get': method(nothing, recovery.nullable()),
  /** Merges what could be read of the damaged file, or a local copy, and goes on. */
  'recovery.take': method(
    z.strictObject({ from: z.union([z.literal('readable'), z.literal('nothing'), rowId]) }),
    done,
  ),
} as const
