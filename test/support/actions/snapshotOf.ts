import { takeSnapshot } from '../../../src/main/actions/choice'
import type { Context } from '../../../src/main/actions/context'
import type { AddressView } from '../../../src/shared/addressView'
import { take } from './take'

/** All that a view of addresses matches now, as a window chooses it. */
export const snapshotOf = async (context: Context, view: AddressView) =>
  take(takeSnapshot(context, await context.store.read('addresses.ids', view)))
