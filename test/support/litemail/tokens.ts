import { createHmac, timingSafeEqual } from 'node:crypto'

const encoded = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url')

/** What a token says of itself. */
export interface Claims {
  readonly sub: string
  /** Epoch seconds, as RFC 7519 has them. */
  readonly iat: number
  readonly exp: number
}

/** Makes a JWT (RFC 7519) signed with HS256. */
export const signToken = (claims: Claims, secret: string): string => {
  const signed = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded({ iss: 'https://auth.litemail.test', ...claims })}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}

/** What a token that we signed says; null for any other text. */
export const readToken = (token: string, secret: string): Claims | null => {
  const [head = '', body = '', signature = ''] = token.split('.')
  const wanted = createHmac('sha256', secret).update(`${head}.${body}`).digest()
  const given = Buffer.from(signature, 'base64url')
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null
  const claims: Claims = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'))
  return claims
}
