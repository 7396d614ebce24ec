import * as z from 'zod'

/** One method: what goes in, and what comes out. */
export const method = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output })
export const nothing = z.strictObject({})
export const done = z.object({})
/** Unique for each press: however often it arrives, it is one row of the journal. */
export const requestId = z.uuid()
export const rowId = z.string().min(1).max(64)
/** Of a file that the user chose; the file stays in main. */
export const file = z.uuid()
export const offsetPage = {
  offset: z.number().int().min(0).max(10_000_000),
  limit: z.number().int().min(1).max(500),
}

const rowIds = z.array(rowId).min(1).max(1000)
/**
 * Addresses that something is done to: few by their ids, or all that a view matched when the snapshot was taken,
 * but for those that were taken out of the choice again.
 */
export const choice = z.union([
  z.strictObject({ ids: rowIds }),
  z.strictObject({
    snapshot: z.uuid(),
    except: z.array(rowId).max(1000),
    /** Only the places from `from` to `to` of the snapshot, both included, and these others. */
    from: z.number().int().min(0).optional(),
    to: z.number().int().min(0).optional(),
    also: z.array(rowId).max(1000).optional(),
  }),
])
export type Choice = z.infer<typeof choice>
