import { showAddress } from '../../../state/app'

/**
 * Gives the keyboard back to the row of an address, or, where the list does not show it any more, to the list
 * itself: never to nothing.
 */
export function focusList(id: string): void {
  showAddress(id)
  // The list focuses the row by itself once it has drawn it.
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body && document.activeElement !== null) return
    const main = document.querySelector('main')
    const place =
      main?.querySelector<HTMLElement>('[role="row"][tabindex="0"]') ??
      main?.querySelector<HTMLElement>('input, button:not(:disabled)')
    place?.focus({ preventScroll: true })
  })
}
