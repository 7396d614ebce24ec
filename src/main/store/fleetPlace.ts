/** The place of a row of the fleet by its id in windows, a decimal number; null where it is none. */
export const placeIn = (id: string): number | null => (/^[1-9]\d{0,14}$/.test(id) ? Number(id) : null)

/** As JSON, for `json_each`. */
export const placesOf = (ids: readonly string[]): string =>
  JSON.stringify(ids.flatMap((id) => placeIn(id) ?? []))
