import { useState } from 'react'
import type { Plan } from '../../../shared/account'
import { connectText } from '../../../shared/text/window/connect'
import { fieldsText } from '../../../shared/text/window/fields'
import { noticesText } from '../../../shared/text/window/notices'
import { call } from '../../bridge'
import { serverComplaint } from '../../fields/complaints'
import { accounts } from '../../state/accounts'
import { showDone } from '../../state/notices'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { More } from '../../ui/More'
import { AccountFields, useAccountFields } from './AccountFields'
import { KeyEndField } from './KeyEndField'
import { KeyField } from './KeyField'
import { KeyProblem } from './KeyProblem'
import { isRequestsFit, PlanField, RequestsField, requestsOf } from './PlanFields'
import { useKeySending } from './useKeySending'

/** LikeDo's own server. Main's schema knows it too, which this window does not load. */
const LIKEDO_SERVER = 'https://like.do'

const serverWords = (server: string) => {
  const complaint = serverComplaint(server)
  return complaint === null ? null : fieldsText.server[complaint]
}

/** "Connect LikeDo": tries a key without creating anything, and keeps it in the keychain. */
export function ConnectDialog({ onClose }: { readonly onClose: () => void }) {
  const [plan, setPlan] = useState<Plan>('free')
  const [keyEndsOn, setKeyEndsOn] = useState('')
  const [requests, setRequests] = useState('')

  const fields = useAccountFields(LIKEDO_SERVER, serverWords)
  const isFit = fields.isFit && isRequestsFit(requests)

  const sending = useKeySending(
    isFit,
    (key, allowed) =>
      call('accounts.add', {
        service: 'likedo',
        ...fields.entered,
        key,
        plan,
        requestsPerHour: requestsOf(requests),
        keyEndsOn: keyEndsOn === '' ? null : keyEndsOn,
        ...allowed,
      }),
    ({ check }) => {
      void accounts.refresh()
      showDone(noticesText.connected[check])
      onClose()
    },
  )

  return (
    <Dialog
      title={connectText.title}
      onClose={onClose}
      onSubmit={() => sending.submit()}
      action={
        <Button look="primary" type="submit" isPending={sending.isSending}>
          {sending.isSending ? connectText.connecting : connectText.connect}
        </Button>
      }
    >
      <KeyProblem sending={sending} />
      <KeyField sending={sending} />
      <PlanField value={plan} onChange={setPlan} />
      <KeyEndField value={keyEndsOn} onChange={setKeyEndsOn} />
      <More isOpen={sending.isTried && !isFit}>
        <AccountFields fields={fields} isTried={sending.isTried} nameHint={connectText.nameHint} />
        <RequestsField value={requests} onChange={setRequests} isTried={sending.isTried} />
      </More>
    </Dialog>
  )
}
