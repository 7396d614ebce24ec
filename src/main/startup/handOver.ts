import * as z from 'zod'
import { createOrder } from '../desktop/commandLine'

/** What one start of Mailroom asks of the one that runs already. */
export const handOver = z.strictObject({
  requestId: z.uuid(),
  create: createOrder.nullable(),
  /** The small window is wanted. */
  isQuick: z.boolean(),
  /** Started with `--hidden`: no window is asked for. */
  isHidden: z.boolean(),
})
export type HandOver = z.infer<typeof handOver>
