import { Search } from 'lucide-react'
import { useState } from 'react'
import type { Output } from '../../../../shared/contract'
import type { AppError } from '../../../../shared/errors'
import type { LitemailAccount } from '../../../../shared/litemail/account'
import type { FilledInputs } from '../../../../shared/operationAnswer'
import { commonText } from '../../../../shared/text/window/common'
import { domainWritesText as text } from '../../../../shared/text/window/domainWrites'
import { call } from '../../../bridge'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { Problem } from '../../../ui/Problem'
import { TextField } from '../../../ui/TextField'
import { AnswerTable } from '../../operations/read/AnswerTable'
import { AccountChoice } from '../connect/AccountChoice'
import { useWhose } from '../connect/useWhose'
import { BuyPart } from './BuyPart'
import { endingsOf, NAME, yearsOf } from './sought'

interface FindDomainDialogProps {
  readonly accounts: readonly LitemailAccount[]
  /** Null: the first. */
  readonly meant: string | null
  readonly onClose: () => void
}

/** What was answered to what: prices of one account are no prices of another. */
interface Answer {
  readonly to: string
  readonly read: Output<'operations.read'>
}

/** What Litemail says is free, as it says it, and the ways to buy one. */
export function FindDomainDialog({ accounts, meant, onClose }: FindDomainDialogProps) {
  const whose = useWhose(accounts, meant)
  const [name, setName] = useState('')
  const [endings, setEndings] = useState('com')
  const [years, setYears] = useState('1')
  const [isTried, setIsTried] = useState(false)
  const [isAsking, setIsAsking] = useState(false)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const { accountId, workspaceId } = whose
  const tlds = endingsOf(endings)
  const span = yearsOf(years)
  const question = JSON.stringify([accountId, workspaceId, name, endings, years])
  const shown = answer?.to === question ? answer.read : null
  const complaints = {
    name: NAME.test(name.trim()) ? null : text.nameEmpty,
    endings: tlds === null ? text.endingsEmpty : null,
    years: span === null ? text.yearsOne : null,
  }

  async function search() {
    setIsTried(true)
    if (isAsking || tlds === null || span === null || complaints.name !== null) return
    setIsAsking(true)
    setError(null)
    const inputs: FilledInputs = { domainName: name.trim().toLowerCase(), tlds, years: span }
    const read = await call('operations.read', {
      ...{ accountId, workspaceId, operation: 'domains.available', inputs },
    })
    setIsAsking(false)
    setAnswer(read.ok ? { to: question, read: read.value } : null)
    setError(read.ok ? null : read.error)
  }

  return (
    <Dialog
      title={text.findTitle}
      onClose={onClose}
      closeLabel={commonText.close}
      onSubmit={() => void search()}
      isWide
      action={
        <Button
          look="primary"
          type="submit"
          isPending={isAsking}
          icon={<Search className="size-4" aria-hidden="true" />}
        >
          {isAsking ? text.searching : text.search}
        </Button>
      }
    >
      <p className="text-pretty text-ink-soft">{text.findLead}</p>
      <AccountChoice {...whose} />
      <div className="grid grid-cols-[2fr_2fr_1fr] items-start gap-4 max-[620px]:grid-cols-1">
        <TextField
          label={text.name}
          value={name}
          onChange={setName}
          complaint={complaints.name}
          isTried={isTried}
          hint={text.nameHint}
          maxLength={63}
          isMono
          autoFocus
        />
        <TextField
          label={text.endings}
          value={endings}
          onChange={setEndings}
          complaint={complaints.endings}
          isTried={isTried}
          hint={text.endingsHint}
          maxLength={500}
          isMono
        />
        <TextField
          label={text.years}
          value={years}
          onChange={setYears}
          complaint={complaints.years}
          isTried={isTried}
          inputMode="numeric"
          maxLength={2}
          isMono
        />
      </div>
      {error !== null && (
        <Problem
          error={error}
          title={text.notSearched}
          context={{
            ...{ service: 'litemail', accountId, operation: 'domains.available' },
            redo: () => void search(),
          }}
        />
      )}
      {shown !== null && shown.answer.rows.length > 0 && (
        <AnswerTable title={text.answer} table={shown.answer} />
      )}
      {shown !== null && (
        <BuyPart
          key={`${accountId} ${workspaceId} ${name}`}
          accountId={accountId}
          workspaceId={workspaceId}
          years={span}
          found={name === '' || tlds?.length !== 1 ? '' : `${name.trim().toLowerCase()}.${tlds[0]}`}
          onBegun={onClose}
        />
      )}
    </Dialog>
  )
}
