import type { ApiMap } from '../../shared/apiMap'
import type { Sample } from '../rules/samples/sample'

/** An operation of an OpenAPI file, as far as it is read. */
export interface DescribedOperation {
  /** Its summary and its `operationId`, as far as it has them; the first is shown. */
  readonly titles: readonly string[]
  readonly method: string
  /** As the file has it. */
  readonly path: string
  /** What it is asked with. */
  readonly sample: Sample
}

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
