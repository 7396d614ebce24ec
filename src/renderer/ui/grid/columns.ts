/** A column of a grid. */
export interface Column<Id extends string = string> {
  readonly id: Id
  readonly title: string
  /** Its name is only for screen readers: what stands in it shows what it is. */
  readonly isTitleHidden?: boolean
  readonly isSortable?: boolean
}

/** How wide a column is: at least so many CSS pixels, and its share of what is left over. */
export interface Width {
  readonly least: number
  readonly share: number
}

export interface Sort<Id extends string = string> {
  readonly by: Id
  readonly isDescending: boolean
}

/** What a press on a column's title sorts by: it turns the order round where it is this column's already. */
export const sortAfterPress = <Id extends string>(
  sort: Sort<Id>,
  by: Id,
  startsDescending: boolean,
): Sort<Id> =>
  sort.by === by ? { by, isDescending: !sort.isDescending } : { by, isDescending: startsDescending }

interface Room {
  /** CSS pixels between two columns, and beside the first and the last one together. */
  readonly gap: number
  readonly padding: number
}

/**
 * The columns that fit beside one another, in their order: `first` are left out first where there is too little room.
 * Null: not even the others do, so that a row has to be stacked.
 */
export function fitColumns<Id extends string>(
  columns: readonly Id[],
  widths: Readonly<Record<Id, Width>>,
  first: readonly Id[],
  width: number,
  { gap, padding }: Room,
): readonly Id[] | null {
  const need = (ids: readonly Id[]) =>
    ids.reduce((sum, id) => sum + widths[id].least, padding + gap * (ids.length - 1))
  let fitting = columns
  for (const id of first) {
    if (need(fitting) <= width) return fitting
    fitting = fitting.filter((other) => other !== id)
  }
  return need(fitting) <= width ? fitting : null
}

/** The columns as CSS lays them out ("grid-template-columns"). */
export const columnTracks = <Id extends string>(
  columns: readonly Id[],
  widths: Readonly<Record<Id, Width>>,
): string =>
  columns
    .map((id) => {
      const { least, share } = widths[id]
      return share === 0 ? `${least}px` : `minmax(${least}px, ${share}fr)`
    })
    .join(' ')

/** The columns with one of them moved by one place, or as they are where it is at the end. */
export function moveColumn<Id extends string>(columns: readonly Id[], id: Id, by: 1 | -1): readonly Id[] {
  const from = columns.indexOf(id)
  const to = from + by
  if (from < 0 || to < 0 || to >= columns.length) return columns
  const moved = columns.filter((other) => other !== id)
  moved.splice(to, 0, id)
  return moved
}
