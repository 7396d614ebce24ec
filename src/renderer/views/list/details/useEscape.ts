import { useEffect } from 'react'
import type { SelectionStore } from '../../../state/list/selection'

const isRow = (target: EventTarget | null) => target instanceof HTMLElement && target.matches('[role="row"]')

/**
 * Calls `leave` for Escape anywhere in the window where nothing nearer uses it: what it means to a field, a menu or a
 * dialog comes first, and so does the choice of several rows; that of the one row that is shown does not.
 */
export function useEscape(leave: () => void, selection: SelectionStore | undefined): void {
  useEffect(() => {
    const use = (event: KeyboardEvent) => {
      event.preventDefault()
      event.stopPropagation()
      leave()
    }
    const onCapture = (event: KeyboardEvent) => {
      const chosen = selection?.use.getState().places.size ?? 0
      if (event.key === 'Escape' && isRow(event.target) && chosen <= 1) use(event)
    }
    const onBubble = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) use(event)
    }
    window.addEventListener('keydown', onCapture, true)
    window.addEventListener('keydown', onBubble)
    return () => {
      window.removeEventListener('keydown', onCapture, true)
      window.removeEventListener('keydown', onBubble)
    }
  })
}
