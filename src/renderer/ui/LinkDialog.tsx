import { ExternalLink } from 'lucide-react'
import type { ReactNode } from 'react'
import { linksText as text } from '../../shared/text/window/links'
import { Button } from './Button'
import { Dialog } from './Dialog'

interface LinkDialogProps {
  readonly title: string
  readonly lead: string
  readonly host: string
  readonly address: string
  readonly onOpen: () => void
  readonly onClose: () => void
  /** What else has to be known before, and why it could not be opened. */
  readonly children?: ReactNode
}

/** Shows where a link leads, the whole host, before main opens it. */
export function LinkDialog({ title, lead, host, address, onOpen, onClose, children }: LinkDialogProps) {
  const isForeign = host.split('.').some((part) => part.startsWith('xn--'))
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={onOpen}
      action={
        <Button look="primary" type="submit" icon={<ExternalLink className="size-4" aria-hidden="true" />}>
          {text.confirmOpen}
        </Button>
      }
    >
      <p className="text-pretty">{lead}</p>
      <dl className="flex flex-col gap-2 select-text">
        <div>
          <dt className="text-ink-soft">{text.confirmHost}</dt>
          <dd className="font-mono text-lg font-medium wrap-anywhere">{host}</dd>
        </div>
        <div>
          <dt className="text-ink-soft">{text.confirmAddress}</dt>
          <dd className="font-mono text-sm wrap-anywhere">{address}</dd>
        </div>
      </dl>
      {isForeign && <LinkWarning words={text.confirmForeign} />}
      {children}
    </Dialog>
  )
}

export const LinkWarning = ({ words }: { readonly words: string }) => (
  <p className="rounded-md border border-warn-line bg-warn-soft px-3 py-2 wrap-anywhere text-warn-ink select-text">
    {words}
  </p>
)
