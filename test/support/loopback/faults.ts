/** How a connection ends: `reset` sends RST, `fin` closes it in the ordinary way. */
export type Cut = 'reset' | 'fin'

/**
 * What may go wrong with one request. `act` says whether the service does what it was asked before things go wrong;
 * where it is missing, the kind itself says so. Durations are milliseconds.
 */
export type Fault =
  /** Acts and answers as ever, but late: waits before it acts, after it acted, or both. Acts even if the client left. */
  | { readonly kind: 'delay'; readonly before?: number; readonly after?: number }
  /** Like `delay`, but until `release()` is called. */
  | { readonly kind: 'hold'; readonly at: 'received' | 'acted' }
  /** Cuts the connection: before the body is read, before acting, or after it. */
  | { readonly kind: 'drop'; readonly when: 'reading' | 'before' | 'after'; readonly how: Cut }
  /** `HTTP/1.1 20`, then the cut. */
  | { readonly kind: 'half-status'; readonly act: boolean; readonly how: Cut }
  /** The whole head, half of the body, then the cut. */
  | { readonly kind: 'half-body'; readonly act: boolean; readonly how: Cut }
  /** 408, with `Connection: close` and the end of the connection if `close`. */
  | { readonly kind: 'request-timeout'; readonly act: boolean; readonly close: boolean }
  /** Reads the request, waits for the client to leave, then acts `ms` after that. */
  | { readonly kind: 'act-late'; readonly ms: number }
  /** The whole head at once, then a byte of the body every `intervalMs`. */
  | { readonly kind: 'trickle'; readonly act: boolean; readonly intervalMs: number }
  /** To the same path at `origin`. */
  | {
      readonly kind: 'redirect'
      readonly act: boolean
      readonly status: RedirectStatus
      readonly origin: string
    }
  /** 429; `seconds` fills `Retry-After` in the form asked for. */
  | { readonly kind: 'too-many'; readonly retryAfter: 'none' | 'seconds' | 'date'; readonly seconds?: number }
  | {
      readonly kind: 'server-error'
      readonly act: boolean
      readonly status: 500 | 502 | 503 | 504
      readonly body: 'json' | 'html' | 'empty'
    }
  /** 200 with a web page, as a captive portal answers. */
  | { readonly kind: 'html'; readonly act: boolean }
  /** The right status and a complete answer whose JSON stops half way. */
  | { readonly kind: 'truncated-json'; readonly act: boolean }
  /** The right status and JSON of another shape; `body` is sent as JSON if given. */
  | { readonly kind: 'wrong-shape'; readonly act: boolean; readonly body?: unknown }
  /** The right answer followed by blanks up to `bytes` (default 3 MB): JSON still, only too much of it. */
  | { readonly kind: 'big-body'; readonly act: boolean; readonly bytes?: number }
  /** The same, gzipped: small on the wire, `bytes` (default 32 MB) when unpacked. */
  | { readonly kind: 'gzip-bomb'; readonly act: boolean; readonly bytes?: number }
  /** The right answer with a `Set-Cookie`. */
  | { readonly kind: 'set-cookie'; readonly cookie?: string }
  /** Never answers and leaves the connection open. */
  | { readonly kind: 'silence'; readonly act: boolean }
  /** Bytes that are no HTTP, then the end of the connection. */
  | { readonly kind: 'garbage'; readonly act: boolean }
  /** Anything else. */
  | {
      readonly kind: 'answer'
      readonly act: boolean
      readonly status: number
      readonly headers?: Readonly<Record<string, string>>
      readonly body?: string
      /** Says it only when `release()` is called. */
      readonly isHeld?: boolean
    }

export type RedirectStatus = 301 | 302 | 303 | 307 | 308
export type FaultKind = Fault['kind']

