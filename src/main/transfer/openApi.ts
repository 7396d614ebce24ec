import type { DroppedPart } from '../../shared/apiFile'
import { isOwnHeader } from '../rules/mapInputs'
import { dropped, type Sample, type Slot, type Step } from '../rules/samples/sample'
import { readSteps } from '../rules/samples/sampleUrl'
import { type ApiFileContent, type DescribedOperation, MOST_OPERATIONS } from './apiFileContent'
import { ApiFileFailure } from './apiFileFailure'
import { field, isFields, resolve, shapeOfSchema, slotsOfSchema } from './openApiBody'

/** "Path Item Object" (OpenAPI Specification 3.1.1, 4.8.9). */
const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query']
const LONGEST_TITLE = 200
/** No map has a longer path, nor more steps behind a server's base path. */
const LONGEST_PATH = 2_048
const MOST_STEPS = 100
/** So much of what a request will not have is told. */
const MOST_DROPPED = 100
/**
 * No file tells more: parts that many operations refer to count for each of them, so that a small file may tell a hundred times
 * its own size.
 */
const MOST_CHARACTERS = 32 * 1024 * 1024

/** Whether a file says that it describes an API: OpenAPI 3, or Swagger 2.0 that it was called before. */
const isDescription = (tree: unknown): boolean => {
  const versions = [field(tree, 'openapi'), field(tree, 'swagger')]
  return versions.some((version) =>
    /^[23]\.\d/.test(`${typeof version === 'number' ? version.toFixed(1) : version}`),
  )
}

/** Words that a window shows. */
const titleOf = (value: unknown): string[] => {
  if (typeof value !== 'string') return []
  const words = value
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ')
    .trim()
    .slice(0, LONGEST_TITLE)
  return words === '' ? [] : [words]
}

interface Parameter {
  readonly name: string
  readonly place: string
  readonly parameter: unknown
}

/** The parameters of an operation, those of its path among them ("Operation Object", "parameters"). */
function parametersOf(tree: unknown, item: unknown, operation: unknown): Parameter[] {
  const found = new Map<string, Parameter>()
  for (const list of [field(item, 'parameters'), field(operation, 'parameters')]) {
    if (!Array.isArray(list)) continue
    for (const one of list.slice(0, 300)) {
      const parameter = resolve(tree, one)
      const name = field(parameter, 'name')
      const place = field(parameter, 'in')
      if (typeof name !== 'string' || typeof place !== 'string' || name === '' || name.length > 200) continue
      found.set(`${place} ${name}`, { name, place, parameter })
    }
  }
  return [...found.values()]
}

/** Swagger 2.0 has the type in the parameter itself. */
const shapeOfParameter = (tree: unknown, parameter: unknown) =>
  shapeOfSchema(tree, field(parameter, 'schema') ?? parameter)

interface Told {
  readonly slots: readonly Slot[]
  readonly dropped: readonly DroppedPart[]
}

function readParameters(tree: unknown, parameters: readonly Parameter[]): Told {
  const slots: Slot[] = []
  const left: DroppedPart[] = []
  for (const { name, place, parameter } of parameters) {
    const shape = shapeOfParameter(tree, parameter)
    if (place === 'query') slots.push({ place, name, shape })
    else if (place === 'header' && isOwnHeader(name)) slots.push({ place, name, shape })
    else if (place === 'header') left.push(dropped('header', name))
    else if (place === 'cookie') left.push(dropped('header', 'Cookie'))
    else if (place === 'formData') slots.push({ place: 'body', name, shape })
    else if (place === 'body') slots.push(...slotsOfSchema(tree, field(parameter, 'schema')))
  }
  const hasForm = parameters.some(({ place }) => place === 'formData')
  return { slots, dropped: hasForm ? [...left, dropped('form', 'multipart/form-data')] : left }
}

/** A body of JSON, or else the first kind that there is, which is sent as JSON. */
function readBody(tree: unknown, operation: unknown): Told {
  const kinds = Object.entries(
    resolve(tree, field(resolve(tree, field(operation, 'requestBody')), 'content')),
  )
  const json = kinds.find(([kind]) => /[/+]json\b/i.test(kind))
  const [kind, media] = json ?? kinds[0] ?? []
  if (kind === undefined) return { slots: [], dropped: [] }
  const slots = slotsOfSchema(tree, field(media, 'schema'))
  return { slots, dropped: json === undefined ? [dropped('form', kind)] : [] }
}

/** The steps of a path, with what its parameters look like. */
function stepsOf(tree: unknown, path: string, parameters: readonly Parameter[]): Step[] {
  return readSteps(path).map((step) => {
    // An example's value stands in no path of a description.
    if (step.kind !== 'named') return { ...step, kind: 'word' }
    const mine = parameters.find(({ name, place }) => place === 'path' && name === step.name)
    return mine === undefined ? step : { ...step, shape: shapeOfParameter(tree, mine.parameter) }
  })
}

/**
 * What an OpenAPI file says of how its operations are asked: paths, methods, summaries, `operationId`, the names and places of
 * parameters, and those of the fields of bodies ("OpenAPI Specification" 3.0, 3.1; "Swagger" 2.0). Servers, security, examples
 * and answers are not looked at, and a reference out of the file leads nowhere. Null where it is no such file. Throws
 * ApiFileFailure for too many operations, for none, and for those that tell too much.
 */
export function readOpenApi(tree: unknown): (ApiFileContent & { readonly kind: 'openapi' }) | null {
  if (!isDescription(tree)) return null
  const operations: DescribedOperation[] = []
  let count = 0
  let characters = 0
  for (const [path, written] of Object.entries(resolve(tree, field(tree, 'paths')))) {
    if (!path.startsWith('/')) continue
    const item = resolve(tree, written)
    for (const method of methods) {
      const operation = field(item, method)
      if (!isFields(operation)) continue
      count += 1
      if (count > MOST_OPERATIONS) throw new ApiFileFailure('too-many')
      if (isTooLong(path)) continue
      const described = operationOf(tree, { path, method, item, operation })
      characters += described.sample.length
      if (characters > MOST_CHARACTERS) throw new ApiFileFailure('too-much')
      operations.push(described)
    }
  }
  if (count === 0) throw new ApiFileFailure('empty')
  return { kind: 'openapi', operations, tooLong: count - operations.length }
}

const isTooLong = (path: string): boolean =>
  path.length > LONGEST_PATH || path.split('/').length - 1 > MOST_STEPS

interface Written {
  readonly path: string
  readonly method: string
  readonly item: unknown
  readonly operation: unknown
}

function operationOf(tree: unknown, { path, method, item, operation }: Written): DescribedOperation {
  const parameters = parametersOf(tree, item, operation)
  const told = [readParameters(tree, parameters), readBody(tree, operation)]
  const sample: Sample = {
    method: method.toUpperCase(),
    steps: stepsOf(tree, path, parameters),
    isWhole: false,
    slots: told.flatMap(({ slots }) => slots),
    dropped: told.flatMap((one) => one.dropped).slice(0, MOST_DROPPED),
  }
  return {
    titles: [...titleOf(field(operation, 'summary')), ...titleOf(field(operation, 'operationId'))],
    method: method.toUpperCase(),
    path,
    sample: JSON.stringify(sample),
  }
}
