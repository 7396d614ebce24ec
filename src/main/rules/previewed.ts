/** What is told of rows of a plan: they are not as their user was shown them, or what is known of them is old. */
export interface ToldOf<Row> {
  readonly isChanged: (row: Row) => boolean
  readonly isOld: (row: Row) => boolean
}

/**
 * The rows of a plan that are shown one by one: all in their order, or where they are more than `most` first those that are
 * not as they were shown, then the old ones, then others, each in their order.
 */
export function previewed<Row>(
  rows: readonly Row[],
  most: number,
  { isChanged, isOld }: ToldOf<Row>,
): readonly Row[] {
  if (rows.length <= most) return rows
  const changed: Row[] = []
  const old: Row[] = []
  const others: Row[] = []
  for (const row of rows) (isChanged(row) ? changed : isOld(row) ? old : others).push(row)
  return [...changed, ...old, ...others].slice(0, most)
}
