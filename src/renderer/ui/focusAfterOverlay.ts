import { focusIfLost, mainPlace } from './focusIfLost'

/** The part of the page that an element lies in: the window itself, or one of what lies over it. */
const layerOf = (element: Element): Element | null => element.closest('body > *')

/**
 * What lies over the window makes the rest inert, and may lift that after it has given the keyboard back: to focus what is
 * inert does nothing (HTML, "Inert subtrees"). The keyboard then goes where it was last in what is free again.
 */
export function keepFocusPastOverlays(): void {
  const lastFocused = new WeakMap<Element, HTMLElement>()
  document.addEventListener('focusin', ({ target }) => {
    const layer = target instanceof HTMLElement ? layerOf(target) : null
    if (layer !== null && target instanceof HTMLElement) lastFocused.set(layer, target)
  })
  const giveBack = (layer: Element) => {
    const last = lastFocused.get(layer)
    focusIfLost(() => (last?.isConnected ? last : mainPlace()))
    // What is disabled or hidden by now takes no focus.
    focusIfLost(mainPlace)
  }
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const layer =
        target instanceof HTMLElement && target.isConnected && !target.inert ? layerOf(target) : null
      if (layer !== null) giveBack(layer)
    }
  }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['inert'] })
}

/** So many frames something waits at most for the window to be free. */
const MOST_FRAMES = 60

/** Does what somebody chose in an overlay that closes, once the window is free and the keyboard is back in it. */
export function afterOverlay(act: () => void): void {
  const look = (frames: number) => {
    if (frames === 0 || document.getElementById('root')?.inert !== true) act()
    else requestAnimationFrame(() => look(frames - 1))
  }
  // The keyboard is given back in the next frame.
  requestAnimationFrame(() => requestAnimationFrame(() => look(MOST_FRAMES)))
}
