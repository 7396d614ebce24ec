/** The row of the list that the keyboard was on last; null where no row is there. */
export const listPlace = () =>
  document.querySelector<HTMLElement>('main [role="grid"] [role="row"][tabindex="0"]')

export const searchPlace = () => document.querySelector<HTMLElement>('main [data-search]')

/** Where the keyboard goes when what it was on is gone. */
export const nextPlace = () => listPlace() ?? searchPlace()
