/** One part of the name of a domain. */
export const NAME = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i
const ENDING = /^[a-z][a-z0-9-]{0,61}[a-z0-9](\.[a-z][a-z0-9-]{0,61}[a-z0-9])?$/

/** Endings with commas or spaces between, with or without their dot; null: there is none, or one that is none. */
export function endingsOf(text: string): string[] | null {
  const endings = text
    .toLowerCase()
    .split(/[\s,;]+/)
    .map((ending) => ending.replace(/^\./, ''))
    .filter((ending) => ending !== '')
  return endings.length > 0 && endings.every((ending) => ENDING.test(ending)) ? [...new Set(endings)] : null
}

/** For so many years; null: that is none. */
export function yearsOf(text: string): number | null {
  const years = Number(text.trim())
  return Number.isInteger(years) && years >= 1 && years <= 10 ? years : null
}
