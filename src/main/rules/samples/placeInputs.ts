import type { AnyOperation, InputField } from '../../../shared/litemail/operation'
import { type Name, nameScore, namesOf, readName, SAME_NAME, singular, wordsOf } from './inputNames'
import type { Shape, Slot, Step } from './sample'
import { fitOf } from './shapes'

/** Something that an input may be, at its place in a sample. `step`: which one of the path. */
interface Candidate {
  readonly slot: Slot | null
  readonly step: number | null
  /** Names that it may go by, with what each is less sure than the name itself. */
  readonly names: readonly { readonly name: Name; readonly less: number }[]
  readonly shape: Shape
}

/** Where inputs go, by their names: into a step of the path, or a slot. */
export interface Placing {
  readonly steps: ReadonlyMap<string, number>
  readonly slots: ReadonlyMap<string, Slot>
}

const named = (name: string, less = 0) => ({ name: readName(name), less })

/** What the id or the name of something is called that stands behind a word: `mailboxes/…` has a `mailboxId`. */
function namesBehind(word: string | undefined) {
  const thing = wordsOf(word ?? '')
    .map(singular)
    .join('-')
  const plain = named('id', 5)
  return thing === '' ? [plain] : [named(`${thing}-id`), named(thing, 5), plain]
}

function ofPath(steps: readonly Step[]): Candidate[] {
  return steps.flatMap((step, at) => {
    if (step.kind === 'word') return []
    const word = steps.slice(0, at).findLast(({ kind }) => kind === 'word')?.text
    const behind = namesBehind(word)
    const itsOwn = [named(step.name), ...behind.slice(0, 1).map(({ name }) => ({ name, less: 8 }))]
    return [{ slot: null, step: at, names: step.kind === 'value' ? behind : itsOwn, shape: step.shape }]
  })
}

/** Of fields of fields so many names are read, from the last one on. */
const MOST_TAILS = 3

function ofSlot(slot: Slot): Candidate {
  const name = slot.place === 'header' ? slot.name.replace(/^x-/i, '') : slot.name
  const parts = slot.place === 'body' ? name.split('.') : [name]
  const tails = parts
    .map((_, at) => parts.slice(at).join(' '))
    .slice(-MOST_TAILS)
    .toReversed()
  return { slot, step: null, names: tails.map((tail, at) => named(tail, Math.min(at, 1))), shape: slot.shape }
}

interface Pair {
  readonly input: InputField
  readonly candidate: Candidate
  readonly score: number
}

/** How surely a candidate is an input; null where it is not, as far as can be seen. */
function pair(group: string, input: InputField, candidate: Candidate): Pair | null {
  const names = namesOf(group, input.name)
  const scores = candidate.names.map(({ name, less }) => {
    const score = nameScore(names, name)
    return score === 0 ? 0 : score - less
  })
  const sure = Math.max(...scores)
  const fit = fitOf(input.type, candidate.shape)
  if (sure <= 0 || (fit === 0 && sure < SAME_NAME)) return null
  const isAtHome = input.place === (candidate.slot?.place ?? 'path')
  return { input, candidate, score: sure + fit * 2 + (isAtHome ? 3 : 0) + (input.isRequired ? 1 : 0) }
}

/** Takes pairs, the surest first, each input and each candidate once. */
function takeSurest(pairs: readonly Pair[]): Map<InputField, Candidate> {
  const taken = new Map<InputField, Candidate>()
  const used = new Set<Candidate>()
  // Of two steps of a path that are as sure the later one is meant: what it is in stands before it.
  const order = pairs.toSorted(
    (one, other) => other.score - one.score || (other.candidate.step ?? -1) - (one.candidate.step ?? -1),
  )
  for (const { input, candidate } of order) {
    if (taken.has(input) || used.has(candidate)) continue
    taken.set(input, candidate)
    used.add(candidate)
  }
  return taken
}

/** Of what is left: inputs that alone can be what alone looks like them. */
function takeByLooks(
  inputs: readonly InputField[],
  candidates: readonly Candidate[],
): [InputField, Candidate][] {
  const like = (input: InputField) => candidates.filter(({ shape }) => fitOf(input.type, shape) === 2)
  return inputs.flatMap((input) => {
    const [candidate, ...more] = like(input)
    if (candidate === undefined || more.length > 0) return []
    const rivals = inputs.filter((other) => other !== input && fitOf(other.type, candidate.shape) === 2)
    return rivals.length === 0 ? [[input, candidate] as [InputField, Candidate]] : []
  })
}

/** Of what is left: the one input that is needed, and the one thing that it may be. */
function takeLast(
  inputs: readonly InputField[],
  candidates: readonly Candidate[],
): [InputField, Candidate][] {
  const [input, ...others] = inputs.filter(({ isRequired }) => isRequired)
  const [candidate, ...more] = candidates
  const isOnly = input !== undefined && candidate !== undefined && others.length === 0 && more.length === 0
  return isOnly && fitOf(input.type, candidate.shape) > 0 ? [[input, candidate]] : []
}

/**
 * Which of the inputs of an operation a sample tells where: by their names as they are, as services call them, or alike; then by
 * what their values look like; then because only one is left. Each place is taken once.
 */
export function placeInputs(
  operation: AnyOperation,
  steps: readonly Step[],
  slots: readonly Slot[],
): Placing {
  const [group = ''] = operation.id.split('.')
  const candidates = [...ofPath(steps), ...slots.map(ofSlot)]
  const pairs = operation.input.flatMap((input) =>
    candidates.flatMap((candidate) => pair(group, input, candidate) ?? []),
  )
  const taken = takeSurest(pairs)
  const inputsLeft = (isFitting: (input: InputField) => boolean = () => true) =>
    operation.input.filter((input) => !taken.has(input) && isFitting(input))
  const left = () => {
    const used = new Set(taken.values())
    return candidates.filter((candidate) => !used.has(candidate))
  }
  const take = (more: readonly [InputField, Candidate][]) => {
    for (const [input, candidate] of more) taken.set(input, candidate)
  }
  take(
    takeLast(
      inputsLeft(({ place }) => place === 'path'),
      left().filter(({ step }) => step !== null),
    ),
  )
  take(
    takeByLooks(
      inputsLeft(({ isRequired }) => isRequired),
      left(),
    ),
  )
  take(takeLast(inputsLeft(), left()))
  const placed = [...taken].map(([{ name }, candidate]) => ({ name, ...candidate }))
  return {
    steps: new Map(placed.flatMap(({ name, step }) => (step === null ? [] : [[name, step] as const]))),
    slots: new Map(placed.flatMap(({ name, slot }) => (slot === null ? [] : [[name, slot] as const]))),
  }
}
