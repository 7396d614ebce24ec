import * as z from 'zod'
import { addressStyle, hostname, ownPrefix } from './address'

export const domainTier = z.enum(['everyone', 'paid'])
export const domainChoice = z.object({ domain: hostname, tier: domainTier })

export const settings = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  style: addressStyle,
  prefix: z.union([ownPrefix, z.literal('')]),
  hasHyphens: z.boolean(),
  /** The user's list, first to last: no service tells which domains it has. */
  domains: z
    .array(domainChoice)
    .min(1)
    .max(100)
    .refine((list) => new Set(list.map((choice) => choice.domain)).size === list.length),
  defaultDomain: hostname,
})
export type Settings = z.infer<typeof settings>

/** Domains as LikeDo's documentation names them. */
export const defaultSettings: Settings = {
  theme: 'system',
  style: 'words',
  prefix: '',
  hasHyphens: true,
  domains: [
    { domain: 'ig.do', tier: 'everyone' },
    { domain: 'kfc.sh', tier: 'paid' },
    { domain: 'uv.do', tier: 'paid' },
  ],
  defaultDomain: 'ig.do',
}
