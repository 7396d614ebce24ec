import * as z from 'zod'
import { domainView } from './domain'
import { mailboxView } from './mailbox'

export const viewName = z.string().trim().min(1).max(60)

/** A view that the user gave a name. */
export const savedView = z.discriminatedUnion('list', [
  z.object({ id: z.string(), list: z.literal('mailboxes'), name: viewName, view: mailboxView }),
  z.object({ id: z.string(), list: z.literal('domains'), name: viewName, view: domainView }),
])
export type SavedView = z.infer<typeof savedView>
