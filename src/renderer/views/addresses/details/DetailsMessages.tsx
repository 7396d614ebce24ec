import type { Address } from '../../../../shared/address'
import { messagesText as text } from '../../../../shared/text/window/messages'
import { MessagesPart, type Tell } from '../../../messages/MessagesPart'
import { accounts } from '../../../state/accounts'
import { Problem } from '../../../ui/Problem'

/** The messages of an address that a service may hold, where an account can read them. */
export function DetailsMessages({ address: { id, accountId } }: { readonly address: Address }) {
  const list = accounts.use(({ data }) => data)
  if (list === null) return null
  const account = list.find((candidate) => candidate.id === accountId)
  const title = <h3 className="font-semibold">{text.title}</h3>
  if (account === undefined) {
    return (
      <section className="flex flex-col gap-1 border-t border-line pt-4">
        {title}
        <p className="text-ink-soft">{text.noAccount}</p>
      </section>
    )
  }
  const tell: Tell = (error, again) => (
    <Problem error={error} context={{ ...again, accountId: account.id }} title={text.failed} />
  )
  return (
    <div className="border-t border-line pt-4">
      <MessagesPart addressId={id} accountId={account.id} tell={tell} title={title} />
    </div>
  )
}
