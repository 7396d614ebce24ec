import { type ApiMap, type ApiMapSource, bodyPlace } from '../../shared/apiMap'
import type { AnyOperation } from '../../shared/litemail/operation'
import { isReading } from '../../shared/litemail/operations'
import { isSameMap } from '../../shared/sameMap'
import type { MapIssue } from '../../shared/text/mapIssues'
import { judgeInputs } from './mapInputs'

/** Where the operations of an account stand: below its base path, which LikeDo has none of (''). */
export interface MapServer {
  readonly origin: string
  readonly basePath: string
}

/** How the table of operations has an operation asked. */
export const tableMap = ({ method, path, input }: AnyOperation): ApiMap => ({
  method,
  path,
  inputs: Object.fromEntries(input.map(({ name, place }) => [name, { place, name }])),
  authentication: 'account',
  rows: null,
  total: null,
  next: null,
  isReadingPost: false,
})

/** How an operation is asked: as its user said, else as the table has it. */
export const effectiveMap = (operation: AnyOperation, changed: ApiMap | null): ApiMap =>
  changed ?? tableMap(operation)

/** Whether a map asks what the table of operations asks. */
export const isTableMap = (operation: AnyOperation, map: ApiMap): boolean =>
  isSameMap(map, tableMap(operation))

/** Whether its user read in the service's own documentation that an operation is asked so. */
export const isConfirmed = (source: ApiMapSource): boolean => source === 'curl' || source === 'openapi'

/** Whether a map says anything that the table does not: another way, or that the table's is the documentation's, too. */
export const isWorthKeeping = (operation: AnyOperation, map: ApiMap, source: ApiMapSource): boolean =>
  isConfirmed(source) || !isTableMap(operation, map)

/** Asked by a POST of which only its user says that it reads: never by itself, until it worked once. */
export const isReadingPost = ({ method, isReadingPost: isSaid }: ApiMap): boolean =>
  isSaid && method === 'POST'

const placeholder = /\{([^{}]*)\}/g
/** What RFC 3986 (3.3) allows in a path, without `@` and percent signs, which no documented path needs. */
const step = /^[A-Za-z0-9\-._~!$&'()*+,;=:]*$/

/** Whether a path has a step that leads up or stays. Some servers read one up to its first `;` only, and `..;x` as `..`. */
export const hasDotSteps = (path: string): boolean =>
  path.split('/').some((part) => ['.', '..'].includes(part.split(';', 1)[0] ?? ''))

/**
 * Why an operation of an account cannot be asked as a map says; [] where it can. Paths in the map and rules, as
 * `inputs.page: header-name`, in words by `shared/text/mapIssues.ts`; never a value. What an operation does cannot be
 * changed: a read stays a GET, or a POST of which its user says that it only reads; a write stays a write; only what
 * destroys may be a DELETE.
 */
export function judgeMap(operation: AnyOperation, map: ApiMap, server: MapServer): readonly MapIssue[] {
  return [
    ...judgeMethod(operation, map),
    ...judgePath(map, server),
    ...judgeInputs(operation, map),
    ...judgePlaces(map),
  ]
}

function judgePlaces(map: ApiMap): MapIssue[] {
  const whats = ['rows', 'total', 'next'] as const
  return whats.flatMap((what): MapIssue[] =>
    bodyPlace.nullable().safeParse(map[what]).success ? [] : [`${what}: place`],
  )
}

function judgeMethod(operation: AnyOperation, { method, isReadingPost: isSaid }: ApiMap): MapIssue[] {
  if (!isReading(operation)) {
    const issues: MapIssue[] = []
    if (method === 'GET') issues.push('method: writes')
    if (method === 'DELETE' && operation.effect !== 'destructive') issues.push('method: destroys')
    if (isSaid) issues.push('isReadingPost: writes')
    return issues
  }
  if (method === 'POST') return isSaid ? [] : ['method: reading-post']
  if (method !== 'GET') return ['method: reads']
  return isSaid ? ['isReadingPost: get'] : []
}

function judgePath({ path, inputs }: ApiMap, { origin, basePath }: MapServer): MapIssue[] {
  if (!path.startsWith('/') || path.startsWith('//')) return ['path: begins']
  if (/[?#]/.test(path)) return ['path: query']
  if (path.includes('\\')) return ['path: backslash']
  if (path.includes('%')) return ['path: percent']
  if (path.includes('@')) return ['path: at']
  const names = [...path.matchAll(placeholder)].map(([, name]) => name ?? '')
  const bare = path.replace(placeholder, 'x')
  if (!bare.split('/').every((part) => step.test(part))) return ['path: characters']
  if (path.includes('//')) return ['path: empty-step']
  if (hasDotSteps(bare)) return ['path: dots']
  if (new Set(names).size < names.length) return ['path: twice']
  if (names.some((name) => !Object.hasOwn(inputs, name) || inputs[name]?.place !== 'path')) {
    return ['path: unknown-input']
  }
  const written = `${basePath}${bare}`
  try {
    const url = new URL(`${origin}${written}`)
    return url.origin === origin && url.pathname === written ? [] : ['path: leaves']
  } catch {
    return ['path: leaves']
  }
}
