import { AppWindow, Copy, Mail as MailIcon } from 'lucide-react'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import type { AppError } from '../../shared/errors'
import type { MailOrder } from '../../shared/message'
import { explain } from '../../shared/text/errors'
import { type NextStep, nextStepLabels } from '../../shared/text/explanation'
import { commonText } from '../../shared/text/window/common'
import { messagesText as text } from '../../shared/text/window/messages'
import { call } from '../bridge'
import { MessagesPart, type Tell } from '../messages/MessagesPart'
import { coalesce } from '../state/coalesce'
import { useTopics } from '../state/useTopics'
import { Alarm } from '../ui/Alarm'
import { Button } from '../ui/Button'
import { Leaving } from '../ui/Leaving'
import { Message } from '../ui/Message'
import { askOrder, useOrder } from './order'

/** The small window: the messages of one address. */
export function MailApp() {
  const { order, problem } = useOrder()
  useEffect(() => {
    document.title = order === null ? text.title : text.of(order.email)
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) window.close()
    }
    window.addEventListener('keydown', leave)
    return () => window.removeEventListener('keydown', leave)
  }, [order])
  return order === null ? <NoMail problem={problem} /> : <Mail key={order.addressId} order={order} />
}

/** Main has not said yet whose messages these are, or knows nobody. */
function NoMail({ problem }: { readonly problem: AppError | 'none' | null }) {
  const openMailroom = () => void call('quick.showAddress', { id: null })
  const again = { redo: () => void askOrder(), redoAnyway: () => void askOrder() }
  return (
    <main className="h-full overflow-y-auto">
      <h1 className="sr-only">{text.title}</h1>
      {problem === null && <p className="p-4 text-ink-soft">{commonText.loading}</p>}
      {problem === 'none' && (
        <Message
          icon={<MailIcon className="size-5" aria-hidden="true" />}
          title={text.noOrder}
          actions={<OpenMailroom onPress={openMailroom} />}
        />
      )}
      {problem !== null && problem !== 'none' && (
        <div className="p-4">
          <Trouble {...again} problem={problem} openMailroom={openMailroom} fixPath={null} />
        </div>
      )}
    </main>
  )
}

const OpenMailroom = ({ onPress }: { readonly onPress: () => void }) => (
  <Button size="small" icon={<AppWindow className="size-3.5" aria-hidden="true" />} onPress={onPress}>
    {text.openMailroom}
  </Button>
)

const topics = ['addresses', 'accounts'] as const

function Mail({ order: { addressId, email, press } }: { readonly order: MailOrder }) {
  // Null: nobody here can read them; undefined: not known yet.
  const [accountId, setAccountId] = useState<string | null>()
  const [unknown, setUnknown] = useState<AppError | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const [said, setSaid] = useState('')

  const find = useMemo(
    () =>
      coalesce(async () => {
        const about = await call('addresses.get', { id: addressId })
        setUnknown(about.ok ? null : about.error)
        if (about.ok) setAccountId(about.value.address.accountId)
      }),
    [addressId],
  )
  useTopics(topics, find)

  const fixPath = () => {
    if (accountId != null) void call('messages.fixPath', { accountId })
  }
  const openMailroom = () => void call('quick.showAddress', { id: addressId })
  async function copy() {
    const copied = await call('addresses.copy', { choice: { ids: [addressId] } })
    setError(copied.ok ? null : copied.error)
    setSaid(copied.ok ? text.addressCopied : '')
  }
  const tell: Tell = (problem, again, title) => (
    <Trouble {...{ ...again, problem, title, openMailroom, fixPath }} />
  )

  return (
    <main className="flex h-full flex-col">
      <header className="flex shrink-0 flex-wrap items-center justify-between gap-2 border-b border-line bg-raised px-4 py-2.5">
        <h1 className="min-w-0 font-mono text-base font-medium wrap-anywhere select-text">{email}</h1>
        <div className="flex items-center gap-2">
          <span role="status" className="text-sm text-ink-soft">
            {said}
          </span>
          <Button
            size="small"
            icon={<Copy className="size-3.5" aria-hidden="true" />}
            onPress={() => void copy()}
          >
            {text.copyAddress}
          </Button>
          <OpenMailroom onPress={openMailroom} />
        </div>
      </header>
      <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-4">
        {unknown !== null && tell(unknown, { redo: () => void find(), redoAnyway: () => void find() })}
        {error !== null && tell(error, { redo: () => void copy(), redoAnyway: () => void copy() })}
        {accountId !== undefined && (
          <MessagesPart
            addressId={addressId}
            accountId={accountId}
            press={press}
            tell={tell}
            title={<h2 className="font-semibold">{text.title}</h2>}
          />
        )}
      </div>
    </main>
  )
}

/** Steps that this window takes itself. */
const here: ReadonlySet<NextStep> = new Set(['try-again', 'try-now', 'check-now', 'fix-path'])

interface TroubleProps {
  readonly problem: AppError
  readonly redo: () => void
  readonly redoAnyway: () => void
  /** What did not happen because of it. */
  readonly title?: string | undefined
  readonly openMailroom: () => void
  /** Null where it is not known whose path. */
  readonly fixPath: (() => void) | null
}

/** An error in this window: again here, all else in Mailroom's own. */
function Trouble({ problem, redo, redoAnyway, title, openMailroom, fixPath }: TroubleProps): ReactNode {
  const { reason, advice, next } = explain(problem)
  return (
    <Leaving>
      <Alarm
        words={title === undefined ? `${reason}.` : `${title}: ${reason}.`}
        advice={advice}
        actions={
          <>
            {next === 'fix-path' && fixPath !== null && (
              <Button size="small" onPress={fixPath}>
                {nextStepLabels[next]}
              </Button>
            )}
            <Button size="small" onPress={next === 'try-now' ? redoAnyway : redo}>
              {nextStepLabels[next === 'try-now' ? 'try-now' : 'try-again']}
            </Button>
            {!here.has(next) && (
              <Button size="small" onPress={openMailroom}>
                {text.openMailroom}
              </Button>
            )}
          </>
        }
      />
    </Leaving>
  )
}
