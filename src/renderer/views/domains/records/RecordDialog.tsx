import { useState } from 'react'
import { hasPriority, type RecordDraft, recordTypes, remarkOn } from '../../../../shared/dns/record'
import { stringsOf } from '../../../../shared/dns/text'
import type { Domain } from '../../../../shared/domain'
import type { DnsRecord } from '../../../../shared/health'
import type { Job } from '../../../../shared/job'
import { domainWritesText as text } from '../../../../shared/text/window/domainWrites'
import { readRecord, standingBeside, type TypedRecord, typedRecord } from '../../../fields/recordFields'
import { propose } from '../../../state/planning'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { Select } from '../../../ui/Select'
import { TextField } from '../../../ui/TextField'

/** A record that is to be written. */
export interface WrittenRecord {
  /** What its fields begin with. */
  readonly draft: RecordDraft
  /** The record that it replaces; null: a new one. */
  readonly replaced: DnsRecord | null
}

interface RecordDialogProps extends WrittenRecord {
  readonly domain: Domain
  /** Null: they were not read. */
  readonly records: readonly DnsRecord[] | null
  readonly onBegun: (job: Job) => void
  readonly onClose: () => void
}

/** A DNS record, judged by the rules for its type while one types. */
export function RecordDialog({ domain, draft, replaced, records, onBegun, onClose }: RecordDialogProps) {
  const [typed, setTyped] = useState<TypedRecord>(() => typedRecord(draft))
  const [isTried, setIsTried] = useState(false)
  const others = standingBeside(records, replaced)
  const read = readRecord(typed, { domain: domain.name, others, replaced })
  const { complaints } = read
  const fill = (field: keyof TypedRecord) => (value: string) =>
    setTyped((now) => ({ ...now, [field]: value }))
  const beside = <F extends keyof typeof complaints>(field: F) => ({
    complaint: complaints[field] ?? null,
    isTried,
  })

  function proceed() {
    setIsTried(true)
    if (Object.keys(complaints).length > 0 || domain.serviceId === null) return
    const id = replaced?.serviceId ?? null
    const inputs = { domainId: domain.serviceId, ...read.inputs, ...(id === null ? {} : { id }) }
    propose(
      {
        operation: id === null ? 'dns.create' : 'dns.update',
        of: { accountId: domain.accountId, rows: [{ workspaceId: domain.workspaceId, inputs }] },
      },
      (job) => {
        onBegun(job)
        onClose()
      },
    )
  }

  return (
    <Dialog
      title={replaced === null ? text.addTitle(domain.name) : text.editTitle(domain.name)}
      onClose={onClose}
      onSubmit={proceed}
      action={
        <Button look="primary" type="submit">
          {text.proceed}
        </Button>
      }
    >
      <div className="grid grid-cols-[8rem_1fr] items-start gap-4">
        <Select
          label={text.type}
          value={typed.type}
          options={typeOptions(typed.type)}
          onChange={fill('type')}
          {...(complaints.recordType === undefined ? {} : { hint: complaints.recordType })}
        />
        <TextField
          {...beside('host')}
          label={text.host}
          value={typed.host}
          onChange={fill('host')}
          hint={text.hostHint(domain.name)}
          maxLength={260}
          isMono
          autoFocus
        />
      </div>
      <TextField
        {...beside('value')}
        label={text.value}
        value={typed.value}
        onChange={fill('value')}
        hint={valueHint(typed.type)}
        maxLength={20_000}
        isMono
        {...(typed.type === 'TXT' ? { rows: 4 } : {})}
      />
      <Remarks draft={read.draft} />
      <div className="grid grid-cols-2 items-start gap-4">
        <TextField
          {...beside('ttl')}
          label={text.ttl}
          value={typed.ttl}
          onChange={fill('ttl')}
          hint={text.ttlHint}
          inputMode="numeric"
          maxLength={15}
          isOptional
          isMono
        />
        {hasPriority(typed.type) && (
          <TextField
            {...beside('priority')}
            label={text.priority}
            value={typed.priority}
            onChange={fill('priority')}
            inputMode="numeric"
            maxLength={15}
            isMono
          />
        )}
      </div>
      {records === null && <p className="text-ink-soft">{text.unread}</p>}
    </Dialog>
  )
}

/** Those that Litemail takes, and the one that a record has. */
const typeOptions = (now: string) =>
  [...new Set([...recordTypes, now])].map((type) => ({ id: type, text: type }))

const hints: Readonly<Record<string, string>> = text.valueHints
const valueHint = (type: string): string => hints[type] ?? ''

/** What is allowed and may not be meant, and how a long text leaves. */
function Remarks({ draft }: { readonly draft: RecordDraft }) {
  const remark = remarkOn(draft)
  const parts = draft.type === 'TXT' ? (stringsOf(draft.value)?.length ?? 1) : 1
  return (
    <div aria-live="polite" className="flex flex-col gap-1 empty:hidden">
      {remark !== null && <p className="text-warn-ink">{text.remarks[remark]}</p>}
      {parts > 1 && <p className="text-ink-soft">{text.parted(parts)}</p>}
    </div>
  )
}
