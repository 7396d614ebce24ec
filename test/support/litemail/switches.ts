import type { Limits } from '../loopback/limits'
import type { Delays } from '../loopback/server'

/** What stands at a path: the operation, nothing, another method, or a web page with 200. */
export type PathAnswer = 'works' | '404' | '405' | 'html'

/** Which form of key a request must bring: `x-api-key`, or a JWT as `Authorization: Bearer`. */
export type Accepts = 'both' | 'api-key' | 'jwt' | 'none'

/** In which of the likely shapes answers come. */
export interface Shapes {
  /** `{"status":200,…}` or `{"success":true,…}`. */
  envelope: 'status' | 'success'
  /** Whether refusals carry an `errorId`. */
  hasErrorId: boolean
  /** The array itself, or `{currentWorkspace, workspaces}`. */
  workspaces: 'array' | 'with-current'
  /** The array itself, `{…paging…, mailboxes}`, or `{…paging…, domains:[{…, mailboxes}]}`. */
  mailboxes: 'array' | 'paged' | 'by-domain'
  domains: 'array' | 'paged'
  /** The array itself, or below its own name with paging beside. */
  subscriptions: 'array' | 'paged'
  tags: 'array' | 'paged'
  /** Below `data`, or below `data.mailbox`. */
  details: 'data' | 'data.mailbox'
  /** The name of a domain's name. */
  domainName: 'domain' | 'domainName'
  /** A row's tags: with colours, names, ids, or not told at all. */
  rowTags: 'objects' | 'names' | 'ids' | 'none'
  /** Whether a mailbox has its whole address. */
  hasEmail: boolean
  /** Whether the list itself carries `appPassword`. */
  hasCredentialsInList: boolean
  /** Counts of workspaces and domains. */
  counts: 'string' | 'number'
  moments: 'iso' | 'epoch-ms' | 'epoch-seconds'
  /** What tells how many rows there are. */
  total: 'totalSearchedCount' | 'total' | 'totalCount' | 'none'
  page: 'currentPage' | 'page' | 'none'
  hasNextPage: boolean
  hasTotalPages: boolean
}

/** How lists come in pages. */
export interface Paging {
  /** Rows of a page where no `limit` is given. */
  defaultSize: number
  /** Rows of a page at most, whatever `limit` asks for. */
  cap: number
  /** `permuted`: another order at each request; `shifting`: at each request the last rows have moved to the front. */
  order: 'kept' | 'permuted' | 'shifting'
  /** What is told as the total; null: the truth. `{add}`: so many more than there are. */
  total: number | { readonly add: number } | null
  /** Pages that come with 200 and nothing in them. */
  emptyPages: readonly number[]
  /** Every page is the first. */
  isPageIgnored: boolean
  /** `nextPage` never ends. */
  isEndless: boolean
  /** What comes behind the last page. */
  behindEnd: 'empty' | 'last-page' | 'first-page' | '404'
  /** Every so manieth row is never listed, though it is counted; 0: none. */
  leftOut: number
}

/** What may be switched while the service runs. */
export interface Switches {
  accepts: Accepts
  /** For some operations, by their ids. */
  acceptsOn: Readonly<Record<string, Accepts>>
  /** `ignored`: the primary workspace whatever the header says; `all`: everything of the user. */
  workspaceHeader: 'heeded' | 'ignored' | 'all'
  /** What stands at all 52 paths that no documentation shows. */
  guessedPaths: PathAnswer
  /** What stands at the paths of some operations, by their ids; goes before `guessedPaths`. */
  paths: Readonly<Record<string, PathAnswer>>
  /** What is said of a row that is not there: "Mailbox not found", or "Not found" as of any path. */
  missing: 'named' | 'bare'
  /** Counted for each user. Null: nobody counts. */
  limits: Limits | null
  /** The body of a 429. */
  tooMany: 'json' | 'html' | 'empty'
  delays: Delays
  /** Of how many domains a DNS check tells at most; null: of all that it is asked about. */
  mostChecked: number | null
  /** Rows that are refused, by any of their values, and why: one of several inside an answer of 200, one alone with 400. */
  failing: Readonly<Record<string, string>>
  /** How several rows are told of: each with its end, or only how many were done and how many were not. */
  failedRows: 'named' | 'counted'
  /** Whether the body of a DELETE is read; where it is not, the request is about everything. */
  deleteBodies: 'heeded' | 'ignored'
  /** What operations take from the wallet, in dollars a row, by their ids; 402 where it does not hold so much. */
  prices: Readonly<Record<string, number>>
  /** Domains that belong to somebody else. */
  takenDomains: readonly string[]
  /** So many milliseconds more at most on the way there, drawn anew for each request. */
  jitterMs: number
  shapes: Shapes
  /** Of every list that comes in pages. */
  paging: Paging
  /** Of one list alone, on top of `paging`. */
  pagingOf: Readonly<Partial<Record<'mailboxes' | 'domains', Partial<Paging>>>>
}

/** Shapes and paging may be named in part; what is not named stays. */
export type SwitchChanges = Partial<Omit<Switches, 'shapes' | 'paging'>> & {
  readonly shapes?: Partial<Shapes>
  readonly paging?: Partial<Paging>
}

/** As the golden examples are, without limits and at once. */
export const defaultSwitches = (): Switches => ({
  accepts: 'both',
  acceptsOn: {},
  workspaceHeader: 'heeded',
  guessedPaths: 'works',
  paths: {},
  missing: 'bare',
  limits: null,
  tooMany: 'json',
  delays: { beforeMs: 0, afterMs: 0 },
  mostChecked: null,
  failing: {},
  failedRows: 'named',
  deleteBodies: 'heeded',
  prices: {},
  takenDomains: ['taken.test'],
  jitterMs: 0,
  shapes: {
    envelope: 'status',
    hasErrorId: false,
    workspaces: 'array',
    mailboxes: 'paged',
    domains: 'paged',
    subscriptions: 'array',
    tags: 'array',
    details: 'data',
    domainName: 'domain',
    rowTags: 'objects',
    hasEmail: true,
    hasCredentialsInList: true,
    counts: 'string',
    moments: 'iso',
    total: 'totalSearchedCount',
    page: 'currentPage',
    hasNextPage: true,
    hasTotalPages: true,
  },
  paging: {
    defaultSize: 10,
    cap: 100,
    order: 'kept',
    total: null,
    emptyPages: [],
    isPageIgnored: false,
    isEndless: false,
    behindEnd: 'empty',
    leftOut: 0,
  },
  pagingOf: {},
})

/** Turns switches; those not named stay. */
export const turn = (switches: Switches, { shapes, paging, ...others }: SwitchChanges): void => {
  Object.assign(switches, others)
  Object.assign(switches.shapes, shapes)
  Object.assign(switches.paging, paging)
}

/** The documented limit: 5 requests a second; a cap a minute where `perMinute` is given. */
export const litemailLimits = (
  changes: Partial<Omit<Limits, 'windows'>> & {
    readonly perSecond?: number
    readonly perMinute?: number | null
  } = {},
): Limits => {
  const { perSecond = 5, perMinute = null, ...others } = changes
  return {
    windows: [
      { requests: perSecond, ms: 1_000 },
      ...(perMinute === null ? [] : [{ requests: perMinute, ms: 60_000 }]),
    ],
    kind: 'sliding',
    retryAfter: 'none',
    remaining: false,
    reset: 'none',
    ...others,
  }
}
