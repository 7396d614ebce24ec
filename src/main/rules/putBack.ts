import type { Written } from '../../shared/activity'
import { isWritingId, type WritingId, writingOf } from '../../shared/litemail/writing'
import type { FilledInput, FilledInputs } from '../../shared/operationAnswer'

/** A write that puts back what another one changed. */
export interface PutBack {
  readonly operation: WritingId
  readonly inputs: FilledInputs
}

type Of = Pick<Written, 'inputs' | 'before' | 'state' | 'target'>

/** Inputs of DNS that are numbers. */
const asFilled = (input: string, value: string): FilledInput =>
  input === 'ttl' || input === 'priority' ? Number(value) : value

/**
 * The write that puts back what stood before; null where no operation does, or what stood there is not known. `madeId`: what
 * the service calls the thing that it made.
 */
export function putBackOf(id: WritingId, row: Of, madeId: string | null): PutBack | null {
  if (row.state !== 'done') return null
  const { takenBackBy } = writingOf(id)
  if (id === 'dns.create') return removalOf(row, madeId)
  if (id === 'dns.delete') return recordAgain(row)
  if (takenBackBy === null || row.before === null) return null
  return takenBackBy === id ? asBefore(id, row) : pairOf(id, row)
}

/** The same operation again, with what stood there. */
function asBefore(id: WritingId, { inputs, before }: Of): PutBack | null {
  const { touches } = writingOf(id)
  const changed = new Map<string, FilledInput>()
  for (const [fact, input] of Object.entries(touches)) {
    if (input === null || inputs[input] === undefined) continue
    const value = before?.[fact] ?? null
    // What was there is not known, or is told by names where ids are wanted.
    if (value === null || Array.isArray(inputs[input])) return null
    changed.set(input, asFilled(input, value))
  }
  return changed.size === 0 ? null : { operation: id, inputs: { ...inputs, ...Object.fromEntries(changed) } }
}

/** One of two that set something and take it away: which of them puts back depends on what stood there. */
function pairOf(id: WritingId, { inputs, before }: Of): PutBack | null {
  const { touches, takenBackBy, about } = writingOf(id)
  const [[fact] = []] = Object.entries(touches)
  const value = fact === undefined ? null : (before?.[fact] ?? null)
  const of = about === null ? undefined : inputs[about.input]
  if (takenBackBy === null || about === null || of === undefined || fact === undefined || value === null) {
    return null
  }
  const setter = [id, takenBackBy].find((one) => {
    const input = isWritingId(one) ? inputOf(one, fact) : null
    return input !== null
  })
  const remover = [id, takenBackBy].find((one) => one !== setter)
  const wanted = value === '' ? remover : setter
  if (wanted === undefined || !isWritingId(wanted)) return null
  const input = value === '' ? null : inputOf(wanted, fact)
  return { operation: wanted, inputs: { [about.input]: of, ...(input === null ? {} : { [input]: value }) } }
}

const inputOf = (id: WritingId, fact: string): string | null => writingOf(id).touches[fact] ?? null

function removalOf({ inputs }: Of, madeId: string | null): PutBack | null {
  const { domainId } = inputs
  if (madeId === null || domainId === undefined) return null
  return { operation: 'dns.delete', inputs: { id: madeId, domainId } }
}

function recordAgain({ inputs, before }: Of): PutBack | null {
  const { type, host, value, ttl, priority } = before ?? {}
  const { domainId } = inputs
  if (domainId === undefined || typeof type !== 'string') return null
  if (typeof host !== 'string' || typeof value !== 'string') return null
  return {
    operation: 'dns.create',
    inputs: {
      ...{ domainId, recordType: type, host, value },
      ...(typeof ttl === 'string' && ttl !== '' ? { ttl: Number(ttl) } : {}),
      ...(typeof priority === 'string' && priority !== '' ? { priority: Number(priority) } : {}),
    },
  }
}
