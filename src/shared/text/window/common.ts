const figures = new Intl.NumberFormat('en')

/** A whole number with its thousands set apart, as `100,000`. */
export const figure = (n: number) => figures.format(n)

/** `1 address`, `1,200 addresses`. */
export const addressCount = (count: number): string =>
  count === 1 ? '1 address' : `${figure(count)} addresses`

/** Words that more than one place of the windows says. */
export const commonText = {
  cancel: 'Cancel',
  save: 'Save',
  close: 'Close',
  dismiss: 'Dismiss',
  more: 'More',
  tryAgain: 'Try again',
  loading: 'Loading…',
  optional: 'optional',
  brand: 'Mailroom',
  plans: { free: 'Free', pro: 'Pro', lifetime: 'Lifetime' },
  tiers: { everyone: 'Everyone', paid: 'Pro or Lifetime' },
  styles: { words: 'Words', random: 'Random', prefix: 'Own prefix' },
} as const
