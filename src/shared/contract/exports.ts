import * as z from 'zod'
import { accountId } from '../account'
import { begunExport, notExported } from '../exports'
import { method } from './parts'

/** Which mailboxes were exported from here. Nothing is asked from the service. */
export const exportsMethods = {
  /** The last ones, the youngest first. */
  'exports.begun': method(z.strictObject({ accountId }), z.array(begunExport)),
  /**
   * Those that no accepted export from here had: to any platform or to this one, ever or since a moment. What was exported
   * elsewhere is not known.
   */
  'exports.notExported': method(
    z.strictObject({
      accountId,
      platform: z.string().max(100).nullable(),
      since: z.int().min(0).nullable(),
    }),
    notExported,
  ),
} as const
