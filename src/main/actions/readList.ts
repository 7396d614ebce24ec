import type { Output, Parsed } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import { ok, type Result } from '../../shared/result'
import { markKnown, readPasted } from '../rules/pastedList'
import type { Context } from './context'
import { chooseAccount } from './planRow'
import { readAllowance } from './readAllowance'

/** A pasted list as it is understood, what stands against each line, and what is left of the account's allowance. */
export async function readList(
  context: Context,
  { text, accountId, domain }: Parsed<'batches.read'>,
): Promise<Result<Output<'batches.read'>, AppError>> {
  const settings = await context.store.read('settings.get')
  if (!settings.ok) return settings
  const { domains, defaultDomain } = settings.value
  const pasted = readPasted({
    text,
    domain: domain ?? defaultDomain,
    domains: domains.map((choice) => choice.domain),
  })
  const account = await chooseAccount(context, accountId ?? null)
  if (!account.ok && account.error.kind !== 'no-account') return account
  const known = await context.store.read(
    'addresses.known',
    pasted.flatMap(({ email }) => email ?? []),
    account.ok ? account.value.id : null,
  )
  if (!known.ok) return known
  const allowance = account.ok ? await readAllowance(context, account.value.id) : null
  if (allowance !== null && !allowance.ok) return allowance
  const isKnown = new Set(known.value.map((email) => email.toLowerCase()))
  return ok({
    lines: pasted.map((line) => {
      const { email: _, ...listed } = markKnown(line, isKnown)
      return listed
    }),
    allowance: allowance?.value ?? null,
  })
}
