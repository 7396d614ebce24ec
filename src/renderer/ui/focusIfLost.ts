const isNothing = (element: Element | null) => element === null || element === document.body

/**
 * Focuses what `find` finds where the focus is on nothing, once what was closed or taken away has had its chance
 * to give it back (a dialog does that in the frame after its last one).
 */
export function focusIfLost(find: () => HTMLElement | null | undefined): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (isNothing(document.activeElement)) find()?.focus({ preventScroll: true })
    }),
  )
}
