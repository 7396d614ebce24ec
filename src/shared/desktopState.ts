import * as z from 'zod'

/** A key combination as Electron spells it ("Accelerator"): modifiers and one key. */
export const accelerator = z
  .string()
  .max(60)
  .regex(/^(?:(?:CommandOrControl|Control|Alt|Shift|Super)\+){1,4}[A-Za-z0-9]{1,12}$/)

/** How Mailroom stands in its desktop. */
export const desktopState = z.object({
  session: z.enum(['x11', 'wayland', 'other']),
  /** `none`: nothing on this desktop shows tray icons. */
  tray: z.enum(['starting', 'shown', 'none']),
  shortcut: z.object({
    accelerator: z.string().nullable(),
    /** `not-here`: this desktop gives programs no global shortcuts. */
    standing: z.enum(['off', 'on', 'taken', 'not-here']),
  }),
  /** Null where it cannot be read. */
  startsAtLogin: z.boolean().nullable(),
  /** Whether anything on this desktop shows notifications. */
  canNotify: z.boolean(),
  /** What makes an address when a desktop's own shortcut runs it. */
  command: z.string(),
})
export type DesktopState = z.infer<typeof desktopState>

/** What the small window is opened for. */
export const quickOrder = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('create') }),
  /** The desktop lets Mailroom copy only from a focused window. */
  z.object({ kind: z.literal('copy'), ids: z.array(z.string()).min(1).max(500), email: z.string() }),
])
export type QuickOrder = z.infer<typeof quickOrder>
