import type { NextStep } from '../../shared/text/errors'
import { accounts, defaultAccount, takeOtherPath } from './accounts'
import { checkAddress, copyAddress } from './addresses'
import {
  openDialog,
  openLink,
  showAccount,
  showApiPath,
  showFolder,
  showOperations,
  showScreen,
  showSection,
} from './app'
import { recordShortcut } from './desktop'
import { litemailAccounts } from './litemail'
import type { StepContext } from './notices'
import { seekAddress } from './seek'
import { hideSensitive } from './sensitive'

const openNewAddress = ({ wish = {} }: StepContext) => openDialog({ kind: 'new-address-with', wish })

const steps: Record<NextStep, (context: StepContext) => void> = {
  'try-again': ({ redo }) => redo?.(),
  'try-now': ({ redoAnyway, redo }) => (redoAnyway ?? redo)?.(),
  'check-now': ({ addressId, redo }) => {
    if (addressId !== undefined) void checkAddress(addressId)
    else if (redo !== undefined) redo()
    else showScreen('addresses')
  },
  connect: () => openDialog({ kind: 'connect' }),
  'connect-litemail': () => openDialog({ kind: 'connect-litemail' }),
  'replace-key': openKeyDialog,
  'use-until-quit': (context) => (context.keepUntilQuit ?? openKeyDialog)(context),
  'choose-domain': openNewAddress,
  'choose-name': openNewAddress,
  'open-plans': () => void openLink('likedo-plans'),
  'open-likedo': ({ accountId }) => void openLink('likedo', accountId),
  'open-account': ({ service, accountId }) =>
    service === 'litemail' && accountId !== undefined ? showAccount(accountId) : showSection('accounts'),
  'try-other-path': (context) => void retryOtherPath(context),
  'fix-path': (context) => showApiPath(askedAccountOf(context), context.operation ?? null),
  'open-operation': (context) =>
    showOperations({
      part: 'read',
      accountId: askedAccountOf(context),
      operation: context.operation ?? null,
    }),
  'say-whose': ({ addressId }) =>
    addressId === undefined ? showScreen('addresses') : void seekAddress(addressId),
  'open-activity': () => showScreen('activity'),
  'open-data-folder': () => void showFolder('data'),
  'open-logs': () => void showFolder('logs'),
  'choose-file': ({ chooseFile, redo }) => (chooseFile ?? redo)?.(),
  'choose-shortcut': () => {
    showSection('desktop')
    recordShortcut()
  },
  'show-sensitive': () => void hideSensitive(false),
  'copy-again': ({ addressId, redo }) => (addressId === undefined ? redo?.() : void copyAddress(addressId)),
}

/** Does what the control beside an error says. */
export const takeStep = (next: NextStep, context: StepContext) => steps[next](context)

const accountOf = ({ accountId }: StepContext): string | null =>
  accountId ?? defaultAccount(accounts.use.getState().data)?.id ?? null

/** Whose operation went wrong. */
const askedAccountOf = (context: StepContext): string | null =>
  context.service === 'litemail'
    ? (context.accountId ?? litemailAccounts.use.getState().data?.[0]?.id ?? null)
    : accountOf(context)

function openKeyDialog(context: StepContext): void {
  const { service, accountId: named } = context
  if (service === 'litemail') {
    openDialog(
      named === undefined ? { kind: 'connect-litemail' } : { kind: 'replace-litemail-key', accountId: named },
    )
    return
  }
  const accountId = accountOf(context)
  openDialog(accountId === null ? { kind: 'connect' } : { kind: 'replace-key', accountId })
}

async function retryOtherPath(context: StepContext): Promise<void> {
  const accountId = accountOf(context)
  if (accountId === null) openDialog({ kind: 'connect' })
  else if (await takeOtherPath(accountId)) context.redo?.()
}
