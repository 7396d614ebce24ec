import * as z from 'zod'
import { accountId } from '../account'
import { begunExport, notExported, notExportedWish } from '../exports'
import { method } from './parts'

/** Which mailboxes were exported from here. Nothing is asked from the service; what was exported elsewhere is not known. */
export const exportsMethods = {
  /** The last ones, the youngest first. */
  'exports.begun': method(z.strictObject({ accountId }), z.array(begunExport)),
  'exports.notExported': method(notExportedWish, notExported),
  /** A snapshot of exactly these. */
  'exports.chooseNotExported': method(notExportedWish, z.object({ snapshot: z.uuid(), count: z.number() })),
} as const
