import type { DnsCheckFacts } from '../../../../shared/litemail/facts'
import { ok, type Result } from '../../../../shared/result'
import type { BodyProblem } from '../../../rules/outcome'
import { below, type Decoder, misshapen } from '../envelope'
import type { Row } from '../fields'
import { listOf, oneOf } from '../rows'

/** A row that says nothing of any record is no check: nothing is taken for good, or for missing, that was not said. */
function decodeCheck(row: Row): Result<DnsCheckFacts, BodyProblem> {
  const found = {
    mx: row.presence('mxRecords', 'mxRecord', 'mx'),
    spf: row.presence('spfRecord', 'spfRecords', 'spf'),
    dkim: row.presence('dkimRecords', 'dkimRecord', 'dkim'),
    dmarc: row.presence('dmarcRecords', 'dmarcRecord', 'dmarc'),
  }
  if (Object.values(found).every((said) => said === null)) return misshapen(below(row.place, 'mxRecords'))
  return ok({
    id: row.id('id', '_id', 'domainId'),
    name: row.word('domain', 'domainName', 'name')?.toLowerCase() ?? null,
    ...found,
  })
}

const decodeList = listOf(['domains', 'checks'], decodeCheck)
const decodeOne = oneOf('check', decodeCheck)

/** What a check found, a row a domain; of one domain it may come without a list around it. */
export const decodeChecks: Decoder<readonly DnsCheckFacts[]> = (opened) => {
  const list = decodeList(opened)
  if (list.ok) return ok(list.value.rows)
  const one = decodeOne(opened)
  return one.ok ? ok([one.value]) : list
}
