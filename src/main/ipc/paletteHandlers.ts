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

/** One line a method of `contract/palette.ts`. */
export function createPaletteHandlers(
  { store, clock }: Context,
  desktop: PaletteDesktop,
): Pick<Handlers, Extract<Method, keyof typeof paletteMethods>> {
  return {
    'palette.find': ({ text }) => store.read('palette.find', { text, now: clock.now() }),
    'palette.recent': () => store.read('palette.recent'),
    'palette.use': async (used) => nothing(await store.write('palette.use', used)),
    'palette.act': async ({ act }) => {
      desktop.act(act)
      return ok({})
    },
  }
}
