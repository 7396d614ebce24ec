/** Joins class names, leaving out what does not apply. */
export const classes = (...names: readonly (string | false | null | undefined)[]) =>
  names.filter((name) => typeof name === 'string' && name !== '').join(' ')
