import * as z from 'zod'
import { addressStyle, hostname, ownPrefix } from './address'
import { addressColumn, addressSort } from './addressView'
import { accelerator } from './desktopState'
import { domainColumn, domainSort } from './domain'
import { mailboxColumn, mailboxSort } from './mailbox'

export const domainTier = z.enum(['everyone', 'paid'])
export const domainChoice = z.object({ domain: hostname, tier: domainTier })

/** The screens that the window may open with. */
export const startScreen = z.enum(['addresses', 'overview', 'mailboxes', 'domains'])

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
  /** The columns of the list of addresses, first to last; those left out are not shown. */
  addressColumns: z
    .array(addressColumn)
    .min(1)
    .refine((list) => list.includes('address') && new Set(list).size === list.length),
  addressSort,
  mailboxColumns: z
    .array(mailboxColumn)
    .min(1)
    .refine((list) => list.includes('address') && new Set(list).size === list.length),
  mailboxSort,
  domainColumns: z
    .array(domainColumn)
    .min(1)
    .refine((list) => list.includes('domain') && new Set(list).size === list.length),
  domainSort,
  /** Where the user was last, and where the window opens. */
  screen: startScreen,
  density: z.enum(['comfortable', 'compact']),
  /** The global shortcut that opens quick create; null: off. */
  shortcut: accelerator.nullable(),
  isNotifying: z.boolean(),
  /** Whether a notification names the address. */
  isAddressNotified: z.boolean(),
  /** What closing the window does: `auto` goes on in the tray where there is one, and quits elsewhere. */
  closing: z.enum(['auto', 'stay', 'quit']),
  /** Balances, links and codes of messages are masked everywhere; credentials and formatted messages are not shown. */
  isSensitiveHidden: z.boolean(),
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
  addressColumns: ['address', 'note', 'labels', 'tag', 'account', 'created', 'state'],
  addressSort: { by: 'created', isDescending: true },
  mailboxColumns: [...mailboxColumn.options],
  mailboxSort: { by: 'address', isDescending: false },
  domainColumns: [...domainColumn.options],
  domainSort: { by: 'domain', isDescending: false },
  screen: 'addresses',
  density: 'comfortable',
  shortcut: null,
  isNotifying: true,
  isAddressNotified: true,
  closing: 'auto',
  isSensitiveHidden: false,
}
