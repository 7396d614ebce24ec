import type { AppError } from '../../../shared/errors'
import type { AskedHealth } from '../../../shared/health'
import { err, ok, type Result } from '../../../shared/result'
import { judgeNameServers } from '../../rules/domainHealth'
import type { Context } from '../context'
import { askHealth, readAboutHealth } from './askHealth'

/** Reads the DNS records of a domain. */
export const readRecords = (context: Context, id: string): Promise<Result<AskedHealth, AppError>> =>
  askHealth(context, id, 'dns.list', {
    inputsOf: ({ serviceId }) => (serviceId === null ? null : { domainId: serviceId }),
    keep: ({ domain, account }, records, at) =>
      context.store.write('dns.takeRecords', { accountId: account.id, domain: domain.name, at, records }),
  })

/** Asks which name servers a domain is to have. */
export const readNameServers = (context: Context, id: string): Promise<Result<AskedHealth, AppError>> =>
  askHealth(context, id, 'domains.nameServers', {
    inputsOf: ({ name }) => ({ domainName: name }),
    keep: ({ domain, account }, { nameServers }, at) =>
      context.store.write('dns.takeNameServers', {
        accountId: account.id,
        domain: domain.name,
        at,
        nameServers,
      }),
  })

/** Asks whether the name servers of a domain have come to be known. */
export const checkPropagation = (context: Context, id: string): Promise<Result<AskedHealth, AppError>> =>
  askHealth(context, id, 'domains.verifyNameServers', {
    inputsOf: ({ name }) => ({ domainName: name }),
    keep: ({ domain, account }, { isWhole, nameServers, expectedNameServers }, at) =>
      context.store.write('dns.takePropagation', {
        accountId: account.id,
        domain: domain.name,
        at,
        isWhole,
        areExpected: judgeNameServers(nameServers ?? [], expectedNameServers ?? []),
      }),
  })

/**
 * Puts the name servers that a domain is to have on the clipboard, one a line: the expected ones, else those that the service
 * told when asked, else those that it has. not-found where none are known.
 */
export async function copyNameServers(
  context: Context,
  id: string,
): Promise<Result<{ copied: number }, AppError>> {
  const about = await readAboutHealth(context, id)
  if (!about.ok) return about
  const { nameServers, toldNameServers } = about.value
  const names = nameServers.expected ?? toldNameServers?.servers ?? nameServers.current ?? []
  if (names.length === 0) return err({ kind: 'not-found', what: 'domain' })
  const copied = await context.copy(names.join('\n'))
  return copied.ok ? ok({ copied: names.length }) : copied
}
