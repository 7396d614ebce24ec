import { type RefObject, useLayoutEffect } from 'react'

/** Where the keyboard goes when an element that has it is taken away: never to nothing. */
export function useFocusLeaves(
  element: RefObject<HTMLElement | null>,
  next: () => HTMLElement | null | undefined,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: it matters once, when the element goes
  useLayoutEffect(() => {
    const { current } = element
    return () => {
      // Still there: React calls this before it removes the element.
      if (current?.contains(document.activeElement)) next()?.focus({ preventScroll: true })
    }
  }, [])
}
