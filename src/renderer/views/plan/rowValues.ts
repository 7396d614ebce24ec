import { isWritingId, writingOf } from '../../../shared/litemail/writing'
import type { FilledInput, FilledInputs } from '../../../shared/operationAnswer'
import type { PlannedRow } from '../../../shared/plan'
import { inputText } from '../../../shared/text/platforms'

/** One value of a row: what is there now, and what is sent. */
export interface RowValue {
  readonly name: string
  /** '': nothing is there; null: that is not known; undefined: the place of nothing is taken. */
  readonly before: string | null | undefined
  /** Undefined: it becomes something else by what is done. */
  readonly after: string | undefined
}

type Row = Pick<PlannedRow, 'inputs' | 'before'>

/** What a row of an operation sends, beside what names it; with what stands there now, as far as that is known. */
export function rowValues(operation: string, { inputs, before }: Row): readonly RowValue[] {
  const { about, touches } = isWritingId(operation) ? writingOf(operation) : { about: null, touches: {} }
  const factOf = new Map(
    Object.entries(touches).flatMap(([fact, input]) => (input === null ? [] : [[input, fact] as const])),
  )
  const sent = Object.entries(inputs)
    .filter(([name]) => name !== about?.input)
    .map(([name, value]): RowValue => {
      const fact = factOf.get(name)
      return {
        ...{ name, after: inputText(value, name) },
        before: fact === undefined ? undefined : (before?.[fact] ?? null),
      }
    })
  const others = Object.entries(touches).flatMap(([fact, input]): RowValue[] =>
    input === null && before !== null ? [{ name: fact, before: before[fact] ?? null, after: undefined }] : [],
  )
  return [...sent, ...others]
}

/** Whether it will be another one than now; what is not known is not said to change. */
export const isChanged = ({ before, after }: RowValue): boolean =>
  before !== undefined && before !== null && before !== after

/** What its user knows a row by: of a table its user name, else what it is about, else what it says first. */
export function namingInput(operation: string, inputs: FilledInputs): FilledInput | undefined {
  const { many, about } = isWritingId(operation) ? writingOf(operation) : { many: null, about: null }
  const own = Object.keys(inputs).filter((name) => name.startsWith(`${many}.`))
  const name = own.find((each) => each.endsWith('.username')) ?? own[0] ?? many ?? about?.input
  return name !== undefined && Object.hasOwn(inputs, name) ? inputs[name] : Object.values(inputs)[0]
}
