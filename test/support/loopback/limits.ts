/** At most `requests` in each stretch of `ms` milliseconds. */
export interface RateWindow {
  readonly requests: number
  readonly ms: number
}

/** How many requests a user may send, and how the service says that it was too many. */
export interface Limits {
  readonly windows: readonly RateWindow[]
  /** `fixed`: counted anew at every whole multiple of `ms`; `sliding`: over the last `ms` at any moment. */
  readonly kind: 'fixed' | 'sliding'
  /** The form of `Retry-After` on a 429 (RFC 9110, 10.2.3), if it is there at all. */
  readonly retryAfter: 'none' | 'seconds' | 'date'
  /** Whether answers carry `X-RateLimit-Remaining`. */
  readonly remaining: boolean
  /** The unit of `X-RateLimit-Reset`, if it is there at all: the service documents none. */
  readonly reset: 'none' | 'epoch-seconds' | 'epoch-ms' | 'delta-seconds'
}

/** What the windows say about one request at one moment. */
export interface Verdict {
  readonly allowed: boolean
  /** Of the window that the headers speak of: the first one listed, or the one that refuses longest. */
  readonly limit: number
  readonly remaining: number
  /** Milliseconds until a request is allowed again; 0 where it is now. */
  readonly waitMs: number
  /** Epoch milliseconds at which that window has room for all its requests again. */
  readonly resetAt: number
}

interface WindowState {
  readonly window: RateWindow
  readonly used: number
  readonly freeAt: number
  readonly resetAt: number
}

const look = (
  window: RateWindow,
  kind: Limits['kind'],
  spent: readonly number[],
  now: number,
): WindowState => {
  const start = kind === 'fixed' ? Math.floor(now / window.ms) * window.ms : now - window.ms
  const inside = spent.filter((at) => (kind === 'fixed' ? at >= start : at > start))
  const full = inside.length >= window.requests
  if (kind === 'fixed') {
    const end = start + window.ms
    return { window, used: inside.length, freeAt: full ? end : now, resetAt: end }
  }
  const leaving = inside.at(-window.requests)
  const last = inside.at(-1) ?? now
  return {
    window,
    used: inside.length,
    freeAt: full && leaving !== undefined ? leaving + window.ms : now,
    resetAt: last + window.ms,
  }
}

/** Judges a request at `now` (epoch ms) against requests already let through at `spent` (ascending). */
export const judge = (limits: Limits, spent: readonly number[], now: number): Verdict => {
  const states = limits.windows.map((window) => look(window, limits.kind, spent, now))
  const slowest = states.toSorted((a, b) => b.freeAt - a.freeAt)[0]
  const waitMs = slowest ? Math.max(0, slowest.freeAt - now) : 0
  const allowed = waitMs === 0
  const told = allowed ? states[0] : slowest
  if (!told) throw new RangeError('limits without a window')
  return {
    allowed,
    limit: told.window.requests,
    remaining: Math.max(0, told.window.requests - told.used - (allowed ? 1 : 0)),
    waitMs,
    resetAt: told.resetAt,
  }
}

/** The limit headers of one answer. */
export const limitHeaders = (limits: Limits, verdict: Verdict, now: number): Record<string, string> => {
  const headers: Record<string, string> = { 'X-RateLimit-Limit': String(verdict.limit) }
  if (limits.remaining) headers['X-RateLimit-Remaining'] = String(verdict.remaining)
  const seconds = (ms: number): string => String(Math.ceil(ms / 1_000))
  if (limits.reset === 'epoch-seconds') headers['X-RateLimit-Reset'] = seconds(verdict.resetAt)
  if (limits.reset === 'epoch-ms') headers['X-RateLimit-Reset'] = String(verdict.resetAt)
  if (limits.reset === 'delta-seconds') headers['X-RateLimit-Reset'] = seconds(verdict.resetAt - now)
  if (!verdict.allowed) Object.assign(headers, retryAfterHeader(limits.retryAfter, verdict.waitMs, now))
  return headers
}

/** `Retry-After` for a wait of `waitMs`, rounded up to whole seconds as both forms demand. */
export const retryAfterHeader = (
  form: Limits['retryAfter'],
  waitMs: number,
  now: number,
): Record<string, string> => {
  if (form === 'seconds') return { 'Retry-After': String(Math.ceil(waitMs / 1_000)) }
  if (form === 'date')
    return { 'Retry-After': new Date(Math.ceil((now + waitMs) / 1_000) * 1_000).toUTCString() }
  return {}
}
