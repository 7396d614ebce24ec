import * as z from 'zod'

/** The life of a write; see ARCHITECTURE.md, "Writes". */
export const journalState = z.enum(['planned', 'sending', 'done', 'refused', 'unconfirmed', 'dropped'])
export type JournalState = z.infer<typeof journalState>
