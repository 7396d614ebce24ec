import * as z from 'zod'
import { accountId } from '../account'
import { accountBilling } from '../billing'
import { knownTags, knownWorkspaces } from '../litemail/accountLists'
import { method, nothing } from './parts'

/** What accounts of Litemail's pay, and what they have beside mailboxes and domains. Nothing is asked from the service. */
export const billingMethods = {
  /** As it was last read; in the order in which the accounts were connected. */
  'billing.get': method(nothing, z.array(accountBilling)),
  'tags.known': method(z.strictObject({ accountId }), knownTags),
  'workspaces.known': method(z.strictObject({ accountId }), knownWorkspaces),
} as const