const kinds = {
  delay: true,
  hold: true,
  drop: true,
  'half-status': true,
  'half-body': true,
  'request-timeout': true,
  'act-late': true,
  trickle: true,
  redirect: true,
  'too-many': true,
  'server-error': true,
  html: true,
  'truncated-json': true,
  'wrong-shape': true,
  'big-body': true,
  'gzip-bomb': true,
  'set-cookie': true,
  silence: true,
  garbage: true,
  answer: true,
} satisfies Record<FaultKind, true>

/** Every kind of fault there is. */
// The keys of an object literal are exactly its type's keys here: `satisfies` checks both directions.
export const faultKinds = Object.keys(kinds) as readonly FaultKind[]

/** When, if ever, the service does what the request asked for. */
export const actsWhen = (fault: Fault): 'in time' | 'late' | 'never' => {
  switch (fault.kind) {
    case 'delay':
    case 'hold':
    case 'set-cookie':
      return 'in time'
    case 'act-late':
      return 'late'
    case 'too-many':
      return 'never'
    case 'drop':
      return fault.when === 'after' ? 'in time' : 'never'
    default:
      return fault.act ? 'in time' : 'never'
  }
}

/** A fault in a few words, for the name of a test: `drop when=after how=reset`. */
export const describeFault = ({ kind, ...rest }: Fault): string =>
  [kind, ...Object.entries(rest).map(([name, value]) => `${name}=${JSON.stringify(value)}`)]
    .join(' ')
    .replaceAll('"', '')

/** What `everyFault` needs to know of the test. */
export interface FaultTimes {
  /** Where redirects lead: another server, which must see nothing. */
  readonly otherOrigin: string
  /** A wait within the client's deadline. */
  readonly shortMs: number
  /** How long after the client left the service still acts. */
  readonly lateMs: number
}

const cuts = ['reset', 'fin'] as const
const both = [true, false] as const

/** Ways in which the service does its work and the client does not learn of it in order. */
export const actedThenBroke: readonly Fault[] = [
  ...cuts.map((how): Fault => ({ kind: 'drop', when: 'after', how })),
  ...cuts.map((how): Fault => ({ kind: 'half-status', act: true, how })),
  ...cuts.map((how): Fault => ({ kind: 'half-body', act: true, how })),
  { kind: 'request-timeout', act: true, close: true },
]

/**
 * One of each fault that needs nobody to end it (all but `hold` and `answer`), acting and not acting where both exist:
 * the list that seeded tests draw from. `trickle` and `silence` last until the client gives up.
 */
export const everyFault = ({ otherOrigin, shortMs, lateMs }: FaultTimes): readonly Fault[] => [
  { kind: 'delay', before: shortMs },
  { kind: 'delay', after: shortMs },
  ...cuts.flatMap((how): Fault[] =>
    (['reading', 'before', 'after'] as const).map((when) => ({ kind: 'drop', when, how })),
  ),
  { kind: 'act-late', ms: lateMs },
  ...(['none', 'seconds', 'date'] as const).map(
    (retryAfter): Fault => ({ kind: 'too-many', retryAfter, seconds: 1 }),
  ),
  { kind: 'set-cookie' },
  ...both.flatMap((act): Fault[] => [
    ...cuts.flatMap((how): Fault[] => [
      { kind: 'half-status', act, how },
      { kind: 'half-body', act, how },
    ]),
    { kind: 'request-timeout', act, close: true },
    { kind: 'request-timeout', act, close: false },
    { kind: 'trickle', act, intervalMs: shortMs },
    ...([301, 302, 303, 307, 308] as const).map(
      (status): Fault => ({ kind: 'redirect', act, status, origin: otherOrigin }),
    ),
    { kind: 'server-error', act, status: 500, body: 'json' },
    { kind: 'server-error', act, status: 502, body: 'html' },
    { kind: 'server-error', act, status: 503, body: 'empty' },
    { kind: 'server-error', act, status: 504, body: 'html' },
    { kind: 'html', act },
    { kind: 'truncated-json', act },
    { kind: 'wrong-shape', act },
    { kind: 'big-body', act },
    { kind: 'gzip-bomb', act },
    { kind: 'silence', act },
    { kind: 'garbage', act },
  ]),
]
