export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where a window was, in device-independent pixels; what it goes back to when it is not maximised. */
export interface WindowPlace extends Area {
  readonly isMaximized: boolean
}

export const SMALLEST = { width: 720, height: 480 } as const
const USUAL = { width: 1280, height: 800 } as const

/** So much of a title bar has to be on a display for a window to be got hold of. */
const GRIP = { width: 120, height: 24 } as const

/**
 * Where a window opens: where it was, if that is still on a display, and never larger than the display
 * it is on. Without `x` and `y` the system chooses. `displays`: the work areas of all displays, the
 * primary one first.
 */
export function placeOnDisplays(
  place: WindowPlace | null,
  displays: readonly Area[],
): { x?: number; y?: number; width: number; height: number } {
  const home = place === null ? undefined : displays.find((display) => canBeHeld(place, display))
  const room = home ?? displays[0]
  const size = {
    width: clamp(place?.width ?? USUAL.width, SMALLEST.width, room?.width),
    height: clamp(place?.height ?? USUAL.height, SMALLEST.height, room?.height),
  }
  return place === null || home === undefined ? size : { x: place.x, y: place.y, ...size }
}

const clamp = (wanted: number, smallest: number, room: number | undefined) =>
  Math.round(Math.max(smallest, Math.min(wanted, room ?? wanted)))

function canBeHeld(place: Area, display: Area): boolean {
  const across = Math.min(place.x + place.width, display.x + display.width) - Math.max(place.x, display.x)
  const isTopThere = place.y >= display.y && place.y + GRIP.height <= display.y + display.height
  return across >= GRIP.width && isTopThere
}
