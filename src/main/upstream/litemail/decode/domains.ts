import type { DomainFacts } from '../../../../shared/litemail/facts'
import { ok, type Result } from '../../../../shared/result'
import type { BodyProblem } from '../../../rules/outcome'
import { cleanText } from '../../serviceText'
import { below, type Fields, firstOf, misshapen } from '../envelope'
import type { Row } from '../fields'
import { listOf, oneOf } from '../rows'
import { decodeTable } from '../table'
import { decodeChecks } from './dnsChecks'
import { decodeNameServers, decodePropagation } from './nameServers'

const names = ['domain', 'domainName', 'name']

/** The name of a domain, in small letters, as names of hosts are compared (RFC 4343); null where it has none. */
export const domainNameOf = (fields: Fields): string | null =>
  cleanText(firstOf(fields, names)?.[1])?.toLowerCase() ?? null

function decodeDomain(row: Row): Result<DomainFacts, BodyProblem> {
  const id = row.id('id', '_id', 'domainId')
  if (id === null) return misshapen(below(row.place, 'id'))
  const name = row.word(...names)?.toLowerCase()
  if (name === undefined) return misshapen(below(row.place, 'domain'))
  return ok({
    id,
    name,
    status: row.text('status'),
    mailboxCount: row.count('assignedMailboxesCount', 'mailboxCount'),
    registeredAt: row.moment('registeredOn', 'registeredAt'),
    expiresAt: row.moment('expireOn', 'expiresAt'),
    isAutoRenewing: row.flag('autoRenew'),
    forwardTo: row.wordOrNone('forwardTo'),
    forwardingEmail: row.wordOrNone('forwardingEmail'),
    catchAllEmail: row.wordOrNone('catchAllEmail'),
    dmarcEmail: row.wordOrNone('dmarcEmail'),
    tags: row.tags('tags', 'tagIds'),
    nameServers: row.texts('nameServers') ?? [],
    expectedNameServers: row.texts('expectedNameServers') ?? [],
    other: row.others(),
  })
}

export const domains = {
  'domains.list': listOf(['domains'], decodeDomain),
  'domains.get': oneOf('domain', decodeDomain),
  'domains.assignable': decodeTable,
  'domains.available': decodeTable,
  'domains.purchaseLink': decodeTable,
  'domains.register': decodeTable,
  'domains.connect': decodeTable,
  'domains.nameServers': decodeNameServers,
  'domains.verifyNameServers': decodePropagation,
  'domains.checkDns': decodeChecks,
  'domains.addDmarc': decodeTable,
  'domains.addForwarding': decodeTable,
  'domains.removeForwarding': decodeTable,
  'domains.enableEmailForwarding': decodeTable,
  'domains.removeEmailForwarding': decodeTable,
  'domains.enableCatchAll': decodeTable,
  'domains.removeCatchAll': decodeTable,
  'domains.remove': decodeTable,
}
