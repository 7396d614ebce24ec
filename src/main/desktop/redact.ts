const HIDDEN = '[hidden]'

/** What stands before a secret, in headers, in JSON, in an inspected object and in a query. */
const named =
  /\b((?:proxy-)?authorization|cookie|api[_-]?key|key|token|secret|password)(["']?\s*[:=]\s*)(?:"[^"]*"|'[^']*'|(?:(?:Bearer|Basic)\s+)?[^\s"',;&}\])]+)/gi
const bearer = /\b(Bearer|Basic)\s+[^\s"',;}\])]+/gi
/** How services mark their keys: `sk_live_…`. */
const prefixed = /\b(?:sk|pk|rk|lm|key|api|tok)[_-][A-Za-z0-9_-]{6,}/gi
const opaque = /[A-Za-z0-9_+-]{32,}={0,2}/g
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * The text without anything that looks like a key. The second line of defence: nothing writes a key into
 * a text. It would rather hide too much; the ids that rows are found by stay.
 */
export function redact(text: string): string {
  return text
    .replace(named, `$1$2${HIDDEN}`)
    .replace(bearer, `$1 ${HIDDEN}`)
    .replace(prefixed, HIDDEN)
    .replace(opaque, (run) => (uuid.test(run) || !/\d/.test(run) ? run : HIDDEN))
}
