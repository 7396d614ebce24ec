import other from './litemail.dialect.json' with { type: 'json' }

/** Where another service takes an input, and what it calls it there; fields of fields with dots. */
export type TheirPlace = `path ${string}` | `query ${string}` | `body ${string}` | `header ${string}`

/** How another service has one of the operations asked. */
export interface DialectOperation {
  readonly id: string
  readonly method: string
  /** Below the base, inputs in braces by the names of this service. */
  readonly path: string
  /** By the names that Litemail's documentation gives them. */
  readonly inputs: Readonly<Record<string, TheirPlace>>
  /** Where what it answers about stands in the body. */
  readonly rows: string
  /** Where its rows stand, if these are only some of that. */
  readonly list?: string
  /** Of a list in pages: where their number is told. */
  readonly total?: string
  /** And the next page. */
  readonly next?: string
}

/** Written by hand, as services of this kind are: nothing of it is derived from anything of Mailroom. */
// TypeScript reads the words of `inputs` as any string.
export const dialect = other.operations as unknown as readonly DialectOperation[]

/** What the samples of the other service's documentation fill in, where the golden examples do not. */
const examples: Readonly<Record<string, unknown>> = {
  page: 1,
  limit: 10,
  contains: 'acme',
  addressLineTwo: '2nd floor',
  state: 'Basel-Stadt',
  firstName: 'Anna',
  username: 'anna.keller',
  profilePicture: 'https://pictures.test/anna.png',
  excludeIds: ['cm8u0k4xw0005l508ben00000'],
  tagIds: ['cm8u0k4xw0007l508warm0000'],
  status: 'ACTIVE',
  thirdPartyAccountId: 'cm8u0k4xw0010l508thirdpar',
  ttl: 3600,
  priority: 10,
  domainName: 'acme-desk.test',
}

/** The value of an input in a sample. Throws where nobody wrote one. */
export function exampleOf(input: string): unknown {
  if (!Object.hasOwn(examples, input)) throw new Error(`no example of ${input}`)
  return examples[input]
}
