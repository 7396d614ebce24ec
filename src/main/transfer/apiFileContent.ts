import type { ApiMap } from '../../shared/apiMap'
import type { Sample } from '../rules/samples/sample'

/** An operation of an OpenAPI file, as far as it is read. */
export interface DescribedOperation {
  /** Its summary and its `operationId`, as far as it has them; the first is shown. */
  readonly titles: readonly string[]
  readonly method: string
  /** As the file has it. */
  readonly path: string
  /** What it is asked with (`sampleOf`), as JSON: of thousands of operations a few dozen are looked at, and a text comes over from a thread at once. */
  readonly sample: string
}

/** What an operation is asked with. */
export const sampleOf = ({ sample }: Pick<DescribedOperation, 'sample'>): Sample =>
  // As `readOpenApi` has written it.
  JSON.parse(sample) as Sample

export interface KeptApiMap {
  readonly operation: string
  readonly map: ApiMap
}

/** What a file says of how operations are asked. */
export type ApiFileContent =
  | {
      readonly kind: 'openapi'
      readonly operations: readonly DescribedOperation[]
      /** So many more have a path that is too long for any operation of ours. */
      readonly tooLong: number
    }
  | { readonly kind: 'maps'; readonly service: 'likedo' | 'litemail'; readonly maps: readonly KeptApiMap[] }

/** No file has more operations. */
export const MOST_OPERATIONS = 2_000
