import type { Address } from '../../../../shared/address'
import { messagesText as text } from '../../../../shared/text/window/messages'
import { MessagesPart, type Tell } from '../../../messages/MessagesPart'
import { accounts } from '../../../state/accounts'
import { showOperations } from '../../../state/app'
import { Problem } from '../../../ui/Problem'

/** The messages of an address that a service may hold; where no account can read them, those that are kept. */
export function DetailsMessages({ address: { id, accountId } }: { readonly address: Address }) {
  const list = accounts.use(({ data }) => data)
  if (list === null) return null
  const account = list.find((candidate) => candidate.id === accountId)
  const title = <h3 className="font-semibold">{text.title}</h3>
  const tell: Tell = (error, again, title) => (
    <Problem
      error={error}
      context={{ ...again, ...(account && { accountId: account.id }) }}
      {...(title !== undefined && { title })}
    />
  )
  return (
    <div className="border-t border-line pt-4">
      <MessagesPart
        addressId={id}
        accountId={account?.id ?? null}
        tell={tell}
        onShowAnswer={
          account &&
          (() => showOperations({ accountId: account.id, operation: 'messages.list', part: 'read' }))
        }
        title={title}
      />
    </div>
  )
}
