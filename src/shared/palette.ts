import * as z from 'zod'

/** What the command palette leads to. `setting`: a section of the settings, or one thing in it. */
export const paletteKind = z.enum(['action', 'setting', 'operation', 'address', 'mailbox', 'domain'])
export type PaletteKind = z.infer<typeof paletteKind>

/** One thing that the palette leads to. `id`: of a row Mailroom's own; of everything else what the window calls it. */
export const paletteUse = z.strictObject({ kind: paletteKind, id: z.string().min(1).max(160) })
export type PaletteUse = z.infer<typeof paletteUse>

/** `about`: what else is known of it, empty where nothing is: the note of an address, the name that a mailbox has. */
export const paletteRow = z.object({ id: z.string(), name: z.string(), about: z.string() })
export type PaletteRow = z.infer<typeof paletteRow>

const rows = z.object({
  /** The best few: those whose name begins with what was typed come first. */
  rows: z.array(paletteRow),
  /** How many there are. */
  total: z.number(),
})
export const paletteFound = z.object({ addresses: rows, mailboxes: rows, domains: rows })
export type PaletteFound = z.infer<typeof paletteFound>

/** What was used at last, the last first. A row as it is now; null where it is none. */
export const paletteRecent = z.array(z.object({ ...paletteUse.shape, row: paletteRow.nullable() }))
export type PaletteRecent = z.infer<typeof paletteRecent>

/** What only the window itself can do, and the application menu does without asking the page. */
export const windowAct = z.enum(['close-window', 'quit', 'actual-size', 'zoom-in', 'zoom-out', 'full-screen'])
export type WindowAct = z.infer<typeof windowAct>
