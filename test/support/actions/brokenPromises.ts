import type { CrashPlan } from './crashPlan'

/** What is there after a crash and a start. */
export interface Aftermath {
  /** The list of addresses. */
  readonly rows: readonly { readonly email: string; readonly state: string }[]
  readonly isSound: boolean
  /** What was logged as a fault of Mailroom itself. */
  readonly faults: readonly unknown[]
}

/**
 * What the promises of ARCHITECTURE.md ("Writes") say of the list, the service and each other; `held` is what the
 * service holds for the key, read after the list. Empty where all are kept.
 */
export function brokenPromises(
  { rows, isSound, faults }: Aftermath,
  held: readonly string[],
  { presses }: Pick<CrashPlan, 'presses'>,
): string[] {
  const stateOf = new Map(rows.map(({ email, state }) => [email, state]))
  const created = rows.filter(({ state }) => state === 'created').map(({ email }) => email)
  return [
    ...held
      .filter((email) => !['created', 'unconfirmed'].includes(stateOf.get(email) ?? ''))
      .map((email) => `held but ${stateOf.get(email) ?? 'not listed'}: ${email}`),
    ...created.filter((email) => !held.includes(email)).map((email) => `created but not held: ${email}`),
    ...(new Set(created).size === created.length ? [] : ['listed twice as created']),
    ...(held.length <= presses.length ? [] : [`${held.length} addresses of ${presses.length} presses`]),
    ...(rows.length <= presses.length ? [] : [`${rows.length} rows of ${presses.length} presses`]),
    ...(isSound ? [] : ['the database is damaged']),
    ...(faults.length === 0 ? [] : [`faults: ${JSON.stringify(faults)}`]),
  ]
}
