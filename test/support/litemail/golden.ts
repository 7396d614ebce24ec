import golden from './litemail.golden.json' with { type: 'json' }

/** One whole example of an operation, written by hand from what is known of Litemail's documentation. */
export interface GoldenOperation {
  readonly id: string
  readonly method: string
  /** With `{id}` where one stands. */
  readonly path: string
  /** `documented`: path read in the documentation; `method`: title and method only; `title`: the title only. */
  readonly evidence: 'documented' | 'method' | 'title'
  readonly request: {
    /** Path and query. */
    readonly target: string
    readonly headers: Readonly<Record<string, string>>
    readonly body?: unknown
  }
  readonly answer: { readonly status: number; readonly body: unknown }
}

/** All 61 operations. */
// TypeScript reads the words of `evidence` as any string, and bodies as whatever each happens to hold.
export const goldenOperations = golden.operations as unknown as readonly GoldenOperation[]

/** What stands between the origin and every path. */
export const BASE_PATH = golden.base

const byId = new Map(goldenOperations.map((operation) => [operation.id, operation]))

/** The operation of that id. Throws for a misspelt one. */
export const goldenOperation = (id: string): GoldenOperation => {
  const operation = byId.get(id)
  if (!operation) throw new Error(`no such operation: ${id}`)
  return operation
}

/** What a request is about: an operation with the id in its path, a path known under other methods, or no path of ours. */
export type Route =
  | { readonly operation: GoldenOperation; readonly id: string | null }
  | { readonly allow: readonly string[] }
  | null

/** The id in a path of this form; '' where it has none; null where the path has another form. */
const idIn = (template: string, path: string): string | null => {
  const [wanted, given] = [template.split('/'), path.split('/')]
  if (wanted.length !== given.length) return null
  let id = ''
  for (const [index, part] of wanted.entries()) {
    const segment = given[index] ?? ''
    if (part === '{id}' && segment !== '') id = segment
    else if (part !== segment) return null
  }
  return id
}

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** Finds the operation of a path below the base; a path with words in it goes before one with an id there. */
export const findRoute = (method: string, path: string): Route => {
  const fitting = goldenOperations
    .map((operation) => ({ operation, id: idIn(operation.path, path) }))
    .filter((found): found is { operation: GoldenOperation; id: string } => found.id !== null)
    .toSorted((a, b) => a.id.length - b.id.length)
  const found = fitting.find(({ operation }) => operation.method === method)
  if (found) return { operation: found.operation, id: found.id === '' ? null : decoded(found.id) }
  return fitting.length > 0 ? { allow: [...new Set(fitting.map(({ operation }) => operation.method))] } : null
}
