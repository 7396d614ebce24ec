import { useState } from 'react'
import type { Account } from '../../../shared/account'
import { connectText } from '../../../shared/text/window/connect'
import { noticesText } from '../../../shared/text/window/notices'
import { call } from '../../bridge'
import { accounts } from '../../state/accounts'
import { showDone } from '../../state/notices'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { KeyEndField } from './KeyEndField'
import { KeyField } from './KeyField'
import { KeyProblem } from './KeyProblem'
import { useKeySending } from './useKeySending'

interface ReplaceKeyDialogProps {
  readonly account: Account
  readonly onClose: () => void
}

/** "Replace key": a new key for an account that is there. */
export function ReplaceKeyDialog({ account: { id, name, keyStanding }, onClose }: ReplaceKeyDialogProps) {
  // Nothing is replaced where there is no key.
  const words = connectText[keyStanding === 'absent' ? 'enter' : 'replace']
  const [keyEndsOn, setKeyEndsOn] = useState('')
  const sending = useKeySending(
    true,
    (key, allowed) =>
      call('accounts.replaceKey', { id, key, keyEndsOn: keyEndsOn === '' ? null : keyEndsOn, ...allowed }),
    ({ check }) => {
      void accounts.refresh()
      showDone(noticesText.replaced[check], id)
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
      <p className="text-pretty wrap-anywhere text-ink-soft">{words.lead(name)}</p>
      <KeyProblem sending={sending} />
      <KeyField sending={sending} accountId={id} />
      <KeyEndField value={keyEndsOn} onChange={setKeyEndsOn} />
    </Dialog>
  )
}
