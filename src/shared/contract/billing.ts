import * as z from 'zod'
import { accountBilling } from '../billing'
import { method, nothing } from './parts'

/** What accounts of Litemail's pay. Nothing is bought, and nothing is asked from the service. */
export const billingMethods = {
  /** As it was last read; in the order in which the accounts were connected. */
  'billing.get': method(nothing, z.array(accountBilling)),
} as const
