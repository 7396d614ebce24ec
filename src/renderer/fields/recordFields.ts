import {
  hasPriority,
  judgeRecord,
  type RecordDraft,
  type RecordField,
  type RecordPlace,
} from '../../shared/dns/record'
import { sentText } from '../../shared/dns/text'
import type { DnsRecord } from '../../shared/health'
import type { FilledInputs } from '../../shared/operationAnswer'
import { recordRules } from '../../shared/text/dnsRecords'

/** What stands in the fields of a DNS record. */
export interface TypedRecord {
  readonly type: string
  readonly host: string
  readonly value: string
  readonly ttl: string
  readonly priority: string
}

/** What was typed, as a record, and what stands against each field. */
export interface ReadRecord {
  readonly draft: RecordDraft
  readonly complaints: Readonly<Partial<Record<RecordField, string>>>
  /** As `dns.create` takes it. */
  readonly inputs: FilledInputs
}

/** '' is null; what is no number is none that a rule takes. */
const numberOf = (text: string): number | null => {
  const digits = text.trim()
  if (digits === '') return null
  return /^\d{1,15}$/.test(digits) ? Number(digits) : -1
}

export const typedRecord = (record: RecordDraft): TypedRecord => ({
  ...{ type: record.type, host: record.host, value: record.value },
  ...{ ttl: record.ttl === null ? '' : String(record.ttl) },
  ...{ priority: record.priority === null ? '' : String(record.priority) },
})

/**
 * What stands beside a record that is written: all that are there, without the one that it replaces. A new reading makes each
 * of them anew, so the id says which that is.
 */
export function standingBeside(
  records: readonly DnsRecord[] | null,
  replaced: DnsRecord | null,
): readonly DnsRecord[] {
  const id = replaced?.serviceId ?? null
  return (records ?? []).filter(
    (record) => !record.isGone && (id === null ? record !== replaced : record.serviceId !== id),
  )
}

/** The rules are main's, too, which judges it again. */
export function readRecord(typed: TypedRecord, place: RecordPlace): ReadRecord {
  const { type } = typed
  const draft: RecordDraft = {
    ...{ type, host: typed.host.trim() },
    value: type === 'TXT' ? sentText(typed.value) : typed.value.trim(),
    ttl: numberOf(typed.ttl),
    // A type that has none shows no field for it.
    priority: hasPriority(type) ? numberOf(typed.priority) : null,
  }
  const complaints: Partial<Record<RecordField, string>> = {}
  for (const { field, rule } of judgeRecord(draft, place)) complaints[field] ??= recordRules[rule]
  const { ttl, priority } = draft
  return {
    draft,
    complaints,
    inputs: {
      ...{ recordType: draft.type, host: draft.host, value: draft.value },
      ...(ttl === null ? {} : { ttl }),
      ...(priority === null ? {} : { priority }),
    },
  }
}
