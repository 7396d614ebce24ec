import type { Method } from '../../shared/contract'
import type { paletteMethods } from '../../shared/contract/palette'
import type { WindowAct } from '../../shared/palette'
import { ok } from '../../shared/result'
import type { Context } from '../actions/context'
import { nothing } from './answers'
import type { Handlers } from './dispatch'

/** What only the desktop can do for the palette. */
export interface PaletteDesktop {
  /** Does it with the main window, once the answer is out. */
  act(act: WindowAct): void
}

/** Any one finds much, and has all that finding needs made. */
const ANY_LETTER = 'e'

/** One line a method of `contract/palette.ts`. */
export function createPaletteHandlers(
  { store, clock }: Context,
  desktop: PaletteDesktop,
): Pick<Handlers, Extract<Method, keyof typeof paletteMethods>> {
  return {
    'palette.find': ({ text }) => store.read('palette.find', { text, now: clock.now() }),
    'palette.recent': async () => {
      const recent = await store.read('palette.recent')
      // Asked when the palette opens: what its first letter needs is made while its user reaches for the key.
      void store.read('palette.find', { text: ANY_LETTER, now: clock.now() })
      return recent
    },
    'palette.use': async (used) => nothing(await store.write('palette.use', used)),
    'palette.act': async ({ act }) => {
      desktop.act(act)
      return ok({})
    },
  }
}
