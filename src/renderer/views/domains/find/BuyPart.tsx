import { useState } from 'react'
import type { AppError } from '../../../../shared/errors'
import type { AnswerLink } from '../../../../shared/operationAnswer'
import { domainWritesText as text } from '../../../../shared/text/window/domainWrites'
import { operationReadsText } from '../../../../shared/text/window/operationReads'
import { call } from '../../../bridge'
import { domainComplaint } from '../../../fields/complaints'
import { propose } from '../../../state/planning'
import { Button } from '../../../ui/Button'
import { Problem } from '../../../ui/Problem'
import { TextField } from '../../../ui/TextField'
import { AnswerLinkPart } from '../../operations/read/AnswerLinkPart'

interface BuyPartProps {
  readonly accountId: string
  readonly workspaceId: string
  /** Null: not a number of years. */
  readonly years: number | null
  /** What was searched for, where that is one domain. */
  readonly found: string
  readonly onBegun: () => void
}

/** The page to pay for a domain at, which Litemail makes on demand; or it is bought with the wallet. */
export function BuyPart({ accountId, workspaceId, years, found, onBegun }: BuyPartProps) {
  const [wanted, setWanted] = useState(found)
  const [isTried, setIsTried] = useState(false)
  const [isAsking, setIsAsking] = useState(false)
  const [link, setLink] = useState<{ readonly link: AnswerLink | null; readonly of: string } | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const domainName = wanted.trim().toLowerCase()
  const complaint = domainComplaint(domainName) === null ? null : text.wantedEmpty
  const isReady = complaint === null && years !== null

  async function ask() {
    setIsTried(true)
    if (isAsking || !isReady) return
    setIsAsking(true)
    setError(null)
    const inputs = { domainName, years }
    const read = await call('operations.read', {
      ...{ accountId, workspaceId, operation: 'domains.purchaseLink', inputs },
    })
    setIsAsking(false)
    setLink(read.ok ? { link: read.value.link, of: domainName } : null)
    setError(read.ok ? null : read.error)
  }

  function buy() {
    setIsTried(true)
    if (!isReady) return
    const rows = [{ workspaceId, inputs: { domainName, years, useWallet: true } }]
    propose({ operation: 'domains.register', of: { accountId, rows } }, onBegun)
  }

  return (
    <div className="flex flex-col gap-3 border-t border-line pt-4">
      <TextField
        label={text.wanted}
        value={wanted}
        onChange={setWanted}
        complaint={complaint}
        isTried={isTried}
        maxLength={253}
        isMono
      />
      <div className="flex flex-wrap gap-2">
        <Button isPending={isAsking} onPress={() => void ask()}>
          {isAsking ? text.linking : text.payLink}
        </Button>
        <Button onPress={buy}>{text.buy}</Button>
      </div>
      {error !== null && (
        <Problem
          error={error}
          title={text.notLinked}
          context={{
            ...{ service: 'litemail', accountId, operation: 'domains.purchaseLink' },
            redo: () => void ask(),
          }}
        />
      )}
      {link !== null && link.of === domainName && (
        <div role="status">
          {link.link === null ? operationReadsText.leadsNowhere : <AnswerLinkPart link={link.link} />}
        </div>
      )}
    </div>
  )
}
