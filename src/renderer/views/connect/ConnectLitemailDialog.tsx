import { useState } from 'react'
import type { AppError } from '../../../shared/errors'
import type { Authentication } from '../../../shared/litemail/account'
import { connectText } from '../../../shared/text/window/connect'
import { litemailText } from '../../../shared/text/window/litemail'
import { call } from '../../bridge'
import { litemailServerComplaint } from '../../fields/complaints'
import { openDialog } from '../../state/app'
import { litemailAccounts } from '../../state/litemail'
import { showDone } from '../../state/notices'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { More } from '../../ui/More'
import { AccountFields, useAccountFields } from './AccountFields'
import { KeyProblem } from './KeyProblem'
import { AuthenticationField, LitemailKeyField } from './LitemailKeyFields'
import { useKeySending } from './useKeySending'

/** Litemail's own server. Main's schema knows it too, which this window does not load. */
const LITEMAIL_SERVER = 'https://api.litemail.app/v1'

const serverWords = (server: string) =>
  litemailServerComplaint(server) === null ? null : litemailText.serverComplaint

/** "Connect Litemail": tries a key by asking whose it is, keeps it in the keychain, then shows what else it reads. */
export function ConnectLitemailDialog({ onClose }: { readonly onClose: () => void }) {
  const [authentication, setAuthentication] = useState<Authentication>('api-key')
  const fields = useAccountFields(LITEMAIL_SERVER, serverWords)

  const sending = useKeySending(
    fields.isFit,
    (key, allowed) =>
      call('litemail.connect', {
        ...fields.entered,
        key,
        authentication,
        ...allowed,
      }),
    ({ account, check }) => {
      onClose()
      void litemailAccounts.refresh().then(() => {
        // Nothing answers where nobody was reached.
        if (check === 'accepted') openDialog({ kind: 'what-answers', accountId: account.id, isNew: true })
        else showDone(litemailText.connected[check])
      })
    },
  )

  return (
    <Dialog
      title={litemailText.title}
      onClose={onClose}
      onSubmit={() => sending.submit()}
      action={
        <Button look="primary" type="submit" isPending={sending.isSending}>
          {sending.isSending ? connectText.connecting : connectText.connect}
        </Button>
      }
    >
      <KeyProblem sending={sending} service="litemail" accountOf={accountNamedIn} />
      <LitemailKeyField sending={sending} authentication={authentication} />
      <More isOpen={sending.isTried && !fields.isFit}>
        <AccountFields
          fields={fields}
          isTried={sending.isTried}
          nameHint={litemailText.nameHint}
          serverHint={litemailText.serverHint}
        />
        <AuthenticationField value={authentication} onChange={setAuthentication} />
      </More>
    </Dialog>
  )
}

/** The account that an error names. */
const accountNamedIn = (error: AppError): string | undefined =>
  error.kind === 'same-user'
    ? litemailAccounts.use.getState().data?.find(({ name }) => name === error.accountName)?.id
    : undefined
