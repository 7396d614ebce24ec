import type { ApiMap } from '../../shared/apiMap'
import type { Sample } from '../rules/samples/sample'

/** An operation of an OpenAPI file, as far as it is read. */
export interface DescribedOperation {
  /** Its summary and its `operationId`, as far as it has them; the first is shown. */
  readonly titles: readonly string[]
  readonly method: string
  /** As the file has it. */
  readonly path: string
  /** What it is asked with, but for the slots. */
  readonly sample: Omit<Sample, 'slots'>
  /** Its slots, as JSON: of thousands of operations a few dozen are looked at, and a text comes over from a thread at once. */
  readonly slots: string
}

/** What an operation is asked with. */
export const sampleOf = ({ sample, slots }: Pick<DescribedOperation, 'sample' | 'slots'>): Sample => ({
  ...sample,
  slots: JSON.parse(slots) as Sample['slots'], // as `readOpenApi` has written them
})

export interface KeptApiMap {
  readonly operation: string
  readonly map: ApiMap
}

/** What a file says of how operations are asked. */
export type ApiFileContent =
  | { readonly kind: 'openapi'; readonly operations: readonly DescribedOperation[] }
  | { readonly kind: 'maps'; readonly service: 'likedo' | 'litemail'; readonly maps: readonly KeptApiMap[] }

/** No file has more operations. */
export const MOST_OPERATIONS = 2_000
