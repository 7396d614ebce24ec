import { useState } from 'react'
import type { Allowance } from '../../../shared/account'
import type { AppError } from '../../../shared/errors'
import { batchesText } from '../../../shared/text/window/batches'
import { commonText } from '../../../shared/text/window/common'
import { accounts, defaultAccount } from '../../state/accounts'
import { startBatch } from '../../state/batches'
import { settings } from '../../state/settings'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Problem } from '../../ui/Problem'
import { Select } from '../../ui/Select'
import { TextField } from '../../ui/TextField'
import { ListedLines } from './ListedLines'
import { useListedLines } from './useListedLines'

/** As many characters as main reads. */
const LONGEST_LIST = 60_000

interface ListFormProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly onClose: () => void
}

/** The pasted list, how each line is read, and what sending it costs. */
export function ListForm({ text, onText, onClose }: ListFormProps) {
  const list = accounts.use(({ data }) => data) ?? []
  const known = settings.use(({ data }) => data)
  const [chosenAccount, setAccount] = useState<string | null>(null)
  const [chosenDomain, setDomain] = useState<string | null>(null)
  const [isStarting, setIsStarting] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const [again, setAgain] = useState(0)
  const accountId = chosenAccount ?? defaultAccount(list)?.id ?? ''
  const domain = chosenDomain ?? known?.defaultDomain ?? ''
  const { read, isCurrent } = useListedLines(text, accountId, domain, again)

  const lines = read?.ok === true ? read.value.lines : []
  const allowance = read?.ok === true ? read.value.allowance : null
  const sendable = lines.flatMap(({ isSendable, item, text: line }) =>
    isSendable && item !== null ? [{ item, line }] : [],
  )

  async function create() {
    // What was typed since is not sent unread.
    if (isStarting || !isCurrent || sendable.length === 0) return
    setIsStarting(true)
    setError(null)
    const refusal = await startBatch(
      {
        items: sendable.map(({ item }) => item),
        isCopyWanted: false,
        ...(accountId === '' ? {} : { accountId }),
      },
      sendable.map(({ line }) => line),
    )
    setIsStarting(false)
    setError(refusal)
  }

  return (
    <Dialog
      isWide
      title={batchesText.title}
      onClose={onClose}
      onSubmit={() => void create()}
      action={
        <Button look="primary" type="submit" isPending={isStarting} isDisabled={sendable.length === 0}>
          {isStarting ? batchesText.creating : batchesText.create(sendable.length)}
        </Button>
      }
    >
      {error !== null && <Problem error={error} context={{ accountId, redo: () => void create() }} />}
      <div className="grid grid-cols-2 gap-4 max-[620px]:grid-cols-1">
        <TextField
          label={batchesText.list}
          hint={batchesText.listHint}
          placeholder={batchesText.placeholder}
          rows={9}
          isMono
          autoFocus
          maxLength={LONGEST_LIST}
          value={text}
          onChange={onText}
        />
        <ListedLines lines={lines} isRead={read !== null && text.trim() !== ''} />
      </div>
      {read?.ok === false && (
        <Problem
          error={read.error}
          title={batchesText.failed}
          context={{ redo: () => setAgain(again + 1) }}
        />
      )}
      <div className="grid grid-cols-2 gap-4 max-[620px]:grid-cols-1">
        {known !== null && (
          <Select
            label={batchesText.domain}
            isMono
            value={domain}
            onChange={setDomain}
            options={known.domains.map((choice) => ({
              id: choice.domain,
              text: choice.domain,
              ...(choice.tier === 'paid' ? { remark: commonText.tiers.paid } : {}),
            }))}
          />
        )}
        {list.length > 1 && (
          <Select
            label={batchesText.account}
            value={accountId}
            onChange={setAccount}
            options={list.map(({ id, name, plan }) => ({
              id,
              text: name,
              remark: commonText.plans[plan],
            }))}
          />
        )}
      </div>
      <Costs count={sendable.length} total={lines.length} allowance={allowance} />
    </Dialog>
  )
}

interface CostsProps {
  readonly count: number
  readonly total: number
  /** Null: not known. */
  readonly allowance: Allowance | null
}

/** How much can be sent, and what is left of the plan, before anything is. */
function Costs({ count, total, allowance }: CostsProps) {
  const left =
    allowance === null || allowance.addresses.limit === null
      ? null
      : Math.max(0, allowance.addresses.limit - allowance.addresses.made)
  const requests = allowance === null ? null : allowance.requests.limit - allowance.requests.used
  return (
    <div className="flex min-h-5 flex-col gap-0.5 select-text" aria-live="polite">
      <p>
        {batchesText.sendable(count, total)}{' '}
        <span className="text-ink-soft">{allowance !== null && batchesText.left(allowance)}</span>
      </p>
      {left !== null && count > left && <p className="text-warn-ink">{batchesText.overMonth(left)}</p>}
      {requests !== null && count > requests && <p className="text-warn-ink">{batchesText.overHour}</p>}
    </div>
  )
}
