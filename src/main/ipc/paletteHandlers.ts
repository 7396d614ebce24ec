import type { Method } from '../../shared/contract'
import type { paletteMethods } from '../../shared/contract/palette'
import type { Context } from '../actions/context'
import type { Handlers } from './dispatch'

/** One line a method of `contract/palette.ts`. */
export function createPaletteHandlers(
  _context: Context,
): Pick<Handlers, Extract<Method, keyof typeof paletteMethods>> {
  return {}
}
