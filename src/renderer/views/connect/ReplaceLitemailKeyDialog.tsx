import { useState } from 'react'
import type { Authentication, LitemailAccount } from '../../../shared/litemail/account'
import { connectText } from '../../../shared/text/window/connect'
import { litemailText } from '../../../shared/text/window/litemail'
import { call } from '../../bridge'
import { litemailAccounts } from '../../state/litemail'
import { showDone } from '../../state/notices'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { More } from '../../ui/More'
import { KeyProblem } from './KeyProblem'
import { AuthenticationField, LitemailKeyField } from './LitemailKeyFields'
import { useKeySending } from './useKeySending'

interface ReplaceLitemailKeyDialogProps {
  readonly account: LitemailAccount
  readonly onClose: () => void
}

/** "Replace key": a new key of the same user for a Litemail account that is there. */
export function ReplaceLitemailKeyDialog({ account, onClose }: ReplaceLitemailKeyDialogProps) {
  const { id, name, keyStanding } = account
  // Nothing is replaced where there is no key.
  const isAbsent = keyStanding === 'absent'
  const words = connectText[isAbsent ? 'enter' : 'replace']
  const [authentication, setAuthentication] = useState<Authentication>(account.authentication)
  const sending = useKeySending(
    true,
    (key, allowed) => call('litemail.replaceKey', { id, key, authentication, ...allowed }),
    ({ check }) => {
      void litemailAccounts.refresh()
      showDone(litemailText.replaced[check], id)
      onClose()
    },
  )
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSubmit={() => sending.submit()}
      action={
        <Button look="primary" type="submit" isPending={sending.isSending}>
          {sending.isSending ? words.doing : words.action}
        </Button>
      }
    >
      <p className="text-pretty wrap-anywhere text-ink-soft">
        {isAbsent ? litemailText.enterLead(name) : litemailText.replaceLead(name)}
      </p>
      <KeyProblem sending={sending} service="litemail" accountOf={() => id} />
      <LitemailKeyField sending={sending} authentication={authentication} />
      <More>
        <AuthenticationField value={authentication} onChange={setAuthentication} />
      </More>
    </Dialog>
  )
}
