import { Copy } from 'lucide-react'
import { useId } from 'react'
import { isReading } from '../../../../shared/litemail/operations'
import { operationReadsText as text } from '../../../../shared/text/window/operationReads'
import type { PathsAccount } from '../../../state/apiPaths'
import { copyCurl, type Reading } from '../../../state/operationReading'
import { Button } from '../../../ui/Button'
import { OperationProblem } from './OperationProblem'
import { RequestText } from './RequestText'

interface RequestSectionProps {
  readonly reading: Reading
  readonly account: PathsAccount
}

/** How the operation is asked, as main would send it: the key under a name, what is missing in braces. */
export function RequestSection({ reading, account }: RequestSectionProps) {
  const title = useId()
  const { request, requestError, operation } = reading
  return (
    <section aria-labelledby={title} className="flex flex-col gap-2">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h3 id={title} className="font-semibold">
          {text.request}
        </h3>
        <p className="min-w-0 flex-1 text-sm text-ink-soft">
          {request !== null && text.requestLead(request.keyVariable)}
        </p>
        <Button
          size="small"
          isDisabled={request === null}
          icon={<Copy className="size-3.5" aria-hidden="true" />}
          onPress={() => void copyCurl()}
        >
          {text.copyCurl}
        </Button>
      </div>
      {requestError !== null && (
        <OperationProblem
          error={requestError}
          title={text.requestFailed}
          context={{
            ...{ service: account.service, accountId: account.id },
            ...(operation === null ? {} : { operation: operation.id }),
          }}
        />
      )}
      {request !== null && <RequestText request={request} />}
      {operation !== null && isReading(operation) && request !== null && request.missing.length > 0 && (
        <p className="text-sm text-ink-soft">{text.missing(request.missing)}</p>
      )}
    </section>
  )
}
