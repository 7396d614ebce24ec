/** What a spreadsheet may take for a formula (OWASP, "CSV Injection"), and the mark that keeps it from doing so. */
const guarded = /^[=+\-@\t\r']/

/** A cell that no spreadsheet runs. An apostrophe of its own gets a second one, so that `unguardCell` is exact. */
export const guardCell = (cell: string): string => (guarded.test(cell) ? `'${cell}` : cell)

/** What stood there before `guardCell`. A cell that was never guarded stays, unless it looks as if it was. */
export const unguardCell = (cell: string): string =>
  cell.startsWith("'") && guarded.test(cell.slice(1)) ? cell.slice(1) : cell

/** Several labels in one cell; what would part them is escaped. */
export const joinLabels = (labels: readonly string[]): string =>
  labels.map((label) => label.replace(/[\\;,]/g, '\\$&')).join('; ')

/** Labels of one cell, parted by commas or semicolons that are not escaped. */
export function splitLabels(cell: string): string[] {
  const parts = cell.match(/(?:\\[\s\S]|[^\\;,]|\\$)+/g) ?? []
  return parts.map((part) => part.replace(/\\([\\;,])/g, '$1').trim()).filter((label) => label !== '')
}
