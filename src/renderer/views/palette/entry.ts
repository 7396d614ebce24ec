import type { PaletteKind, PaletteUse } from '../../../shared/palette'

/** One line of the palette. */
export interface PaletteEntry {
  /** `all`: what else is found, in its list; that is not remembered. */
  readonly kind: PaletteKind | 'all'
  readonly id: string
  readonly name: string
  /** What stands beside the name; empty: nothing. */
  readonly about: string
  /** A key combination that does the same, as Electron writes it. */
  readonly keys?: string
  /** Other names under which it is found. */
  readonly also?: readonly string[]
  readonly run: () => void
}

/** Tells apart what the palette shows. */
export const keyOf = ({ kind, id }: PaletteUse | PaletteEntry): string => `${kind} ${id}`
