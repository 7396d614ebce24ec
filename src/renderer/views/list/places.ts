/** The row of the list that the keyboard was on last; null where no row is there. */
export const listPlace = () =>
  document.querySelector<HTMLElement>('main [role="grid"] [role="row"][tabindex="0"]')

export const searchPlace = () => document.querySelector<HTMLElement>('main [data-search]')

/** Where the keyboard goes when what it was on is gone. */
export const nextPlace = () => listPlace() ?? searchPlace()

/** A dialog closed and what had the keyboard before it may be gone: once it is known to be, the list takes it. */
export const keepFocus = () =>
  // A closing dialog gives it back in the next frame.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) nextPlace()?.focus({ preventScroll: true })
    }),
  )
