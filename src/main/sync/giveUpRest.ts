import type { AppError } from '../../shared/errors'
import { ok, type Result } from '../../shared/result'
import type { Context } from '../actions/context'
import type { PartKey } from '../store/fleetRows'

/** Gives up what is left of the rows of a list that are gone, some at a time: other writes have their turn in between. */
export async function giveUpRest(
  { store, clock }: Pick<Context, 'store' | 'clock'>,
  key: PartKey,
): Promise<Result<void, AppError>> {
  const at = clock.now()
  for (;;) {
    const gone = await store.write('fleet.giveUp', { key, at })
    if (!gone.ok) return gone
    if (gone.value === 0) return ok(undefined)
  }
}
