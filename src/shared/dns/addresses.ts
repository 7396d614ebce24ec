const OCTET = /^(0|[1-9]\d{0,2})$/
const PIECE = /^[0-9a-f]{1,4}$/i

/** An IPv4 address, as four numbers without leading zeros (RFC 6943, 3.1.1). */
export function isIpv4(text: string): boolean {
  const parts = text.split('.')
  return parts.length === 4 && parts.every((part) => OCTET.test(part) && Number(part) < 256)
}

/** How many pieces of 16 bits stand there; null: something else does. */
function piecesOf(text: string): number | null {
  if (text === '') return 0
  const parts = text.split(':')
  const last = parts.at(-1) ?? ''
  const hasIpv4 = last.includes('.')
  if (hasIpv4 && !isIpv4(last)) return null
  const pieces = hasIpv4 ? parts.slice(0, -1) : parts
  return pieces.every((piece) => PIECE.test(piece)) ? pieces.length + (hasIpv4 ? 2 : 0) : null
}

/** An IPv6 address (RFC 4291, 2.2), without a zone. */
export function isIpv6(text: string): boolean {
  const halves = text.split('::')
  if (halves.length > 2) return false
  const [before, after] = halves.map(piecesOf)
  if (before === null || before === undefined || after === null) return false
  // Of the first half the last piece cannot be an IPv4 address.
  if (after !== undefined) return !halves[0]?.includes('.') && before + after < 8
  return before === 8
}

/** Whether somebody wrote an address where a name belongs. */
export const isAddress = (text: string): boolean => isIpv4(text.trim()) || isIpv6(text.trim())

/** A count of bits behind a slash. */
export const isPrefix = (text: string, most: number): boolean => OCTET.test(text) && Number(text) <= most
