import type { AppError } from '../../../shared/errors'
import type { AskedHealth } from '../../../shared/health'
import type { LitemailAccount } from '../../../shared/litemail/account'
import { ok, type Result } from '../../../shared/result'
import { type AskedDomain, matchChecks } from '../../rules/domainHealth'
import type { Context } from '../context'
import { type ReadWish, readOperation } from '../litemail/readOperation'
import { askHealth } from './askHealth'

/** Checks the DNS records of a domain, now, for somebody who waits. */
export const checkDomain = (context: Context, id: string): Promise<Result<AskedHealth, AppError>> =>
  askHealth(context, id, 'domains.checkDns', {
    inputsOf: ({ serviceId }) => (serviceId === null ? null : { domainIds: [serviceId] }),
    keep: ({ domain: { serviceId, name }, account }, facts, at) =>
      context.store.write('dns.takeChecks', {
        accountId: account.id,
        at,
        tried: [name],
        checks: matchChecks([{ serviceId: serviceId ?? '', name }], facts),
      }),
  })

/**
 * Checks several domains of one workspace by one request, and keeps what that finds. Answers the names of those that it told
 * of. Where several were asked about, one that it did not tell of counts as not asked about.
 */
export async function checkDomains(
  context: Context,
  account: LitemailAccount,
  domains: readonly AskedDomain[],
  wish: Omit<ReadWish, 'inputs'>,
): Promise<Result<readonly string[], AppError>> {
  const inputs = { domainIds: domains.map(({ serviceId }) => serviceId) }
  const read = await readOperation(context, account, 'domains.checkDns', { ...wish, inputs })
  if (!read.ok) return read
  const checks = matchChecks(domains, read.value)
  const told = checks.map(({ domain }) => domain)
  const tried = domains.length === 1 ? domains.map(({ name }) => name) : told
  const at = context.clock.now()
  const kept = await context.store.write('dns.takeChecks', { accountId: account.id, at, tried, checks })
  return kept.ok ? ok(told) : kept
}
