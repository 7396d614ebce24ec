import { cloudflareText, tagsText, workspacesText } from '../../../shared/text/window/accountLists'
import { assigningText } from '../../../shared/text/window/assigning'
import { domainWritesText } from '../../../shared/text/window/domainWrites'
import { fundsText } from '../../../shared/text/window/funds'
import {
  type AccountListDialog,
  type DomainDialog,
  type FundsDialog,
  openDialog,
  showBilling,
  showScreen,
} from '../../state/app'
import type { PaletteEntry } from './entry'

type Kind =
  | Exclude<FundsDialog, { kind: 'upgrade-subscription' }>['kind']
  | AccountListDialog['kind']
  | 'new-mailboxes'
  | DomainDialog['kind']

const names: Readonly<Record<Kind, string>> = {
  'add-funds': fundsText.addFunds,
  'auto-recharge': fundsText.recharge,
  'billing-details': fundsText.details,
  tags: tagsText.open,
  workspaces: workspacesText.open,
  cloudflare: cloudflareText.open,
  'new-mailboxes': assigningText.open,
  'connect-domains': domainWritesText.connect,
  'find-domain': domainWritesText.find,
}

const open = (kind: Kind, accountId: string): void => {
  if (kind === 'new-mailboxes') {
    showScreen('mailboxes')
    openDialog({ kind, accountId, domain: '' })
    return
  }
  if (kind === 'connect-domains' || kind === 'find-domain') showScreen('domains')
  // What is paid stands behind what is written about it.
  if (kind === 'add-funds' || kind === 'auto-recharge' || kind === 'billing-details') showBilling(accountId)
  openDialog({ kind, accountId })
}

// The keys of a literal object are its kinds.
const kinds = Object.keys(names) as Kind[]

/** What is written about each account of Litemail's itself; the account is named where there are several. */
export const accountActions = (
  accounts: readonly { readonly id: string; readonly name: string }[],
): readonly PaletteEntry[] =>
  accounts.flatMap(({ id: accountId, name: accountName }) =>
    kinds.map((kind): PaletteEntry => {
      const name = names[kind]
      const isOfSeveral = accounts.length > 1
      return {
        kind: 'action',
        id: `${kind} ${accountId}`,
        name,
        about: isOfSeveral ? accountName : '',
        ...(isOfSeveral ? { also: [`${name} ${accountName}`] } : {}),
        run: () => open(kind, accountId),
      }
    }),
  )
