import type { Parsed } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import type { LitemailAccount } from '../../shared/litemail/account'
import type { FleetPart, FleetStatus } from '../../shared/litemail/fleet'
import { err, ok, type Result } from '../../shared/result'
import type { Context } from '../actions/context'
import { partName } from '../actions/fleet/reading'
import { findLitemailAccount } from '../actions/litemail/account'
import { type FleetPartRow, neverReadPart } from '../store/fleetRows'
import { giveUpRest } from './giveUpRest'
import { partKeys } from './partKeys'
import { beginReading, isAskable } from './runs'

/** How old each list is, what is being read, and what failed. */
export async function readFleetStatus(context: Context): Promise<Result<FleetStatus, AppError>> {
  const [accounts, parts, counts] = await Promise.all([
    context.store.read('litemail.accounts'),
    context.store.read('fleet.parts', null),
    context.store.read('fleet.counts'),
  ])
  if (!accounts.ok) return accounts
  if (!parts.ok) return parts
  if (!counts.ok) return counts
  const known = new Map(parts.value.map((part) => [partName(part), part]))
  const kept = new Map(counts.value.map((count) => [partName(count), count.kept]))
  const status: FleetPart[] = []
  for (const account of accounts.value) {
    const workspaces = await context.store.read('fleet.workspaces', account.id)
    if (!workspaces.ok) return workspaces
    const names = new Map(workspaces.value.map(({ serviceId, name }) => [serviceId, name]))
    for (const key of partKeys(account.id, [...names.keys()], parts.value)) {
      const name = partName(key)
      status.push({
        ...told(known.get(name) ?? neverReadPart(key)),
        ...standing(context, name, known.get(name)),
        accountName: account.name,
        workspaceName: names.get(key.workspaceId) ?? null,
        kept: kept.get(name) ?? 0,
      })
    }
  }
  const unreached = accounts.value.filter(({ origin }) => !context.isReached(origin)).map(({ id }) => id)
  return ok({ parts: status, unreached })
}

const told = ({ open: _open, pageSize: _size, isOwnSize: _own, ...part }: FleetPartRow) => part

/** A pass that is open and not gone on with stands paused, since Mailroom was ended or because it waits for a key. */
function standing(
  { readings }: Context,
  name: string,
  part: FleetPartRow | undefined,
): Pick<FleetPart, 'state' | 'page' | 'pages'> {
  const reading = readings.get(name)
  if (reading !== undefined) return reading
  const open = part?.open ?? null
  return open === null
    ? { state: 'resting', page: null, pages: null }
    : { state: 'paused', page: open.done + 1, pages: open.pages }
}

/**
 * Reads all lists again, of one account or all, because the user asked for it; where that is under way, what it has read
 * to its end already is read once more. Answers when it has begun.
 */
export async function refreshFleet(
  context: Context,
  { accountId }: Parsed<'fleet.refresh'>,
): Promise<Result<void, AppError>> {
  const accounts = await accountsOf(context, accountId)
  if (!accounts.ok) return accounts
  // None waits for another: one may have to wait for the end of its own reading.
  const begun = await Promise.all(
    accounts.value
      .filter(isAskable)
      .map((account) =>
        beginReading(context, account, { what: 'lists', pace: () => 'window', isAsked: true }),
      ),
  )
  return begun.find((each) => !each.ok) ?? ok(undefined)
}

/** One that is named is asked for itself: why it cannot be asked is the answer then. */
async function accountsOf(
  context: Context,
  accountId: string | undefined,
): Promise<Result<readonly LitemailAccount[], AppError>> {
  if (accountId === undefined) return context.store.read('litemail.accounts')
  const account = await findLitemailAccount(context, accountId)
  if (!account.ok) return account
  switch (account.value.keyStanding) {
    case 'absent':
      return err({ kind: 'keychain', problem: 'no-key' })
    case 'refused':
      return err({ kind: 'unauthorized', message: null })
    default:
      return ok([account.value])
  }
}

/** The user says whether what a whole pass missed is gone. */
export async function decideFleet(
  context: Context,
  { accountId, workspaceId, noun, areGone }: Parsed<'fleet.decide'>,
): Promise<Result<void, AppError>> {
  const key = { accountId, workspaceId, noun }
  const decided = await context.store.write('fleet.decide', { key, areGone, at: context.clock.now() })
  if (!decided.ok) return decided
  return decided.value > 0 ? giveUpRest(context, key) : ok(undefined)
}
