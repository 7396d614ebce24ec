/** What somebody did to choose rows. `id`: null where the row at `index` is not read yet. */
export type Gesture =
  /** This row and no other. */
  | { readonly kind: 'only'; readonly index: number; readonly id: string | null }
  /** This row too, or no more. */
  | { readonly kind: 'toggle'; readonly index: number; readonly id: string | null }
  /** Everything from the row where the choice began to this one; `from`: where the keyboard was. */
  | { readonly kind: 'extend'; readonly index: number; readonly id: string | null; readonly from: number }

/** Which rows of a grid are chosen, and how that changes. A new object when it changed. */
export interface GridSelection {
  readonly count: number
  readonly has: (id: string) => boolean
  readonly choose: (gesture: Gesture) => void
  readonly chooseAll: () => void
  readonly chooseNone: () => void
}
