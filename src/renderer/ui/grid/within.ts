import type { MouseEvent } from 'react'

/** A press on a button or in a field within a row is that one's own. */
export const isOnControl = ({ target }: MouseEvent): boolean =>
  target instanceof Element && target.closest('button, input, textarea, a') !== null

/** Moves the focus among a row and its controls. */
export function moveWithin(target: HTMLElement, by: 1 | -1): void {
  const row = target.closest<HTMLElement>('[data-row]')
  if (row === null) return
  const stops = [row, ...row.querySelectorAll<HTMLElement>('button:not(:disabled)')]
  const at = stops.indexOf(target)
  stops[Math.max(0, Math.min(at + by, stops.length - 1))]?.focus()
}
