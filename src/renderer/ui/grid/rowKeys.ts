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

  /**
   * A key of the row, or its place where none was seen there. A service may call a row "13": no place has its key. A place
   * is a number, for a hundred thousand of them are asked for whenever the list is another one.
   */
  at(index: number): string | number {
    const id = this.#ids.get(index)
    return id === undefined ? index : `row ${id}`
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
