import type { AnswerTable } from '../../../../shared/operationAnswer'

/** A domain that Cloudflare holds. */
export interface Zone {
  readonly name: string
  /** Cloudflare's own word; null: not told. */
  readonly status: string | null
  /** Litemail has it already; null: not told. */
  readonly isConnected: boolean | null
}

const toldIn = (cell: string | null | undefined): unknown => {
  try {
    return cell == null ? null : JSON.parse(cell)
  } catch {
    // A long one that was cut.
    return null
  }
}

/** The domains that an answer tells of, each once; null where it has no names. */
export function zonesIn({ columns, rows }: Pick<AnswerTable, 'columns' | 'rows'>): readonly Zone[] | null {
  if (rows.length === 0) return []
  const placeOf = (name: string) => columns.indexOf(name)
  // An answer with an empty list has one row: all that stands beside it.
  const list = toldIn(rows[0]?.[placeOf('domains')])
  if (Array.isArray(list) && list.length === 0) return []
  const found = new Map<string, Zone>()
  for (const row of rows) {
    const told = (column: string) => toldIn(row[placeOf(column)])
    const [name, status, isConnected] = [told('name'), told('status'), told('isConnected')]
    if (typeof name !== 'string' || name.trim() === '') continue
    found.set(name.toLowerCase(), {
      name,
      status: typeof status === 'string' ? status : null,
      isConnected: typeof isConnected === 'boolean' ? isConnected : null,
    })
  }
  return found.size === 0 ? null : [...found.values()]
}
