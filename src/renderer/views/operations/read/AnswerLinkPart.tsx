import { ExternalLink } from 'lucide-react'
import { useState } from 'react'
import type { AnswerLink } from '../../../../shared/operationAnswer'
import { sensitiveText } from '../../../../shared/text/sensitive'
import { operationReadsText as text } from '../../../../shared/text/window/operationReads'
import { openAnswerLink } from '../../../state/operationReading'
import { useIsSensitiveHidden } from '../../../state/sensitive'
import { Button } from '../../../ui/Button'
import { classes } from '../../../ui/classes'
import { LinkDialog } from '../../../ui/LinkDialog'

/** The page that an answer leads to, by its host; it is asked about before main opens it. */
export function AnswerLinkPart({ link: { id, host, address } }: { readonly link: AnswerLink }) {
  const [isAsked, setIsAsked] = useState(false)
  const isHidden = useIsSensitiveHidden()
  return (
    <div className="flex flex-wrap items-center gap-3 rounded-lg border border-line bg-raised px-3 py-2.5">
      <p className={classes('min-w-0 flex-1 wrap-anywhere select-text', isHidden && 'text-ink-soft')}>
        {isHidden ? sensitiveText.on : text.leadsTo(host)}
      </p>
      {!isHidden && (
        <Button
          icon={<ExternalLink className="size-4" aria-hidden="true" />}
          onPress={() => setIsAsked(true)}
        >
          {text.openPage(host)}
        </Button>
      )}
      {isAsked && !isHidden && (
        <LinkDialog
          title={text.confirmTitle}
          lead={text.confirmLead}
          host={host}
          address={address}
          onOpen={() => {
            setIsAsked(false)
            void openAnswerLink(id)
          }}
          onClose={() => setIsAsked(false)}
        />
      )}
    </div>
  )
}
