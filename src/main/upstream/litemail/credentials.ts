/** Nothing that Mailroom draws lies as deep; what does could not be walked through, nor be written down again. */
const MOST_DEPTH = 32

/** Parts of names, in small letters and without separators, whose values open something. */
const partOfSecret =
  /passw|passphrase|passcode|pwd|secret|totp|apikey|token|credential|privatekey|accesskey|authkey|signingkey|encryptionkey|bearer|jwt|authorization|cookie|sessionid|backupcode|recoverycode|verificationcode|mnemonic|seed|mfa|twofactor|2fa/
/** Names that are one. */
const wholeSecret =
  /^(?:(?:app|smtp|imap|pop3?|login|mail|user|account)?pass|otp\w{0,8}|pin|auth|session|keys?)$/
/** `serviceKey`, `x-key`, `KEY_2`: ends in a key, and is none of those that only name something. */
const endsInKey = /keys?\d*$/
const harmlessKeys = /^(?:workspace|primary|foreign|public|sort|dkimpublic)keys?$/

const verdicts = new Map<string, boolean>()
/** A hostile service must not fill the memory with names. */
const MOST_VERDICTS = 2_000

/** Whether a field of this name may hold something that opens an account, in whatever case and with whatever separators. */
export function isSecretName(name: string): boolean {
  const known = verdicts.get(name)
  if (known !== undefined) return known
  const plain = name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  const verdict =
    partOfSecret.test(plain) ||
    wholeSecret.test(plain) ||
    (endsInKey.test(plain) && !harmlessKeys.test(plain))
  if (verdicts.size < MOST_VERDICTS && name.length < 100) verdicts.set(name, verdict)
  return verdict
}

/** `hasCredentials: true` opens nothing. */
const opensNothing = (value: unknown): boolean => value === null || typeof value === 'boolean'

/** `{ "name": "appPassword", "value": "…" }`: the name of the field is itself a value. */
const namesSecret = (entries: readonly (readonly [string, unknown])[]): boolean =>
  entries.some(
    ([name, value]) =>
      /^(?:name|key|field|label|type|property)$/i.test(name) &&
      typeof value === 'string' &&
      isSecretName(value),
  )

/** The seed of one-time codes as an address ("Key URI Format"), or an address with a password in it (RFC 3986, 3.2.1). */
const secretAddress = /^\s*(?:otpauth(?:-migration)?:|[a-z][a-z\d+.-]*:\/\/[^\s/?#@:]*:[^\s/?#@]+@)/i

/**
 * An answer without anything that opens a mailbox or an account: passwords, seeds of one-time codes, keys, tokens, at any
 * depth. To be called before anything else sees the answer. Deeper than 32 levels nothing remains.
 */
export function withoutCredentials(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return secretAddress.test(value) ? null : value
  if (typeof value !== 'object' || value === null) return value
  if (depth >= MOST_DEPTH) return null
  if (Array.isArray(value)) return value.map((item) => withoutCredentials(item, depth + 1))
  const entries = Object.entries(value)
  const isSecret = namesSecret(entries)
  // Made of entries, so that a field called `__proto__` stays a field.
  return Object.fromEntries(
    entries
      .filter(
        ([name, inner]) =>
          opensNothing(inner) ||
          !(isSecretName(name) || (isSecret && /^(?:value|content|data|text)$/i.test(name))),
      )
      .map(([name, inner]) => [name, withoutCredentials(inner, depth + 1)]),
  )
}
