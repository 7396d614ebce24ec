/**
 * What a page of Mailroom may do, as response headers: run and style only what was shipped with it, show
 * only its own pictures and fonts, and reach nobody. `nonce` is drawn anew for each load. Scripts need it;
 * `import()` hands it on to the chunks that it loads (HTML, "fetch a single module script").
 */
export function pageHeaders(nonce: string): Record<string, string> {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'none'",
    "frame-src 'none'",
    "worker-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // What stands in the frame of a message; all other HTML is refused.
    'trusted-types message-frame',
  ].join('; ')
  return { ...fileHeaders, 'Content-Security-Policy': policy }
}

/** What every file is sent with: taken for what it is, by this origin only, and kept nowhere. */
export const fileHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
}
