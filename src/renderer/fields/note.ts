/** As many characters as main takes. */
export const LONGEST_NOTE = 4000

/** A field's line breaks are line feeds, whatever was written (HTML, "textarea", API value). */
export const asField = (note: string): string => note.replace(/\r\n?/g, '\n')
