export type OperationGroup =
  | 'Users'
  | 'Workspaces'
  | 'Billing'
  | 'Mailboxes'
  | 'Wallet'
  | 'Exports'
  | 'Export history'
  | 'Subscriptions'
  | 'Domains'
  | 'DNS'
  | 'Tags'
  | 'Placement'
  | 'Dashboard'
  | 'Cloudflare'
  | 'Webhooks'

/**
 * How sure its row is: `documented`: the path was read in Litemail's documentation; `method`: title and method were, the
 * path is inferred; `title`: only the title was.
 */
export type Evidence = 'documented' | 'method' | 'title'

/** What it does to its user: `link` answers with a payment page, and nothing is spent until the user pays there. */
export type Effect = 'read' | 'write' | 'spends' | 'destructive' | 'link'

export type InputType =
  | 'text'
  | 'texts'
  | 'id'
  | 'ids'
  | 'number'
  | 'boolean'
  | 'email'
  | 'url'
  /** As `#rrggbb`. */
  | 'color'
  /** Two letters, ISO 3166-1. */
  | 'country'
  | 'secret'
  /** Of new mailboxes: `firstName`, `lastName`, `username`. */
  | 'rows'

export type InputPlace = 'path' | 'query' | 'body'

/** One input of an operation, by the name that the service gives it. Several values in a query are one text, with commas. */
export interface InputField {
  readonly name: string
  readonly place: InputPlace
  readonly type: InputType
  readonly isRequired: boolean
  /** Where the service takes only these. */
  readonly choices?: readonly string[]
}

/** What a service can be asked: one row of its table of operations. */
export interface AnyOperation {
  readonly id: string
  readonly group: string
  /** Its titles in the documentation, which has several for some; the first is how Mailroom calls it. */
  readonly titles: readonly [string, ...string[]]
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Behind the base path of an account; what stands in braces is an input. */
  readonly path: string
  readonly evidence: Evidence
  readonly effect: Effect
  readonly input: readonly InputField[]
}

/** One of the operations that Litemail's documentation shows. */
export interface Operation extends AnyOperation {
  readonly group: OperationGroup
}

const fieldOf = (
  isRequired: boolean,
  [name, place, type, choices]: readonly [string, 'query' | 'body', InputType, (readonly string[])?],
): InputField => ({ name, place, type, isRequired, ...(choices === undefined ? {} : { choices }) })

/** An input that the operation needs. */
export const need = (...field: Parameters<typeof fieldOf>[1]): InputField => fieldOf(true, field)

/** An input that may be left out. */
export const may = (...field: Parameters<typeof fieldOf>[1]): InputField => fieldOf(false, field)

/** The row that an operation is about. */
export const inPath: InputField = { name: 'id', place: 'path', type: 'id', isRequired: true }

/** Which page of a list, from 1, and how many rows on it. Not documented: a sibling service pages so. */
export const paging: readonly InputField[] = [may('page', 'query', 'number'), may('limit', 'query', 'number')]
