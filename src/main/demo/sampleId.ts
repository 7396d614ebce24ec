import { createHash } from 'node:crypto'

/** A stable UUID (version 4 layout) from a text, so that filling in twice changes nothing. */
export function sampleId(text: string): string {
  const hex = createHash('sha256').update(`sample ${text}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
