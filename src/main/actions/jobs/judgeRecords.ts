import { judgeRecord, type RecordDraft } from '../../../shared/dns/record'
import type { AppError } from '../../../shared/errors'
import type { DnsRecord } from '../../../shared/health'
import type { WritingId } from '../../../shared/litemail/writing'
import type { FilledInputs } from '../../../shared/operationAnswer'
import type { RowsWish } from '../../../shared/plan'
import { ok, type Result } from '../../../shared/result'
import type { Context } from '../context'

const textOf = (value: FilledInputs[string] | undefined): string => (typeof value === 'string' ? value : '')
const numberOf = (value: FilledInputs[string] | undefined): number | null =>
  typeof value === 'number' ? value : null

const draftOf = ({ recordType, host, value, ttl, priority }: FilledInputs): RecordDraft => ({
  ...{ type: textOf(recordType), host: textOf(host), value: textOf(value) },
  ...{ ttl: numberOf(ttl), priority: numberOf(priority) },
})

/**
 * What stands against DNS records that are to be written, row by row, as `rows.0.inputs.value: spf-second`: by the rules for
 * their type, and beside what stands at their domain as far as that was read.
 */
export async function judgeRecords(
  { store }: Context,
  operation: WritingId,
  { accountId, rows }: RowsWish,
): Promise<Result<string[], AppError>> {
  if (operation !== 'dns.create' && operation !== 'dns.update') return ok([])
  const known = new Map<string, { readonly domain: string; readonly records: DnsRecord[] } | null>()
  const issues: string[] = []
  for (const [place, { inputs }] of rows.entries()) {
    const domainId = textOf(inputs.domainId)
    if (!known.has(domainId)) {
      const found = await store.read('dns.records', { accountId, domainId })
      if (!found.ok) return found
      known.set(domainId, found.value)
    }
    const { domain = '', records = [] } = known.get(domainId) ?? {}
    const replaced =
      operation === 'dns.update' ? (records.find(({ serviceId }) => serviceId === inputs.id) ?? null) : null
    const others = records.filter((record) => record !== replaced)
    for (const { field, rule } of judgeRecord(draftOf(inputs), { domain, others, replaced })) {
      issues.push(`rows.${place}.inputs.${field}: ${rule}`)
    }
  }
  return ok(issues)
}
