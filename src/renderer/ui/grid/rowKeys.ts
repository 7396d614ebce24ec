/**
 * Which row stood at which place when it was last seen, so that a place keeps its row's height while the row is out
 * of sight and no longer there. No row is at two places.
 */
export class RowKeys {
  readonly #ids = new Map<number, string>()
  readonly #places = new Map<string, number>()

  /** Rows are at these places now, from `offset` on. */
  put(offset: number, rows: readonly { readonly id: string }[]): void {
    for (const [at, { id }] of rows.entries()) this.#set(offset + at, id)
  }

  /** The id of the row, or its place where none was seen there. */
  at(index: number): string | number {
    return this.#ids.get(index) ?? index
  }

  #set(index: number, id: string): void {
    const before = this.#places.get(id)
    if (before === index) return
    if (before !== undefined) this.#ids.delete(before)
    const replaced = this.#ids.get(index)
    if (replaced !== undefined) this.#places.delete(replaced)
    this.#ids.set(index, id)
    this.#places.set(id, index)
  }
}
