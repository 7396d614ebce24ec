import type { DroppedPart } from '../../../shared/apiFile'
import type { ApiMap, InputMap } from '../../../shared/apiMap'
import type { AnyOperation, InputField } from '../../../shared/litemail/operation'
import { isReading } from '../../../shared/litemail/operations'
import { tableMap } from '../apiMap'
import { meets } from '../mapInputs'
import { placeInputs } from './placeInputs'
import { dropped, type Sample, type Step } from './sample'

/** A map made of a sample, and what of either is not in the other. */
export interface SampleMap {
  readonly map: ApiMap
  readonly dropped: readonly DroppedPart[]
  /** Inputs that the sample does not show. Those that the map has all the same stand where the table has them. */
  readonly unplaced: readonly string[]
}

export type SampleMapProblem = 'method' | 'outside' | 'too-long'

/** What a map can hold (`shared/apiMap.ts`). */
const LONGEST_NAME = 200
const LONGEST_PATH = 2_048
/** No operation has more to tell, and none of more would be read. */
const MOST_STEPS = 60
const MOST_SLOTS = 300
const MOST_DROPPED = 100

const methods = new Set<string>(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])
const isMethod = (method: string): method is ApiMap['method'] => methods.has(method)

/**
 * The steps below the base path of an account: a sample has all of that path before them, or the end of it, or, behind a
 * placeholder for the server, none. Null where it goes elsewhere.
 */
export function belowBase(
  { steps, isWhole }: Pick<Sample, 'steps' | 'isWhole'>,
  basePath: string,
): readonly Step[] | null {
  const base = basePath.split('/').filter((step) => step !== '')
  for (let from = 0; from < base.length; from += 1) {
    const end = base.slice(from)
    if (steps.length >= end.length && end.every((step, at) => steps[at]?.text === step)) {
      return steps.slice(end.length)
    }
  }
  return isWhole && base.length > 0 ? null : steps
}

/** Fields of a body are told within the same fields as those that a sample shows, as far as these are all in one. */
function commonFields(inputs: Readonly<Record<string, InputMap>>): string {
  const names = Object.values(inputs).flatMap(({ place, name }) => (place === 'body' ? [name] : []))
  const [first = '', ...others] = names.map((name) => name.replace(/[^.]*$/, ''))
  return others.every((one) => one === first) ? first : ''
}

/**
 * Where an input goes that a sample does not show: as the table has it. One that is needed for what changes something is left
 * out instead, so that its user has to say where: what a service does not understand it may take for everything.
 */
function keptPlace(
  operation: AnyOperation,
  { name, place, isRequired }: InputField,
  method: string,
  placed: Readonly<Record<string, InputMap>>,
): InputMap | null {
  if (place === 'path' || (isRequired && !isReading(operation))) return null
  if (place === 'body' && method === 'GET') return null
  const kept = { place, name: place === 'body' ? `${commonFields(placed)}${name}` : name }
  if (kept.name.length > LONGEST_NAME) return null
  return Object.values(placed).some((other) => meets(kept, other)) ? null : kept
}

/**
 * How an operation is asked as a sample shows it: method and path below the account's base, and where its inputs go under
 * which names. What the sample says nothing of stays as it is `now`. The map is not judged. `method`: none that a map can
 * have; `outside`: its path is not below the base; `too-long`: nor has any map one of that length.
 */
export function mapOfSample(
  operation: AnyOperation,
  sample: Sample,
  basePath: string,
  now: ApiMap = tableMap(operation),
): SampleMap | SampleMapProblem {
  const { method } = sample
  if (!isMethod(method)) return 'method'
  const steps = belowBase(sample, basePath)
  if (steps === null) return 'outside'
  if (steps.length > MOST_STEPS) return 'too-long'
  const slots = sample.slots
    .filter(({ name }) => name !== '' && name.length <= LONGEST_NAME)
    .slice(0, MOST_SLOTS)
  const placing = placeInputs(operation, steps, slots)
  const stepInputs = new Map([...placing.steps].map(([input, step]) => [step, input]))
  const path = `/${steps.map((step, at) => writeStep(step, stepInputs.get(at))).join('/')}`
  if (path.length > LONGEST_PATH) return 'too-long'
  const placed: Record<string, InputMap> = {}
  for (const { name } of operation.input) {
    const slot = placing.slots.get(name)
    if (placing.steps.has(name)) placed[name] = { place: 'path', name }
    else if (slot !== undefined) placed[name] = { place: slot.place, name: slot.name }
  }
  const unplaced = operation.input.filter(({ name }) => !Object.hasOwn(placed, name))
  const inputs = { ...placed }
  for (const input of unplaced) {
    const kept = keptPlace(operation, input, method, inputs)
    if (kept !== null) inputs[input.name] = kept
  }
  const used = new Set(placing.slots.values())
  const unknownSteps = steps.filter(({ kind }, at) => kind === 'named' && !stepInputs.has(at))
  return {
    map: { ...now, method, path, inputs, isReadingPost: method === 'POST' && now.isReadingPost },
    dropped: [
      ...sample.dropped,
      ...unknownSteps.map(({ name }) => dropped('path', name)),
      ...sample.slots.filter((slot) => !used.has(slot)).map(({ place, name }) => dropped(place, name)),
    ].slice(0, MOST_DROPPED),
    unplaced: unplaced.map(({ name }) => name),
  }
}

/** An input in braces; a placeholder that is none of the inputs too, so that its user sees it. */
const writeStep = ({ text, kind, name }: Step, input: string | undefined): string => {
  if (input !== undefined) return `{${input}}`
  return kind === 'named' ? `{${name}}` : text
}
