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

/** The screen's own first place: the active row of its list, else its search box, else its first control. */
export const mainPlace = (): HTMLElement | null =>
  document.querySelector<HTMLElement>('main [role="row"][tabindex="0"]') ??
  document.querySelector<HTMLElement>('main [data-search]') ??
  document.querySelector<HTMLElement>('main :is(input, button):not(:disabled)')
