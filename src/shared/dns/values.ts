import { isAddress, isIpv4, isIpv6 } from './addresses'
import { isDomainName, isHostName } from './names'

/*
 * What records of a type say, each on its own.
 */

export type ValueIssue =
  | 'value-empty'
  | 'a-address'
  | 'aaaa-address'
  | 'target-address'
  | 'target-name'
  | 'target-itself'
  | 'srv-value'
  | 'caa-value'
  | 'caa-issuer'
  | 'caa-report'

/** A name that a record points at, wherever mail or requests go then. */
function judgeTarget(value: string): ValueIssue | null {
  if (isAddress(value)) return 'target-address'
  return isHostName(value) ? null : 'target-name'
}

/** `weight port target` (RFC 2782); a single dot says that there is no such service. */
function judgeService(value: string): ValueIssue | null {
  const [weight = '', port = '', target = '', ...more] = value.split(/\s+/)
  const areNumbers = [weight, port].every((part) => /^\d{1,5}$/.test(part) && Number(part) <= 65_535)
  if (!areNumbers || target === '' || more.length > 0) return 'srv-value'
  return target === '.' ? null : judgeTarget(target)
}

/** `flags tag "value"` (RFC 8659, 4.1). */
function judgeAuthority(value: string): ValueIssue | null {
  const found = /^(\d{1,3})\s+([a-z0-9]{1,15})\s+(?:"([^"]*)"|([^\s"]+))$/i.exec(value)
  if (found === null || Number(found[1]) > 255) return 'caa-value'
  const said = (found[3] ?? found[4] ?? '').trim()
  const tag = found[2]?.toLowerCase() ?? ''
  if (tag === 'issue' || tag === 'issuewild') {
    const [issuer = '', ...parameters] = said.split(';').map((part) => part.trim())
    const areParameters = parameters
      .filter((part, place) => part !== '' || place < parameters.length - 1)
      .every((part) => /^[a-z0-9][a-z0-9-]*\s*=\s*[\x21-\x3a\x3c-\x7e]*$/i.test(part))
    return (issuer === '' || isHostName(issuer)) && areParameters ? null : 'caa-issuer'
  }
  if (tag === 'iodef') return /^(https?:\/\/|mailto:)\S+$/i.test(said) ? null : 'caa-report'
  return null
}

/** Why a record of a type cannot say this; null also for types that Mailroom has no rules of. TXT has its own. */
export function judgeValue(type: string, value: string): ValueIssue | null {
  const text = value.trim()
  if (text === '') return 'value-empty'
  switch (type) {
    case 'A':
      return isIpv4(text) ? null : 'a-address'
    case 'AAAA':
      return isIpv6(text) ? null : 'aaaa-address'
    case 'CNAME':
      // Another name for what need not be a host: keys of DKIM stand under such names.
      if (isAddress(text)) return 'target-address'
      return isDomainName(text) ? null : 'target-name'
    case 'MX':
      // No mail at all (RFC 7505).
      return text === '.' ? null : judgeTarget(text)
    case 'NS':
      return judgeTarget(text)
    case 'SRV':
      return judgeService(text)
    case 'CAA':
      return judgeAuthority(text)
    default:
      return null
  }
}
