import { create } from 'zustand'
import type { Created, Via } from '../../shared/address'
import type { AddressWish } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import type { Result } from '../../shared/result'
import { endingWords } from '../../shared/text/endings'
import { call } from '../bridge'
import { askFor } from './asking'
import { type Asked, type StepContext, showEnding, stepContextOf } from './notices'

/** How many presses of this window have not ended yet. */
export const useCreations = create<{ readonly inLine: number }>(() => ({ inLine: 0 }))

interface Press {
  readonly wish: AddressWish
  readonly via: Extract<Via, 'window' | 'menu'>
  readonly isOverBudgetAllowed?: boolean
}

/**
 * One press: one request to main, under an id of its own. Main keeps the line. `show` says how it ended, in the same frame
 * in which it no longer counts as under way.
 */
export async function requestAddress(
  { wish, via, isOverBudgetAllowed = false }: Press,
  show: (result: Result<Created, AppError>) => void,
): Promise<void> {
  useCreations.setState(({ inLine }) => ({ inLine: inLine + 1 }))
  try {
    const requestId = crypto.randomUUID()
    show(await call('addresses.create', { requestId, via, wish, isOverBudgetAllowed }))
  } finally {
    useCreations.setState(({ inLine }) => ({ inLine: inLine - 1 }))
  }
}

/** One press from start to end: asks main and says how it ended. */
export const createAddress = (press: Press): Promise<void> =>
  requestAddress(press, (result) => showCreation(result, press))

/** Says how a press ended, with what can be done next about it. */
export function showCreation(result: Result<Created, AppError>, press: Press): void {
  showEnding(endingWords(result), contextOf(result, press), askedOf(result, press.wish.note))
}

/** Another program, the tray or the menu made an address, or tried to. */
export async function showElsewhere(result: Result<Created, AppError>): Promise<void> {
  if (!result.ok) return showEnding(endingWords(result), stepContextOf(result.error, {}))
  const { id, accountId } = result.value
  const details = await call('addresses.get', { id })
  const note = details.ok ? details.value.address.note : ''
  showEnding(endingWords(result), { addressId: id, accountId }, askedOf(result, note))
}

/** Asks what an address is for that certainly exists and was made without a note. */
function askedOf(result: Result<Created, AppError>, note = ''): Asked | undefined {
  if (!result.ok || result.value.state !== 'created' || note !== '') return undefined
  const asks = { addressId: result.value.id, email: result.value.email }
  askFor(asks)
  return asks
}

function contextOf(result: Result<Created, AppError>, press: Press): StepContext {
  const { accountId } = result.ok ? result.value : press.wish
  const context = {
    redo: () => void createAddress({ ...press, isOverBudgetAllowed: false }),
    redoAnyway: () => void createAddress({ ...press, isOverBudgetAllowed: true }),
    wish: press.wish,
    ...(accountId === undefined ? {} : { accountId }),
    ...(result.ok ? { addressId: result.value.id } : {}),
  }
  return result.ok ? context : stepContextOf(result.error, context)
}
