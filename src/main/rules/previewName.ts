import type { Parsed } from '../../shared/contract'
import { draw } from './localPart'
import { reservedStanding } from './reservedNames'

/**
 * An example of what a form asks for, and whether its typed name is one that LikeDo keeps for itself.
 * `random` draws a whole number below its argument.
 */
export function previewName(wish: Parsed<'addresses.preview'>, random: (below: number) => number) {
  const typed = wish.localPart?.trim().toLowerCase() ?? ''
  const drawn = draw({ style: wish.style, prefix: wish.prefix ?? '', hasHyphens: wish.hasHyphens, random })
  return { example: typed === '' ? drawn.localPart : typed, reserved: reservedStanding(typed) }
}
