import * as z from 'zod'
import { aboutHealth, askedHealth, healthCheck } from '../health'
import { method, rowId } from './parts'

const ofDomain = z.strictObject({ id: rowId })

/** What is known of the DNS of a domain, and what is asked about it. Nothing is changed at the service. */
export const healthMethods = {
  /** What is kept; asks nobody. */
  'health.get': method(ofDomain, aboutHealth),
  /** Checks in succession that said the same are one; the newest first. */
  'health.history': method(ofDomain, z.array(healthCheck)),
  'health.check': method(ofDomain, askedHealth),
  'health.records': method(ofDomain, askedHealth),
  'health.nameServers': method(ofDomain, askedHealth),
  'health.propagation': method(ofDomain, askedHealth),
  'health.copyNameServers': method(ofDomain, z.object({ copied: z.number() })),
} as const
