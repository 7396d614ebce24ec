import type { DnsRecordFacts } from '../../../../shared/litemail/facts'
import { ok, type Result } from '../../../../shared/result'
import type { BodyProblem } from '../../../rules/outcome'
import { below, type Decoder, misshapen } from '../envelope'
import type { Row } from '../fields'
import { listOf } from '../rows'
import { decodeTable } from '../table'

/** The domain itself, as zone files write it (RFC 1035, 5.1). */
const APEX = '@'

function decodeRecord(row: Row): Result<DnsRecordFacts, BodyProblem> {
  const type = row.word('recordType', 'type')?.toUpperCase()
  if (type === undefined) return misshapen(below(row.place, 'recordType'))
  // Edited as it stands there, so kept as it stands there.
  const value = row.exact('value', 'content')
  if (value === null) return misshapen(below(row.place, 'value'))
  const host = row.wordOrNone('host', 'name')
  if (host === null) return misshapen(below(row.place, 'host'))
  return ok({
    id: row.id('id', '_id', 'recordId'),
    type,
    host: host || APEX,
    value,
    priority: row.count('priority'),
    ttl: row.count('ttl'),
  })
}

const decodePage = listOf(['records', 'dnsRecords'], decodeRecord)

const decodeRecords: Decoder<readonly DnsRecordFacts[]> = (opened) => {
  const page = decodePage(opened)
  return page.ok ? ok(page.value.rows) : page
}

export const dns = {
  'dns.list': decodeRecords,
  'dns.create': decodeTable,
  'dns.update': decodeTable,
  'dns.delete': decodeTable,
}
