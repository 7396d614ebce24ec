import { judgeRecord, type RecordDraft } from '../../../shared/dns/record'
import type { AppError } from '../../../shared/errors'
import type { DnsRecord } from '../../../shared/health'
import type { LitemailAccount } from '../../../shared/litemail/account'
import type { WritingId } from '../../../shared/litemail/writing'
import type { FilledInputs } from '../../../shared/operationAnswer'
import type { RowsWish } from '../../../shared/plan'
import { ok, type Result } from '../../../shared/result'
import type { Context } from '../context'
import { readRecordsAgain } from './freshRecords'

const textOf = (value: FilledInputs[string] | undefined): string => (typeof value === 'string' ? value : '')
const numberOf = (value: FilledInputs[string] | undefined): number | null =>
  typeof value === 'number' ? value : null

const draftOf = ({ recordType, host, value, ttl, priority }: FilledInputs): RecordDraft => ({
  ...{ type: textOf(recordType), host: textOf(host), value: textOf(value) },
  ...{ ttl: numberOf(ttl), priority: numberOf(priority) },
})

/**
 * What stands against DNS records that are to be written, row by row, as `rows.0.inputs.value: spf-second`: by the rules for
 * their type, and beside what stands at their domain as far as that was read. Where it is another record that stands against
 * one, the domain is read once more: it may have been deleted since, as one is that is put back.
 */
export async function judgeRecords(
  context: Context,
  account: LitemailAccount,
  operation: WritingId,
  wish: RowsWish,
): Promise<Result<string[], AppError>> {
  if (operation !== 'dns.create' && operation !== 'dns.update') return ok([])
  const judged = await judge(context, operation, wish)
  if (!judged.ok || !judged.value.isByOthers) return judged.ok ? ok(judged.value.issues) : judged
  await readRecordsAgain(context, account, wish.rows, context.clock.now())
  const again = await judge(context, operation, wish)
  return again.ok ? ok(again.value.issues) : again
}

/** `isByOthers`: some of it would not stand against them at a domain without records. */
async function judge(
  { store }: Context,
  operation: 'dns.create' | 'dns.update',
  { accountId, rows }: RowsWish,
): Promise<Result<{ readonly issues: string[]; readonly isByOthers: boolean }, AppError>> {
  const known = new Map<string, { readonly domain: string; readonly records: DnsRecord[] } | null>()
  const issues: string[] = []
  let isByOthers = false
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
    const found = judgeRecord(draftOf(inputs), { domain, others, replaced })
    for (const { field, rule } of found) issues.push(`rows.${place}.inputs.${field}: ${rule}`)
    const alone = judgeRecord(draftOf(inputs), { domain, others: [], replaced })
    isByOthers ||= found.length > alone.length
  }
  return ok({ issues, isByOthers })
}
