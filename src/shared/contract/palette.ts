import * as z from 'zod'
import { paletteFound, paletteRecent, paletteUse, windowAct } from '../palette'
import { done, method, nothing } from './parts'

/** The command palette. */
export const paletteMethods = {
  /** Every word of `text` is somewhere in an address, mailbox or domain, as in their lists; hidden addresses too. */
  'palette.find': method(z.strictObject({ text: z.string().max(200) }), paletteFound),
  'palette.recent': method(nothing, paletteRecent),
  /** It is the last that was used. */
  'palette.use': method(paletteUse, done),
  /** Of the main window. */
  'palette.act': method(z.strictObject({ act: windowAct }), done),
} as const
